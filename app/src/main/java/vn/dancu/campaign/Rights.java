package vn.dancu.campaign;

import java.util.EnumSet;
import java.util.Set;
import vn.dancu.shared.Actor;
import vn.dancu.shared.Role;

/** Who may do what in the campaign: the chief in the ward, the city team in the city, collectors in their groups. */
final class Rights {
    static final Set<Role> SETTERS = EnumSet.of(Role.CHIEF, Role.CITY_TEAM, Role.SYSTEM);
    static final Set<Role> WORKERS = EnumSet.of(Role.COLLECTOR, Role.CHIEF, Role.CITY_TEAM, Role.SYSTEM);

    private Rights() {}

    /** The whole of a commune lies in the actor's area. */
    static boolean holds(Actor actor, String commune) {
        return actor.scope().everywhere() || actor.scope().communes().contains(commune);
    }

    /** Some of a commune lies in the actor's area. */
    static boolean touches(Actor actor, String commune) {
        return holds(actor, commune)
                || actor.scope().groups().stream().anyMatch(group -> group.startsWith(commune + "/"));
    }

    static boolean isText(String text, int longest) {
        return !text.isBlank() && text.length() <= longest && text.indexOf('\0') < 0;
    }

    /** May be empty. */
    static boolean isNote(String text, int longest) {
        return text.length() <= longest && text.indexOf('\0') < 0;
    }
}
