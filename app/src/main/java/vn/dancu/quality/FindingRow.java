package vn.dancu.quality;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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

    /** What to do about it. */
    public String remedy(Locale locale) {
        return Texts.of(locale).get("remedy." + finding.code(), finding.details());
    }
}
