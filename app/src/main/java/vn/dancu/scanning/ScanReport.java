package vn.dancu.scanning;

import java.util.List;

/** What became of a scan list: lines are taken in or refused one by one. */
public record ScanReport(int taken, List<Refused> refused) {
    public ScanReport {
        refused = List.copyOf(refused);
    }

    /** @param line number in the list, from 1 */
    public record Refused(int line, String formNo, Why why) {}

    /** Why a line was refused. */
    public enum Why {
        /** The list does not come from the scanning office. */
        WRONG_ROLE,
        UNKNOWN_FORM,
        NO_PAGES,
        NOT_A_SHA256,
        ALREADY_SCANNED,
        /** The same image stands under two forms. */
        IMAGE_REPEATED,
        OUTSIDE_AREA
    }
}
