package vn.dancu.verification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Officers who go together (tổ công tác).
 *
 * @param baseUnit where they set off; empty for the city's centre
 * @param units where they go
 * @param fewest how many of them must be there for the team to go
 * @param endedAt null while it works
 */
public record Team(
        TeamId id,
        String name,
        String baseUnit,
        List<String> units,
        int fewest,
        List<Member> members,
        String madeBy,
        Instant madeAt,
        @Nullable Instant endedAt) {
    public Team {
        units = List.copyOf(units);
        members = List.copyOf(members);
    }

    public record Member(String login, String name) {}

    public boolean isWorking() {
        return endedAt == null;
    }
}
