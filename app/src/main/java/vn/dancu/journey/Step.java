package vn.dancu.journey;

import static vn.dancu.journey.Stage.APPROVED;
import static vn.dancu.journey.Stage.CANCELLED;
import static vn.dancu.journey.Stage.CHECKED;
import static vn.dancu.journey.Stage.COLLECTED;
import static vn.dancu.journey.Stage.RECONCILED;
import static vn.dancu.journey.Stage.REGISTERED;
import static vn.dancu.journey.Stage.RETURNED;
import static vn.dancu.shared.Role.CHIEF;
import static vn.dancu.shared.Role.CITY_TEAM;
import static vn.dancu.shared.Role.COLLECTOR;
import static vn.dancu.shared.Role.PROVINCE_OPERATOR;
import static vn.dancu.shared.Role.SYSTEM;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.shared.Role;

/**
 * The whole transition table: from which stages a step may start, where the data then stands, and who may take it. A
 * route narrows this further (what paper and re-verification must have reached); nothing widens it.
 */
public enum Step {
    COLLECT(Set.of(), COLLECTED, Set.of(COLLECTOR, CHIEF, PROVINCE_OPERATOR, CITY_TEAM, SYSTEM)),
    CHECK(Set.of(COLLECTED), CHECKED, Set.of(COLLECTOR, CHIEF, PROVINCE_OPERATOR, CITY_TEAM, SYSTEM)),
    RECONCILE(Set.of(CHECKED), RECONCILED, Set.of(COLLECTOR, CHIEF, PROVINCE_OPERATOR, CITY_TEAM, SYSTEM)),
    APPROVE(Set.of(RECONCILED), APPROVED, Set.of(CHIEF, CITY_TEAM)),
    REGISTER(Set.of(APPROVED), REGISTERED, Set.of(PROVINCE_OPERATOR)),

    /** Tracks: the data stays where it is. */
    PLAN_VERIFICATION(Set.of(COLLECTED, CHECKED, RECONCILED), null, Set.of(CITY_TEAM)),
    VERIFY(Set.of(COLLECTED, CHECKED, RECONCILED), null, Set.of(CITY_TEAM)),
    HAND_OVER(Set.of(COLLECTED, CHECKED, RECONCILED, APPROVED), null, Set.of(PROVINCE_OPERATOR, CITY_TEAM)),
    SCAN(Set.of(COLLECTED, CHECKED, RECONCILED, APPROVED), null, Set.of(PROVINCE_OPERATOR)),

    /** Off the path. */
    RETURN(Set.of(COLLECTED, CHECKED, RECONCILED, APPROVED), RETURNED, Set.of(CHIEF, CITY_TEAM, PROVINCE_OPERATOR)),
    CORRECT(
            Set.of(COLLECTED, CHECKED, RECONCILED, RETURNED),
            COLLECTED,
            Set.of(COLLECTOR, CHIEF, CITY_TEAM, PROVINCE_OPERATOR)),
    CANCEL(Set.of(COLLECTED, CHECKED, RECONCILED, APPROVED, RETURNED), CANCELLED, Set.of(CHIEF, CITY_TEAM)),
    HOLD(
            Set.of(COLLECTED, CHECKED, RECONCILED, APPROVED, RETURNED),
            null,
            Set.of(COLLECTOR, CHIEF, CITY_TEAM, PROVINCE_OPERATOR)),
    RESUME(
            Set.of(COLLECTED, CHECKED, RECONCILED, APPROVED, RETURNED),
            null,
            Set.of(COLLECTOR, CHIEF, CITY_TEAM, PROVINCE_OPERATOR));

    private final Set<Stage> from;
    private final @Nullable Stage to;
    private final Set<Role> by;

    Step(Set<Stage> from, @Nullable Stage to, Set<Role> by) {
        this.from = from;
        this.to = to;
        this.by = by;
    }

    /** Stages from which this step may start; empty for the first step of all. */
    public Set<Stage> from() {
        return from;
    }

    /** Where the data stands afterwards; empty when it stays. */
    public Optional<Stage> to() {
        return Optional.ofNullable(to);
    }

    /** Whether a route must say what this step asks; a route that says nothing lets nothing through. */
    public boolean isGated() {
        return switch (this) {
            case CHECK, RECONCILE, APPROVE, REGISTER, PLAN_VERIFICATION, VERIFY, HAND_OVER, SCAN -> true;
            case COLLECT, RETURN, CORRECT, CANCEL, HOLD, RESUME -> false;
        };
    }

    public Set<Role> by() {
        return by;
    }
}
