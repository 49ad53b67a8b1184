package vn.dancu.linkage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Term frequencies of one comparison: learnt from two files, and spread over the codes of two files. */
final class TermWeights {

    /** The level's values are equal: the frequency of the value counts. */
    static final byte EXACT_TERM = 1;
    /** They are equal without marks: the frequency of all values that are, counts. */
    static final byte FOLDED_TERM = 2;

    private static final double LISTED_FROM = 5e-5;
    private static final double DATES_LISTED_FROM = 5e-4;
    private static final int MOST_LISTED = 2000;
    /** A frequency is believed as if so many rows of the model's average had been seen before. */
    private static final double PSEUDO_ROWS = 200;

    /** Adjustment by code of the value, and by code of the value without marks, in bits. */
    private final float[] exact;

    private final float[] folded;
    private final ValueCodes source;
    private final TermTable table;
    /** By listed value without marks. */
    private final Map<String, Double> bareFrequencies = new HashMap<>();

    private final float largest;

    TermWeights(Joint joint, int k, TermTable table) {
        this.table = table;
        source = source(joint, k);
        exact = new float[source.codes()];
        folded = new float[source.foldedCodes()];
        largest = (float) table.largest();
        if (table.isEmpty()) {
            return;
        }
        double[] foldedFrequency = new double[folded.length];
        Arrays.fill(exact, (float) table.adjustment(table.rest()));
        Arrays.fill(foldedFrequency, table.rest());
        table.frequencies().forEach((value, frequency) -> {
            int code = source.find(value);
            if (code > 0 && code < exact.length) {
                exact[code] = (float) table.adjustment(frequency);
            }
            // A value that neither file holds is as frequent among those it equals without marks as it was found to be.
            String bare = source.fold(value);
            bareFrequencies.merge(bare, frequency, Double::sum);
            int bareCode = folded.length == 0 ? 0 : source.findFolded(bare);
            if (bareCode > 0 && bareCode < folded.length) {
                foldedFrequency[bareCode] += frequency;
            }
        });
        for (int code = 0; code < folded.length; code++) {
            folded[code] = (float) table.adjustment(foldedFrequency[code]);
        }
    }

    /** What the frequency of a value adds, in bits; also of a value that came later. */
    double of(int code, boolean exactly) {
        if (exactly || folded.length == 0) {
            return code < exact.length
                    ? exact[code]
                    : adjustment(table.frequencies().getOrDefault(source.text(code), table.rest()));
        }
        int bare = source.folded(code);
        return bare < folded.length
                ? folded[bare]
                : adjustment(table.rest() + bareFrequencies.getOrDefault(source.fold(source.text(code)), 0.0));
    }

    private float adjustment(double frequency) {
        return table.isEmpty() ? 0 : (float) table.adjustment(frequency);
    }

    /** The most that any value's frequency adds. */
    double largest() {
        return largest;
    }

    /** By level (from 1): whether and how the frequency of the value counts. */
    static byte[] levels(Comparison comparison) {
        byte[] levels = new byte[comparison.levels().size() + 1];
        if (!comparison.termFrequency()) {
            return levels;
        }
        switch (comparison.kind()) {
            case SURNAME, MIDDLE_NAME, GIVEN_NAME -> {
                levels[NameLevels.SAME] = EXACT_TERM;
                Arrays.fill(levels, NameLevels.SAME + 1, NameLevels.FOLDED + 1, FOLDED_TERM);
            }
            case DATE -> {
                levels[Dates.SAME_DAY] = EXACT_TERM;
                levels[Dates.SAME_PARTIAL] = EXACT_TERM;
            }
            case PLACE_NAME -> levels[1] = FOLDED_TERM;
            case LEVELS -> {
                for (int v = 1; v < levels.length; v++) {
                    levels[v] = term(comparison.levels().get(v - 1).tests());
                }
            }
            default -> {}
        }
        return levels;
    }

    private static byte term(List<Test> tests) {
        if (tests.size() != 1) {
            return 0;
        }
        return switch (tests.get(0).measure()) {
            case EXACT -> EXACT_TERM;
            case FOLDED -> FOLDED_TERM;
            default -> 0;
        };
    }

