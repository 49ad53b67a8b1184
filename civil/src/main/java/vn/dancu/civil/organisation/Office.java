package vn.dancu.civil.organisation;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of office of the police, for as long as it had these duties.
 *
 * @param code short word: WARD, CITY_TEAM, PC06, C06
 * @param title as in documents
 * @param area what it is responsible for
 * @param parent code of the office above; null for the highest
 * @param validTo last day; null while it lasts
 */
public record Office(
        String code,
        String title,
        Area area,
        @Nullable String parent,
        Set<Duty> duties,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {
    /** How far an office's area reaches. */
    public enum Area {
        COMMUNE,
        DISTRICT,
        PROVINCE,
        COUNTRY
    }

    public boolean isValidOn(LocalDate date) {
        return !date.isBefore(validFrom) && (validTo == null || !date.isAfter(validTo));
    }
}
