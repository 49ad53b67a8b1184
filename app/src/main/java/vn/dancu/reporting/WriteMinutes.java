package vn.dancu.reporting;

/**
 * The text of the minutes beside what the system counts.
 *
 * @param place where the minutes are made
 * @param opinion of the inspected side; may be empty
 * @param whyAnew why an earlier version no longer holds; empty for the first
 */
public record WriteMinutes(
        InspectionId inspection, String place, String findings, String proposals, String opinion, String whyAnew) {
    public static final int LONGEST_TEXT = 20_000;
}
