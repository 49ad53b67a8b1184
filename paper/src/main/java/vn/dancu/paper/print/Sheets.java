package vn.dancu.paper.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.dancu.paper.Drawing.Align;
import vn.dancu.paper.Drawing.Face;

/** What the sheets of the office have in common: the heads of Decree 30/2020 and text that wraps. */
final class Sheets {
    static final double LEFT = 25;
    static final double RIGHT = 192;
    static final double BLACK = 0;

    private Sheets() {}

    /**
     * Issuing body at the left, the country and its motto at the right.
     *
     * @return where the text goes on, in millimetres from the top
     */
    static double letterhead(Canvas canvas, double left, double right, double y, String above, String body)
            throws IOException {
        double leftMiddle = left + (right - left) * 0.24;
        double rightMiddle = left + (right - left) * 0.735;
        double half = (right - left) * 0.22;
        canvas.text(leftMiddle, y, 10, Face.HEADING_PLAIN, Align.CENTRE, BLACK, upper(above));
        double bodyY = y + 4.6;
        for (String line : wrapped(canvas, 10, Face.HEADING, upper(body), half * 2)) {
            canvas.text(leftMiddle, bodyY, 10, Face.HEADING, Align.CENTRE, BLACK, line);
            bodyY += 4.4;
        }
        canvas.line(leftMiddle - 11, bodyY - 2.6, leftMiddle + 11, bodyY - 2.6, 0.2, BLACK);
        canvas.text(rightMiddle, y, 10, Face.HEADING, Align.CENTRE, BLACK, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        canvas.text(rightMiddle, y + 4.8, 10.5, Face.HEADING, Align.CENTRE, BLACK, "Độc lập – Tự do – Hạnh phúc");
        double motto = canvas.width(10.5, Face.HEADING, "Độc lập – Tự do – Hạnh phúc") / 2;
        canvas.line(rightMiddle - motto, y + 6.4, rightMiddle + motto, y + 6.4, 0.2, BLACK);
        return Math.max(bodyY, y + 10);
    }

    private static String upper(String text) {
        return text.toUpperCase(java.util.Locale.ROOT);
    }

    /** Broken at spaces; a word too long for a line stands alone. */
    static List<String> wrapped(Canvas canvas, double size, Face face, String text, double width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : TypeFaces.clean(text).strip().split(" +")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && canvas.width(size, face, longer) > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** Text on as many lines as it needs; answers the base line of the next. */
    static double paragraph(Canvas canvas, double x, double y, double width, double size, Face face, String text)
            throws IOException {
        return paragraph(canvas, x, y, width, size, face, text, Integer.MAX_VALUE);
    }

    /** The same, ending after so many lines. */
    static double paragraph(
            Canvas canvas, double x, double y, double width, double size, Face face, String text, int most)
            throws IOException {
        double next = y;
        List<String> lines = wrapped(canvas, size, face, text, width);
        for (String line : lines.subList(0, Math.min(most, lines.size()))) {
            canvas.text(x, next, size, face, Align.LEFT, BLACK, line);
            next += size * Canvas.POINT * 1.45;
        }
        return next;
    }

    /** As large as it may be to end within the width. */
    static double fitted(Canvas canvas, double size, Face face, String text, double width) throws IOException {
        double wide = canvas.width(size, face, text);
        return wide <= width ? size : size * width / wide;
    }
}
