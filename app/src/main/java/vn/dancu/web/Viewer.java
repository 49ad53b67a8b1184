package vn.dancu.web;

import vn.dancu.shared.Actor;
import vn.dancu.shared.Role;

/**
 * Who looks at the page.
 *
 * @param name as shown in the head of the page
 */
public record Viewer(Actor actor, String name) {
    public Role role() {
        return actor.role();
    }

    public String login() {
        return actor.login();
    }

    /** Whether this role sees records of persons at all. */
    public boolean seesRecords() {
        return switch (actor.role()) {
            case COLLECTOR, CHIEF, CITY_TEAM, PROVINCE_OPERATOR, INSPECTOR, SYSTEM -> true;
            case ARCHIVIST, ADMINISTRATOR, AUDITOR -> false;
        };
    }
}
