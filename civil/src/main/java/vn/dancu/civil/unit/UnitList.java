package vn.dancu.civil.unit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The units of one level as one list gives them from a day on, until the next list of that level.
 *
 * @param units by code
 * @param replaced parents (codes of provinces) whose units this list replaces; null: all of the country
 * @param whole whether the list has every unit of the country
 * @param complete codes of provinces and districts whose units the list has all
 */
record UnitList(
        Level level,
        LocalDate from,
        Map<String, Unit> units,
        boolean replacesAll,
        Set<String> replaced,
        boolean whole,
        Set<String> complete) {

    UnitList {
        units = new HashMap<>(units);
        replaced = new HashSet<>(replaced);
        complete = new HashSet<>(complete);
    }
}
