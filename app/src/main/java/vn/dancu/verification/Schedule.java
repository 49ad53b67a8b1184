package vn.dancu.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A calendar of visits (lịch phúc tra): which team calls at which home, when. A new one takes the place of the one before.
 *
 * @param why what it was made for; empty for a first one
 * @param leftOut homes that fitted nowhere
 * @param travel minutes on the way in all
 * @param late minutes after the hour up to which somebody is at home
 * @param millis how long the solver took
 */
public record Schedule(
        long id,
        List<String> units,
        LocalDate from,
        LocalDate to,
        String why,
        int visits,
        int leftOut,
        int travel,
        int late,
        int millis,
        String madeBy,
        Instant madeAt) {
    public Schedule {
        units = List.copyOf(units);
    }

    /**
     * A home on the calendar.
     *
     * @param number of the sheet, as printed
     * @param arrival minutes after midnight
     * @param promised whether the household was told to expect the team
     * @param persons how many forms are asked about
     * @param done whether nobody on the sheet is left to be met
     */
    public record Stop(
            SheetId sheet,
            String number,
            String unit,
            String group,
            int persons,
            TeamId team,
            LocalDate day,
            int shiftFrom,
            int shiftTo,
            int arrival,
            int minutes,
            boolean promised,
            boolean done) {}

    /** A home that is not on the calendar, and why. */
    public record Left(SheetId sheet, String number, String unit, String group, Why why) {}

    /** Why a home fits nowhere. */
    public enum Why {
        NO_TEAM,
        SAYS_AWAY,
        NO_TIME,
        ALL_COLLECTED_IT,
        PROMISE_BROKEN,
        NO_ROOM
    }
}
