package vn.dancu.civil.unit;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An administrative unit for as long as it bore this code, name and parent.
 *
 * @param code digits with leading zeros
 * @param name with its kind: "Phường Trần Phú"
 * @param parentCode of the district or, where there are none, of the province; null for a province
 * @param validFrom first day, as far as our lists reach back
 * @param validTo last day; null while it lasts
 */
public record Unit(
        Level level,
        String code,
        String name,
        @Nullable String parentCode,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    public boolean isValidOn(LocalDate date) {
        return !date.isBefore(validFrom) && (validTo == null || !date.isAfter(validTo));
    }

    Unit until(@Nullable LocalDate lastDay) {
        return new Unit(level, code, name, parentCode, validFrom, lastDay);
    }

    boolean continues(Unit earlier) {
        return level == earlier.level
                && code.equals(earlier.code)
                && name.equals(earlier.name)
                && Objects.equals(parentCode, earlier.parentCode);
    }
}
