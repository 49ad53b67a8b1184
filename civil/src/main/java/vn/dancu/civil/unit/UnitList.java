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
 * @param replacesAll whether all units that were there before end, unless they are in this list too
 * @param replaced otherwise: the parents whose units this list replaces
 * @param whole whether the list has every unit of the country
 * @param complete codes of provinces and districts of which the list has every unit
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
