package vn.dancu.paper.print;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import vn.dancu.paper.Box;
import vn.dancu.paper.Drawing.Align;
import vn.dancu.paper.Drawing.Face;
import vn.dancu.paper.PageCode;

/**
 * Two receipts (giấy biên nhận) on a sheet that is cut in the middle: what a citizen is given for the forms left behind.
 *
 * @param receipts one or two
 */
public record ReceiptSheet(List<Receipt> receipts) implements PaperFile.Sheet {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final double HALF = 148.5;
    private static final double LEFT = 18;
    private static final double RIGHT = 194;
    private static final int MOST_NUMBERS = 12;

    /**
     * @param number of the receipt, as a code can hold it
     * @param above whom the body answers to
     * @param body that gives it
     * @param from who handed the forms in
     * @param address of theirs
     * @param formNos numbers of the forms
     * @param papers what else was left, or shown and given back; may be empty
     * @param day on which
     * @param officer who took them
     * @param contact how the office is reached
     */
    public record Receipt(
            String number,
            String above,
            String body,
            String from,
            String address,
            List<String> formNos,
            String papers,
            LocalDate day,
            String officer,
            String contact) {
        public Receipt {
            formNos = List.copyOf(formNos);
        }

        /** Without the person. */
        @Override
        public String toString() {
            return "Receipt[" + number + "]";
        }
    }

    public ReceiptSheet {
        receipts = List.copyOf(receipts);
        if (receipts.isEmpty() || receipts.size() > 2) {
            throw new IllegalArgumentException("a sheet has one receipt or two");
        }
    }

    /** As many sheets as the receipts need. */
    public static List<ReceiptSheet> of(List<Receipt> receipts) {
        List<ReceiptSheet> sheets = new ArrayList<>();
        for (int i = 0; i < receipts.size(); i += 2) {
            sheets.add(new ReceiptSheet(receipts.subList(i, Math.min(receipts.size(), i + 2))));
        }
        return sheets;
    }

    @Override
    public void draw(Canvas canvas) throws IOException {
        for (int i = 0; i < receipts.size(); i++) {
            receipt(canvas, i * HALF, receipts.get(i));
        }
        for (double x = 4; x < 206; x += 4) {
            canvas.line(x, HALF, x + 2, HALF, 0.15, 0.5);
        }
    }

    private static void receipt(Canvas canvas, double top, Receipt receipt) throws IOException {
        double y = Sheets.letterhead(canvas, LEFT, RIGHT, top + 15, receipt.above(), receipt.body());
        canvas.text(60, y + 2, 9, Face.HEADING_PLAIN, Align.CENTRE, Sheets.BLACK, "Số: " + receipt.number());
        canvas.text(105, top + 43, 14, Face.HEADING, Align.CENTRE, Sheets.BLACK, "GIẤY BIÊN NHẬN");
        double next = top + 53;
        next = line(canvas, next, "Đã nhận của ông/bà: " + receipt.from());
        next = line(canvas, next, "Nơi ở: " + receipt.address());
        List<String> numbers = receipt.formNos();
        String shown = String.join(", ", numbers.subList(0, Math.min(MOST_NUMBERS, numbers.size())))
                + (numbers.size() > MOST_NUMBERS ? " và " + (numbers.size() - MOST_NUMBERS) + " phiếu khác" : "");
        next = line(canvas, next, "Số phiếu: " + numbers.size() + (numbers.isEmpty() ? "" : ", gồm: " + shown));
        if (!receipt.papers().isBlank()) {
            next = line(canvas, next, "Giấy tờ kèm theo: " + receipt.papers());
        }
        line(
                canvas,
                next,
                "Ngày nhận: " + DAY.format(receipt.day()) + ". Hỏi về phiếu, xin liên hệ: " + receipt.contact());
        canvas.text(60, top + 103, 9.5, Face.HEADING, Align.CENTRE, Sheets.BLACK, "NGƯỜI NỘP");
        canvas.text(60, top + 107, 7.5, Face.ITALIC, Align.CENTRE, Sheets.BLACK, "(Ký, ghi rõ họ tên)");
        canvas.text(150, top + 103, 9.5, Face.HEADING, Align.CENTRE, Sheets.BLACK, "NGƯỜI NHẬN");
        canvas.text(150, top + 107, 7.5, Face.ITALIC, Align.CENTRE, Sheets.BLACK, "(Ký, ghi rõ họ tên)");
        canvas.text(150, top + 132, 9.5, Face.HEADING, Align.CENTRE, Sheets.BLACK, receipt.officer());
        PageCode code = new PageCode(PageCode.Kind.DOCUMENT, receipt.number(), "", 1, 1);
        Codes.drawQr(canvas, code, new Box(LEFT, top + 122, 17, 17));
    }

    private static double line(Canvas canvas, double y, String text) throws IOException {
        return Sheets.paragraph(canvas, LEFT, y, RIGHT - LEFT, 10, Face.HEADING_PLAIN, text) + 1.2;
    }
}
