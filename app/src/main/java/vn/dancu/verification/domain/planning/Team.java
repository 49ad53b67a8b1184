package vn.dancu.verification.domain.planning;

import java.util.Set;

/**
 * Officers who go together.
 *
 * @param officers logins; at least one
 * @param base where they set off and come back to
 * @param mostMinutes working time out of hours that is left to them in the whole period, the law's and the unit's limits taken off
 * @param away shifts on which they cannot go
 */
public record Team(String name, Set<String> officers, Place base, int mostMinutes, Set<Shift> away) {
    public Team {
        officers = Set.copyOf(officers);
        away = Set.copyOf(away);
        if (officers.isEmpty()) {
            throw new IllegalArgumentException("a team has at least one officer");
        }
        if (mostMinutes < 0) {
            throw new IllegalArgumentException("working time left cannot be below none: " + mostMinutes);
        }
    }
}
