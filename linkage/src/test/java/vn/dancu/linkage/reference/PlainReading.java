package vn.dancu.linkage.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.list.Relation;
import vn.dancu.civil.list.Sex;
import vn.dancu.civil.name.PersonName;
import vn.dancu.civil.text.VietnameseText;
import vn.dancu.linkage.Column;

/** Raw cells to values, kind by kind as the manual tells it. The rules of text, names, dates and lists are civil's own. */
final class PlainReading {

    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("street", "st"),
            Map.entry("road", "rd"),
            Map.entry("avenue", "ave"),
            Map.entry("av", "ave"),
            Map.entry("drive", "dr"),
            Map.entry("phuong", "p"),
            Map.entry("duong", "d"),
            Map.entry("thon", "t"));

    private PlainReading() {}

    static @Nullable PlainValue read(Column column, @Nullable String written) {
        if (written == null || written.isEmpty()) {
            return null;
        }
        String format = column.format() == null ? "" : column.format();
        return switch (column.kind()) {
            case PERSON_NAME, WHOLE_NAME -> name(written, format.equals("generic"));
            case DATE -> date(written, format.equals("mdy"));
            case NUMBER -> {
                String digits = number(written, format);
                yield digits.isEmpty() ? null : PlainValue.number(digits);
            }
            case NUMBERS -> {
                Set<String> numbers = new TreeSet<>();
                for (String one : written.split("[|;,]")) {
                    numbers.add(number(one, format));
                }
                numbers.remove("");
                yield numbers.isEmpty() ? null : PlainValue.numbers(numbers);
            }
            case QUANTITY -> quantity(written);
            case CODE, HOUSEHOLD -> text(VietnameseText.fold(written), false, false);
            case SEX -> text(Sex.parse(written).map(Sex::code).orElse(VietnameseText.fold(written)), false, false);
            case RELATION ->
                text(Relation.parse(written).map(Relation::code).orElse(VietnameseText.fold(written)), false, false);
            case TEXT, FREE_TEXT -> text(tidy(written), false, false);
            case ADDRESS -> text(tidy(written), false, true);
            case SET -> text(tidy(written), true, false);
            case FINGERPRINT -> text(VietnameseText.fold(written), false, false);
        };
    }

    private static String tidy(String written) {
        return VietnameseText.lower(VietnameseText.tidy(written));
    }

    private static @Nullable PlainValue text(String exact, boolean set, boolean address) {
        String folded = VietnameseText.fold(exact);
        if (folded.isEmpty()) {
            return null;
        }
        Set<String> words = new LinkedHashSet<>();
        for (String word : set ? exact.split("[|;,]") : folded.split(" ")) {
            words.add(set ? VietnameseText.fold(word) : address ? SHORT.getOrDefault(word, word) : word);
        }
        words.remove("");
        return PlainValue.text(exact, folded, List.copyOf(words));
    }

    private static @Nullable PlainValue name(String written, boolean generic) {
        PersonName name = PersonName.of(VietnameseText.upper(generic ? surnameFirst(written) : written));
        if (VietnameseText.fold(written).isEmpty()) {
            return null;
        }
        List<String> folded = new ArrayList<>();
        for (String part : List.of(name.surname(), name.middle(), name.given())) {
            folded.add(PlainNames.folded(part));
        }
        return PlainValue.name(
                name.surname(),
                name.middle(),
                name.given(),
                String.join(" ", folded).replaceAll(" +", " ").strip());
    }

    /** A surname of several words holds together by hyphens. */
    private static String surnameFirst(String written) {
        List<String> words = words(written.replace(',', ' '));
        if (words.size() < 2) {
            return written;
        }
        List<String> givens = words.subList(0, words.size() - 1);
        String surname = words.get(words.size() - 1);
        int comma = written.indexOf(',');
        if (comma >= 0) {
            surname = String.join("-", words(written.substring(0, comma)));
            givens = words(written.substring(comma + 1));
        }
        List<String> ordered = new ArrayList<>(List.of(surname));
        if (!givens.isEmpty()) {
            ordered.addAll(givens.subList(1, givens.size()));
            ordered.add(givens.get(0));
        }
        return String.join(" ", ordered);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    private static final Pattern COMPACT = Pattern.compile("(1\\d{3}|20\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})");

    private static @Nullable PlainValue date(String written, boolean monthFirst) {
        String text = written.strip();
        Matcher compact = COMPACT.matcher(text);
        Matcher american = MONTH_FIRST.matcher(text);
        PartialDate date;
        if (compact.matches()) {
            date = PartialDate.read(compact.group(1) + "-" + compact.group(2) + "-" + compact.group(3))
                    .date();
        } else if (monthFirst && american.matches()) {
            date = PartialDate.read(american.group(3) + "/" + american.group(1) + "/" + american.group(4))
                    .date();
        } else {
            date = PartialDate.read(text).date();
        }
        return date == null || date.year() > 4095 ? null : PlainValue.date(date);
    }

    /** Digits without what is put between them; empty where it is no number of that format, or says that there is none. */
    private static String number(String written, String format) {
        String digits = written.replaceAll("[ .()+-]", "");
        int wanted = format.equals("personal-id") ? 12 : format.isEmpty() ? 0 : Integer.parseInt(format);
        boolean usable = digits.matches("[0-9]{1,15}")
                && (wanted == 0 || digits.length() == wanted)
                && !digits.matches("(\\d)\\1{4,}");
        return usable ? digits : "";
    }

    private static final Pattern QUANTITY =
            Pattern.compile("[^0-9.,+-]*([^\\p{L}]+(?:(?<=\\d)[eE][+-]?\\d+[^\\p{L}]*)*).*");

    /**
     * The first number in the cell, up to the first letter that is no exponent's; signs of money and spaces are left aside. A comma before exactly
     * three digits only groups, another is a point.
     */
    private static @Nullable PlainValue quantity(String written) {
        Matcher matcher = QUANTITY.matcher(written);
        if (!matcher.matches()) {
            return null;
        }
        String number = matcher.group(1)
                .replaceAll(",(?=\\d{3}(?!\\d))", "")
                .replace(',', '.')
                .replaceAll("[^0-9.eE+-]", "");
        try {
            float value = Float.parseFloat(number);
            return Float.isFinite(value) ? PlainValue.quantity(value + 0f) : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
