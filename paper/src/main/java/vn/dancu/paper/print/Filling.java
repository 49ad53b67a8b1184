package vn.dancu.paper.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dancu.civil.form.FormVersion;
import vn.dancu.paper.Box;
import vn.dancu.paper.Drawing.Face;
import vn.dancu.paper.Field;
import vn.dancu.paper.FormPage;

/**
 * Known data, laid into the fields of a page.
 *
 * @param words what is printed, each into its box
 * @param marked boxes that bear a cross
 * @param leftOut names of the fields whose value the page cannot show whole: too long, not of digits, no such choice. What is
 *     too long is printed as far as it goes, with an ellipsis; the others stay empty, for the citizen to fill in
 */
public record Filling(List<Words> words, List<Box> marked, List<String> leftOut) {
    /** In points. */
    public static final double TEXT_SIZE = 10;

    static final double DIGIT_SIZE = 12;
    static final double SMALLEST_TEXT = 7;

    private static final double MARGINS = 2.4;
    private static final int LONGEST = 1000;

    /**
     * One line of text in a box.
     *
     * @param field whose it is
     * @param isCentred as digits are
     */
    public record Words(String field, Box box, String text, boolean isCentred) {
        /** Without the text: it is somebody's. */
        @Override
        public String toString() {
            return "Words[" + field + "]";
        }
    }

    /**
     * @param values by the names of the fields, as import files have them; names that the page does not have are overlooked
     * @param canvas measures the text
     */
    public static Filling of(FormPage page, FormVersion version, Map<String, String> values, Canvas canvas)
            throws IOException {
        Filling filling = new Filling(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Field field : page.fields()) {
            String value = values.get(field.name());
            if (value == null || value.isBlank()) {
                continue;
            }
            Optional<String> entry = Entry.of(field, value, version);
            boolean isWhole = entry.isPresent() && filling.put(field, entry.get(), canvas);
            if (!isWhole) {
                filling.leftOut.add(field.name());
            }
        }
        return new Filling(List.copyOf(filling.words), List.copyOf(filling.marked), List.copyOf(filling.leftOut));
    }

    private boolean put(Field field, String entry, Canvas canvas) throws IOException {
        if (field.kind().isText()) {
            return text(field, entry, canvas);
        }
        if (field.kind().isComb()) {
            for (int i = 0; i < entry.length(); i++) {
                if (entry.charAt(i) != ' ') {
                    words.add(new Words(field.name(), field.boxes().get(i), String.valueOf(entry.charAt(i)), true));
                }
            }
            return true;
        }
        field.choices().stream()
                .filter(choice -> choice.code().equals(entry))
                .forEach(choice -> marked.add(choice.box()));
        return true;
    }

    private boolean text(Field field, String whole, Canvas canvas) throws IOException {
        // Longer than the letters of any field, so that a cell of a megabyte takes no longer than a line.
        String text = whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
        List<Box> lines = field.boxes();
        if (lines.size() == 1) {
            Box box = lines.get(0);
            double room = box.width() - MARGINS;
            if (canvas.width(SMALLEST_TEXT, Face.PLAIN, text) <= room) {
                words.add(new Words(field.name(), box, text, false));
                return true;
            }
            words.add(new Words(field.name(), box, cut(text, room, canvas), false));
            return false;
        }
        String rest = text;
        for (int i = 0; i < lines.size() && !rest.isEmpty(); i++) {
            Box box = lines.get(i);
            double room = box.width() - MARGINS;
            boolean isLast = i == lines.size() - 1;
            int end = isLast ? rest.length() : broken(rest, room, canvas);
            String line = rest.substring(0, end).strip();
            boolean fits = canvas.width(SMALLEST_TEXT, Face.PLAIN, line) <= room;
            words.add(new Words(field.name(), box, fits ? line : cut(line, room, canvas), false));
            if (!fits) {
                return false;
            }
            rest = rest.substring(end).strip();
        }
        return true;
    }

    /** Where the line ends at its full size: after a comma if that leaves it half full, else after a word. */
    private static int broken(String text, double room, Canvas canvas) throws IOException {
        int word = 0;
        int comma = 0;
        for (int i = 1; i <= text.length(); i++) {
            boolean isEnd = i == text.length() || text.charAt(i) == ' ';
            if (!isEnd) {
                continue;
            }
            if (canvas.width(TEXT_SIZE, Face.PLAIN, text.substring(0, i)) > room) {
                break;
            }
            word = i;
            if (i == text.length() || text.charAt(i - 1) == ',') {
                comma = i;
            }
        }
        if (word == 0) {
            return text.length();
        }
        return comma * 2 > word ? comma : word;
    }

    private static String cut(String text, double room, Canvas canvas) throws IOException {
        int end = text.length();
        while (end > 0 && canvas.width(SMALLEST_TEXT, Face.PLAIN, text.substring(0, end) + "…") > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + "…";
    }
}
