package vn.dancu.linkage;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.linkage.BlockingRule.Aspect;
import vn.dancu.linkage.Column.Kind;

/**
 * One column's share in a blocking key. Keys of equal values are equal whatever the column; 0 is "no key". What a distinct
 * value gives is worked out once.
 */
final class RulePart {

    private static final long[] NONE = {};
    private static final int RUN_OF_LETTERS = 4;
    private static final int MOST_WORDS = 12;

    private final Joint joint;
    private final Kind kind;
    private final Aspect aspect;
    private final double argument;
    private final int column;
    private final int slot;
    /** Keys of the column's codes as far as they have been asked for; 1 stands for none, 0 for not yet. */
    private long[] one = {};

    private long[] @Nullable [] many = {};

    RulePart(Joint joint, String name, BlockingRule.Part part) {
        this.joint = joint;
        this.column = joint.model.column(name);
        this.kind = joint.model.columns().get(column).kind();
        // Two sets of numbers are equal, as EXACT sees them, when a number is common.
        this.aspect = kind == Kind.NUMBERS ? Aspect.MEMBER : part.aspect();
        this.argument = part.argument();
        this.slot = joint.layout.slot(column);
        if (!part.aspect().fits(kind)) {
            throw new IllegalArgumentException(
                    part.aspect().written() + " is no aspect of " + name + ", which is " + kind.written());
        }
        prepare();
    }

    int column() {
        return column;
    }

    boolean isMany() {
        return aspect.many();
    }

    /** Works the keys of all codes out, so that threads only read. */
    private void prepare() {
        int codes = codes();
        if (isMany() && codes > 0) {
            many = new long[codes][];
            for (int code = 1; code < codes; code++) {
                many[code] = manyOf(code);
            }
        } else if (codes > 0) {
            one = new long[codes];
            for (int code = 1; code < codes; code++) {
                one[code] = oneOf(code);
            }
        }
    }

    /** Codes of the dictionary that keys are kept for; 0 where a cell speaks for itself. */
    private int codes() {
        return switch (kind) {
            case TEXT, FREE_TEXT, ADDRESS, SET, CODE, SEX, RELATION, HOUSEHOLD -> joint.texts[column].codes();
            case PERSON_NAME, WHOLE_NAME ->
                aspect == Aspect.SURNAME || aspect == Aspect.GIVEN_NAME || aspect == Aspect.FOLDED_NAME
                        ? 0
                        : joint.names.codes();
            case NUMBERS -> joint.values.sets();
            case DATE, NUMBER, QUANTITY, FINGERPRINT -> 0;
        };
    }

    /** The key of a row (which begins at the given cell), or 0. Only where a value has one key. */
    long key(int[] cells, int row) {
        int at = row + slot;
        int cell = cells[at];
        return switch (kind) {
            case TEXT, FREE_TEXT, ADDRESS, SET, CODE, SEX, RELATION, HOUSEHOLD -> kept(cell);
            case PERSON_NAME, WHOLE_NAME -> name(cells, at);
            case DATE -> date(cell);
            case NUMBER -> number(Joint.number(cells, at));
            case QUANTITY, FINGERPRINT -> cell;
            case NUMBERS -> throw new IllegalStateException("has several keys");
        };
    }

    private long kept(int code) {
        return code < one.length ? one[code] : oneOf(code);
    }

    private long name(int[] cells, int at) {
        Names names = joint.names;
        int name = kind == Kind.PERSON_NAME ? cells[at + Layout.NAME] : cells[at];
        return switch (aspect) {
            case SURNAME -> name == 0 ? 0 : names.parts.key(names.surname(name));
            case GIVEN_NAME -> name == 0 ? 0 : names.parts.key(names.given(name));
            case FOLDED_NAME -> name == 0 ? 0 : names.key(name);
            default -> kept(name);
        };
    }

    private long date(int date) {
        return switch (aspect) {
            case YEAR -> Dates.year(date);
            case DAY_AND_MONTH -> Dates.full(date) && !Dates.defaultDay(date) ? Dates.dayAndMonth(date) : 0;
            case FULL_DATE -> Dates.full(date) && !Dates.defaultDay(date) ? date : 0;
            default -> date;
        };
    }

