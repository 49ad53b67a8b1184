package vn.dancu.reporting;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.dancu.civil.unit.AdministrativeUnits;
import vn.dancu.civil.unit.Level;
import vn.dancu.civil.unit.Unit;
import vn.dancu.reference.Units;
import vn.dancu.reporting.db.CampaignQueries;

/**
 * The units of a report, as they were in the campaign: a code means what it meant on the day of the targets in force,
 * since codes have been used again for other units.
 */
@Component
public class ReportUnits {
    private static final Pattern KIND =
            Pattern.compile("^(Phường|Xã|Thị trấn|Thành phố|Thị xã|Quận|Huyện|Tỉnh) (?=\\D)");

    private final Units units;
    private final CampaignQueries campaign;

    ReportUnits(Units units, CampaignQueries campaign) {
        this.units = units;
        this.campaign = campaign;
    }

    /** Names as of one day; taken once for a piece of work. */
    public Names on(LocalDate periodEnd) {
        return new Names(
                units.current(),
                campaign.targetDay(periodEnd).orElse(periodEnd),
                Set.copyOf(campaign.targeted(periodEnd)));
    }

    /**
     * Units as they were on a day.
     *
     * @param targeted communes that have persons to be counted
     */
    public record Names(AdministrativeUnits units, LocalDate day, Set<String> targeted) {
        public Names {
            targeted = Set.copyOf(targeted);
        }

        /** The smallest unit that holds all communes of the campaign; empty where none does. */
        public String common() {
            Set<String> level = new TreeSet<>(targeted);
            while (level.size() > 1) {
                Set<String> above = new TreeSet<>();
                level.forEach(code -> above.add(above(code)));
                level = above;
            }
            return level.isEmpty() ? "" : level.iterator().next();
        }

        public Optional<Unit> find(String code) {
            return units.find(code, day);
        }

        /** The code itself where no unit of it is known. */
        public String name(String code) {
            return find(code).map(Unit::name).orElse(code);
        }

        public boolean isCommune(String code) {
            return find(code).map(unit -> unit.level() == Level.COMMUNE).orElse(code.length() == 5);
        }

        /** The unit above; empty where none is known. */
        public String above(String code) {
            return find(code).map(Unit::parentCode).orElse("");
        }

        /** Communes within it, itself when it is one; in the order of codes. */
        public Set<String> communes(String code) {
            Set<String> found = new TreeSet<>();
            if (isCommune(code)) {
                found.add(code);
                return found;
            }
            for (Unit unit : units.children(code, day)) {
                found.addAll(communes(unit.code()));
            }
            return found;
        }

        /** {@code Phường} of Phường Trần Phú; empty where the name has none. */
        public String kind(String code) {
            String name = name(code);
            java.util.regex.Matcher kind = KIND.matcher(name);
            return kind.find() ? kind.group(1) : "";
        }

        /** {@code Trần Phú}: where a document of this unit is signed. */
        public String place(String code) {
            return KIND.matcher(name(code)).replaceFirst("");
        }

        /** With its kind in small letters, as in running text: {@code phường Trần Phú}. */
        public String inText(String code) {
            String name = name(code);
            return kind(code).isEmpty()
                    ? name
                    : name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name.substring(1);
        }
    }
}
