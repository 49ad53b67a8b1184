package vn.dancu.simulator;

/**
 * The named rates of a city, each a share between 0 and 1 with the default of a Hà Giang in 2020. The figures of collection
 * follow what the press reported of 2018-2020 (97-99 % collected, almost 10 % of forms lacking or wrong, 0.5 % of persons with
 * papers that contradict each other); the noise of books and archive is about half of what record linkage is tried with.
 */
public enum Rate {
    /** Residents of whom a form was taken. */
    COLLECTED(0.98),
    /** Of those not collected, the share missed as a whole household. */
    UNCOLLECTED_AS_HOUSEHOLD(0.4),

    // --- people and households ---------------------------------------------------------------------------------------
    /** Households that only stay for a time: entered in the book of temporary residence. */
    TEMPORARY_HOUSEHOLD(0.06),
    /** Births that are twins. */
    TWINS(0.012),
    /** Sons named exactly like their father. */
    SON_NAMED_AS_FATHER(0.002),
    /** Mothers who never named a father; a legitimate state. */
    FATHER_UNKNOWN(0.03),
    /** Persons born before 1960 of whom only the year of birth is known. */
    BORN_IN_YEAR_ONLY(0.22),
    /** Rural groups in which those born before 1990 share one birthday. */
    SHARED_BIRTHDAY_VILLAGE(0.10),
    /** Persons in such a group who share the day. */
    SHARED_BIRTHDAY(0.45),
    /** Adults who hold the 12-digit number (card holders of 2016-2020). */
    ADULT_HAS_PERSONAL_ID(0.30),
    /** Children born since 2016 who got the number with their birth certificate. */
    NEWBORN_HAS_PERSONAL_ID(0.95),
    /** Adults with a nine-digit CMND. */
    ADULT_HAS_OLD_ID(0.96),
    /** CMND holders whose number changed, mostly after a move between provinces. */
    OLD_ID_CHANGED(0.08),
    /** Adults with another name beside the birth name. */
    OTHER_NAME(0.01),
    /** Persons whose residence was moved in the books to this group within the last years. */
    MOVED_IN(0.015),
    /** Residents still registered in another group of the city. */
    REGISTERED_ELSEWHERE(0.008),
    /** Temporary households that never registered their stay. */
    TEMPORARY_UNREGISTERED(0.10),
    /** Residents in no book. */
    IN_NO_BOOK(0.006),
    /** Newborns of the last three months not yet entered in a book. */
    NEWBORN_NOT_IN_BOOK(0.5),
    /** Persons in the book who died and were removed, per living resident. */
    DEAD_REMOVED(0.004),
    /** Persons in the book who died and were not removed. */
    DEAD_NOT_REMOVED(0.004),
    /** Persons in the book who left the city and were not removed. */
    GONE_NOT_REMOVED(0.004),
    /** Persons in the book who left and were removed. */
    GONE_REMOVED(0.004),
    /** Entries removed although the person is still here. */
    REMOVED_THOUGH_HERE(0.002),
    /** Residents with a sheet in the household archive. */
    IN_ARCHIVE(0.93),

    // --- people counted twice ----------------------------------------------------------------------------------------
    /** Households taken a second time by another collector. */
    HOUSEHOLD_TWICE(0.001),
    /** Persons taken a second time in another commune. */
    TWICE_IN_TWO_COMMUNES(0.002),
    /** Persons taken twice, the second time with typing errors. */
    TWICE_WITH_TYPING_ERROR(0.0015),
    /** Persons taken twice by two collectors of the same commune. */
    TWICE_BY_TWO_COLLECTORS(0.002),

    // --- forms: what is missing --------------------------------------------------------------------------------------
    FORM_NAME_MISSING(0.0003),
    FORM_BIRTH_DATE_MISSING(0.001),
    FORM_SEX_MISSING(0.0015),
    FORM_BIRTH_REGISTRATION_MISSING(0.009),
    /** Day and month left out although known. */
    FORM_DAY_AND_MONTH_MISSING(0.016),
    FORM_ETHNICITY_MISSING(0.003),
    FORM_HOMETOWN_MISSING(0.004),
    FORM_MOTHER_MISSING(0.003),
    FORM_BOOK_NUMBER_MISSING(0.003),
    FORM_RELATION_MISSING(0.002),

