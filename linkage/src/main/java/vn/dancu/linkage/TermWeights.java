package vn.dancu.linkage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Term frequencies of one comparison: learnt from two files, and spread over the codes of two files. */
final class TermWeights {

    private static final double LISTED_FROM = 5e-5;
    private static final double DATES_LISTED_FROM = 5e-4;
    private static final int MOST_LISTED = 2000;
    /** A frequency is believed as if so many rows of the model's average had been seen before. */
    private static final double PSEUDO_ROWS = 200;

    /** Adjustment by code of the value, and by code of the value without marks, in bits. */
    final float[] exact;

    final float[] folded;

    TermWeights(Joint joint, int k, TermTable table) {
        Comparison.Kind kind = joint.model.comparisons().get(k).kind();
        boolean name = isName(kind);
        exact = new float[codes(joint, k)];
        folded = new float[name ? joint.names.parts.foldedCodes() : 0];
        if (table.isEmpty()) {
            return;
        }
        double[] foldedFrequency = new double[folded.length];
        Arrays.fill(exact, (float) table.adjustment(table.rest()));
        Arrays.fill(foldedFrequency, table.rest());
        table.frequencies().forEach((value, frequency) -> {
            int code = find(joint, k, value);
            if (code > 0 && code < exact.length) {
                exact[code] = (float) table.adjustment(frequency);
                if (name) {
                    foldedFrequency[joint.names.parts.folded(code)] += frequency;
                }
            }
        });
        for (int code = 0; code < folded.length; code++) {
            folded[code] = (float) table.adjustment(foldedFrequency[code]);
        }
    }

    /** Counts the values of both files. */
    static TermTable learn(Joint joint, int k) {
        Comparison comparison = joint.model.comparisons().get(k);
        TermTable table = new TermTable();
        int column = joint.model.column(comparison.columns().get(0));
        int slot = joint.layout.slot(column) + offset(comparison.kind());
        int[] counts = new int[codes(joint, k)];
        long rows = count(joint.left, slot, joint.layout.stride, counts);
        if (joint.left != joint.right) {
            rows += count(joint.right, slot, joint.layout.stride, counts);
        }
        double believed = comparison.levels().get(0).u();
        double agreeing = 0;
        for (int count : counts) {
            agreeing += (double) count * count;
        }
        double all = rows + PSEUDO_ROWS;
        double average = ((rows == 0 ? 0 : agreeing / rows) + PSEUDO_ROWS * believed) / all;
        double from = comparison.kind() == Comparison.Kind.DATE ? DATES_LISTED_FROM : LISTED_FROM;
        int[] listed = IntStream.range(1, counts.length)
                .filter(code -> (counts[code] + PSEUDO_ROWS * believed) / all >= from && counts[code] > 1)
                .boxed()
                .sorted((a, b) -> counts[a] != counts[b] ? counts[b] - counts[a] : a - b)
                .limit(MOST_LISTED)
                .mapToInt(Integer::intValue)
                .toArray();
        for (int code : listed) {
            table.add(text(joint, k, code), (counts[code] + PSEUDO_ROWS * believed) / all);
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

    private static long count(int[] cells, int slot, int stride, int[] counts) {
        long rows = 0;
        for (int at = slot; at < cells.length; at += stride) {
            if (cells[at] != 0) {
                counts[cells[at]]++;
                rows++;
            }
        }
        return rows;
    }

    private static boolean isName(Comparison.Kind kind) {
        return kind == Comparison.Kind.SURNAME
                || kind == Comparison.Kind.MIDDLE_NAME
                || kind == Comparison.Kind.GIVEN_NAME;
    }

    static int offset(Comparison.Kind kind) {
        return kind == Comparison.Kind.MIDDLE_NAME
                ? Layout.MIDDLE
                : kind == Comparison.Kind.GIVEN_NAME ? Layout.GIVEN : 0;
    }

    private static int codes(Joint joint, int k) {
        Comparison comparison = joint.model.comparisons().get(k);
        if (isName(comparison.kind())) {
            return joint.names.parts.codes();
        }
        return comparison.kind() == Comparison.Kind.DATE
                ? Dates.CODES
                : joint.texts[joint.model.column(comparison.columns().get(0))].codes();
    }

    private static String text(Joint joint, int k, int code) {
        Comparison comparison = joint.model.comparisons().get(k);
        if (isName(comparison.kind())) {
            return joint.names.parts.text(code);
        }
        return comparison.kind() == Comparison.Kind.DATE
                ? Integer.toString(code)
                : joint.texts[joint.model.column(comparison.columns().get(0))].text(code);
    }

    private static int find(Joint joint, int k, String value) {
        Comparison comparison = joint.model.comparisons().get(k);
        if (isName(comparison.kind())) {
            return joint.names.parts.find(value);
        }
        return comparison.kind() == Comparison.Kind.DATE
                ? Integer.parseInt(value)
                : joint.texts[joint.model.column(comparison.columns().get(0))].find(value);
    }

    /** By comparison; null where frequency plays no part. */
    static Map<Integer, TermWeights> all(Joint joint, Parameters parameters) {
        Map<Integer, TermWeights> weights = new HashMap<>();
        for (int k = 0; k < joint.model.comparisons().size(); k++) {
            if (joint.model.comparisons().get(k).kind().termFrequency) {
                weights.put(k, new TermWeights(joint, k, parameters.terms[k]));
            }
        }
        return weights;
    }
}
