package vn.dancu.quality.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.list.Provinces;
import vn.dancu.civil.unit.AdministrativeUnits;
import vn.dancu.civil.unit.AdministrativeUnits.Knowledge;
import vn.dancu.civil.unit.Unit;

/** Administrative units as the rules ask for them; each distinct code and each distinct text is looked up once. */
final class UnitLookup {
    private static final int ROOM = 200_000;
    /** From here on the codes of many provinces name other provinces, and no personal number knows them. */
    static final int PROVINCES_MERGED = 20250701;

    private final AdministrativeUnits units;
    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<String, String> provinceOfText = new HashMap<>();

    UnitLookup(AdministrativeUnits units) {
        this.units = units;
    }

    /**
     * What is known of a code.
     *
     * @param from packed first day for which this answer holds
     * @param to packed last day
     * @param province 2-digit code, null when not known
     */
    record Answer(
            int from, int to, Knowledge knowledge, @Nullable String province) {}

    Answer ask(String code, PartialDate day) {
        int packed = day.packed();
        Answer known = answers.get(code);
        if (known != null && packed >= known.from() && packed <= known.to()) {
            return known;
        }
        Answer answer = look(code, day.latest(), packed);
        if (answers.size() > ROOM) {
            answers.clear();
        }
        answers.put(code, answer);
        return answer;
    }

    private Answer look(String code, LocalDate day, int packed) {
        Knowledge knowledge = units.knows(code, day);
        Optional<Unit> unit = units.find(code, day);
        String province = units.provinceOf(code, day).orElse(null);
        if (unit.isEmpty()) {
            return new Answer(packed, packed, knowledge, province);
        }
        LocalDate last = unit.get().validTo();
        return new Answer(
                PartialDate.of(unit.get().validFrom()).packed(),
                last == null ? Integer.MAX_VALUE : PartialDate.of(last).packed(),
                knowledge,
                province);
    }

    /** The province that the last part of a written place names, empty when it names none for certain. */
    String provinceNamed(String place) {
        String known = provinceOfText.get(place);
        if (known == null) {
            int comma = Math.max(place.lastIndexOf(','), place.lastIndexOf(" - "));
            known = Provinces.codeOf(place.substring(comma + 1).strip()).orElse("");
            if (provinceOfText.size() > ROOM) {
                provinceOfText.clear();
            }
            provinceOfText.put(place, known);
        }
        return known;
    }
}
