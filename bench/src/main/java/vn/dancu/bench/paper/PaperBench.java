package vn.dancu.bench.paper;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.dancu.paper.FormLayout;
import vn.dancu.paper.Forms;
import vn.dancu.paper.corpus.Corpus;
import vn.dancu.paper.corpus.DigitImages;
import vn.dancu.paper.corpus.Scan;
import vn.dancu.paper.corpus.Wear;
import vn.dancu.paper.read.Books;
import vn.dancu.paper.read.Grey;
import vn.dancu.paper.read.PageReader;
import vn.dancu.paper.read.ReadPage;
import vn.dancu.paper.read.digits.Accuracy;
import vn.dancu.paper.read.digits.DigitReader;
import vn.dancu.paper.read.digits.DigitSet;
import vn.dancu.paper.scan.Pictures;

/**
 * The bar of reading paper: forms are invented, drawn, degraded, read and compared with what was drawn. Digits are those that no
 * training has seen. Everything is drawn anew from the seed, page by page; nothing is kept.
 */
public final class PaperBench {
    private static final long SEED = 20201117;
    private static final LocalDate TODAY = LocalDate.of(2020, 12, 1);
    private static final int THREADS = 2;
    private static final int SPEED_PAGES = 48;
    /** Twelve printed fields, three numbers, eight boxes to mark. */
    private static final Set<String> USUAL_FIELDS = Set.of(
            "full_name",
            "hometown",
            "ethnicity",
            "nationality",
            "religion",
            "permanent_address",
            "father_name",
            "mother_name",
            "spouse_name",
            "head_name",
            "relation_to_head",
            "birth_registration_place",
            "personal_id",
            "father_id",
            "mother_id",
            "sex",
            "blood_group",
            "marital_status",
            "papers_shown");

    private final PrintStream out;
    private final FormLayout layout;
    private final DigitSet digits;
    private final DigitImages images;

    private PaperBench(PrintStream out, FormLayout layout, DigitSet digits, DigitImages images) {
        this.out = out;
        this.layout = layout;
        this.digits = digits;
        this.images = images;
    }

    /** @return false when the digits are not beside the project, and nothing was measured */
    public static boolean run(PrintStream out, int pages) throws IOException, InterruptedException {
        Path folder = Path.of("../shared/data/digits");
        Optional<DigitSet> digits = DigitSet.in(folder);
        if (digits.isEmpty()) {
            out.println("Không có chữ số viết tay / no handwritten digits in " + folder + ": nothing is measured");
            return false;
        }
        int size = digits.get().size();
        DigitImages images = DigitImages.read(folder, index -> DigitSet.isHeldBack(index, size));
        FormLayout layout = Forms.version("DC01/41-2019").orElseThrow();
        PaperBench bench = new PaperBench(out, layout, digits.get(), images);
        bench.digits();
        bench.corpus(pages);
        bench.speed("12 printed fields, 3 numbers", USUAL_FIELDS, 3);
        bench.speed("every field of the form", Set.of(), 1);
        return true;
    }

    private void digits() {
        new Accuracy(DigitReader.bundled(), digits.heldBack()).print(out);
    }

    private static PageReader reader(FormLayout layout, Books books) {
        return new PageReader(Forms.all(), Optional.of(layout), books, TODAY);
    }

