package vn.dancu.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dancu.campaign.Target;
import vn.dancu.campaign.Targets;
import vn.dancu.civil.unit.AdministrativeUnits;
import vn.dancu.civil.unit.Unit;
import vn.dancu.reference.Units;

/**
 * Names of administrative units as they were in the campaign: a code means what it meant on the day of the targets, since
 * codes have been used again for other units.
 */
@Component
class UnitNames {
    private final Units units;
    private final Targets targets;
    private final Clock clock;
    private final Briefly<String, LocalDate> campaignDay;

    UnitNames(Units units, Targets targets, Clock clock) {
        this.units = units;
        this.targets = targets;
        this.clock = clock;
        this.campaignDay = new Briefly<>(Duration.ofMinutes(1), clock);
    }

    /** The code itself where no unit of it is known. */
    String name(String code) {
        AdministrativeUnits known = units.current();
        LocalDate day = campaignDay.get("", this::day);
        Optional<Unit> unit = known.find(code, day);
        if (unit.isPresent()) {
            return unit.get().name();
        }
        List<Unit> history = known.history(code);
        return history.isEmpty() ? code : history.get(history.size() - 1).name();
    }

    /** As it was in the campaign; empty where no unit of this code was then. */
    Optional<Unit> unit(String code) {
        return units.current().find(code, campaignDay.get("", this::day));
    }

    /** The unit above, as it was in the campaign; empty where none is known. */
    String above(String code) {
        return unit(code).map(Unit::parentCode).map(this::name).orElse("");
    }

    private LocalDate day() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Say.VIETNAM);
        return targets.asOf(today).stream()
                .map(Target::asOf)
                .max(LocalDate::compareTo)
                .orElse(today);
    }
}
