package vn.dancu.quality.domain;

/** Where a rule comes from; the texts are {@code rule-source.<name>} of the message bundles. */
public enum RuleSource {
    /** Birth name, birth date, sex and place of birth registration: the number is built from them. */
    MANDATORY_ITEMS,
    /** Items of the population database, Law 59/2014 art. 9(1). */
    STATUTORY_ITEMS,
    /** Circular 07/2016/TT-BCA art. 7 and its appendix of province codes. */
    NUMBER_STRUCTURE,
    OLD_NUMBER,
    /** Circular 66/2015/TT-BCA art. 18(2). */
    FILLING_RULES,
    FORM_VERSIONS,
    CALENDAR,
    /** Decision 124/2004/QĐ-TTg, since 1 July 2025 Decision 19/2025/QĐ-TTg. */
    UNIT_CODES,
    /** Decisions 121-TCTK/PPCĐ of 1979 and 1019/QĐ-TCTK of 2008. */
    ETHNIC_LISTS,
    /** QCVN 109:2017/BTTTT, annex G. */
    RELIGION_LIST,
    /** QCVN 109:2017/BTTTT as the national service uses it. */
    SMALL_LISTS,
    IMPORT_FORMAT,
    /** Circular 36/2014/TT-BCA, forms HK08 and HK11. */
    RESIDENCE_BOOK,
    GENERATIONS,
    /** Law on marriage and family 52/2014/QH13. */
    MARRIAGE,
    LEGACY_TEXT,
    /** Two people with one number: the archive decides who keeps it. */
    DOUBLE_NUMBERS,
    /** A citizen counted in two households. */
    DOUBLE_COUNTS,
    /** Reported from highland communes. */
    SHARED_BIRTHDAYS,
    /** Desk practice of re-verification. */
    PRACTICE,
    /** A printed figure of September 2020 that exceeded its city's population ten times. */
    REPORTED_FIGURES
}
