package vn.dancu.civil.name;

import java.util.List;
import vn.dancu.civil.list.CodedValue;

/** How two names differ, the mildest difference that accounts for it. */
public enum NameDifference {
    /** Written alike. */
    SAME("same"),
    /** Case, spaces, composed or decomposed letters, Ð for Đ, kind of apostrophe or hyphen. */
    CASE_OR_FORM("case-or-form"),
    /** One is text of before Unicode (TCVN3, VNI, VIQR) or both are, and read as such they are alike. */
    LEGACY_ENCODING("legacy-encoding"),
    /** The tone mark stands on another vowel of the syllable: hoà and hòa. */
    TONE_PLACE("tone-place"),
    /** Quí and Quý. */
    I_Y("i-y"),
    /** Marks lost or moved; without them the names are alike. */
    MARKS("marks"),
    /** Surname and given name alike, one or more middle words left out. */
    MIDDLE_DROPPED("middle-dropped"),
    /** Of a Mông name the second word changed, as a man's may in his life; clan and last word alike. */
    MONG_SECOND_NAME("mong-second-name"),
    /** Two forms of one surname (Phàn and Bàn of the Dao), all else alike. */
    SURNAME_EQUIVALENT("surname-equivalent"),
    /** One or two slips of the pen or the keyboard: an error, not a way of writing. */
    TYPING("typing"),
    DIFFERENT("different");

    private final String rule;

    NameDifference(String rule) {
        this.rule = rule;
    }

    /** Whether a named rule explains the difference; false for {@link #SAME}, where there is nothing to explain. */
    public boolean isExplained() {
        return agrees() && this != SAME;
    }

    /** Same or explained. */
    public boolean agrees() {
        return this != TYPING && this != DIFFERENT;
    }

    /** The name of the rule in result files and messages. */
    public String rule() {
        return rule;
    }

    public static NameDifference between(PersonName a, PersonName b) {
        return NameComparison.between(a, b, List.of());
    }

    /** @param ethnicity candidates for the person's ethnic group, which say better than a surname whether it is Mông */
    public static NameDifference between(PersonName a, PersonName b, List<CodedValue> ethnicity) {
        return NameComparison.between(a, b, ethnicity);
    }
}
