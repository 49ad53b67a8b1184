package vn.dancu.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pairs are only looked at when they agree in every part of some rule. Of a record that has more than 256 keys under a rule
 * (several many-keyed parts multiply), only as many are looked at.
 *
 * @param parts what must agree
 * @param refinements further parts, added one after the other where a block would hold too many pairs
 * @param leaveOutLarge whether blocks that are too large even after the last refinement are left out and reported (for
 *     words that half the file has); otherwise they are visited, as long as the run's budget of pairs allows
 */
public record BlockingRule(String name, List<Part> parts, List<Part> refinements, boolean leaveOutLarge) {

    /**
     * @param columns of which any value may agree with any of the other side's (usually one column)
     * @param argument of FIRST and LAST: how many characters; of ROUND: the width of a bucket; otherwise 0
     */
    public record Part(List<String> columns, Aspect aspect, double argument) {

        public Part {
            columns = List.copyOf(columns);
        }

        public Part(String column, Aspect aspect) {
            this(List.of(column), aspect, 0);
        }
    }

    public enum Aspect {
        /** The value as compared by EXACT; of several numbers, any. */
        VALUE,
        /** Without marks, case and punctuation; names also with i for y. */
        FOLDED,
        /** Its first so many folded characters, spaces aside: {@code surname:first-4}. None where there are fewer. */
        FIRST,
        LAST,
        SOUNDEX,
        /** Its digits. */
        DIGITS,
        /** Its words in alphabetical order. */
        SORTED,
        /** Each word. */
        WORD,
        /** Each pair of words of one value (of twelve of them); a value of one word has that word. */
        TWO_WORDS,
        /** Each run of four letters, spaces aside (for names with many slips); a shorter value is one run. */
        LETTERS,
        /** Of a person's name. */
        SURNAME,
        GIVEN_NAME,
        FOLDED_NAME,
        /** Of a date. */
        YEAR,
        /** Day and month of a date known to the day that is not the first of January. */
        DAY_AND_MONTH,
        /** A date known to the day that is not the first of January. */
        FULL_DATE,
        /** Each number or member of a set. */
        MEMBER,
        /** A quantity's bucket and the next one: {@code price:round-10}. */
        ROUND;

        /** As a model file writes it: {@code two-words}. */
        public String written() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether values of a column of that kind have the aspect. */
        public boolean fits(Column.Kind kind) {
            boolean name = kind == Column.Kind.PERSON_NAME || kind == Column.Kind.WHOLE_NAME;
            boolean text = name
                    || switch (kind) {
                        case TEXT, FREE_TEXT, ADDRESS, SET, CODE, SEX, RELATION, HOUSEHOLD -> true;
                        default -> false;
                    };
            return switch (this) {
                case VALUE -> true;
                case FOLDED, SOUNDEX, DIGITS, SORTED, WORD, TWO_WORDS, LETTERS -> text;
                case FIRST, LAST -> text || kind == Column.Kind.NUMBER;
                case SURNAME, GIVEN_NAME, FOLDED_NAME -> name;
                case YEAR, DAY_AND_MONTH, FULL_DATE -> kind == Column.Kind.DATE;
                case MEMBER -> kind == Column.Kind.NUMBERS || kind == Column.Kind.SET;
                case ROUND -> kind == Column.Kind.QUANTITY;
            };
        }

        /** Whether one value gives several keys. */
        boolean many() {
            return this == WORD || this == TWO_WORDS || this == LETTERS || this == MEMBER || this == ROUND;
        }
    }

    private static final Pattern PART =
            Pattern.compile("([^:+|]+(?:\\|[^:+|]+)*)(?::([a-z-]+?)(?:-(\\d+(?:\\.\\d+)?))?)?");

    public BlockingRule {
        parts = List.copyOf(parts);
        refinements = List.copyOf(refinements);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a blocking rule without a part: " + name);
        }
    }

    /**
     * Reads {@code personal_id} or {@code full_name:given-name + birth_date:year} or {@code surname|given_name:first-4}.
     *
     * @throws IllegalArgumentException saying what cannot be read
     */
    public static List<Part> parts(String written) {
        List<Part> parts = new ArrayList<>();
        for (String word : written.split("\\+")) {
            if (!word.isBlank()) {
                parts.add(part(word.strip()));
            }
        }
        return parts;
    }

    private static Part part(String written) {
        Matcher matcher = PART.matcher(written);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a part of a blocking rule: " + written);
        }
        List<String> columns =
                Arrays.stream(matcher.group(1).split("\\|")).map(String::strip).toList();
        Aspect aspect = matcher.group(2) == null ? Aspect.VALUE : aspect(matcher.group(2), written);
        boolean argument = aspect == Aspect.FIRST || aspect == Aspect.LAST || aspect == Aspect.ROUND;
        if (argument != (matcher.group(3) != null)) {
            throw new IllegalArgumentException((argument
                            ? "a number is missing behind the aspect, as in name:first-4: "
                            : "no number belongs behind this aspect: ")
                    + written);
        }
        return new Part(columns, aspect, argument ? Double.parseDouble(matcher.group(3)) : 0);
    }

    private static Aspect aspect(String word, String written) {
        for (Aspect aspect : Aspect.values()) {
            if (aspect.written().equals(word)) {
                return aspect;
            }
        }
        throw new IllegalArgumentException("no such aspect of a value: " + word + " in " + written + "; there are "
                + Arrays.stream(Aspect.values()).map(Aspect::written).toList());
    }

    /** A rule by its parts and refinements as written; large blocks are left out where one value gives several keys. */
    public static BlockingRule of(String parts, String refinements) {
        List<Part> read = parts(parts);
        return new BlockingRule(
                parts,
                read,
                parts(refinements),
                read.stream().anyMatch(part -> part.aspect().many()));
    }

    BlockingRule leavingOutLarge() {
        return new BlockingRule(name, parts, refinements, true);
    }
}
