package vn.dancu.quality;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dancu.quality.domain.Rule;
import vn.dancu.shared.Finding;
import vn.dancu.shared.Texts;

/**
 * One finding as a screen shows it.
 *
 * @param liftedBy null while it stands
 */
public record FindingRow(
        Finding finding,
        @Nullable String liftedBy,
        @Nullable Instant liftedAt,
        @Nullable String liftedReason) {
    public boolean isLifted() {
        return liftedBy != null;
    }

    /** What is wrong, in one sentence. */
    public String message(Locale locale) {
        return Texts.of(locale).finding(finding);
    }

    /** Where the rule comes from: a law, a circular, a practice; empty where the catalogue does not know it. */
    public String ground(Locale locale) {
        return Arrays.stream(Rule.values())
                .filter(rule -> rule.code().equals(finding.code()))
                .findFirst()
                .map(rule -> Texts.of(locale).get("rule-source." + rule.source()))
                .orElse("");
    }

    /** Whether the rule looked at one form, a household, or the whole collection. */
    public String reach(Locale locale) {
        return Arrays.stream(Rule.values())
                .filter(rule -> rule.code().equals(finding.code()))
                .findFirst()
                .map(rule -> Texts.of(locale).get("rule-reach." + rule.reach()))
                .orElse("");
    }

    /** What to do about it. */
    public String remedy(Locale locale) {
        return Texts.of(locale).get("remedy." + finding.code(), finding.details());
    }
}
