package vn.dancu.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which papers, when, where and for whom; with the texts that tell it. None of the texts names a person.
 *
 * @param withdrawn why it does not hold any more; null while it does
 */
public record Announcement(
        long id,
        Facts facts,
        Texts texts,
        String madeBy,
        Instant madeAt,
        @Nullable String withdrawn) {
    /** What people are asked to come for. */
    public enum Purpose {
        FORMS,
        ID_CARDS
    }

    /**
     * What is announced.
     *
     * @param groups empty for the whole unit
     * @param categories codes
     * @param papers codes
     * @param telephone of the office, never of a person; may be empty
     */
    public record Facts(
            Purpose purpose,
            String commune,
            List<String> groups,
            List<String> categories,
            List<String> papers,
            String place,
            LocalDate firstDay,
            LocalDate lastDay,
            LocalTime opens,
            LocalTime closes,
            String telephone) {
        public Facts {
            groups = List.copyOf(groups);
            categories = List.copyOf(categories);
            papers = List.copyOf(papers);
        }
    }

    /**
     * How it is told.
     *
     * @param script for loudspeakers
     * @param notice for paper, line by line
     * @param sms with marks
     * @param smsPlain without
     */
    public record Texts(String script, String notice, String sms, String smsPlain) {}
}
