package vn.dancu.shared;

/** What a person may be to the system. Which office holds which role, and since when, is data (organisations). */
public enum Role {
    /** Cảnh sát khu vực, Công an xã: collects in his own residential groups. */
    COLLECTOR,
    /** Chief of the ward or commune, or a deputy by dated delegation: approves. */
    CHIEF,
    /** Cán bộ tàng thư: answers look-ups in the archive. */
    ARCHIVIST,
    /** City team: plans, inspects, re-verifies. */
    CITY_TEAM,
    /** Scanning and entry at the province (PC06). */
    PROVINCE_OPERATOR,
    /** C06: reads sampled evidence anywhere. */
    INSPECTOR,
    /** Settings and accounts, no records. */
    ADMINISTRATOR,
    /** The audit log, no records. */
    AUDITOR,
    /** The program itself: imports and batch runs started from the command line. */
    SYSTEM
}
