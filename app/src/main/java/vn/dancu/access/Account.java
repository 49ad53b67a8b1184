package vn.dancu.access;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Role;

/**
 * An account as lists show it: no hash.
 *
 * @param isDemo made by the demo, with the printed password
 * @param validTo inclusive; null for no end
 * @param lockedUntil after repeated failures; null when not locked
 */
public record Account(
        String login,
        String displayName,
        Role role,
        AreaScope scope,
        boolean isDemo,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean isDisabled,
        @Nullable Instant lockedUntil) {
    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
