package vn.dancu.civil.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lays lists behind each other, so that every code gets its units with first and last day. */
final class UnitTimeline {
    private UnitTimeline() {}

    /** @param lists in the order of their days */
    static Map<String, List<Unit>> of(List<UnitList> lists) {
        Map<String, List<Unit>> all = new HashMap<>();
        for (Level level : Level.values()) {
            Map<String, Unit> open = new HashMap<>();
            for (UnitList list : lists) {
                if (list.level() == level) {
                    apply(list, open, all);
                }
            }
            if (level == Level.DISTRICT) {
                close(open, all, AdministrativeUnits.TWO_LEVELS);
            }
            open.values().forEach(unit -> add(all, unit));
        }
        return all;
    }

    private static void apply(UnitList list, Map<String, Unit> open, Map<String, List<Unit>> all) {
        LocalDate dayBefore = list.from().minusDays(1);
        open.values().removeIf(unit -> {
            Unit now = list.units().get(unit.code());
            boolean ends = now == null ? isReplaced(list, unit) : !continues(list, now, unit);
            if (ends && unit.validFrom().isBefore(list.from())) {
                add(all, unit.until(dayBefore));
            }
            return ends;
        });
        for (Unit unit : list.units().values()) {
            open.computeIfAbsent(
                    unit.code(),
                    code -> new Unit(unit.level(), code, unit.name(), unit.parentCode(), list.from(), null));
        }
    }

    private static boolean continues(UnitList list, Unit now, Unit earlier) {
        boolean acrossReform = earlier.level() == Level.COMMUNE
                && earlier.validFrom().isBefore(AdministrativeUnits.TWO_LEVELS)
                && !list.from().isBefore(AdministrativeUnits.TWO_LEVELS);
        return !acrossReform && now.continues(earlier);
    }

    private static boolean isReplaced(UnitList list, Unit unit) {
        return list.replacesAll() || isWithin(unit.parentCode(), list.replaced());
    }

    private static boolean isWithin(@Nullable String parent, Set<String> replaced) {
        return parent != null && replaced.contains(parent);
    }

    private static void close(Map<String, Unit> open, Map<String, List<Unit>> all, LocalDate day) {
        open.values().removeIf(unit -> {
            boolean ends = unit.validFrom().isBefore(day);
            if (ends) {
                add(all, unit.until(day.minusDays(1)));
            }
            return ends;
        });
    }

    private static void add(Map<String, List<Unit>> all, Unit unit) {
        all.computeIfAbsent(unit.code(), code -> new ArrayList<>(2)).add(unit);
    }
}
