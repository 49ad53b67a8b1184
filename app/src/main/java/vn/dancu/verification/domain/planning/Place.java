package vn.dancu.verification.domain.planning;

/**
 * Where a home or a police station lies.
 *
 * @param east kilometres east of any fixed point
 * @param north kilometres north of it
 */
public record Place(double east, double north) {
    /** Roads are longer than the straight line. */
    private static final double DETOUR = 1.3;

    private static final double KILOMETRES_AN_HOUR = 18;

    /** Getting off, finding the door, setting off again. */
    private static final int AT_THE_DOOR = 2;

    /** Whole minutes on a motorbike; nothing from a place to itself. */
    public int minutesTo(Place other) {
        double kilometres = Math.hypot(east - other.east, north - other.north);
        return kilometres == 0 ? 0 : AT_THE_DOOR + (int) Math.ceil(kilometres * DETOUR / KILOMETRES_AN_HOUR * 60);
    }
}
