package vn.dancu.paper.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.form.FormVersion;
import vn.dancu.civil.list.BloodGroup;
import vn.dancu.civil.list.MaritalStatus;
import vn.dancu.civil.list.Sex;
import vn.dancu.paper.Box;
import vn.dancu.paper.Choice;
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
            boolean isWhole = switch (field.kind()) {
                case HANDWRITTEN_TEXT, PRINTED_TEXT -> filling.text(field, value, canvas);
                case DIGITS -> filling.digits(field, value.replaceAll("[\\s.-]", ""));
                case DATE -> filling.date(field, value, version.hasOneDigitMonths());
                case CHECK -> filling.choice(field, value);
            };
            if (!isWhole) {
                filling.leftOut.add(field.name());
            }
        }
        return new Filling(List.copyOf(filling.words), List.copyOf(filling.marked), List.copyOf(filling.leftOut));
    }

    private boolean text(Field field, String value, Canvas canvas) throws IOException {
        String text = TypeFaces.clean(value).strip();
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

    private boolean digits(Field field, String digits) {
        if (!digits.matches("[0-9]+") || digits.length() > field.boxes().size()) {
            return false;
        }
        for (int i = 0; i < digits.length(); i++) {
            digit(field, i, digits.charAt(i));
        }
        return true;
    }

    private void digit(Field field, int place, char digit) {
        words.add(new Words(field.name(), field.boxes().get(place), String.valueOf(digit), true));
    }

    private boolean date(Field field, String value, boolean isOneDigitFromMarch) {
        PartialDate date = PartialDate.read(value).date();
        if (date == null || field.boxes().size() != 8) {
            return false;
        }
        if (date.day() > 0) {
            digit(field, 0, (char) ('0' + date.day() / 10));
            digit(field, 1, (char) ('0' + date.day() % 10));
        }
        if (date.month() > 0) {
            boolean isOneDigit = isOneDigitFromMarch && date.month() >= 3 && date.month() <= 9;
            if (!isOneDigit) {
                digit(field, 2, (char) ('0' + date.month() / 10));
            }
            digit(field, 3, (char) ('0' + date.month() % 10));
        }
        String year = String.format("%04d", date.year());
        for (int i = 0; i < 4; i++) {
            digit(field, 4 + i, year.charAt(i));
        }
        return true;
    }

    private boolean choice(Field field, String value) {
        for (Choice choice : field.choices()) {
            if (isSame(field.name(), choice.code(), value.strip())) {
                marked.add(choice.box());
                return true;
            }
        }
        return false;
    }

    /** By code, word or letter, as import files may have it. */
    private static boolean isSame(String field, String code, String value) {
        if (code.equalsIgnoreCase(value)) {
            return true;
        }
        return switch (field) {
            case "sex" -> isEqual(Sex.parse(code), Sex.parse(value));
            case "blood_group" -> isEqual(BloodGroup.parse(code), BloodGroup.parse(value));
            case "marital_status" -> isEqual(MaritalStatus.parse(code), MaritalStatus.parse(value));
            default -> false;
        };
    }

    private static boolean isEqual(
            Optional<? extends @Nullable Object> one, Optional<? extends @Nullable Object> other) {
        return one.isPresent() && one.equals(other);
    }
}
