package vn.dancu.linkage;

import java.util.LinkedHashMap;
import java.util.Map;

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

    /** What the frequency adds to the weight of agreement, in bits. */
    double adjustment(double frequency) {
        return Parameters.log2(average / frequency);
    }

    void write(String comparison, StringBuilder text) {
        if (isEmpty()) {
            return;
        }
        text.append("rest ")
                .append(comparison)
                .append(' ')
                .append(rest)
                .append(' ')
                .append(average)
                .append('\n');
        frequencies.forEach((value, frequency) -> text.append("term ")
                .append(comparison)
                .append(' ')
                .append(frequency)
                .append(' ')
                .append(value)
                .append('\n'));
    }
}
