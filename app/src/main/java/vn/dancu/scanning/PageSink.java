package vn.dancu.scanning;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.job.JobRun;
import vn.dancu.paper.read.Grey;
import vn.dancu.paper.read.Homography;
import vn.dancu.paper.read.ReadPage;
import vn.dancu.paper.read.Verdict;
import vn.dancu.paper.scan.Pictures;
import vn.dancu.paper.scan.ScanResults;
import vn.dancu.scanning.ScannedPage.Colour;
import vn.dancu.scanning.db.PageStore.Fresh;
import vn.dancu.scanning.db.PageStore.Reached;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;

/** Takes the pages of one run, picture after picture: the image encrypted into its folder, the page into the database. */
final class PageSink implements ScanResults {
    private static final double A4_SHORT_INCHES = 210 / 25.4;
    private static final double MILLIMETRES_PER_INCH = 25.4;

    private final long run;
    private final List<Path> files;
    private final int fileBefore;
    private final int pictureBefore;
    private final long done;
    private final PageWriter writer;
    private final ImageFolder images;
    private final DiskReserve reserve;
    private final Clock clock;
    private final JobRun job;
    private String batchNo;

    PageSink(
            long run,
            List<Path> files,
            Optional<Reached> reached,
            PageWriter writer,
            ImageFolder images,
            DiskReserve reserve,
            Clock clock,
            JobRun job) {
        this.run = run;
        this.files = files;
        this.fileBefore = reached.map(Reached::fileNo).orElse(0);
        this.pictureBefore = reached.map(Reached::pictureNo).orElse(0);
        this.batchNo = reached.map(Reached::batchNo).orElse("");
        this.done = reached.isPresent() ? 1 : 0;
        this.writer = writer;
        this.images = images;
        this.reserve = reserve;
        this.clock = clock;
        this.job = job;
    }

    @Override
    public long done() {
        return done;
    }

    @Override
    public boolean isFileDone(int index) {
        return index + 1 < fileBefore;
    }

    @Override
    public int nextPage(int index) {
        return index + 1 == fileBefore ? pictureBefore : 0;
    }

    @Override
    public void write(int index, int number, Pictures.Picture picture, List<ReadPage> found) {
        if (job.stopAsked()) {
            throw new DanCuException(ErrorCode.E303_STOPPED, "Đã dừng / Stopped");
        }
        reserve.check(images.free());
        Grey grey = picture.grey();
        int dots = grey == null ? 0 : dots(grey, found);
        KeptImage kept = grey == null ? null : KeptImage.of(grey, dots);
        String digest = kept == null ? "" : images.keep(kept.bytes());
        List<Fresh> parts = new ArrayList<>();
        for (int part = 0; part < found.size(); part++) {
            ReadPage page = found.get(part);
            if (page.verdict() == Verdict.COVER) {
                batchNo = page.number();
            }
            parts.add(fresh(index, number, part + 1, page, kept, digest, dots));
        }
        writer.write(parts);
    }

    private Fresh fresh(
            int index, int number, int part, ReadPage page, @Nullable KeptImage kept, String digest, int dots) {
        Homography where = page.where().orElse(null);
        return new Fresh(
                run,
                index + 1,
                name(files.get(index)),
                number,
                part,
                batchNo,
                page.verdict() == Verdict.COVER ? "" : page.number(),
                page.version(),
                page.page(),
                page.verdict(),
                clock.instant(),
                kept == null ? 0 : kept.bytes().length,
                kept == null ? 0 : dots / kept.shrunk(),
                kept == null ? Colour.NONE : kept.colour(),
                kept == null ? null : KeptImage.placed(where, kept.shrunk()),
                page.fields().stream().map(ReadField::of).toList(),
                digest);
    }

    /** Without the number that keeps uploaded files in their order. */
    private static String name(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("^\\d{6}-", "");
    }

    /** By the size of a page that was found; else as if an A4 page filled the picture. */
    private static int dots(Grey grey, List<ReadPage> found) {
        return found.stream()
                .flatMap(page -> page.where().stream())
                .findFirst()
                .map(where -> (int) Math.round(where.density(105, 148) * MILLIMETRES_PER_INCH))
                .orElse((int) Math.round(Math.min(grey.width(), grey.height()) / A4_SHORT_INCHES));
    }

    @Override
    public void fileDone(int index) {}

    @Override
    public void finish() {}

    @Override
    public void close() {}
}
