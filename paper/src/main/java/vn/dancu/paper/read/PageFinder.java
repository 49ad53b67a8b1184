package vn.dancu.paper.read;

import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.dancu.paper.Box;
import vn.dancu.paper.FormLayout;
import vn.dancu.paper.FormPage;
import vn.dancu.paper.Marks;
import vn.dancu.paper.PageCode;
import vn.dancu.paper.print.Codes;
import vn.dancu.paper.read.Homography.Point;

/**
 * Finds the pages of ours in a picture: by their corner marks, which say where the codes lie; where too few marks are seen, by
 * a QR code anywhere, which says where the marks should be; at last by bars. The number of a page comes from its QR code, else
 * from its bars, and never from a guess.
 */
final class PageFinder {
    /** Of the picture in which codes are looked for everywhere. */
    private static final int SEARCH_SIDE = 2400;
    /** Modules from the side of a QR code to the centre of its finder patterns. */
    private static final double FINDER = 3.5;

    private static final int USUAL_BLACK = 40;

    private final List<Marks> known;

    PageFinder(List<FormLayout> layouts) {
        Set<Marks> marks = new LinkedHashSet<>();
        layouts.stream()
                .flatMap(layout -> layout.pages().stream())
                .map(FormPage::marks)
                .filter(Objects::nonNull)
                .forEach(marks::add);
        known = List.copyOf(marks);
    }

    List<FoundPage> find(Grey scan) {
        for (Marks marks : known) {
            List<FoundPage> pages = new MarkFinder(scan, marks)
                    .find().stream().map(found -> coded(scan, marks, found)).toList();
            List<FoundPage> ours = pages.stream().filter(PageFinder::isSure).toList();
            if (!ours.isEmpty()) {
                List<FoundPage> sheets = ours.stream()
                                .allMatch(page -> page.code().isEmpty())
                        ? byCode(scan).stream().filter(PageFinder::isOtherSheet).toList()
                        : List.of();
                return sheets.isEmpty() ? ours : sheets;
            }
        }
        return byCode(scan);
    }

    /** Cover sheets, minutes and receipts have our corner marks too; their codes lie elsewhere than those of forms. */
    private static boolean isOtherSheet(FoundPage page) {
        if (page.code().isPresent() && page.code().get() instanceof PageCode.Reading.Number bars) {
            return bars.isCover();
        }
        return page.code()
                .flatMap(PageCode.Reading::found)
                .filter(code -> code.kind() == PageCode.Kind.COVER || code.kind() == PageCode.Kind.DOCUMENT)
                .isPresent();
    }

    /** Four squares may stand like that on another's page; ours have a code, or the hole. */
    private static boolean isSure(FoundPage page) {
        return page.code().isPresent() || page.marks() == 4;
    }

    private FoundPage coded(Grey scan, Marks marks, MarkFinder.Found found) {
        Optional<PageCode.Reading> code = code(scan, marks, found.where());
        Homography where = found.where();
        if (code.isEmpty()) {
            Homography turned = turned(marks, found.where());
            Optional<PageCode.Reading> other = code(scan, marks, turned);
            if (other.isPresent()) {
                code = other;
                where = turned;
            }
        }
        boolean isOurs = code.isPresent() || found.isUpright();
        return new FoundPage(Optional.of(where), code, isOurs ? found.found() : 0, found.black());
    }

    /** The same four places, upside-down. */
    private static Homography turned(Marks marks, Homography where) {
        Box first = marks.corners().get(0);
        Box third = marks.corners().get(2);
        double right = first.centreX() + third.centreX();
        double down = first.centreY() + third.centreY();
        return where.after(new Homography(-1, 0, right, 0, -1, down, 0, 0));
    }

    private static Optional<PageCode.Reading> code(Grey scan, Marks marks, Homography where) {
        Optional<PageCode.Reading> qr = CodeReader.qr(scan, where, marks.qr()).map(PageCode::read);
        if (qr.isPresent() && qr.get().found().isPresent()) {
            return qr;
        }
        Optional<PageCode.Reading> bars =
                CodeReader.bars(scan, where, marks.bar()).map(PageCode::readBar);
        boolean isNumber = bars.isPresent() && bars.get() instanceof PageCode.Reading.Number;
        return isNumber || qr.isEmpty() ? bars : qr;
    }

    private List<FoundPage> byCode(Grey scan) {
        int by = Math.max(1, Math.max(scan.width(), scan.height()) / SEARCH_SIDE);
        Grey small = scan.shrunk(by);
        List<FoundPage> pages = new ArrayList<>();
        for (Result result : CodeReader.all(small)) {
            PageCode.Reading reading = PageCode.read(result.getText());
            Optional<FoundPage> placed = reading.found()
                    .filter(PageCode::isPrintedPage)
                    .flatMap(code -> known.stream()
                            .flatMap(marks -> placed(scan, marks, code, reading, result.getResultPoints(), by).stream())
                            .findFirst());
            pages.add(placed.orElse(new FoundPage(Optional.empty(), Optional.of(reading), 0, USUAL_BLACK)));
        }
        return pages.isEmpty() ? byBars(small) : pages;
    }

    /** Where the page lies by the three corners of its QR code, put right by the marks that are still there. */
    private static Optional<FoundPage> placed(
            Grey scan, Marks marks, PageCode code, PageCode.Reading reading, ResultPoint[] corners, int by) {
        if (corners.length < 3) {
            return Optional.empty();
        }
        double module = marks.qr().width() / Codes.qrSide(code);
        double near = FINDER * module;
        Box qr = marks.qr();
        List<Point> from = new ArrayList<>(List.of(
                new Point(qr.x() + near, qr.bottom() - near),
                new Point(qr.x() + near, qr.y() + near),
                new Point(qr.right() - near, qr.y() + near)));
        List<Point> to = new ArrayList<>(
                Stream.of(corners).limit(3).map(corner -> inScan(corner, by)).toList());
        Homography rough = Homography.fit(from, to);
        MarkMeasure seen = MarkMeasure.of(scan, marks, rough, 4.5);
        if (seen.from().isEmpty()) {
            return Optional.empty();
        }
        from.addAll(seen.from());
        to.addAll(seen.to());
        Homography where =
                seen.from().size() >= 3 ? Homography.fit(seen.from(), seen.to()) : Homography.affine(from, to);
        return Optional.of(new FoundPage(
                Optional.of(where), Optional.of(reading), seen.from().size(), seen.black()));
    }

    /** ZXing counts from the corner of the first pixel. */
    private static Point inScan(ResultPoint corner, int by) {
        return new Point(corner.getX() * by - 0.5, corner.getY() * by - 0.5);
    }

    /** Bars that lie level after some quarter turns: a label on somebody else's form. */
    private static List<FoundPage> byBars(Grey small) {
        Grey turned = small;
        for (int quarter = 0; quarter < 4; quarter++) {
            Optional<PageCode.Reading> reading = CodeReader.bars(turned).map(PageCode::readBar);
            if (reading.isPresent()) {
                return List.of(new FoundPage(Optional.empty(), reading, 0, USUAL_BLACK));
            }
            turned = turned.turnedRight();
        }
        return List.of();
    }
}