    /** The whole of the bar: every resolution, every tone, all that can befall a page. */
    private void corpus(int pages) throws IOException, InterruptedException {
        Corpus corpus = new Corpus(Corpus.Settings.of(SEED, layout, Wear.bar()).at(150, 200, 300), images);
        InventedBooks books = new InventedBooks(SEED);
        Tally tally = new Tally();
        long most = 0;
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        BlockingQueue<PageReader> idle = new ArrayBlockingQueue<>(THREADS);
        record Read(Scan scan, ReadPage page) {}
        try {
            for (int i = 0; i < THREADS; i++) {
                idle.add(reader(layout, books));
            }
            Deque<Future<Read>> queue = new ArrayDeque<>();
            for (int i = 0; i < pages; i++) {
                int index = i;
                queue.add(pool.submit(() -> {
                    Scan scan = corpus.scan(index);
                    PageReader reader = idle.take();
                    try {
                        books.turnTo(scan);
                        return new Read(scan, reader.read(grey(scan)).get(0));
                    } finally {
                        idle.add(reader);
                    }
                }));
                if (queue.size() > THREADS * 2) {
                    Read read = queue.remove().get();
                    tally.add(read.scan, read.page);
                    most = Math.max(most, used());
                }
            }
            while (!queue.isEmpty()) {
                Read read = queue.remove().get();
                tally.add(read.scan, read.page);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
            idle.forEach(PageReader::close);
        }
        print(tally, most);
    }

    private static Grey grey(Scan scan) {
        return Pictures.grey(scan.image());
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void print(Tally tally, long most) {
        out.println("pages at 150, 200, 300 dpi; verdicts: " + tally.verdicts);
        line("found and bound, 200 dpi and above", Tally.share(tally.sharpBound, tally.sharpPages), "≥ 99.9 %");
        line("found and bound, all", Tally.share(tally.bound, tally.pages), "");
        line("bound to a wrong form", String.valueOf(tally.boundWrongly), "0");
        line("check fields right", Tally.share(tally.checksRight, tally.checks), "≥ 99.9 %");
        line("  of those corrected", Tally.share(tally.correctedRight, tally.corrected), "");
        line("  accepted and right", Tally.share(tally.checksAcceptedRight, tally.checksAccepted), "");
        line("character errors of print, 300 dpi", Tally.share(tally.characterErrors, tally.characters), "≤ 0.5 %");
        line("  fields without an error", Tally.share(tally.printedWhole, tally.printed), "");
        line("numbers of 12 digits read rightly", Tally.share(tally.numbersRight, tally.numbers), "");
        line("  accepted by the form alone", Tally.share(tally.numbersAccepted, tally.numbers), "");
        line("  of these right", Tally.share(tally.numbersAcceptedRight, tally.numbersAccepted), "≥ 99.9 %");
        line("  accepted, books at hand", Tally.share(tally.withBooksAccepted, tally.withBooks), "≥ 50 %");
        line("  of these right", Tally.share(tally.withBooksRight, tally.withBooksAccepted), "≥ 99.9 %");
        line("dates accepted", Tally.share(tally.datesAccepted, tally.dates), "");
        line("  of these right", Tally.share(tally.datesAcceptedRight, tally.datesAccepted), "");
        line("heap in use at most", String.format(Locale.ROOT, "%,d MB", most >> 20), "flat");
    }

    private void line(String what, String value, String bar) {
        out.printf(Locale.ROOT, "%-42s %-34s %s%n", what, value, bar);
    }

    /** Files in memory, as a scanner wrote them, unpacked and read by two threads. */
    private void speed(String what, Set<String> fields, double bar) throws InterruptedException {
        Corpus corpus = new Corpus(
                Corpus.Settings.of(SEED + 1, layout, Wear.usual()).at(200).filling(fields), images);
        List<Scan> scans = new ArrayList<>();
        for (int i = 0; i < SPEED_PAGES; i++) {
            scans.add(corpus.scan(i));
        }
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            long start = System.nanoTime();
            for (int t = 0; t < THREADS; t++) {
                int first = t;
                running.add(pool.submit(() -> {
                    try (PageReader reader = reader(layout, Books.NONE)) {
                        for (int i = first; i < scans.size(); i += THREADS) {
                            reader.read(grey(scans.get(i)));
                        }
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            line(
                    "pages/s, 2 threads, 200 dpi, " + what,
                    String.format(Locale.ROOT, "%.2f", scans.size() / seconds),
                    "≥ " + bar);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
