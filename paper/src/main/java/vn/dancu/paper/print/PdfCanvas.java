package vn.dancu.paper.print;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import vn.dancu.paper.Box;
import vn.dancu.paper.Drawing.Align;
import vn.dancu.paper.Drawing.Face;

/** A page of a PDF, or a part that many pages share. */
final class PdfCanvas implements Canvas {
    private final PDPageContentStream out;
    private final PdfFonts fonts;
    private final double height;

    /** @param height of the page in millimetres: PDF counts from the bottom */
    PdfCanvas(PDPageContentStream out, PdfFonts fonts, double height) {
        this.out = out;
        this.fonts = fonts;
        this.height = height;
    }

    private static float points(double millimetres) {
        // A thousandth of a point is finer than any printer, and keeps the file small.
        return (float) (Math.round(millimetres / POINT * 1000) / 1000.0);
    }

    private float up(double y) {
        return points(height - y);
    }

    @Override
    public void text(double x, double y, double size, Face face, Align align, double grey, String text)
            throws IOException {
        String drawable = fonts.drawable(face, text);
        if (drawable.isBlank()) {
            return;
        }
        double width = fonts.width(face, drawable) / 1000 * size * POINT;
        double left = switch (align) {
            case LEFT -> x;
            case CENTRE -> x - width / 2;
            case RIGHT -> x - width;
        };
        out.beginText();
        out.setNonStrokingColor((float) grey);
        out.setFont(fonts.font(face), (float) size);
        out.newLineAtOffset(points(left), up(y));
        out.showText(drawable);
        out.endText();
    }

    @Override
    public double width(double size, Face face, String text) throws IOException {
        return fonts.width(face, fonts.drawable(face, text)) / 1000 * size * POINT;
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY, double width, double grey) throws IOException {
        out.setStrokingColor((float) grey);
        out.setLineWidth(points(width));
        out.moveTo(points(fromX), up(fromY));
        out.lineTo(points(toX), up(toY));
        out.stroke();
    }

    @Override
    public void frame(Box box, double width, double grey) throws IOException {
        out.setStrokingColor((float) grey);
        out.setLineWidth(points(width));
        rectangle(box);
        out.stroke();
    }

    @Override
    public void fill(Box box, double grey) throws IOException {
        out.setNonStrokingColor((float) grey);
        rectangle(box);
        out.fill();
    }

    private void rectangle(Box box) throws IOException {
        out.addRect(points(box.x()), up(box.bottom()), points(box.width()), points(box.height()));
    }

    @Override
    public void modules(boolean[][] modules, Box box) throws IOException {
        out.setNonStrokingColor(0f);
        double wide = box.width() / modules[0].length;
        double high = box.height() / modules.length;
        for (int row = 0; row < modules.length; row++) {
            boolean[] cells = modules[row];
            for (int from = 0; from < cells.length; from++) {
                if (!cells[from]) {
                    continue;
                }
                int to = from;
                while (to < cells.length && cells[to]) {
                    to++;
                }
                rectangle(new Box(box.x() + from * wide, box.y() + row * high, (to - from) * wide, high));
                from = to;
            }
        }
        out.fill();
    }
}
