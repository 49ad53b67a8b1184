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

    /** Whether this role looks for records of persons itself; an inspector is given hers. */
    public boolean seesRecords() {
        return switch (actor.role()) {
            case COLLECTOR, CHIEF, CITY_TEAM, PROVINCE_OPERATOR, SYSTEM -> true;
            case ARCHIVIST, ADMINISTRATOR, AUDITOR, INSPECTOR -> false;
        };
    }
}
