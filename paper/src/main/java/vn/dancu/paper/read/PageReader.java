package vn.dancu.paper.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.dancu.paper.FormLayout;
import vn.dancu.paper.FormPage;
import vn.dancu.paper.PageCode;

/**
 * Reads scans: finds the pages of ours in a picture, says whether they can be read, and reads their fields. For one thread; to
 * be closed.
 */
public final class PageReader implements AutoCloseable {
    private final Map<String, FormLayout> layouts;
    private final Optional<FormLayout> assumed;
    private final PageFinder finder;
    private final LearnedFinder learned;
    private final Optional<PrintedReader> printed;
    private final Books books;
    private final LocalDate today;

    /**
     * @param layouts that may come up
     * @param assumed of a page whose bars alone can be read: they do not say the version; empty: such a page is bound, not read
     * @param today no date on a form lies after it
     */
    public PageReader(List<FormLayout> layouts, Optional<FormLayout> assumed, Books books, LocalDate today) {
        this(layouts, List.of(), assumed, books, today);
    }

    /** @param foreign forms of somebody else that were learned; their pages are looked for where none of ours is found */
    public PageReader(
            List<FormLayout> layouts,
            List<LearnedForm> foreign,
            Optional<FormLayout> assumed,
            Books books,
            LocalDate today) {
        this.layouts = layouts.stream().collect(Collectors.toMap(FormLayout::id, Function.identity()));
        this.assumed = assumed;
        this.books = books;
        this.today = today;
        finder = new PageFinder(layouts);
        learned = new LearnedFinder(foreign);
        printed = PrintedReader.open();
    }

    /** Whether printed text can be read on this machine. */
    public boolean readsPrint() {
        return printed.isPresent();
    }

    /** The pages in a picture, one at least: that nothing was found is a page's verdict too. */
    public List<ReadPage> read(Grey scan) {
        List<FoundPage> found = finder.find(scan);
        if (found.stream().allMatch(page -> page.where().isEmpty() && bearsNoPage(page))) {
            Optional<LearnedFinder.Match> match = learned.find(scan);
            if (match.isPresent()) {
                return List.of(foreign(scan, match.get(), found));
            }
        }
        if (found.isEmpty()) {
            return List.of(ReadPage.of(Quality.isEmpty(scan) ? Verdict.EMPTY : Verdict.NOT_A_FORM));
        }
        List<ReadPage> pages = new ArrayList<>();
        for (FoundPage page : found) {
            pages.add(page(scan, page));
        }
        return pages;
    }

    /** A label, or the code of somebody else, as pages that we did not print bear them. */
    private static boolean bearsNoPage(FoundPage page) {
        return page.code().flatMap(PageCode.Reading::found).stream().noneMatch(PageCode::isPrintedPage);
    }

    /** The number is on the label that was stuck on; without one it must be keyed, but the fields are read. */
    private ReadPage foreign(Grey scan, LearnedFinder.Match match, List<FoundPage> found) {
        String number = found.stream()
                .flatMap(page -> page.code().stream())
                .map(PageReader::number)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        int black = Grey.percentile(scan.histogram(4), 0.005);
        FoundPage place = new FoundPage(Optional.of(match.where()), Optional.empty(), 0, black);
        ReadPage page = judged(scan, place, number, match.layout(), match.page(), false);
        boolean isNumberless = page.verdict() == Verdict.GOOD && number.isEmpty();
        return isNumberless
                ? new ReadPage(Verdict.NO_NUMBER, "", page.version(), page.page(), page.where(), page.fields())
                : page;
    }

    private static String number(PageCode.Reading reading) {
        if (reading instanceof PageCode.Reading.Number bars) {
            return bars.isCover() ? "" : bars.number();
        }
        return reading.found()
                .filter(code -> code.kind() != PageCode.Kind.COVER && code.kind() != PageCode.Kind.DOCUMENT)
                .map(PageCode::number)
                .orElse("");
    }

    private ReadPage page(Grey scan, FoundPage found) {
        if (found.code().isEmpty()) {
            return new ReadPage(Verdict.NO_NUMBER, "", "", 0, found.where(), List.of());
        }
        PageCode.Reading reading = found.code().get();
        if (reading instanceof PageCode.Reading.Refused refused) {
            return ReadPage.of(
                    switch (refused.why()) {
                        case WRONG_CHECK_VALUE, MALFORMED -> Verdict.WRONG_CHECK_VALUE;
                        case UNKNOWN_KIND -> Verdict.UNKNOWN_VERSION;
                    });
        }
        if (reading instanceof PageCode.Reading.Number bars) {
            return byBars(scan, found, bars);
        }
        return reading.found().map(code -> byCode(scan, found, code)).orElse(ReadPage.of(Verdict.FOREIGN_CODE));
    }

    private ReadPage byBars(Grey scan, FoundPage found, PageCode.Reading.Number bars) {
        if (bars.isCover()) {
            return new ReadPage(Verdict.COVER, bars.number(), "", 1, found.where(), List.of());
        }
        if (bars.page() == 0 || assumed.isEmpty() || found.where().isEmpty()) {
            return new ReadPage(Verdict.NUMBER_ONLY, bars.number(), "", bars.page(), found.where(), List.of());
        }
        FormLayout layout = assumed.get();
        return layout.page(bars.page())
                .map(page -> judged(scan, found, bars.number(), layout, page, false))
                .orElse(new ReadPage(Verdict.NUMBER_ONLY, bars.number(), "", bars.page(), found.where(), List.of()));
    }

    private ReadPage byCode(Grey scan, FoundPage found, PageCode code) {
        if (code.kind() == PageCode.Kind.COVER) {
            return new ReadPage(Verdict.COVER, code.number(), code.version(), code.page(), found.where(), List.of());
        }
        if (code.kind() == PageCode.Kind.DOCUMENT) {
            // Minutes or a receipt: its number is no form's.
            return ReadPage.of(Verdict.NOT_A_FORM);
        }
        if (!code.isPrintedPage()) {
            return new ReadPage(Verdict.NUMBER_ONLY, code.number(), code.version(), 0, found.where(), List.of());
        }
        FormLayout layout = layouts.get(code.version());
        Optional<FormPage> page = layout == null ? Optional.empty() : layout.page(code.page());
        if (layout == null || page.isEmpty()) {
            return new ReadPage(
                    Verdict.UNKNOWN_VERSION, code.number(), code.version(), code.page(), found.where(), List.of());
        }
        if (found.where().isEmpty()) {
            return new ReadPage(Verdict.CUT_OFF, code.number(), code.version(), code.page(), found.where(), List.of());
        }
        return judged(scan, found, code.number(), layout, page.get(), code.kind() == PageCode.Kind.FILLED);
    }

    private ReadPage judged(
            Grey scan, FoundPage found, String number, FormLayout layout, FormPage page, boolean isFilled) {
        Homography where = found.where().orElseThrow();
        Optional<Verdict> against = Quality.against(scan, where, page, found.black());
        List<FieldReading> fields = against.isPresent()
                ? List.of()
                : new FieldReader(scan, where, page, found.black(), isFilled, printed, books, today).all();
        return new ReadPage(against.orElse(Verdict.GOOD), number, layout.id(), page.number(), found.where(), fields);
    }

    @Override
    public void close() {
        printed.ifPresent(PrintedReader::close);
    }
}
