package vn.dancu.shared.table;

import java.util.Map;

/** Why a row was not taken in. Nothing else rejects a row; an unreadable cell never does. */
public enum Reject {
    R101_NUMBER_MISSING,
    R102_NUMBER_REPEATED,
    R103_TOO_MANY_CELLS,
    /** A record of this number is there and says something else: that is a correction, which has its own road. */
    R104_OTHER_CONTENT,
    /** A number is kept in an index, so it has an end: {@link TableImport#LONGEST_NUMBER}. */
    R105_NUMBER_TOO_LONG,
    /** A row of a unit list whose level, code, name or parent cannot be one: unlike a person's, it is of no use. */
    R106_UNIT_MALFORMED,
    /** A row of a coded list whose list, code or name cannot be one. */
    R107_CODE_MALFORMED;

    /** Vietnamese and English. */
    String text() {
        return BothLanguages.text("reject." + this, Map.of("most", String.valueOf(TableImport.LONGEST_NUMBER)));
    }
}
