package vn.dancu.campaign;

import java.time.LocalDate;

/**
 * How many persons must be counted in one residential group.
 *
 * @param asOf the head-count is of this day
 * @param source who says so, for instance the residence book or the ward police
 */
public record Target(String communeCode, String residentialGroup, int persons, LocalDate asOf, String source) {
    public Target {
        if (persons < 0) {
            throw new IllegalArgumentException("persons to be counted cannot be fewer than none: " + persons);
        }
    }
}
