package vn.dancu.paper.print;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.dancu.civil.text.Spoken;
import vn.dancu.paper.Box;
import vn.dancu.paper.Drawing.Align;
import vn.dancu.paper.Drawing.Face;
import vn.dancu.paper.PageCode;

/**
 * Minutes of papers that change hands, signed by both sides, with the totals in figures and in words. Each side of them
 * bears the number as a code, so that the signed paper finds its way back by one scan.
 *
 * @param kind handed over, or returned to the ward
 * @param number of the minutes, as a code can hold it
 * @param above whom the issuing body answers to: Công an thành phố Hà Giang
 * @param body that issues them: Công an phường Trần Phú
 * @param place where they are signed
 * @param day on which
 * @param giver whose papers they were
 * @param taker whose they are now
 * @param rows one per batch or per form, at least one
 * @param remark what both sides found; may be empty
 */
public record Minutes(
        Kind kind,
        String number,
        String above,
        String body,
        String place,
        LocalDate day,
        Party giver,
        Party taker,
        List<Row> rows,
        String remark) {
    /** What the minutes are about. */
    public enum Kind {
        HAND_OVER("BIÊN BẢN GIAO NHẬN PHIẾU", "BÊN GIAO", "BÊN NHẬN", "giao, nhận các lô phiếu sau:"),
        RETURN("BIÊN BẢN TRẢ PHIẾU", "BÊN TRẢ", "BÊN NHẬN LẠI", "trả, nhận lại các phiếu chưa đạt yêu cầu sau:");

        private final String title;
        private final String giver;
        private final String taker;
        private final String act;

        Kind(String title, String giver, String taker, String act) {
            this.title = title;
            this.giver = giver;
            this.taker = taker;
            this.act = act;
        }
    }

    /** @param title rank and post */
    public record Party(String name, String title, String unit) {
        /** Without the name. */
        @Override
        public String toString() {
            return "Party[" + unit + "]";
        }
    }

    /**
     * @param label number of the batch or form, or what it is called
     * @param note why it comes back, what is missing; may be empty
     */
    public record Row(String label, int forms, int pages, String note) {}

    private static final double ROW = 7.2;
    private static final double FIRST_TOP = 92;
    private static final double NEXT_TOP = 22;
    private static final double BOTTOM = 272;
    private static final double CLOSING = 78;
    private static final double[] COLUMNS = {25, 37, 97, 117, 137, 192};
    private static final String[] HEADS = {"STT", "Số lô / số phiếu", "Số phiếu", "Số trang", "Ghi chú"};

    public Minutes {
        rows = List.copyOf(rows);
        if (rows.isEmpty() || !PageCode.isNumber(number)) {
            throw new IllegalArgumentException("minutes about nothing, or without a number that a code can hold");
        }
    }

    /** Their pages in order. */
    public List<PaperFile.Sheet> sheets() {
        List<int[]> parts = new ArrayList<>();
        int from = 0;
        while (from < rows.size()) {
            double top = parts.isEmpty() ? FIRST_TOP : NEXT_TOP;
            int room = (int) ((BOTTOM - top) / ROW) - 1;
            int to = Math.min(rows.size(), from + room);
            parts.add(new int[] {from, to});
            from = to;
        }
        double top = parts.size() == 1 ? FIRST_TOP : NEXT_TOP;
        int[] last = parts.get(parts.size() - 1);
        boolean closesThere = top + (last[1] - last[0] + 2) * ROW + CLOSING <= BOTTOM + 10;
        if (!closesThere) {
            parts.add(new int[] {rows.size(), rows.size()});
        }
        List<PaperFile.Sheet> sheets = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            int[] part = parts.get(i);
            int page = i + 1;
            int pages = parts.size();
            sheets.add(canvas -> side(canvas, part[0], part[1], page, pages));
        }
        return sheets;
    }

    private void side(Canvas canvas, int from, int to, int page, int pages) throws IOException {
        double y = NEXT_TOP;
        if (page == 1) {
            head(canvas);
            y = FIRST_TOP;
        }
        if (to > from) {
            y = heads(canvas, y);
        }
        for (int i = from; i < to; i++) {
            Row row = rows.get(i);
            y = cells(
                    canvas,
                    y,
                    Face.PLAIN,
                    String.valueOf(i + 1),
                    row.label(),
                    count(row.forms()),
                    count(row.pages()),
                    row.note());
        }
        if (page == pages) {
            y = cells(canvas, y, Face.BOLD, "", "Cộng", count(forms()), count(sides()), "");
            closing(canvas, y + 6);
        }
        Codes.drawQr(canvas, new PageCode(PageCode.Kind.DOCUMENT, number, "", page, pages), new Box(25, 276, 14, 14));
        canvas.text(41, 284, 7, Face.PLAIN, Align.LEFT, 0.25, "Biên bản số " + number);
        canvas.text(192, 284, 7, Face.PLAIN, Align.RIGHT, 0.25, "Trang " + page + "/" + pages);
    }

    /** Thousands with a full stop, as Vietnamese has it. */
    private static String count(int number) {
        return String.format(java.util.Locale.ROOT, "%,d", number).replace(',', '.');
    }

    private static String inFiguresAndWords(int number, String unit) {
        return count(number) + " " + unit + " (bằng chữ: " + Spoken.words(String.valueOf(number)) + " " + unit + ")";
    }

    private int forms() {
        return rows.stream().mapToInt(Row::forms).sum();
    }

    private int sides() {
        return rows.stream().mapToInt(Row::pages).sum();
    }

    private void head(Canvas canvas) throws IOException {
        double y = Sheets.letterhead(canvas, Sheets.LEFT, Sheets.RIGHT, 20, above, body);
        canvas.text(61, y + 2, 10, Face.HEADING_PLAIN, Align.CENTRE, Sheets.BLACK, "Số: " + number);
        canvas.text(105, 49, 14, Face.HEADING, Align.CENTRE, Sheets.BLACK, kind.title);
        String intro = "Hôm nay, ngày " + String.format("%02d", day.getDayOfMonth()) + " tháng " + month() + " năm "
                + day.getYear() + ", tại " + place + ", hai bên gồm:";
        double next = Sheets.paragraph(canvas, Sheets.LEFT, 58, 167, 10, Face.HEADING_PLAIN, intro, 2);
        next = party(canvas, next, "1. " + kind.giver, giver);
        next = party(canvas, next, "2. " + kind.taker, taker);
        canvas.text(
                Sheets.LEFT,
                Math.min(next, FIRST_TOP - 3),
                10,
                Face.HEADING_PLAIN,
                Align.LEFT,
                Sheets.BLACK,
                "đã " + kind.act);
    }

    /** As Decree 30/2020 has it: a nought before January and February only. */
    private String month() {
        return day.getMonthValue() < 3 ? "0" + day.getMonthValue() : String.valueOf(day.getMonthValue());
    }

    private static double party(Canvas canvas, double y, String caption, Party party) throws IOException {
        String text = caption + ": ông/bà " + party.name() + ", " + party.title() + ", " + party.unit() + ".";
        return Sheets.paragraph(canvas, Sheets.LEFT, y, 167, 10, Face.HEADING_PLAIN, text, 2);
    }

    private static double heads(Canvas canvas, double y) throws IOException {
        canvas.fill(new Box(COLUMNS[0], y, COLUMNS[5] - COLUMNS[0], ROW), 0.93);
        return cells(canvas, y, Face.BOLD, HEADS);
    }

    private static double cells(Canvas canvas, double y, Face face, String... texts) throws IOException {
        for (int i = 0; i < texts.length; i++) {
            Box box = new Box(COLUMNS[i], y, COLUMNS[i + 1] - COLUMNS[i], ROW);
            canvas.frame(box, 0.2, 0.3);
            boolean isNumber = i == 2 || i == 3;
            double size = Sheets.fitted(canvas, 9, face, texts[i], box.width() - 3);
            canvas.text(
                    i == 0 ? box.centreX() : isNumber ? box.right() - 1.5 : box.x() + 1.5,
                    box.y() + 4.8,
                    size,
                    face,
                    i == 0 ? Align.CENTRE : isNumber ? Align.RIGHT : Align.LEFT,
                    Sheets.BLACK,
                    texts[i]);
        }
        return y + ROW;
    }

    private void closing(Canvas canvas, double y) throws IOException {
        String totals =
                "Tổng cộng: " + inFiguresAndWords(forms(), "phiếu") + ", " + inFiguresAndWords(sides(), "trang") + ".";
        double next = Sheets.paragraph(canvas, Sheets.LEFT, y, 167, 10, Face.HEADING_PLAIN, totals);
        if (!remark.isBlank()) {
            next = Sheets.paragraph(canvas, Sheets.LEFT, next, 167, 10, Face.HEADING_PLAIN, "Ghi nhận: " + remark);
        }
        next = Sheets.paragraph(
                canvas,
                Sheets.LEFT,
                next,
                167,
                10,
                Face.HEADING_PLAIN,
                "Hai bên đã cùng đếm, thống nhất số lượng nêu trên. Biên bản lập thành hai bản, mỗi bên giữ một bản.");
        sign(canvas, 64, next + 5, kind.giver, giver.name());
        sign(canvas, 153, next + 5, kind.taker, taker.name());
    }

    private static void sign(Canvas canvas, double x, double y, String side, String name) throws IOException {
        canvas.text(x, y, 10, Face.HEADING, Align.CENTRE, Sheets.BLACK, side);
        canvas.text(x, y + 4.6, 8, Face.ITALIC, Align.CENTRE, Sheets.BLACK, "(Ký, ghi rõ họ tên)");
        canvas.text(x, y + 32, 10, Face.HEADING, Align.CENTRE, Sheets.BLACK, name);
    }

    @Override
    public String toString() {
        return "Minutes[" + kind + " " + number + ", " + rows.size() + "]";
    }
}
