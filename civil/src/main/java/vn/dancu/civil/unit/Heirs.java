package vn.dancu.civil.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows units through successions, forwards and back. */
final class Heirs {
    private final AdministrativeUnits units;
    private final Map<String, List<Succession>> byOldCode = new HashMap<>();
    private final Map<String, List<Succession>> byNewCode = new HashMap<>();

    Heirs(AdministrativeUnits units, List<Succession> successions) {
        this.units = units;
        for (Succession step : successions) {
            byOldCode.computeIfAbsent(step.oldCode(), k -> new ArrayList<>(1)).add(step);
            byNewCode.computeIfAbsent(step.newCode(), k -> new ArrayList<>(1)).add(step);
        }
    }

    List<Unit> of(Unit start, LocalDate from, LocalDate to) {
        Set<Unit> found = new LinkedHashSet<>();
        follow(start, from, to, found);
        return List.copyOf(found);
    }

    /** Ends because every step goes on from a later day. */
    private void follow(Unit unit, LocalDate from, LocalDate to, Set<Unit> found) {
        LocalDate next = null;
        for (Succession step : byOldCode.getOrDefault(unit.code(), List.of())) {
            if (step.on().isAfter(from)
                    && !step.on().isAfter(to)
                    && (next == null || step.on().isBefore(next))) {
                next = step.on();
            }
        }
        if (next == null) {
            if (unit.isValidOn(to)) {
                found.add(unit);
            } else {
                Unit renamed = sameUnitLater(unit, to);
                if (renamed != null) {
                    found.add(renamed);
                }
            }
            return;
        }
        for (Succession step : byOldCode.getOrDefault(unit.code(), List.of())) {
            Unit heir = step.on().equals(next) ? units.unitOn(step.newCode(), next) : null;
            if (heir != null) {
                follow(heir, next, to, found);
            }
        }
    }

    /** A unit under a new name or parent, as from a province to a city, while the levels stayed what they were. */
    private @Nullable Unit sameUnitLater(Unit unit, LocalDate to) {
        if (to.isBefore(AdministrativeUnits.TWO_LEVELS) || !unit.validFrom().isBefore(AdministrativeUnits.TWO_LEVELS)) {
            return units.unitOn(unit.code(), to);
        }
        return null;
    }

    /** What a unit of one day was made from, as of an earlier one; itself where nothing is known to have happened. */
    List<Unit> origins(String code, LocalDate asOf, LocalDate earlier) {
        Set<Unit> found = new LinkedHashSet<>();
        for (Succession step : byNewCode.getOrDefault(code, List.of())) {
            if (step.on().isAfter(earlier) && !step.on().isAfter(asOf)) {
                Unit unit = units.unitOn(step.oldCode(), earlier);
                if (unit != null) {
                    found.add(unit);
                }
            }
        }
        if (found.isEmpty()) {
            Unit unit = units.unitOn(code, asOf);
            if (unit != null && unit.isValidOn(earlier)) {
                found.add(unit);
            }
        }
        return List.copyOf(found);
    }
}
