package vn.dancu.verification;

/**
 * Where something lies, in kilometres from any one point of the city.
 *
 * @param group empty for the unit's centre
 * @param household its key; empty for the group's centre
 */
public record Placed(String unit, String group, String household, double east, double north) {
    /** The one point from which degrees are reckoned: the centre of Hà Giang. Distances within a city are right anywhere. */
    private static final double LATITUDE = 22.8233;

    private static final double LONGITUDE = 104.9836;
    private static final double KILOMETRES_A_DEGREE = 111.32;

    /** Of a place known by WGS 84 degrees, as maps and telephones tell them; a degree of longitude shrinks to the north. */
    public static Placed ofDegrees(String unit, String group, double latitude, double longitude) {
        double shrinks = Math.cos(Math.toRadians(latitude));
        return new Placed(
                unit,
                group,
                "",
                (longitude - LONGITUDE) * shrinks * KILOMETRES_A_DEGREE,
                (latitude - LATITUDE) * KILOMETRES_A_DEGREE);
    }
}
