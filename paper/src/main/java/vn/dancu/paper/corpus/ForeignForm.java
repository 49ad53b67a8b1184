package vn.dancu.paper.corpus;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.dancu.civil.form.FormVersion;
import vn.dancu.paper.Box;
import vn.dancu.paper.Choice;
import vn.dancu.paper.Field;
import vn.dancu.paper.FieldKind;
import vn.dancu.paper.FormLayout;
import vn.dancu.paper.FormPage;

/**
 * A page that somebody else printed: no code, no corner marks, drawn with the machine's own fonts and in inches, not from a
 * layout. What it is called and where its fields lie is told beside it, as an officer would have drawn it on the screen.
 */
final class ForeignForm {
    private static final double INCH = 25.4;
    private static final double LEFT = 0.72;
    private static final double RIGHT = 7.61;

    private ForeignForm() {}

    static FormLayout layout() {
        FormVersion version = new FormVersion(
                "DC01",
                "999/2018",
                "Phiếu in sẵn giả định",
                LocalDate.of(2018, 1, 1),
                LocalDate.of(2019, 1, 1),
                FormVersion.MonthRule.TWO_DIGITS);
        List<Field> fields = new ArrayList<>();
        fields.add(text("full_name", 1.93, 2.62, RIGHT - 1.93));
        fields.add(comb("birth_date", FieldKind.DATE, 1.93, 3.04, 8, List.of(2, 2, 4)));
        fields.add(Field.check(
                "sex", "", List.of(choice("Nam", "Nam", 5.41, 3.11), choice("Nữ", "Nữ", 6.43, 3.11)), false));
        fields.add(text("birth_registration_place", 2.47, 3.56, RIGHT - 2.47));
        fields.add(text("hometown", 1.93, 3.98, RIGHT - 1.93));
        fields.add(text("ethnicity", 1.93, 4.40, 1.6));
        fields.add(text("religion", 4.75, 4.40, RIGHT - 4.75));
        fields.add(comb("personal_id", FieldKind.DIGITS, 2.47, 4.85, 12, List.of(12)));
        fields.add(text("permanent_address", 0.80, 5.62, RIGHT - 0.88));
        fields.add(text("father_name", 2.05, 6.47, 3.2));
        fields.add(text("mother_name", 2.05, 6.87, 3.2));
        fields.add(text("head_name", 2.05, 7.27, 3.2));
        FormPage page = new FormPage(1, FormPage.A4_WIDTH, FormPage.A4_HEIGHT, null, List.of(), fields);
        return new FormLayout(version, List.of(page), List.of());
    }

    private static Field text(String name, double x, double y, double width) {
        Box box = new Box(x * INCH, y * INCH, width * INCH, 0.3 * INCH);
        return Field.text(name, FieldKind.HANDWRITTEN_TEXT, "", List.of(box));
    }

    private static Field comb(String name, FieldKind kind, double x, double y, int digits, List<Integer> groups) {
        return Field.comb(name, kind, "", new Box(x * INCH, y * INCH, digits * 0.24 * INCH, 0.32 * INCH), groups, 0);
    }

    private static Choice choice(String code, String label, double x, double y) {
        return new Choice(code, label, new Box(x * INCH, y * INCH, 0.2 * INCH, 0.2 * INCH));
    }