    private long number(long packed) {
        if (packed == 0 || aspect == Aspect.VALUE) {
            return packed;
        }
        return cut(Numbers.text(packed));
    }

    /** The first or last so many characters; nothing where there are fewer. */
    private long cut(String text) {
        int length = (int) argument;
        if (text.length() < length || length == 0) {
            return 0;
        }
        return Reading.hash(
                aspect == Aspect.FIRST ? text.substring(0, length) : text.substring(text.length() - length));
    }

    private long oneOf(int code) {
        if (code == 0) {
            return 0;
        }
        String folded = folded(code);
        return switch (aspect) {
            case VALUE -> Reading.hash(whole(code));
            case FOLDED -> hash(folded);
            case FIRST, LAST -> cut(folded.replace(" ", ""));
            case SOUNDEX -> hash(Similarity.soundex(folded));
            case DIGITS -> hash(folded.replaceAll("[^0-9]", ""));
            case SORTED -> {
                String[] words = folded.split(" ");
                Arrays.sort(words);
                yield hash(String.join(" ", words));
            }
            default -> 0;
        };
    }

    private static long hash(String text) {
        return text.isEmpty() ? 0 : Reading.hash(text);
    }

    private boolean isName() {
        return kind == Kind.PERSON_NAME || kind == Kind.WHOLE_NAME;
    }

    private String whole(int code) {
        return isName() ? joint.names.text(code) : joint.texts[column].text(code);
    }

    private String folded(int code) {
        return isName() ? joint.names.foldedText(code) : joint.texts[column].foldedText(code);
    }

    /** The keys of a row where a value has several; none is 0. */
    long[] keys(int[] cells, int row) {
        int cell = cells[row + slot + (kind == Kind.PERSON_NAME ? Layout.NAME : 0)];
        if (cell == 0) {
            return NONE;
        }
        if (kind == Kind.QUANTITY) {
            // Two values closer than a bucket's width lie in one bucket or in neighbours.
            double bucket = Math.floor(Float.intBitsToFloat(cell) / argument);
            return new long[] {bucketKey(bucket), bucketKey(bucket + 1)};
        }
        long[] known = cell < many.length ? many[cell] : null;
        return known == null ? manyOf(cell) : known;
    }

    private static long bucketKey(double bucket) {
        // Of two zeros one; and 1 more, because no key is 0.
        return LongCodes.mix(Double.doubleToLongBits(bucket + 0.0) + 1);
    }

    private long[] manyOf(int code) {
        if (kind == Kind.NUMBERS) {
            return Arrays.stream(joint.values.set(code)).map(LongCodes::mix).toArray();
        }
        return switch (aspect) {
            case LETTERS -> letters(folded(code).replace(" ", ""));
            case WORD, MEMBER -> words(code).stream().mapToLong(Reading::hash).toArray();
            case TWO_WORDS -> twoWords(words(code));
            default -> NONE;
        };
    }

    private List<String> words(int code) {
        if (isName()) {
            return Arrays.stream(folded(code).split(" ")).distinct().toList();
        }
        Words words = joint.words.of(column);
        return Arrays.stream(words.of(code)).mapToObj(words::text).toList();
    }

    private static long[] twoWords(List<String> words) {
        List<String> some = words.subList(0, Math.min(MOST_WORDS, words.size()));
        if (some.size() < 2) {
            return some.stream().mapToLong(Reading::hash).toArray();
        }
        long[] keys = new long[some.size() * (some.size() - 1) / 2];
        int next = 0;
        for (int a = 0; a < some.size(); a++) {
            for (int b = a + 1; b < some.size(); b++) {
                // The order of words in the dictionary is arbitrary; their sum is not.
                keys[next++] = LongCodes.mix(Reading.hash(some.get(a)) + Reading.hash(some.get(b)) | 1);
            }
        }
        return keys;
    }

    private static long[] letters(String text) {
        if (text.length() <= RUN_OF_LETTERS) {
            return new long[] {Reading.hash(text)};
        }
        long[] keys = new long[text.length() - RUN_OF_LETTERS + 1];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = Reading.hash(text.substring(i, i + RUN_OF_LETTERS));
        }
        return Arrays.stream(keys).distinct().toArray();
    }
}
