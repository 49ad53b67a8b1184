package vn.dancu.keying;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dancu.paper.Choice;
import vn.dancu.paper.Field;
import vn.dancu.paper.FieldKind;

/** What was typed, as the import files have it. A spelling is never changed, only its blanks and its way of composing marks. */
public final class TypedValue {
    private static final Pattern DIGITS_OF_A_DATE = Pattern.compile("(?:(?:(\\d{2}))?(\\d{2}))?(\\d{4})");
    private static final Pattern PARTS_OF_A_DATE =
            Pattern.compile("(?:(?:(\\d{1,2})[-/. ])?(\\d{1,2})[-/. ])?(\\d{4})");

    private TypedValue() {}

    /** Empty when it is a mark that this field does not have. */
    public static Optional<String> of(Field field, String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
        if (plain.isEmpty() || plain.equals(Keying.UNREADABLE)) {
            return Optional.of(plain);
        }
        return switch (field.kind()) {
            case HANDWRITTEN_TEXT, PRINTED_TEXT -> Optional.of(plain);
            case DIGITS -> Optional.of(plain.replaceAll("[ .-]", ""));
            case DATE -> Optional.of(date(plain));
            case CHECK -> mark(field.choices(), plain);
        };
    }

    /** {@code 08051944}, {@code 8/5/1944}, {@code 1944}; anything else stands as it was written. */
    private static String date(String plain) {
        for (Pattern pattern : List.of(DIGITS_OF_A_DATE, PARTS_OF_A_DATE)) {
            Matcher date = pattern.matcher(plain);
            if (date.matches()) {
                String day = date.group(1) == null ? "" : two(date.group(1)) + "/";
                String month = date.group(2) == null ? "" : two(date.group(2)) + "/";
                return day + month + date.group(3);
            }
        }
        return plain;
    }

    private static String two(String part) {
        return part.length() == 1 ? "0" + part : part;
    }

    /** By its place among the choices; else by its code or label. */
    private static Optional<String> mark(List<Choice> choices, String plain) {
        if (plain.matches("\\d{1,2}")) {
            int place = Integer.parseInt(plain);
            return place < 1 || place > choices.size()
                    ? Optional.empty()
                    : Optional.of(choices.get(place - 1).code());
        }
        String said = plain.toLowerCase(Locale.ROOT);
        return choices.stream()
                .filter(choice -> choice.code().toLowerCase(Locale.ROOT).equals(said)
                        || choice.label().toLowerCase(Locale.ROOT).equals(said))
                .map(Choice::code)
                .findFirst();
    }

    /** Whether a field is typed by the number of its choice. */
    public static boolean isByNumber(Field field) {
        return field.kind() == FieldKind.CHECK;
    }
}
