package vn.dancu.campaign;

/** What was done to reach people. */
public enum OutreachKind {
    /** Over loudspeakers; attendance is not counted. */
    BROADCAST,
    /** Of a residential group; attendance is persons who came. */
    MEETING,
    /** Attendance is leaflets handed out. */
    LEAFLET,
    /** Attendance is persons met. */
    HOME_VISIT,
    /** Attendance is telephones reached. */
    MESSAGE
}
