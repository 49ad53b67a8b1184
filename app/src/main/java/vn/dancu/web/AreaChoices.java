package vn.dancu.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import vn.dancu.campaign.Target;
import vn.dancu.campaign.Targets;
import vn.dancu.civil.text.VietnameseText;
import vn.dancu.civil.unit.Level;
import vn.dancu.civil.unit.Unit;
import vn.dancu.reference.Units;
import vn.dancu.shared.AreaScope;

/** Units and groups to choose an account's area from: those of the campaign, those it has, and those looked for by name. */
@Component
class AreaChoices {
    private static final int MOST_FOUND = 30;

    private final Targets targets;
    private final Units units;
    private final UnitNames names;
    private final Clock clock;

    AreaChoices(Targets targets, Units units, UnitNames names, Clock clock) {
        this.targets = targets;
        this.units = units;
        this.names = names;
        this.clock = clock;
    }

    /** A unit that may be chosen whole or by groups. */
    public record Choice(String code, String name, boolean isChosen, List<Group> groups) {
        public long chosenGroups() {
            return groups.stream().filter(Group::isChosen).count();
        }

        public boolean isOpen() {
            return isChosen || chosenGroups() > 0;
        }
    }

    /** @param value as it is sent: {@code code/group} */
    public record Group(String value, String name, boolean isChosen) {}

    List<Choice> of(AreaScope scope, String looked) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Say.VIETNAM);
        Map<String, Set<String>> groups = new TreeMap<>();
        for (Target target : targets.asOf(today)) {
            groups.computeIfAbsent(target.communeCode(), code -> new TreeSet<>())
                    .add(target.residentialGroup());
        }
        scope.communes().forEach(code -> groups.computeIfAbsent(code, unit -> new TreeSet<>()));
        for (String group : scope.groups()) {
            int slash = group.indexOf('/');
            groups.computeIfAbsent(group.substring(0, slash), code -> new TreeSet<>())
                    .add(group.substring(slash + 1));
        }
        if (!looked.isBlank()) {
            found(looked, today).forEach(code -> groups.computeIfAbsent(code, unit -> new TreeSet<>()));
        }
        List<Choice> choices = new ArrayList<>();
        groups.forEach((code, within) -> choices.add(new Choice(
                code,
                names.name(code),
                scope.communes().contains(code),
                within.stream()
                        .filter(name -> !name.isEmpty())
                        .map(name -> new Group(
                                code + "/" + name, name, scope.groups().contains(code + "/" + name)))
                        .toList())));
        return choices;
    }

    private List<String> found(String looked, LocalDate today) {
        String folded = VietnameseText.fold(looked.strip());
        return units.current().all(Level.COMMUNE, today).stream()
                .filter(unit -> VietnameseText.fold(unit.name()).contains(folded))
                .limit(MOST_FOUND)
                .map(Unit::code)
                .toList();
    }

    /** Choices as they come from the page: {@code *}, commune codes, {@code code/group}. A whole unit swallows its groups. */
    static AreaScope scope(Collection<String> chosen) {
        if (chosen.contains("*")) {
            return AreaScope.EVERYWHERE;
        }
        Set<String> communes = new LinkedHashSet<>();
        Set<String> groups = new LinkedHashSet<>();
        for (String choice : chosen) {
            String part = choice.strip();
            int slash = part.indexOf('/');
            if (slash > 0) {
                groups.add(part);
            } else if (slash < 0 && !part.isEmpty()) {
                communes.add(part);
            }
        }
        groups.removeIf(group -> communes.contains(group.substring(0, group.indexOf('/'))));
        return new AreaScope(false, communes, groups);
    }
}
