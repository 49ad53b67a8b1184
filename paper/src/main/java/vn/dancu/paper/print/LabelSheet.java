package vn.dancu.paper.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.dancu.paper.Box;
import vn.dancu.paper.Drawing.Align;
import vn.dancu.paper.Drawing.Face;
import vn.dancu.paper.PageCode;

/**
 * A sheet of 24 labels, three across and eight down, 70 × 37 mm each: the common A4 sheet without margins. For forms that bear
 * no code of their own.
 *
 * @param unit whose series it is, as it stands on every label
 * @param numbers at most 24, in the order of reading
 * @param version of the form they are stuck on; empty when it is not known
 */
public record LabelSheet(String unit, List<String> numbers, String version) implements PaperFile.Sheet {
    public static final int ACROSS = 3;
    public static final int DOWN = 8;
    public static final int LABELS = ACROSS * DOWN;

    private static final double WIDTH = 70;
    private static final double HEIGHT = 37;
    private static final double TOP = (297 - DOWN * HEIGHT) / 2;

    public LabelSheet {
        numbers = List.copyOf(numbers);
        if (numbers.size() > LABELS) {
            throw new IllegalArgumentException("a sheet has " + LABELS + " labels");
        }
    }

    /** As many sheets as the numbers need. */
    public static List<LabelSheet> of(String unit, List<String> numbers, String version) {
        List<LabelSheet> sheets = new ArrayList<>();
        for (int from = 0; from < numbers.size(); from += LABELS) {
            sheets.add(new LabelSheet(unit, numbers.subList(from, Math.min(numbers.size(), from + LABELS)), version));
        }
        return sheets;
    }

    @Override
    public void draw(Canvas canvas) throws IOException {
        for (int i = 0; i < numbers.size(); i++) {
            label(canvas, i % ACROSS * WIDTH, TOP + i / ACROSS * HEIGHT, numbers.get(i));
        }
    }

    private void label(Canvas canvas, double x, double y, String number) throws IOException {
        PageCode code = new PageCode(PageCode.Kind.LABEL, number, version, 1, 1);
        Codes.drawQr(canvas, code, new Box(x + 46, y + 4.5, 18, 18));
        double textWidth = 35;
        double next = y + 7.6;
        for (String line : Sheets.wrapped(canvas, 7, Face.PLAIN, unit, textWidth).stream()
                .limit(2)
                .toList()) {
            canvas.text(x + 6, next, 7, Face.PLAIN, Align.LEFT, Sheets.BLACK, line);
            next += 3.3;
        }
        double size = Sheets.fitted(canvas, 14, Face.BOLD, number, textWidth);
        canvas.text(x + 6, y + 18.6, size, Face.BOLD, Align.LEFT, Sheets.BLACK, number);
        String form = version.isEmpty() ? "" : version.substring(0, version.indexOf('/'));
        canvas.text(x + 6, y + 22.2, 6, Face.PLAIN, Align.LEFT, 0.3, form);
        Codes.drawBars(canvas, code, new Box(x + 4, y + 24.6, 62, 8));
    }

    /** How many labels; the numbers lead to persons. */
    @Override
    public String toString() {
        return "LabelSheet[" + numbers.size() + "]";
    }
}
