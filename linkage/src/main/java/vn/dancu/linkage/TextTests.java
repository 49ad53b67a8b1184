package vn.dancu.linkage;

import org.jspecify.annotations.Nullable;

/** Listed tests of a column of texts or codes. What depends on the two values alone is remembered per pair of values. */
final class TextTests implements LevelFunction {

    private final ListedTests tests;
    private final int slot;
    private final Texts texts;
    private final Words words;
    private final WordWeights weights;
    private final PairCache cache = new PairCache();
    private final boolean anySwapped;
    /** For SWAPPED, by test: where the other column lies, and its dictionary. */
    private final int[] otherSlots;

    private final @Nullable Texts[] otherTexts;

    TextTests(ListedTests tests, Joint joint, Parameters parameters, int column) {
        this.tests = tests;
        this.slot = joint.layout.slot(column);
        this.texts = joint.texts[column];
        this.words = joint.words.of(column);
        this.weights = tests.has(Measure.COSINE) || tests.has(Measure.SOFT_COSINE)
                ? new WordWeights(words, parameters.words[column])
                : WordWeights.NONE;
        this.anySwapped = tests.has(Measure.SWAPPED);
        this.otherSlots = new int[tests.tests.length];
        this.otherTexts = new Texts[tests.tests.length];
        for (int t = 0; t < otherSlots.length; t++) {
            String name = tests.tests[t].column();
            if (name != null) {
                int other = joint.model.column(name);
                otherSlots[t] = joint.layout.slot(other);
                otherTexts[t] = joint.texts[other];
            }
        }
    }

    @Override
    public int level(int[] left, int i, int[] right, int j) {
        int a = left[i + slot];
        int b = right[j + slot];
        if (a == 0 || b == 0) {
            return anySwapped && (a | b) != 0 ? swapped(0, a, b, left, i, right, j) : 0;
        }
        int level = ofTexts(a, b);
        return anySwapped && level > 1 ? swapped(level, a, b, left, i, right, j) : level;
    }

    @Override
    public void levels(int[] left, int i, int[] right, int[] rights, int count, byte[] levels) {
        if (anySwapped) {
            LevelFunction.super.levels(left, i, right, rights, count, levels);
            return;
        }
        int a = left[i + slot];
        for (int n = 0; n < count; n++) {
            int b = right[rights[n] + slot];
            levels[n] = (byte) (a == 0 || b == 0 ? 0 : ofTexts(a, b));
        }
    }

    private int ofTexts(int a, int b) {
        return a == b && tests.equal != ListedTests.ASK ? tests.equal : remembered(a, b);
    }

    private int remembered(int a, int b) {
        int level = cache.find(a, b);
        if (level == 0) {
            level = computed(a, b);
            cache.put(a, b, level);
        }
        return level;
    }

    /** The level of a swap, if there is one stricter than that of the values (0: there are no two values to compare). */
    private int swapped(int level, int a, int b, int[] left, int i, int[] right, int j) {
        for (int t = 0; t < otherSlots.length && (level == 0 || tests.levels[t] < level); t++) {
            Texts other = otherTexts[t];
            if (other != null) {
                int otherA = left[i + otherSlots[t]];
                int otherB = right[j + otherSlots[t]];
                if (same(other, a, otherB) || same(other, b, otherA)) {
                    return tests.levels[t];
                }
            }
        }
        return level;
    }

    private boolean same(Texts others, int own, int other) {
        return own != 0 && other != 0 && texts.foldedText(own).equals(others.foldedText(other));
    }

    private int computed(int a, int b) {
        for (int t = 0; t < tests.levels.length; t++) {
            if (holds(tests.measures[t], tests.bounds[t], a, b)) {
                return tests.levels[t];
            }
        }
        return tests.last;
    }

    /** Longer texts are compared by their beginnings, where a letter costs as much as the whole other text. */
    private static final int MOST_LETTERS = 512;

    private String letters(int code) {
        String folded = texts.foldedText(code);
        return folded.length() <= MOST_LETTERS ? folded : folded.substring(0, MOST_LETTERS);
    }

    private boolean holds(Measure measure, double bound, int a, int b) {
        return switch (measure) {
            case EXACT -> a == b;
            case FOLDED -> texts.folded(a) == texts.folded(b);
            case SOUNDEX -> {
                String soundex = Similarity.soundex(texts.foldedText(a));
                yield !soundex.isEmpty() && soundex.equals(Similarity.soundex(texts.foldedText(b)));
            }
            case JARO_WINKLER -> Similarity.jaroWinkler(letters(a), letters(b)) >= bound;
            case JARO -> Similarity.jaro(letters(a), letters(b)) >= bound;
            case LEVENSHTEIN -> Similarity.within(letters(a), letters(b), (int) bound, false);
            case DAMERAU -> Similarity.within(letters(a), letters(b), (int) bound, true);
            case DIGITS -> Similarity.digitsDiffer(texts.foldedText(a), texts.foldedText(b), (int) bound);
            case PREFIX -> {
                String foldedA = texts.foldedText(a);
                int length = (int) bound;
                yield foldedA.length() >= length && foldedA.regionMatches(0, texts.foldedText(b), 0, length);
            }
            case INITIALS -> Similarity.initials(texts.foldedText(a), texts.foldedText(b));
            case BIGRAMS -> Similarity.bigrams(letters(a), letters(b)) >= bound;
            case CONTAINS -> words.contains(a, b);
            case COSINE -> weights.cosine(a, b) >= bound;
            case SOFT_COSINE -> weights.softCosine(a, b) >= bound;
            case JACCARD -> words.jaccard(a, b) >= bound;
            case COMMON -> words.common(a, b) >= bound;
            case SWAPPED, DIFFERENCE, RATIO, DAYS, YEAR, MONTH, DAY_AND_MONTH, DAY_MONTH_SWAPPED, LESS_KNOWN -> false;
        };
    }
}
