package vn.dancu.scanning;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.scanning.db.BoardStore;
import vn.dancu.shared.Actor;

/** What the scanning room looks at: its work of the last days, the pages that need a person, the disk. */
@Service
public class ScanBoard {
    /** Days that the board covers, today included. */
    public static final int DAYS = 14;

    public static final int MOST_LINES = 100;

    private final BoardStore store;
    private final ImageFolder images;
    private final DiskReserve reserve;
    private final Clock clock;

    ScanBoard(BoardStore store, ImageFolder images, DiskReserve reserve, Clock clock) {
        this.store = store;
        this.images = images;
        this.reserve = reserve;
        this.clock = clock;
    }

    /** The latest day first; one's own runs, of whoever works everywhere all. */
    @Transactional(readOnly = true)
    public List<BoardLine> lines(Actor actor) {
        return store.lines(since(), actor);
    }

    @Transactional(readOnly = true)
    public DiskState disk() {
        return new DiskState(images.free(), reserve.bytes(), store.bytesPerDay(since()));
    }

    /**
     * The latest first, {@link #MOST_LINES} at most.
     *
     * @param batchNo null for every batch
     */
    @Transactional(readOnly = true)
    public List<PageProblem> problems(@Nullable String batchNo, Actor actor) {
        return store.problems(batchNo, MOST_LINES, actor);
    }

    /** How many {@link #problems} there are. */
    @Transactional(readOnly = true)
    public long problemCount(@Nullable String batchNo, Actor actor) {
        return store.problemCount(batchNo, actor);
    }

    /** Forms of the last days, or of the batch, of which a page is missing; {@link #MOST_LINES} at most. */
    @Transactional(readOnly = true)
    public List<MissingPages> missing(@Nullable String batchNo, Actor actor) {
        return store.missing(batchNo, since(), ScannedPages.pagesOfVersions(), MOST_LINES, actor);
    }

    private LocalDate since() {
        return LocalDate.now(clock).minusDays(DAYS - 1L);
    }
}
