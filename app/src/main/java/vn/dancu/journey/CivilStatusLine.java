package vn.dancu.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.shared.FormId;

/**
 * One row of the list that a commune hands to its civil-status office.
 *
 * @param reason why the form is on hold
 * @param details of the hold: asked, item, should-be, ground, papers, as far as they were said
 */
public record CivilStatusLine(
        FormId form,
        String formNo,
        @Nullable String group,
        @Nullable String fullName,
        @Nullable String birthDate,
        @Nullable String sex,
        @Nullable String address,
        Map<String, String> written,
        String reason,
        Instant since,
        @Nullable LocalDate until,
        Map<String, String> details) {
    public CivilStatusLine {
        details = Map.copyOf(details);
        written = Map.copyOf(written);
    }

    /** Who waits stays out of logs. */
    @Override
    public String toString() {
        return "CivilStatusLine[" + form + "]";
    }
}
