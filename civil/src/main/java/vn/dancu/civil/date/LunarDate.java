package vn.dancu.civil.date;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A day of the Vietnamese lunar calendar (âm lịch), reckoned for the meridian 105° E (UTC+7) since 1968.
 *
 * <p>A month begins on the day (in UTC+7) of the new moon; month 11 holds the winter solstice; where thirteen months lie
 * between two months 11, the first one without a principal solar term is the leap month. New moons and the sun's longitude by the
 * truncated series of J. Meeus, Astronomical Algorithms (1998), chapters 25 and 49: good to a minute or two, which tells days
 * apart except for a new moon within that time of midnight.
 *
 * @param month 1 to 12
 * @param leap the second month of this number in its year (tháng nhuận)
 */
public record LunarDate(int year, int month, boolean leap, int day) {
    private static final double ZONE_DAYS = 7 / 24.0;
    private static final double SYNODIC_MONTH = 29.530588861;
    /** Julian day number of 1970-01-01. */
    private static final long EPOCH_JULIAN = 2_440_588;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    public LunarDate {
        if (month < 1 || month > 12) {
            throw new IllegalArgumentException("a lunar month is 1 to 12: " + month);
        }
        if (day < 1 || day > 30) {
            throw new IllegalArgumentException("a lunar day is 1 to 30: " + day);
        }
    }

    /**
     * @throws IllegalArgumentException outside 1900 to 2199, for which the series is trusted
     */
    public static LunarDate of(LocalDate date) {
        requireKnown(date.getYear());
        long day = date.toEpochDay() + EPOCH_JULIAN;
        long month = moonOn(day);
        long start = newMoonDay(month);
        long eleventh = eleventhMonth(date.getYear());
        long before;
        long after;
        int year;
        if (newMoonDay(eleventh) > start) {
            before = eleventhMonth(date.getYear() - 1);
            after = eleventh;
            year = date.getYear();
        } else {
            before = eleventh;
            after = eleventhMonth(date.getYear() + 1);
            year = date.getYear() + 1;
        }
        long offset = month - before;
        long leapAt = leapOffset(before, after);
        boolean leap = offset == leapAt;
        long number = 11 + offset - (leapAt >= 0 && offset >= leapAt ? 1 : 0);
        if (number <= 12) {
            year--;
        } else {
            number -= 12;
        }
        return new LunarDate(year, (int) number, leap, (int) (day - start + 1));
    }

