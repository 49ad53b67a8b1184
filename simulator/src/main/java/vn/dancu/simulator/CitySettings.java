package vn.dancu.simulator;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a city shall be like: how many residents, from which seed, when the forms were collected, and every rate by its name.
 * Equal settings make byte-identical files.
 *
 * @param people residents, met within a household
 * @param collectedFrom first day of collection
 * @param collectedTo last day of collection; the truth is of this day
 */
public record CitySettings(
        int people, long seed, LocalDate collectedFrom, LocalDate collectedTo, Map<Rate, Double> rates) {
    public CitySettings {
        if (people < 1) {
            throw new IllegalArgumentException("a city has at least one resident, not " + people);
        }
        if (collectedTo.isBefore(collectedFrom)) {
            throw new IllegalArgumentException("collection ends before it begins");
        }
        EnumMap<Rate, Double> all = new EnumMap<>(Rate.class);
        for (Rate rate : Rate.values()) {
            double value = rates.getOrDefault(rate, rate.byDefault());
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException(rate + " is a share between 0 and 1, not " + value);
            }
            all.put(rate, value);
        }
        rates = Collections.unmodifiableMap(all);
    }

    /** Hà Giang city in the summer of 2020. */
    public static CitySettings defaults(int people, long seed) {
        return new CitySettings(people, seed, LocalDate.of(2020, 6, 1), LocalDate.of(2020, 9, 15), Map.of());
    }

    public double rate(Rate rate) {
        return rates.getOrDefault(rate, rate.byDefault());
    }

    public CitySettings with(Rate rate, double value) {
        EnumMap<Rate, Double> changed = new EnumMap<>(Rate.class);
        changed.putAll(rates);
        changed.put(rate, value);
        return new CitySettings(people, seed, collectedFrom, collectedTo, changed);
    }

    /** Every error of forms, papers, books and archive multiplied by one factor (at most to a share of 1). */
    public CitySettings withErrorsTimes(double factor) {
        EnumMap<Rate, Double> changed = new EnumMap<>(Rate.class);
        changed.putAll(rates);
        for (Rate rate : Rate.values()) {
            boolean error = rate.ordinal() >= Rate.FORM_NAME_MISSING.ordinal()
                    && rate != Rate.SOURCE_PERSONAL_ID_PRESENT
                    && rate != Rate.SOURCE_OLD_ID_PRESENT;
            if (error) {
                changed.put(rate, Math.min(1, rate(rate) * factor));
            }
        }
        return new CitySettings(people, seed, collectedFrom, collectedTo, changed);
    }

    public CitySettings collected(LocalDate from, LocalDate to) {
        return new CitySettings(people, seed, from, to, rates);
    }
}
