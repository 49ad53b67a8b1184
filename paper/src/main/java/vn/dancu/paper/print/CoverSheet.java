package vn.dancu.paper.print;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import vn.dancu.paper.Box;
import vn.dancu.paper.Drawing.Align;
import vn.dancu.paper.Drawing.Face;
import vn.dancu.paper.PageCode;

/**
 * The first sheet of a stack (tờ bìa lô): separates batches in the feeder, and tells people what lies under it.
 *
 * @param batchNo number of the batch, as a code can hold it
 * @param unit the ward or commune the papers come from
 * @param version of the forms in it; empty when they are mixed
 * @param forms how many forms lie under it
 * @param pages how many sides to scan; 1 to {@link PageCode#MOST_PAGES}
 * @param firstNo lowest form number; may be empty
 * @param lastNo highest form number; may be empty
 * @param made day it was made
 * @param by who made it
 */
public record CoverSheet(
        String batchNo,
        String unit,
        String version,
        int forms,
        int pages,
        String firstNo,
        String lastNo,
        LocalDate made,
        String by)
        implements PaperFile.Sheet {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final double LEFT = 22;
    private static final double RIGHT = 188;

    /** Where the codes lie: known to the reader, as the sheet has corner marks too. */
    static final Box QR = new Box(68, 76, 74, 74);

    static final Box BAR = new Box(45, 163, 120, 20);

    @Override
    public void draw(Canvas canvas) throws IOException {
        PageCode code = new PageCode(PageCode.Kind.COVER, batchNo, version, 1, pages);
        corners(canvas);
        canvas.text(105, 24, 11, Face.HEADING_PLAIN, Align.CENTRE, Sheets.BLACK, unit);
        canvas.text(105, 37, 22, Face.HEADING, Align.CENTRE, Sheets.BLACK, "TỜ BÌA LÔ PHIẾU");
        double size = Sheets.fitted(canvas, 44, Face.BOLD, batchNo, RIGHT - LEFT);
        canvas.text(105, 58, size, Face.BOLD, Align.CENTRE, Sheets.BLACK, batchNo);
        canvas.text(
                105,
                68,
                9,
                Face.ITALIC,
                Align.CENTRE,
                0.2,
                "Đặt tờ này lên đầu tập khi quét. Không ghi, không dán lên mã.");
        Codes.drawQr(canvas, code, QR);
        Codes.drawBars(canvas, code, BAR);
        canvas.text(105, 189, 9, Face.PLAIN, Align.CENTRE, Sheets.BLACK, batchNo);
        double y = 198;
        y = row(canvas, y, "Số phiếu", String.valueOf(forms), "Số trang phải quét", String.valueOf(pages));
        y = row(canvas, y, "Từ phiếu số", firstNo, "Đến phiếu số", lastNo);
        y = row(canvas, y, "Mẫu phiếu", version.isEmpty() ? "nhiều mẫu" : version, "Ngày lập", DAY.format(made));
        y = row(canvas, y, "Người lập", by, "Ký", "");
        y = row(canvas, y, "Máy quét, ca", "", "Người quét, ký", "");
        row(canvas, y, "Số trang đã quét", "", "Kho – kệ – thùng – tập", "");
    }

    private static void corners(Canvas canvas) throws IOException {
        double[][] places = {{7, 7}, {198, 7}, {198, 285}, {7, 285}};
        for (double[] place : places) {
            canvas.fill(new Box(place[0], place[1], 5, 5), 0);
        }
        canvas.fill(new Box(199.25, 286.25, 2.5, 2.5), 1);
    }

    private static double row(Canvas canvas, double y, String one, String first, String two, String second)
            throws IOException {
        double height = 12.5;
        double middle = 105;
        cell(canvas, new Box(LEFT, y, middle - LEFT, height), one, first);
        cell(canvas, new Box(middle, y, RIGHT - middle, height), two, second);
        return y + height;
    }

    private static void cell(Canvas canvas, Box box, String caption, String value) throws IOException {
        canvas.frame(box, 0.2, 0.4);
        canvas.text(box.x() + 1.6, box.y() + 3.6, 7, Face.PLAIN, Align.LEFT, 0.25, caption);
        double size = Sheets.fitted(canvas, 13, Face.BOLD, value, box.width() - 4);
        canvas.text(box.x() + 1.6, box.bottom() - 2.6, size, Face.BOLD, Align.LEFT, Sheets.BLACK, value);
    }

    @Override
    public String toString() {
        return "CoverSheet[" + batchNo + ", " + pages + "]";
    }
}
