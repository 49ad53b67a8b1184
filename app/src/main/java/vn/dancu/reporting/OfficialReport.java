package vn.dancu.reporting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dancu.shared.document.Document;

/**
 * The progress report of one unit for one period as it stands.
 *
 * @param count the latest; null before the first
 * @param words what the unit wrote last
 * @param frozen null until it is signed
 */
public record OfficialReport(
        long id,
        String unit,
        ReportPeriod period,
        String madeBy,
        Instant madeAt,
        @Nullable Count count,
        Words words,
        @Nullable Frozen frozen) {
    public boolean isSigned() {
        return frozen != null;
    }

    /** A count of the figures. */
    public record Count(long id, Counted figures, String countedBy, Instant countedAt) {}

    /**
     * The unit's own words.
     *
     * @param id 0 while nobody has written any
     * @param explanation why more were collected than there can be
     */
    public record Words(long id, String difficulties, String proposals, String explanation) {
        public static final Words NONE = new Words(0, "", "", "");
    }

    /**
     * What was signed.
     *
     * @param number số, ký hiệu; empty where it was to be given by hand
     * @param sha256 of the document and the figures
     * @param forChief signed KT., by the paper named beside
     */
    public record Frozen(
            String number,
            Document document,
            Counted figures,
            String sha256,
            String signedBy,
            String signedName,
            boolean forChief,
            String authorityPaper,
            Instant signedAt) {}
}
