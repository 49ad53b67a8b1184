package vn.dancu.civil.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Administrative units as of any date, from lists that each hold from a day on; immutable. A code without a date says
 * nothing: ward 00691 was Trần Phú and is Hà Giang 2, province 15 was Yên Bái and is Lào Cai.
 */
public final class AdministrativeUnits {
    /** What a list can say of a code. */
    public enum Knowledge {
        KNOWN,
        /** The list for that date is complete and lacks it. */
        UNKNOWN_COMPLETE,
        /** No complete list for that date is loaded, so the code may be right. */
        NOT_COVERED
    }

    /** There have never been fewer provinces than now; a list with this many is taken to be of the whole country. */
    private static final int FEWEST_PROVINCES = 34;

    /** Since this day there are no districts. */
    static final LocalDate TWO_LEVELS = LocalDate.of(2025, 7, 1);

    private static final AdministrativeUnits BUILT_IN =
            new AdministrativeUnits(BuiltInUnits.lists(), BuiltInUnits.successions());

    private final List<UnitList> lists;
    private final List<Succession> successions;
    private final Map<String, List<Unit>> byCode;
    private final Heirs heirs;
    private @Nullable UnitNames names;

    private AdministrativeUnits(List<UnitList> lists, List<Succession> successions) {
        this.lists = lists.stream().sorted(Comparator.comparing(UnitList::from)).toList();
        this.successions = List.copyOf(successions);
        this.byCode = UnitTimeline.of(this.lists);
        this.heirs = new Heirs(this, successions);
    }

    /** The provinces of the whole country and the units of Hà Giang city; see {@link BuiltInUnits} for what and since when. */
    public static AdministrativeUnits builtIn() {
        return BUILT_IN;
    }

    /**
     * These units with a list that holds from a day to the next list's. Of a province or district that has a line of
     * its own in the list, and units below, it has them all: others there end the day before. It counts as whole when
     * it has at least as many provinces as the country ever had, each with units below; then all others end. A unit
     * that stays as it is keeps its first day.
     *
     * @param imported units; their own validity is not looked at
     */
    public AdministrativeUnits withImported(Collection<Unit> imported, LocalDate validFrom) {
        return withImported(imported, validFrom, isWhole(imported));
    }

    /** @param whole whether the list has all units of the country at each level that it has units of */
    public AdministrativeUnits withImported(Collection<Unit> imported, LocalDate validFrom, boolean whole) {
        Set<String> listed = imported.stream().map(Unit::code).collect(Collectors.toSet());
        List<UnitList> more = new ArrayList<>(lists);
        for (Level level : Level.values()) {
            Map<String, Unit> units = new LinkedHashMap<>();
            Set<String> parents = new LinkedHashSet<>();
            for (Unit unit : imported) {
                if (unit.level() == level) {
                    units.put(unit.code(), unit);
                    if (unit.parentCode() != null && listed.contains(unit.parentCode())) {
                        parents.add(unit.parentCode());
                    }
                }
            }
            if (!units.isEmpty()) {
                more.removeIf(
                        list -> whole && list.level() == level && list.from().equals(validFrom));
                more.add(new UnitList(
                        level, validFrom, units, whole, parents, whole, withGrandparents(parents, imported)));
            }
        }
        return new AdministrativeUnits(more, successions);
    }

    /** A list with all communes of its districts has all of the provinces of these. */
    private static Set<String> withGrandparents(Set<String> parents, Collection<Unit> imported) {
        Set<String> scopes = new HashSet<>(parents);
        Set<String> listed = imported.stream().map(Unit::code).collect(Collectors.toSet());
        for (Unit unit : imported) {
            String parent = unit.parentCode();
            if (parent != null && parents.contains(unit.code()) && listed.contains(parent)) {
                scopes.add(parent);
            }
        }
        return scopes;
    }

    private static boolean isWhole(Collection<Unit> imported) {
        int provinces = 0;
        boolean communes = false;
        Set<String> parents = new HashSet<>();
        for (Unit unit : imported) {
            provinces += unit.level() == Level.PROVINCE ? 1 : 0;
            communes |= unit.level() == Level.COMMUNE;
            if (unit.parentCode() != null) {
                parents.add(unit.parentCode());
            }
        }
        return communes
                && provinces >= FEWEST_PROVINCES
                && imported.stream()
                        .filter(unit -> unit.level() == Level.PROVINCE)
                        .allMatch(unit -> parents.contains(unit.code()));
    }

    /** These units with more lines of what became of them; a line known already is not doubled. */
    public AdministrativeUnits withSuccessions(Collection<Succession> imported) {
        Set<Succession> all = new LinkedHashSet<>(successions);
        Set<String> known = new HashSet<>();
        for (Succession step : successions) {
            known.add(step.oldCode() + ">" + step.newCode() + "@" + step.on());
        }
        for (Succession step : imported) {
            if (known.add(step.oldCode() + ">" + step.newCode() + "@" + step.on())) {
                all.add(step);
            }
        }
        return new AdministrativeUnits(lists, List.copyOf(all));
    }

    /** The unit that bears the code on that day. */
    public Optional<Unit> find(@Nullable String code, LocalDate asOf) {
        return Optional.ofNullable(unitOn(code, asOf));
    }

    @Nullable
    Unit unitOn(@Nullable String code, LocalDate asOf) {
        if (code == null) {
            return null;
        }
        List<Unit> units = byCode.get(code);
        if (units == null) {
            return null;
        }
        for (int i = units.size() - 1; i >= 0; i--) {
            if (units.get(i).isValidOn(asOf)) {
                return units.get(i);
            }
        }
        return null;
    }

    /** Every unit that ever bore the code, oldest first. */
    public List<Unit> history(String code) {
        return List.copyOf(byCode.getOrDefault(code, List.of()));
    }