    // --- forms: what is wrong ----------------------------------------------------------------------------------------
    FORM_NAME_TYPING(0.009),
    FORM_NAME_TONE_DROPPED(0.005),
    FORM_NAME_TELEX_RESIDUE(0.002),
    FORM_NAME_NORTHERN_SPELLING(0.002),
    FORM_NAME_GIVEN_AND_MIDDLE_SWAPPED(0.001),
    FORM_NAME_THI_OMITTED(0.003),
    /** Combining marks, the Icelandic Ð for Đ, the tone on the other vowel: other codes for the same name. */
    FORM_NAME_OTHER_CODES(0.006),
    FORM_NAME_NOT_UPPER_CASE(0.02),
    FORM_DAY_AND_MONTH_SWAPPED(0.002),
    FORM_DATE_DOES_NOT_EXIST(0.0015),
    FORM_DATE_DIGIT(0.002),
    FORM_YEAR_BY_ONE(0.0025),
    FORM_YEAR_BY_TEN(0.0015),
    FORM_BORN_AFTER_COLLECTION(0.0004),
    FORM_SEX_WRONG(0.0015),
    FORM_ETHNICITY_WRONG(0.002),
    FORM_PERSONAL_ID_ELEVEN_DIGITS(0.003),
    FORM_PERSONAL_ID_CONTRADICTS_SEX(0.002),
    FORM_PERSONAL_ID_CONTRADICTS_YEAR(0.002),
    FORM_PERSONAL_ID_CONTRADICTS_PROVINCE(0.002),
    FORM_PERSONAL_ID_DIGIT(0.004),
    FORM_OLD_ID_DIGIT(0.004),
    /** The number of another person. */
    FORM_NUMBER_OF_ANOTHER(0.0012),
    FORM_UNIT_CODE_UNKNOWN(0.002),
    FORM_BIRTH_PROVINCE_WRONG(0.0015),
    FORM_PERMANENT_PLACE_WRONG(0.002),
    FORM_RELATION_WRONG(0.002),
    FORM_SECOND_HEAD(0.001),
    FORM_BOOK_NUMBER_WRONG(0.003),
    FORM_HEADS_DATA_COPIED(0.001),
    FORM_BLOOD_GROUP_UNPROVED(0.003),
    FORM_HEAD_NAME_TYPING(0.002),
    /** Father, mother or spouse, each. */
    FORM_RELATIVE_NAME_TYPING(0.0015),

    // --- papers, books and archive -----------------------------------------------------------------------------------
    /** Persons whose book and archive both say something else than the birth certificate. */
    PAPERS_CONTRADICT(0.005),
    SOURCE_NAME_MARKS_LOST(0.025),
    SOURCE_NAME_TONE_MOVED(0.015),
    SOURCE_NAME_OLD_SPELLING(0.01),
    SOURCE_NAME_OTHER_CODES(0.008),
    SOURCE_NAME_MIDDLE_DROPPED(0.012),
    SOURCE_NAME_TYPING(0.006),
    SOURCE_NAME_NORTHERN_SPELLING(0.001),
    /** Mông men whose second name changed with their adult name. */
    SOURCE_MONG_SECOND_NAME(0.08),
    /** Dao families written Phàn for Bàn or the other way round. */
    SOURCE_DAO_PHAN(0.03),
    /** Persons over sixty with their year of birth only. */
    SOURCE_YEAR_ONLY_OLD(0.15),
    /** All others with their year of birth only. */
    SOURCE_YEAR_ONLY(0.02),
    SOURCE_DAY_AND_MONTH_SWAPPED(0.002),
    SOURCE_DATE_DIGIT(0.002),
    SOURCE_YEAR_BY_ONE(0.0025),
    SOURCE_SEX_WRONG(0.001),
    SOURCE_ETHNICITY_ALIAS(0.03),
    SOURCE_ETHNICITY_WRONG(0.002),
    SOURCE_PERSONAL_ID_PRESENT(0.6),
    SOURCE_PERSONAL_ID_DIGIT(0.004),
    SOURCE_OLD_ID_PRESENT(0.75),
    SOURCE_OLD_ID_DIGIT(0.006),
    SOURCE_OTHER_COMMUNE(0.003),
    SOURCE_HOMETOWN_OLD_STYLE(0.10),
    SOURCE_HOMETOWN_OF_ANCESTORS(0.02),
    SOURCE_HOUSEHOLD_NUMBER_WRONG(0.004),
    SOURCE_RELATION_WRONG(0.003),
    /** Head of household in the book; father, mother and spouse in the archive, each. */
    SOURCE_RELATIVE_NAME_TYPING(0.0015),
    /** The same, without marks. */
    SOURCE_RELATIVE_NAME_MARKS_LOST(0.01);

    private final double byDefault;

    Rate(double byDefault) {
        this.byDefault = byDefault;
    }

    public double byDefault() {
        return byDefault;
    }
}