    /** Counts the values of both files. */
    static TermTable learn(Joint joint, int k) {
        Comparison comparison = joint.model.comparisons().get(k);
        TermTable table = new TermTable();
        ValueCodes source = source(joint, k);
        int[] counts = new int[source.codes()];
        if (counts.length == 0) {
            return table;
        }
        int slot = slot(joint, k);
        long rows = joint.left.count(slot, counts);
        if (!joint.within()) {
            rows += joint.right.count(slot, counts);
        }
        double believed = comparison.levels().get(0).u();
        double agreeing = 0;
        for (int count : counts) {
            // In one file a value agrees with another row's, never with its own.
            agreeing += (double) count * (joint.within() ? Math.max(0, count - 1) : count);
        }
        double all = rows + PSEUDO_ROWS;
        double average = ((rows == 0 ? 0 : agreeing / rows) + PSEUDO_ROWS * believed) / all;
        boolean date = column(joint, k).kind() == Column.Kind.DATE;
        double from = date ? DATES_LISTED_FROM : LISTED_FROM;
        int[] listed = IntStream.range(1, counts.length)
                .filter(code -> (counts[code] + PSEUDO_ROWS * believed) / all >= from && counts[code] > 1)
                .boxed()
                .sorted((a, b) -> counts[a] != counts[b] ? counts[b] - counts[a] : a - b)
                .limit(MOST_LISTED)
                .mapToInt(Integer::intValue)
                .toArray();
        for (int code : listed) {
            table.add(source.text(code), (counts[code] + PSEUDO_ROWS * believed) / all);
            counts[code] = 0;
        }
        double unlisted = 0;
        double unlistedSquares = 0;
        for (int count : counts) {
            unlisted += count;
            unlistedSquares += (double) count * count;
        }
        double rest = ((unlisted == 0 ? 1 : unlistedSquares / unlisted) + PSEUDO_ROWS * believed) / all;
        table.rest(Math.min(rest, average), average);
        return table;
    }

    private static Column column(Joint joint, int k) {
        return joint.model
                .columns()
                .get(joint.model.column(
                        joint.model.comparisons().get(k).columns().get(0)));
    }

    /** Where the code lies whose frequency counts. */
    static int slot(Joint joint, int k) {
        Comparison comparison = joint.model.comparisons().get(k);
        int offset = switch (comparison.kind()) {
            case MIDDLE_NAME -> Layout.MIDDLE;
            case GIVEN_NAME -> Layout.GIVEN;
            default -> 0;
        };
        return joint.layout.slot(joint.model.column(comparison.columns().get(0))) + offset;
    }

    /** Whether values of the comparison's column have codes that can be counted. */
    static boolean isCounted(Joint joint, int k) {
        Comparison comparison = joint.model.comparisons().get(k);
        boolean named = switch (comparison.kind()) {
            case SURNAME, MIDDLE_NAME, GIVEN_NAME -> true;
            default -> false;
        };
        boolean coded = switch (column(joint, k).kind()) {
            case DATE, CODE, SEX, RELATION, HOUSEHOLD, TEXT, FREE_TEXT, ADDRESS, SET -> true;
            default -> false;
        };
        return comparison.termFrequency() && (named || coded);
    }

    private static ValueCodes source(Joint joint, int k) {
        Column column = column(joint, k);
        return switch (column.kind()) {
            case PERSON_NAME, WHOLE_NAME -> joint.names.parts;
            case DATE -> new OfDates();
            default -> joint.texts[joint.model.column(column.name())];
        };
    }

    private record OfDates() implements ValueCodes {
        @Override
        public int codes() {
            return Dates.CODES;
        }

        @Override
        public int foldedCodes() {
            return 0;
        }

        @Override
        public int folded(int code) {
            return code;
        }

        @Override
        public String text(int code) {
            return Integer.toString(code);
        }

        @Override
        public int find(String text) {
            return Integer.parseInt(text);
        }

        @Override
        public String fold(String text) {
            return text;
        }

        @Override
        public int findFolded(String bare) {
            return 0;
        }
    }

    /** By comparison; absent where frequency plays no part. */
    static Map<Integer, TermWeights> all(Joint joint, Parameters parameters) {
        Map<Integer, TermWeights> weights = new HashMap<>();
        for (int k = 0; k < joint.model.comparisons().size(); k++) {
            if (isCounted(joint, k)) {
                weights.put(k, new TermWeights(joint, k, parameters.terms[k]));
            }
        }
        return weights;
    }
}