    /** The units of a level on a day, by code. */
    public List<Unit> all(Level level, LocalDate asOf) {
        List<Unit> found = new ArrayList<>();
        for (List<Unit> units : byCode.values()) {
            for (Unit unit : units) {
                if (unit.level() == level && unit.isValidOn(asOf)) {
                    found.add(unit);
                }
            }
        }
        found.sort(Comparator.comparing(Unit::code));
        return found;
    }

    /** The units right below one. */
    public List<Unit> children(String parentCode, LocalDate asOf) {
        List<Unit> found = new ArrayList<>();
        for (List<Unit> units : byCode.values()) {
            for (Unit unit : units) {
                if (parentCode.equals(unit.parentCode()) && unit.isValidOn(asOf)) {
                    found.add(unit);
                }
            }
        }
        found.sort(Comparator.comparing(Unit::code));
        return found;
    }

    /** What the lists say of a code of 2, 3 or 5 digits. Letters are codes of countries, which are not covered here. */
    public Knowledge knows(String code, LocalDate asOf) {
        if (unitOn(code, asOf) != null) {
            return Knowledge.KNOWN;
        }
        boolean digits = !code.isEmpty();
        for (int i = 0; i < code.length(); i++) {
            digits &= code.charAt(i) >= '0' && code.charAt(i) <= '9';
        }
        if (!digits) {
            return Knowledge.NOT_COVERED;
        }
        Level level = levelOf(code);
        if (level == null) {
            return Knowledge.UNKNOWN_COMPLETE;
        }
        return isComplete(level, "", asOf) ? Knowledge.UNKNOWN_COMPLETE : Knowledge.NOT_COVERED;
    }

    /** What the lists say of a code that should lie within a province or district. */
    public Knowledge knows(String code, String scope, LocalDate asOf) {
        Unit unit = unitOn(code, asOf);
        if (unit != null) {
            boolean inside = scope.isEmpty()
                    || code.equals(scope)
                    || scope.equals(unit.parentCode())
                    || scope.equals(provinceOf(code, asOf).orElse(""));
            return inside ? Knowledge.KNOWN : Knowledge.UNKNOWN_COMPLETE;
        }
        Level level = levelOf(code);
        return level != null && isComplete(level, scope, asOf) ? Knowledge.UNKNOWN_COMPLETE : knows(code, asOf);
    }

    static @Nullable Level levelOf(String code) {
        return switch (code.length()) {
            case 2 -> Level.PROVINCE;
            case 3 -> Level.DISTRICT;
            case 5 -> Level.COMMUNE;
            default -> null;
        };
    }

    /**
     * Whether every unit of the level within a scope is known for that day.
     *
     * @param scope code of a province or district; empty for the whole country
     */
    public boolean isComplete(Level level, String scope, LocalDate asOf) {
        if (level == Level.DISTRICT && !asOf.isBefore(TWO_LEVELS)) {
            return true;
        }
        for (int i = lists.size() - 1; i >= 0; i--) {
            UnitList list = lists.get(i);
            if (list.level() != level || list.from().isAfter(asOf)) {
                continue;
            }
            if (list.whole() || (!scope.isEmpty() && list.complete().contains(scope))) {
                return true;
            }
            if (list.replacesAll()) {
                return false;
            }
        }
        return false;
    }

    /** Code of the province that a unit lies in. */
    public Optional<String> provinceOf(@Nullable String code, LocalDate asOf) {
        Unit unit = unitOn(code, asOf);
        for (int step = 0; unit != null && step < 3; step++) {
            if (unit.level() == Level.PROVINCE) {
                return Optional.of(unit.code());
            }
            String parent = unit.parentCode();
            if (parent != null && parent.length() == Level.PROVINCE.codeLength() && unitOn(parent, asOf) == null) {
                return Optional.of(parent);
            }
            unit = unitOn(parent, asOf);
        }
        return Optional.empty();
    }

    /**
     * What a unit of one day is on a later one: itself where nothing happened, several units where it was divided;
     * empty when it is unknown or its end is known and its heirs are not.
     */
    public List<Unit> successors(String code, LocalDate from, LocalDate to) {
        Unit start = unitOn(code, from);
        return start == null ? List.of() : heirs.of(start, from, to);
    }

    /** What a unit of one day was made from, as of an earlier one; itself where nothing is known to have happened. */
    public List<Unit> predecessors(String code, LocalDate asOf, LocalDate earlier) {
        return heirs.origins(code, asOf, earlier);
    }

    /**
     * The only unit of a level with that name on a day; empty when there is none or more than one. Kinds (Tỉnh, Thành
     * phố, Phường, Xã, P., TX. …), case, marks' places and, if need be, marks are overlooked.
     */
    public Optional<Unit> byName(Level level, @Nullable String name, LocalDate asOf) {
        return only(allByName(level, name, asOf));
    }

    /** The only unit with that name right below a parent. */
    public Optional<Unit> byName(Level level, @Nullable String name, String parentCode, LocalDate asOf) {
        return only(allByName(level, name, asOf).stream()
                .filter(unit -> parentCode.equals(unit.parentCode())
                        || parentCode.equals(provinceOf(unit.code(), asOf).orElse("")))
                .toList());
    }

    public List<Unit> allByName(Level level, @Nullable String name, LocalDate asOf) {
        return name == null ? List.of() : names().find(level, name, asOf);
    }

    private static Optional<Unit> only(List<Unit> units) {
        return units.size() == 1 ? Optional.of(units.get(0)) : Optional.empty();
    }

    private UnitNames names() {
        UnitNames known = names;
        if (known == null) {
            known = new UnitNames(byCode.values());
            names = known;
        }
        return known;
    }

    public List<Succession> successions() {
        return successions;
    }
}
