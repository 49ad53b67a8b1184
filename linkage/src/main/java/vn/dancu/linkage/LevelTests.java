package vn.dancu.linkage;

import java.time.LocalDate;
import java.util.List;

/**
 * The levels of a comparison whose tests are listed: the first test that is fulfilled decides. What depends on the two
 * values alone is remembered per pair of values. One per thread.
 */
final class LevelTests {

    private final Column.Kind kind;
    private final int slot;
    private final int last;
    private final Test[] tests;
    /** By test. */
    private final int[] levels;
    /** For SWAPPED, by test: where the other column lies; and its dictionary. */
    private final int[] otherSlots;

    private final Texts texts;
    private final Words words;
    private final Texts[] otherTexts;
    private final List<long[]> sets;
    private final boolean anySwapped;
    private final PairCache cache;
    /** Level of two equal values. */
    private final int equal;

    LevelTests(Joint joint, int k) {
        Comparison comparison = joint.model.comparisons().get(k);
        int column = joint.model.column(comparison.columns().get(0));
        kind = joint.model.columns().get(column).kind();
        slot = joint.layout.slot(column) + (kind == Column.Kind.PERSON_NAME ? Layout.NAME : 0);
        texts = joint.texts[column];
        sets = joint.values.sets;
        last = comparison.levels().size();
        int count = comparison.levels().stream()
                .mapToInt(level -> level.tests().size())
                .sum();
        tests = new Test[count];
        levels = new int[count];
        otherSlots = new int[count];
        otherTexts = new Texts[count];
        int next = 0;
        boolean swapped = false;
        boolean wordy = false;
        for (int v = 1; v < last; v++) {
            for (Test test : comparison.levels().get(v - 1).tests()) {
                if (!test.measure().fits(kind)) {
                    throw new IllegalArgumentException(
                            comparison.name() + ": " + test + " does not fit a column of kind " + kind.written());
                }
                tests[next] = test;
                levels[next] = v;
                if (test.column() != null) {
                    int other = joint.model.column(test.column());
                    otherSlots[next] = joint.layout.slot(other);
                    otherTexts[next] = joint.texts[other];
                    swapped = true;
                }
                wordy |= ColumnWords.needs(test.measure());
                next++;
            }
        }
        anySwapped = swapped;
        words = wordy ? joint.words.of(column) : ColumnWords.NONE;
        cache = cached(kind) ? new PairCache() : PairCache.NONE;
        equal = levelOfEquals();
    }

    private static boolean cached(Column.Kind kind) {
        return switch (kind) {
            case TEXT, FREE_TEXT, ADDRESS, SET, CODE, SEX, RELATION, HOUSEHOLD -> true;
            default -> false;
        };
    }

    private int levelOfEquals() {
        for (int t = 0; t < tests.length; t++) {
            boolean never = tests[t].measure() == Measure.SWAPPED
                    || tests[t].measure() == Measure.DAY_MONTH_SWAPPED
                    || tests[t].measure() == Measure.LESS_KNOWN;
            if (!never) {
                return levels[t];
            }
        }
        return last;
    }

    int level(int[] left, int i, int[] right, int j) {
        int a = left[i + slot];
        int b = right[j + slot];
        return switch (kind) {
            case NUMBER -> numbers(Joint.number(left, i + slot), Joint.number(right, j + slot));
            case DATE -> a == 0 || b == 0 ? 0 : dates(a, b);
            case QUANTITY -> a == 0 || b == 0 ? 0 : quantities(Float.intBitsToFloat(a), Float.intBitsToFloat(b));
            case NUMBERS -> a == 0 || b == 0 ? 0 : sets(a, b);
            case PERSON_NAME, WHOLE_NAME, FINGERPRINT -> a == 0 || b == 0 ? 0 : a == b ? equal : last;
            case TEXT, FREE_TEXT, ADDRESS, SET, CODE, SEX, RELATION, HOUSEHOLD -> texts(a, b, left, i, right, j);
        };
    }

    private int texts(int a, int b, int[] left, int i, int[] right, int j) {
        if (a == 0 || b == 0) {
            return anySwapped && (a | b) != 0 ? swappedAlone(a, b, left, i, right, j) : 0;
        }
        int level;
        if (a == b) {
            level = equal;
        } else {
            level = cache.find(a, b);
            if (level == 0) {
                level = computed(a, b);
                cache.put(a, b, level);
            }
        }
        if (anySwapped && level > 1) {
            for (int t = 0; t < tests.length && levels[t] < level; t++) {
                if (tests[t].measure() == Measure.SWAPPED && swapped(t, a, b, left, i, right, j)) {
                    return levels[t];
                }
            }
        }
        return level;
    }

    /** One side is empty: the value may stand in the other column, otherwise nothing can be told. */
    private int swappedAlone(int a, int b, int[] left, int i, int[] right, int j) {
        for (int t = 0; t < tests.length; t++) {
            if (tests[t].measure() == Measure.SWAPPED && swapped(t, a, b, left, i, right, j)) {
                return levels[t];
            }
        }
        return 0;
    }

    private boolean swapped(int t, int a, int b, int[] left, int i, int[] right, int j) {
        int otherA = left[i + otherSlots[t]];
        int otherB = right[j + otherSlots[t]];
        boolean there = a != 0 && otherB != 0 && same(t, a, otherB);
        return there || (b != 0 && otherA != 0 && same(t, b, otherA));
    }

    private boolean same(int t, int own, int other) {
        return texts.foldedText(own).equals(otherTexts[t].foldedText(other));
    }