    /** The page without anything written on it. */
    static void draw(BufferedImage image, int dpi) {
        Graphics2D out = image.createGraphics();
        out.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        out.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        out.scale(dpi, dpi);
        out.setColor(Color.BLACK);
        say(out, 0.75, 0.62, 0.115, Font.BOLD, "BỘ CÔNG AN (bản giả định)");
        say(out, 3.9, 0.62, 0.115, Font.BOLD, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        say(out, 4.55, 0.81, 0.115, Font.PLAIN, "Độc lập - Tự do - Hạnh phúc");
        rule(out, 4.5, 0.87, 6.4, 0.87, 0.008);
        say(out, 2.15, 1.45, 0.17, Font.BOLD, "PHIẾU KHAI THÔNG TIN");
        say(out, 2.3, 1.68, 0.1, Font.ITALIC, "(dùng cho công dân, viết chữ in hoa)");
        frame(out, 6.35, 1.1, 1.1, 1.28, 0.012);
        say(out, 6.62, 1.75, 0.1, Font.ITALIC, "Ảnh 3x4");
        frame(out, LEFT, 2.52, RIGHT - LEFT + 0.06, 2.75, 0.02);
        line(out, 2.62, "1. Họ và tên");
        line(out, 3.04, "2. Ngày sinh");
        line(out, 3.56, "3. Nơi đăng ký khai sinh");
        line(out, 3.98, "4. Quê quán");
        line(out, 4.40, "5. Dân tộc");
        say(out, 4.0, 4.62, 0.105, Font.PLAIN, "6. Tôn giáo");
        line(out, 4.85, "7. Số định danh");
        say(out, 5.05, 3.26, 0.105, Font.PLAIN, "Nam");
        say(out, 6.15, 3.26, 0.105, Font.PLAIN, "Nữ");
        frame(out, 5.41, 3.11, 0.2, 0.2, 0.01);
        frame(out, 6.43, 3.11, 0.2, 0.2, 0.01);
        dotted(out, 1.93, 2.92, RIGHT);
        dotted(out, 2.47, 3.86, RIGHT);
        dotted(out, 1.93, 4.28, RIGHT);
        dotted(out, 1.93, 4.70, 3.53);
        dotted(out, 4.75, 4.70, RIGHT);
        boxes(out, 1.93, 3.04, 8);
        boxes(out, 2.47, 4.85, 12);
        say(out, LEFT, 5.5, 0.105, Font.BOLD, "8. Nơi thường trú");
        frame(out, LEFT, 5.57, RIGHT - LEFT + 0.06, 0.42, 0.012);
        double[] rows = {6.05, 6.42, 6.82, 7.22, 7.62};
        for (double row : rows) {
            rule(out, LEFT, row, RIGHT + 0.06, row, 0.012);
        }
        double[] columns = {LEFT, 1.98, 5.4, RIGHT + 0.06};
        for (double column : columns) {
            rule(out, column, rows[0], column, rows[4], 0.012);
        }
        say(out, 0.8, 6.28, 0.1, Font.BOLD, "Quan hệ");
        say(out, 3.2, 6.28, 0.1, Font.BOLD, "Họ và tên");
        say(out, 5.9, 6.28, 0.1, Font.BOLD, "Ghi chú");
        say(out, 0.8, 6.68, 0.105, Font.PLAIN, "9. Cha");
        say(out, 0.8, 7.08, 0.105, Font.PLAIN, "10. Mẹ");
        say(out, 0.8, 7.48, 0.105, Font.PLAIN, "11. Chủ hộ");
        say(out, 1.1, 8.1, 0.11, Font.BOLD, "NGƯỜI KHAI");
        say(out, 5.3, 8.1, 0.11, Font.BOLD, "CÁN BỘ THU PHIẾU");
        rule(out, LEFT, 11.1, RIGHT, 11.1, 0.006);
        say(out, 0.75, 11.25, 0.08, Font.ITALIC, "Phiếu này do đơn vị in sẵn, không có mã vạch.");
        out.dispose();
    }

    private static void line(Graphics2D out, double y, String caption) {
        say(out, 0.8, y + 0.22, 0.105, Font.PLAIN, caption);
    }

    private static void say(Graphics2D out, double x, double y, double size, int style, String text) {
        // Fonts of less than a unit are not drawn well: letters are drawn a hundred times larger and shrunk.
        Graphics2D small = (Graphics2D) out.create();
        small.translate(x, y);
        small.scale(0.01, 0.01);
        small.setFont(new Font(Font.SERIF, style, 1).deriveFont((float) (size * 130)));
        small.drawString(text, 0, 0);
        small.dispose();
    }

    private static void rule(Graphics2D out, double fromX, double fromY, double toX, double toY, double width) {
        out.setStroke(new BasicStroke((float) width));
        out.draw(new Line2D.Double(fromX, fromY, toX, toY));
    }

    private static void dotted(Graphics2D out, double from, double y, double to) {
        out.setStroke(new BasicStroke(
                0.008f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {0.012f, 0.03f}, 0));
        out.draw(new Line2D.Double(from, y, to, y));
    }

    private static void frame(Graphics2D out, double x, double y, double width, double height, double stroke) {
        out.setStroke(new BasicStroke((float) stroke));
        out.draw(new Rectangle2D.Double(x, y, width, height));
    }

    private static void boxes(Graphics2D out, double x, double y, int count) {
        for (int i = 0; i < count; i++) {
            frame(out, x + i * 0.24, y, 0.24, 0.32, 0.008);
        }
    }
}
