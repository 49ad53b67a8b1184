package vn.dancu.journey;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a form waits, and for whom; the days do not count against the officer.
 *
 * @param until when to look again; null when nobody can say
 * @param asked what the civil-status office is asked for; null when the form waits for somebody else
 */
public record HoldFor(
        Whom whom,
        String reason,
        @Nullable LocalDate until,
        @Nullable CivilStatusCase asked) {
    public HoldFor {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a hold says why");
        }
        if (asked != null && whom != Whom.CIVIL_STATUS_CORRECTION) {
            throw new IllegalArgumentException("only the civil-status office is asked to register or correct");
        }
    }

    public HoldFor(Whom whom, String reason, @Nullable LocalDate until) {
        this(whom, reason, until, null);
    }

    /** Who has to act before the form can go on. */
    public enum Whom {
        CITIZENS_PAPERS,
        CIVIL_STATUS_CORRECTION,
        ARCHIVE,
        ABSENT_PERSON,
        OTHER_PROVINCE
    }

    /** As the step log keeps it. */
    Map<String, String> details() {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("whom", whom.name());
        if (asked != null) {
            details.putAll(asked.details());
        }
        return details;
    }
}
