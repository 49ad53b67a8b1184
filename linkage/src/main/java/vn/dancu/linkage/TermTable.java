package vn.dancu.linkage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How frequent the frequent values of a comparison are. Nguyễn agrees with Nguyễn by chance in a third of the people; Vừ with
 * Vừ hardly ever.
 */
final class TermTable {

    private final Map<String, Double> frequencies = new LinkedHashMap<>();
    private double rest = 0;
    /** Probability that two values drawn at random agree: what the frequency of a value is measured against. */
    private double average = 0;

    void add(String value, double frequency) {
        frequencies.put(value, frequency);
    }

    void rest(double ofOneUnlisted, double ofTwoAgreeing) {
        rest = ofOneUnlisted;
        average = ofTwoAgreeing;
    }

    boolean isEmpty() {
        return average == 0;
    }

    Map<String, Double> frequencies() {
        return frequencies;
    }

    double rest() {
        return rest;
    }

    double average() {
        return average;
    }

    /** The most that a frequency adds. */
    double largest() {
        double rarest = rest;
        for (double frequency : frequencies.values()) {
            rarest = Math.min(rarest, frequency);
        }
        return isEmpty() ? 0 : adjustment(rarest);
    }

    /** What the frequency adds to the weight of agreement, in bits. */
    double adjustment(double frequency) {
        return Parameters.log2(average / frequency);
    }

    private static final int MOST_WORDS = 20_000;

    /** The words that more than one row holds, the most frequent ones; what the rest is held by, on average. */
    static TermTable ofWords(Words words, int[] holding, long rows) {
        TermTable table = new TermTable();
        int[] listed = IntStream.range(1, holding.length)
                .filter(word -> holding[word] > 1)
                .boxed()
                .sorted((a, b) -> holding[a] != holding[b]
                        ? holding[b] - holding[a]
                        : words.text(a).compareTo(words.text(b)))
                .limit(MOST_WORDS)
                .mapToInt(Integer::intValue)
                .toArray();
        double all = Math.max(1, rows);
        long listedRows = 0;
        for (int word : listed) {
            table.add(words.text(word), holding[word] / all);
            listedRows += holding[word];
        }
        long unlisted = IntStream.of(holding).asLongStream().sum() - listedRows;
        int others = Math.max(1, holding.length - 1 - listed.length);
        double rest = Math.max(1, unlisted / (double) others) / all;
        table.rest(rest, Math.max(rest, 1 / all));
        return table;
    }

    void write(String comparison, StringBuilder text) {
        write("", comparison, text);
    }

    /** @param prefix of the words that begin the lines: empty, or "word-" for the table of a column's words */
    void write(String prefix, String comparison, StringBuilder text) {
        if (isEmpty()) {
            return;
        }
        text.append(prefix)
                .append("rest ")
                .append(comparison)
                .append(' ')
                .append(rest)
                .append(' ')
                .append(average)
                .append('\n');
        frequencies.forEach((value, frequency) -> text.append(prefix)
                .append("term ")
                .append(comparison)
                .append(' ')
                .append(frequency)
                .append(' ')
                .append(value)
                .append('\n'));
    }
}
