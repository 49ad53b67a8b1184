package vn.dancu.scanning;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.intake.Forms;
import vn.dancu.intake.StoredForm;
import vn.dancu.paper.FormLayout;
import vn.dancu.scanning.db.PageStore;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;

/**
 * The pages that were scanned, for whoever may see their form; a page whose form is not known lies where its batch lies, and one
 * without either is its operator's and the province's. Showing a page is to be logged by whoever shows it.
 */
@Service
public class ScannedPages {
    private static final Comparator<ScannedPage> ORDER = Comparator.comparingInt(ScannedPage::formPage)
            .thenComparingLong(page -> page.id().value());

    private final PageStore store;
    private final Forms forms;
    private final Clock clock;

    ScannedPages(PageStore store, Forms forms, Clock clock) {
        this.store = store;
        this.forms = forms;
        this.clock = clock;
    }

    /** By page of the form, then in the order in which they were scanned; none when the form is not this actor's to see. */
    @Transactional(readOnly = true)
    public List<ScannedPage> ofForm(FormId form, Actor actor) {
        Optional<StoredForm> stored = forms.find(form, actor);
        return stored.isEmpty()
                ? List.of()
                : store.ofForm(form, stored.get().form().formNo()).stream()
                        .sorted(ORDER)
                        .toList();
    }

    /** As {@link #ofForm}, by the number that the paper bears: the form need not be known yet. */
    @Transactional(readOnly = true)
    public List<ScannedPage> ofNumber(String formNo, Actor actor) {
        return formNo.isBlank()
                ? List.of()
                : store.ofNumber(formNo.strip(), actor).stream().sorted(ORDER).toList();
    }

    /** In the order in which they were scanned. */
    @Transactional(readOnly = true)
    public List<ScannedPage> ofBatch(String batchNo, Actor actor) {
        return batchNo.isBlank() ? List.of() : store.ofBatch(batchNo.strip(), actor);
    }

    /** The figures of {@link #ofBatch}; only of pages that the actor may see. */
    @Transactional(readOnly = true)
    public BatchPages countsOfBatch(String batchNo, Actor actor) {
        return store.countsOfBatch(batchNo.strip(), actor);
    }

    @Transactional(readOnly = true)
    public Optional<ScannedPage> find(PageId page, Actor actor) {
        return store.find(page, actor);
    }

    /**
     * Forms of the last {@link ScanBoard#DAYS} days that are known, whose every page was read, and that no scan list names yet.
     */
    @Transactional(readOnly = true)
    public List<CompleteForm> complete(Actor actor) {
        return store.complete(LocalDate.now(clock).minusDays(ScanBoard.DAYS - 1L), pagesOfVersions(), actor);
    }

    static Map<String, Integer> pagesOfVersions() {
        return vn.dancu.paper.Forms.all().stream()
                .collect(Collectors.toMap(
                        FormLayout::id, layout -> layout.pages().size()));
    }
}
