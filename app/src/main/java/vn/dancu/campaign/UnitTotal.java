package vn.dancu.campaign;

import java.time.LocalDate;

/**
 * What a unit says of itself as a whole, held against the sum of its groups.
 *
 * @param source form HK15, or a plan
 */
public record UnitTotal(String commune, int persons, LocalDate asOf, String source) {}
