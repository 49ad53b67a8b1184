package vn.dancu.reporting;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A figure of the official progress report (DOMAIN §5.5). What each one counts is said once, in {@code db.ReportSql}, and in
 * words in the bundle ({@code report.figure.NAME.what}). Unless it says otherwise a figure counts <em>persons</em>, as
 * {@link Measure} does: forms that are not cancelled and are not the later of two for one person.
 */
public enum Figure {
    /** Households with at least one person counted. */
    HOUSEHOLDS(Source.FORMS),
    MUST_PERMANENT(Source.CAMPAIGN),
    MUST_TEMPORARY(Source.CAMPAIGN),
    /** Persons to be counted, of both kinds. */
    MUST(Source.CAMPAIGN),
    COLLECTED(Source.FORMS),
    COLLECTED_RATE("COLLECTED", "MUST"),
    REVERIFIED(Source.FORMS),
    REVERIFIED_RATE("REVERIFIED", "COLLECTED"),
    /** Meeting requirements: approved, its paper handed over, not returned by the scan. */
    ACCEPTED(Source.FORMS),
    ACCEPTED_RATE("ACCEPTED", "COLLECTED"),
    HANDED_OVER(Source.FORMS),
    SCANNED(Source.FORMS),
    SCANNED_RATE("SCANNED", "COLLECTED"),
    /** Returned, found wrong at the door, or corrected. */
    WRONG(Source.FORMS),
    /** Of these, put right after the last time. */
    CORRECTED(Source.FORMS),
    /** Returned by the office that scans. */
    SCAN_RETURNED(Source.FORMS),
    /** To be counted and not collected; none where more were collected. */
    REMAINING(Source.CAMPAIGN),
    BROADCASTS(Source.CAMPAIGN),
    MEETINGS(Source.CAMPAIGN),
    ATTENDANCES(Source.CAMPAIGN),
    /** Sheets, not persons: all that are not cancelled. */
    SHEETS(Source.FORMS),
    /** Sheets, not persons: the later of two for one person. */
    DUPLICATES(Source.FORMS);

    /** Where a figure comes from. */
    public enum Source {
        FORMS,
        CAMPAIGN,
        RATE
    }

    private final Source source;
    private final @Nullable String part;
    private final @Nullable String whole;

    Figure(Source source) {
        this.source = source;
        this.part = null;
        this.whole = null;
    }

    Figure(String part, String whole) {
        this.source = Source.RATE;
        this.part = part;
        this.whole = whole;
    }

    public Source source() {
        return source;
    }

    public boolean isRate() {
        return source == Source.RATE;
    }

    /** Of a rate. */
    public Figure part() {
        return valueOf(java.util.Objects.requireNonNull(part, "a count has no parts"));
    }

    /** Of a rate. */
    public Figure whole() {
        return valueOf(java.util.Objects.requireNonNull(whole, "a count has no parts"));
    }

    /** The word in addresses and files: {@code scan-returned}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Figure> byWord(String word) {
        for (Figure figure : values()) {
            if (figure.word().equals(word)) {
                return Optional.of(figure);
            }
        }
        return Optional.empty();
    }
}
