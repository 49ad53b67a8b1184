package vn.dancu.verification;

/**
 * Where something lies, in kilometres from any one point of the city.
 *
 * @param group empty for the unit's centre
 * @param household its key; empty for the group's centre
 */
public record Placed(String unit, String group, String household, double east, double north) {}
