package vn.dancu.reporting;

import java.time.LocalDate;

/** Persons as they stood at the end of a day in one residential group: see the {@link Measure} of the same name. */
public record DayCounts(
        LocalDate day,
        String commune,
        String group,
        long persons,
        long planned,
        long verified,
        long fit,
        long registered,
        long returned) {}
