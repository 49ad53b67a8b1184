package vn.dancu.journey;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why a form waits, and for whom; the days do not count against the officer.
 *
 * @param until when to look again; null when nobody can say
 */
public record HoldFor(Whom whom, String reason, @Nullable LocalDate until) {
    public HoldFor {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a hold says why");
        }
    }

    /** Who has to act before the form can go on. */
    public enum Whom {
        CITIZENS_PAPERS,
        CIVIL_STATUS_CORRECTION,
        ARCHIVE,
        ABSENT_PERSON,
        OTHER_PROVINCE
    }
}