    /** The day in the solar calendar; empty where the year has no such month or the month no such day. */
    public Optional<LocalDate> toDate() {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return Optional.empty();
        }
        boolean late = month >= 11;
        long before = eleventhMonth(late ? year : year - 1);
        long after = eleventhMonth(late ? year + 1 : year);
        long leapAt = leapOffset(before, after);
        long offset = late ? month - 11 : month + 1;
        if (leap) {
            // The leap month bears the number of the month before it.
            offset++;
            if (offset != leapAt) {
                return Optional.empty();
            }
        } else if (leapAt >= 0 && offset >= leapAt) {
            offset++;
        }
        LocalDate date = LocalDate.ofEpochDay(newMoonDay(before + offset) + day - 1 - EPOCH_JULIAN);
        return Optional.of(date)
                .filter(found -> found.getYear() <= LAST_YEAR && of(found).equals(this));
    }

    private static void requireKnown(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException(
                    "the lunar calendar is reckoned from " + FIRST_YEAR + " to " + LAST_YEAR + ": " + year);
        }
    }

    /** The count (from the new moon of 6 January 2000) of the month that this Julian day lies in. */
    private static long moonOn(long day) {
        long moon = Math.round((day - 2_451_550.1) / SYNODIC_MONTH) + 1;
        while (newMoonDay(moon) > day) {
            moon--;
        }
        return moon;
    }

    /** The month that holds the winter solstice of the year. */
    private static long eleventhMonth(int year) {
        long lastOfDecember = LocalDate.of(year, 12, 31).toEpochDay() + EPOCH_JULIAN;
        long moon = moonOn(lastOfDecember);
        // The solstice is when the sun's longitude reaches 270°, the ninth of the twelve parts.
        return solarPart(newMoonDay(moon)) >= 9 ? moon - 1 : moon;
    }

    /** Months after {@code before} of the leap month; -1 where there is none. */
    private static long leapOffset(long before, long after) {
        if (after - before < 13) {
            return -1;
        }
        for (long offset = 1; offset <= 13; offset++) {
            if (solarPart(newMoonDay(before + offset)) == solarPart(newMoonDay(before + offset + 1))) {
                return offset;
            }
        }
        throw new IllegalStateException("thirteen months and none without a principal term");
    }

    /** Which twelfth of the ecliptic (0 from the spring equinox) the sun is in at the beginning of the day in UTC+7. */
    private static int solarPart(long day) {
        return (int) Math.floor(solarLongitude(day - 0.5 - ZONE_DAYS) / 30);
    }

    /** The Julian day number of the day in UTC+7 on which the moon of this count is new. */
    private static long newMoonDay(long moon) {
        return (long) Math.floor(newMoon(moon) + 0.5 + ZONE_DAYS);
    }

    /** Julian date, universal time, of a new moon; Meeus ch. 49 with its periodic and planetary terms. */
    private static double newMoon(long moon) {
        double k = moon;
        double t = k / 1236.85;
        double t2 = t * t;
        double julian =
                2_451_550.09766 + SYNODIC_MONTH * k + 0.00015437 * t2 - 0.000000150 * t2 * t + 0.00000000073 * t2 * t2;
        double e = 1 - 0.002516 * t - 0.0000074 * t2;
        double sun = Math.toRadians(2.5534 + 29.10535670 * k - 0.0000014 * t2);
        double moonAnomaly = Math.toRadians(201.5643 + 385.81693528 * k + 0.0107582 * t2);
        double latitude = Math.toRadians(160.7108 + 390.67050284 * k - 0.0016118 * t2);
        double node = Math.toRadians(124.7746 - 1.56375588 * k + 0.0020672 * t2);
        double correction = -0.40720 * Math.sin(moonAnomaly)
                + 0.17241 * e * Math.sin(sun)
                + 0.01608 * Math.sin(2 * moonAnomaly)
                + 0.01039 * Math.sin(2 * latitude)
                + 0.00739 * e * Math.sin(moonAnomaly - sun)
                - 0.00514 * e * Math.sin(moonAnomaly + sun)
                + 0.00208 * e * e * Math.sin(2 * sun)
                - 0.00111 * Math.sin(moonAnomaly - 2 * latitude)
                - 0.00057 * Math.sin(moonAnomaly + 2 * latitude)
                + 0.00056 * e * Math.sin(2 * moonAnomaly + sun)
                - 0.00042 * Math.sin(3 * moonAnomaly)
                + 0.00042 * e * Math.sin(sun + 2 * latitude)
                + 0.00038 * e * Math.sin(sun - 2 * latitude)
                - 0.00024 * e * Math.sin(2 * moonAnomaly - sun)
                - 0.00017 * Math.sin(node);
        double planets = 0.000325 * Math.sin(Math.toRadians(299.77 + 0.107408 * k - 0.009173 * t2))
                + 0.000165 * Math.sin(Math.toRadians(251.88 + 0.016321 * k))
                + 0.000164 * Math.sin(Math.toRadians(251.83 + 26.651886 * k))
                + 0.000126 * Math.sin(Math.toRadians(349.42 + 36.412478 * k))
                + 0.000110 * Math.sin(Math.toRadians(84.66 + 18.206239 * k));
        return julian + correction + planets - clockDifference(t) / 86_400;
    }

    /** Seconds between dynamical and universal time, by century from 2000; a parabola fitted to 1900 … 2100. */
    private static double clockDifference(double t) {
        return t < 0 ? 63.8 + 62 * t : 63.8 + 40 * t + 25 * t * t;
    }

    /** The sun's apparent longitude in degrees [0, 360); Meeus ch. 25, good to 0.01°. */
    private static double solarLongitude(double julian) {
        double t = (julian - 2_451_545.0) / 36_525;
        double anomaly = Math.toRadians(357.52911 + 35_999.05029 * t - 0.0001537 * t * t);
        double centre = (1.914602 - 0.004817 * t - 0.000014 * t * t) * Math.sin(anomaly)
                + (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly)
                + 0.000289 * Math.sin(3 * anomaly);
        double longitude = 280.46646 + 36_000.76983 * t + 0.0003032 * t * t + centre;
        double apparent = longitude - 0.00569 - 0.00478 * Math.sin(Math.toRadians(125.04 - 1934.136 * t));
        double turned = apparent % 360;
        return turned < 0 ? turned + 360 : turned;
    }
}