    private int computed(int a, int b) {
        for (int t = 0; t < tests.length; t++) {
            if (holds(tests[t], a, b)) {
                return levels[t];
            }
        }
        return last;
    }

    private boolean holds(Test test, int a, int b) {
        double bound = test.bound();
        return switch (test.measure()) {
            case EXACT -> a == b;
            case FOLDED -> texts.folded(a) == texts.folded(b);
            case SOUNDEX -> {
                String soundex = Similarity.soundex(texts.foldedText(a));
                yield !soundex.isEmpty() && soundex.equals(Similarity.soundex(texts.foldedText(b)));
            }
            case JARO_WINKLER -> Similarity.jaroWinkler(texts.foldedText(a), texts.foldedText(b)) >= bound;
            case JARO -> Similarity.jaro(texts.foldedText(a), texts.foldedText(b)) >= bound;
            case LEVENSHTEIN -> Similarity.within(texts.foldedText(a), texts.foldedText(b), (int) bound, false);
            case DAMERAU -> Similarity.within(texts.foldedText(a), texts.foldedText(b), (int) bound, true);
            case DIGITS -> Similarity.digitsDiffer(texts.foldedText(a), texts.foldedText(b), (int) bound);
            case PREFIX -> {
                String foldedA = texts.foldedText(a);
                int length = (int) bound;
                yield foldedA.length() >= length && foldedA.regionMatches(0, texts.foldedText(b), 0, length);
            }
            case INITIALS -> Similarity.initials(texts.foldedText(a), texts.foldedText(b));
            case BIGRAMS -> Similarity.bigrams(texts.foldedText(a), texts.foldedText(b)) >= bound;
            case CONTAINS -> words.contains(a, b);
            case COSINE -> words.cosine(a, b) >= bound;
            case SOFT_COSINE -> words.softCosine(a, b) >= bound;
            case JACCARD -> words.jaccard(a, b) >= bound;
            case COMMON -> words.common(a, b) >= bound;
            case SWAPPED, DIFFERENCE, RATIO, DAYS, YEAR, MONTH, DAY_AND_MONTH, DAY_MONTH_SWAPPED, LESS_KNOWN -> false;
        };
    }

    private int numbers(long a, long b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        if (a == b) {
            return equal;
        }
        for (int t = 0; t < tests.length; t++) {
            if (numberHolds(tests[t], a, b)) {
                return levels[t];
            }
        }
        return last;
    }

    private static boolean numberHolds(Test test, long a, long b) {
        int bound = (int) test.bound();
        return switch (test.measure()) {
            case DIGITS -> Numbers.differ(a, b, bound);
            case LEVENSHTEIN -> Similarity.within(Numbers.text(a), Numbers.text(b), bound, false);
            case DAMERAU -> Similarity.within(Numbers.text(a), Numbers.text(b), bound, true);
            case PREFIX -> {
                String digits = Numbers.text(a);
                yield digits.length() >= bound && digits.regionMatches(0, Numbers.text(b), 0, bound);
            }
            default -> false;
        };
    }

    private int sets(int a, int b) {
        int best = last;
        for (long x : sets.get(a)) {
            for (long y : sets.get(b)) {
                best = Math.min(best, numbers(x, y));
            }
        }
        return best;
    }

    private int dates(int a, int b) {
        if (a == b) {
            return equal;
        }
        for (int t = 0; t < tests.length; t++) {
            if (dateHolds(tests[t], a, b)) {
                return levels[t];
            }
        }
        return last;
    }

    private static boolean dateHolds(Test test, int a, int b) {
        boolean full = Dates.full(a) && Dates.full(b);
        boolean sameYear = Dates.year(a) == Dates.year(b);
        return switch (test.measure()) {
            case DIGITS -> full && Numbers.differ(Dates.digits(a), Dates.digits(b), (int) test.bound());
            case YEAR -> sameYear;
            case MONTH -> sameYear && Dates.month(a) == Dates.month(b) && Dates.month(a) != 0;
            case DAY_AND_MONTH -> full && Dates.dayAndMonth(a) == Dates.dayAndMonth(b);
            case DAY_MONTH_SWAPPED ->
                full && sameYear && Dates.month(a) == Dates.day(b) && Dates.day(a) == Dates.month(b);
            case LESS_KNOWN -> sameYear && (!full || Dates.defaultDay(a) || Dates.defaultDay(b));
            case DIFFERENCE -> Math.abs(Dates.year(a) - Dates.year(b)) <= test.bound();
            case DAYS -> full && Math.abs(day(a) - day(b)) <= test.bound();
            default -> false;
        };
    }

    private static long day(int date) {
        return LocalDate.of(Dates.year(date), Dates.month(date), Dates.day(date))
                .toEpochDay();
    }

    private int quantities(float a, float b) {
        if (a == b) {
            return equal;
        }
        for (int t = 0; t < tests.length; t++) {
            if (quantityHolds(tests[t], a, b)) {
                return levels[t];
            }
        }
        return last;
    }

    private static boolean quantityHolds(Test test, float a, float b) {
        return switch (test.measure()) {
            // Half a unit in the seventh place is what a float loses.
            case DIFFERENCE -> Math.abs((double) a - b) <= test.bound() + Math.ulp(Math.max(Math.abs(a), Math.abs(b)));
            case RATIO ->
                (double) a * b > 0
                        && Math.min(Math.abs(a), Math.abs(b)) >= test.bound() * Math.max(Math.abs(a), Math.abs(b));
            default -> false;
        };
    }
}
