package vn.dancu.reporting;

/**
 * How far a form has come, beside what it says: with it whoever holds an exported file counts the figures of an official
 * report anew ({@link Figure}). Names as in {@code journey}; no data of a person.
 *
 * @param isLaterOfTwo whether another form stands for the same person
 * @param isScanReturned whether the office that scans ever returned it
 */
public record ExportedStand(
        String stage, String paper, String verification, boolean isLaterOfTwo, Repair repair, boolean isScanReturned) {
    /** Whether anything was found wrong, and put right after the last time. */
    public enum Repair {
        NONE,
        OPEN,
        CORRECTED
    }
}
