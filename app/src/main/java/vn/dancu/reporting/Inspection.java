package vn.dancu.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.shared.FormId;
import vn.dancu.shared.Role;

/**
 * An inspection as it stands.
 *
 * @param ledAs the role that leads: the Ministry's inspector, or the city team in its own area
 * @param draw the latest; null before the first
 * @param minutes the latest version; null before the first
 * @param closedAt when the last side signed; nothing changes after that
 */
public record Inspection(
        InspectionId id,
        String orderNo,
        LocalDate orderedOn,
        LocalDate fromDay,
        LocalDate toDay,
        List<String> units,
        String subject,
        String team,
        String ledBy,
        String ledByName,
        Role ledAs,
        Instant madeAt,
        @Nullable Draw draw,
        @Nullable Minutes minutes,
        @Nullable Instant closedAt) {
    public Inspection {
        units = List.copyOf(units);
    }

    public boolean isClosed() {
        return closedAt != null;
    }

    /** Somebody has signed the minutes as they are. */
    public boolean isSigned() {
        return minutes != null && !minutes.signatures().isEmpty();
    }

    /**
     * A seeded draw.
     *
     * @param strata forms to draw from, by unit
     * @param reason why it was drawn again; empty for the first
     */
    public record Draw(
            long id,
            int number,
            long seed,
            int size,
            boolean approvedOnly,
            List<Stratum> strata,
            String reason,
            String drawnBy,
            Instant drawnAt) {
        public Draw {
            strata = List.copyOf(strata);
        }

        public int pool() {
            return strata.stream().mapToInt(Stratum::forms).sum();
        }
    }

    /** Forms of a unit that could be drawn. */
    public record Stratum(String unit, int forms) {}

    /**
     * A form of the sample.
     *
     * @param version of the form when it was drawn
     */
    public record Sampled(
            FormId form,
            int position,
            int version,
            String unit,
            @Nullable Verdict verdict) {}

    /** The latest verdict on a form. */
    public record Verdict(
            long id,
            GiveVerdict.Mark collection,
            String collectionNote,
            GiveVerdict.Mark quality,
            String qualityNote,
            GiveVerdict.Mark accuracy,
            String accuracyNote,
            String givenBy,
            Instant givenAt) {}

    /**
     * Minutes with who signed them.
     *
     * @param sha256 of what they say: the sample, each verdict and the texts
     */
    public record Minutes(
            long id,
            int version,
            String place,
            String findings,
            String proposals,
            String opinion,
            String whyAnew,
            String sha256,
            String writtenBy,
            Instant writtenAt,
            List<Signature> signatures) {
        public Minutes {
            signatures = List.copyOf(signatures);
        }
    }

    /** One of the two sides of the minutes. */
    public enum Side {
        INSPECTING,
        INSPECTED
    }

    /**
     * @param unit the inspected commune that is signed for; empty for the inspecting side
     * @param capacity as what somebody signs
     */
    public record Signature(Side side, String unit, String login, String name, String capacity, Instant signedAt) {}
}
