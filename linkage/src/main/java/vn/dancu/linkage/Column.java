package vn.dancu.linkage;

/** One column of the files that are compared: how its text is read. */
public record Column(String name, Kind kind) {

    public enum Kind {
        /** A person's name whose parts are compared one by one and blocked on; at most one in a model. */
        MAIN_NAME,
        /** Any other person's name. */
        NAME,
        PARTIAL_DATE,
        /** A short value out of few: a unit's code, a group's name. */
        CODE,
        SEX,
        /** To the head of the household. */
        RELATION,
        /** A key that stands for a household throughout the whole file (a book number, or commune, group and number joined). */
        HOUSEHOLD,
        /** Twelve digits. */
        PERSONAL_ID,
        /** Old numbers, joined with a bar: compared as a set. */
        NUMBER_SET,
        /** Text that repeats: a home town. */
        TEXT,
        /** Text that hardly repeats and is only compared for equality when folded: an address. */
        FOLDED_TEXT
    }
}
