package vn.dancu.linkage;

import java.util.Locale;
import java.util.Set;
import vn.dancu.linkage.Column.Kind;

/** What a {@link Test} measures between two values. */
public enum Measure {
    /** The values are equal (case, spaces and Unicode form aside). */
    EXACT(Bound.NONE),
    /** Equal without marks, case and punctuation. */
    FOLDED(Bound.NONE),
    /** Sound alike: equal Soundex codes of the folded texts. */
    SOUNDEX(Bound.NONE),
    /** Jaro-Winkler similarity of the folded texts (of their first 512 letters) is at least the bound (0 to 1). */
    JARO_WINKLER(Bound.LEAST),
    /** Jaro similarity of the folded texts is at least the bound. */
    JARO(Bound.LEAST),
    /** Levenshtein distance of the folded texts (of their first 512 letters) is at most the bound. */
    LEVENSHTEIN(Bound.MOST),
    /** The same, a swap of neighbours counting as one (optimal string alignment). */
    DAMERAU(Bound.MOST),
    /** Equal length, and at most so many characters or digits differ; a swap of neighbours counts as one. Dates: of yyyymmdd, both known to the day. */
    DIGITS(Bound.MOST),
    /** The first so many characters of the folded texts are equal, both being at least so long. */
    PREFIX(Bound.LEAST),
    /** One is the initial, or the initials, of the other. */
    INITIALS(Bound.NONE),
    /** All words of one are among the words of the other. */
    CONTAINS(Bound.NONE),
    /**
     * The value of one stands, folded, in another column of the other record: {@code swapped surname}. The one test that can
     * hold where a side has no value.
     */
    SWAPPED(Bound.COLUMN),
    /**
     * Share of common words or members, by how much each tells (cosine of tf-idf vectors), is at least the bound. A word
     * tells ln(1 / share of the rows of both files that hold it) + .05.
     */
    COSINE(Bound.LEAST),
    /** Common words or members divided by all is at least the bound. */
    JACCARD(Bound.LEAST),
    /** As COSINE, but words that are nearly equal (Jaro-Winkler .9) count too (soft tf-idf). */
    SOFT_COSINE(Bound.LEAST),
    /** At least so many words or members are common. */
    COMMON(Bound.LEAST),
    /** Common pairs of letters (Dice) of the folded texts is at least the bound. */
    BIGRAMS(Bound.LEAST),
    /** Quantities: differ by at most the bound (and the last of their 24 bits). Dates: years differ by at most the bound. */
    DIFFERENCE(Bound.MOST),
    /** Quantities: the smaller divided by the larger is at least the bound. */
    RATIO(Bound.LEAST),
    /** Dates known to the day: at most so many days apart. */
    DAYS(Bound.MOST),
    /** Dates: the year is equal. */
    YEAR(Bound.NONE),
    /** Dates: month and year are equal. */
    MONTH(Bound.NONE),
    /** Dates: day and month are equal, whatever the year. */
    DAY_AND_MONTH(Bound.NONE),
    /** Dates of one year: day and month stand for each other. */
    DAY_MONTH_SWAPPED(Bound.NONE),
    /** Dates of one year, one of them without a day or a month, or written as the first of January. */
    LESS_KNOWN(Bound.NONE);

    /** What stands behind the measure's name. */
    public enum Bound {
        NONE,
        LEAST,
        MOST,
        COLUMN
    }

    private static final Set<Kind> TEXTS = Set.of(Kind.TEXT, Kind.CODE, Kind.FREE_TEXT, Kind.ADDRESS, Kind.SET);
    private static final Set<Kind> WORDS = Set.of(Kind.TEXT, Kind.FREE_TEXT, Kind.ADDRESS, Kind.SET);

    private final Bound bound;

    Measure(Bound bound) {
        this.bound = bound;
    }

    public Bound bound() {
        return bound;
    }

    /** As a model file writes it: {@code jaro-winkler}. */
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether values of a column of that kind can be measured so. */
    public boolean fits(Kind kind) {
        return switch (this) {
            case EXACT -> true;
            case FOLDED, SOUNDEX, JARO_WINKLER, JARO, INITIALS, BIGRAMS, SWAPPED -> TEXTS.contains(kind);
            case LEVENSHTEIN, DAMERAU, PREFIX -> TEXTS.contains(kind) || kind == Kind.NUMBER;
            case DIGITS -> TEXTS.contains(kind) || kind == Kind.NUMBER || kind == Kind.NUMBERS || kind == Kind.DATE;
            case CONTAINS, COSINE, JACCARD, SOFT_COSINE, COMMON -> WORDS.contains(kind);
            case DIFFERENCE -> kind == Kind.QUANTITY || kind == Kind.DATE;
            case RATIO -> kind == Kind.QUANTITY;
            case DAYS, YEAR, MONTH, DAY_AND_MONTH, DAY_MONTH_SWAPPED, LESS_KNOWN -> kind == Kind.DATE;
        };
    }
}
