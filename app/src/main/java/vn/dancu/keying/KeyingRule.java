package vn.dancu.keying;

import java.util.List;

/**
 * What is keyed twice.
 *
 * @param twice fields that are keyed by two operators on every paper where they are keyed
 * @param perMille of a thousand papers so many are keyed twice as a whole
 */
public record KeyingRule(List<String> twice, int perMille) {
    /** Until somebody says otherwise: the birth name, the date and the number always, and every twentieth paper. */
    public static final KeyingRule USUAL = new KeyingRule(List.of("full_name", "birth_date", "personal_id"), 50);

    public KeyingRule {
        twice = List.copyOf(twice);
        if (perMille < 0 || perMille > 1000) {
            throw new IllegalArgumentException("no share of a thousand: " + perMille);
        }
    }
}
