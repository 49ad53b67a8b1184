package vn.dancu.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.dancu.civil.unit.Unit;
import vn.dancu.shared.Role;

/**
 * Heads of official documents as Decree 30/2020/NĐ-CP (appendix I) asks: superior body, issuing body, place and date.
 * Documents are Vietnamese whatever language the screen speaks.
 */
@Component
class Letterhead {
    private static final Pattern KIND =
            Pattern.compile("^(Phường|Xã|Thị trấn|Thành phố|Thị xã|Quận|Huyện|Tỉnh) (?=\\D)");
    private static final String DEPARTMENT = "CỤC CẢNH SÁT QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI";
    private static final String TEAM = "ĐỘI CẢNH SÁT QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI";

    private final UnitNames units;

    Letterhead(UnitNames units) {
        this.units = units;
    }

    /**
     * @param superior in capitals; empty where none is known
     * @param office in capitals
     * @param place where the document is signed
     */
    public record Head(String superior, String office, String place) {}

    /** The office at which somebody of this role works. */
    Head of(Role role, Collection<String> communes) {
        List<String> sorted = communes.stream().sorted().toList();
        Optional<Unit> commune = sorted.isEmpty() ? Optional.empty() : units.unit(sorted.get(0));
        Optional<Unit> above = commune.map(Unit::parentCode).flatMap(units::unit);
        return switch (role) {
            case INSPECTOR -> new Head("BỘ CÔNG AN", DEPARTMENT, place(above.or(() -> commune)));
            case CITY_TEAM -> new Head(police(above), TEAM, place(above));
            case COLLECTOR, CHIEF, ARCHIVIST, PROVINCE_OPERATOR, ADMINISTRATOR, AUDITOR, SYSTEM ->
                new Head(
                        police(above),
                        sorted.size() == 1 ? police(commune) : police(above),
                        place(sorted.size() == 1 ? commune : above));
        };
    }

    /** The police of a unit: {@code CÔNG AN PHƯỜNG TRẦN PHÚ}. */
    String police(String commune) {
        return police(units.unit(commune));
    }

    private static String police(Optional<Unit> unit) {
        return unit.map(known -> ("Công an " + known.name()).toUpperCase(Locale.ROOT))
                .orElse("CÔNG AN");
    }

    private static String place(Optional<Unit> unit) {
        return unit.map(known -> KIND.matcher(known.name()).replaceFirst("")).orElse("");
    }

    /** {@code ngày 05 tháng 9 năm 2020}: days below 10 and the months 1 and 2 have a leading zero. */
    static String day(LocalDate day) {
        return "ngày " + String.format(Locale.ROOT, "%02d", day.getDayOfMonth()) + " tháng "
                + (day.getMonthValue() < 3 ? "0" : "") + day.getMonthValue() + " năm " + day.getYear();
    }

    static String day(Instant at) {
        return day(LocalDate.ofInstant(at, Say.VIETNAM));
    }
}
