package vn.dancu.shared;

/** Failures of the outside world or of the caller, each of one of four kinds. Wrong data is a {@link Finding}. */
public enum ErrorCode {
    E101_FILE_NOT_READABLE(Kind.CALLER),
    E102_FILE_EMPTY(Kind.CALLER),
    E103_COLUMN_MISSING(Kind.CALLER),
    E104_FILE_DAMAGED(Kind.CALLER),
    E105_UNKNOWN_OPTION_VALUE(Kind.CALLER),
    E106_WEAK_PASSWORDS(Kind.CALLER),
    E107_LISTENING_WITHOUT_TLS(Kind.CALLER),
    E201_DATABASE_REFUSED(Kind.EXTERNAL),
    E202_DATABASE_NOT_STARTED(Kind.EXTERNAL),
    E203_DATABASE_NOT_MIGRATED(Kind.EXTERNAL),
    E204_DATABASE_TOO_OLD(Kind.EXTERNAL),
    E301_DISK_FULL(Kind.RESOURCE),
    E302_CANNOT_WRITE(Kind.RESOURCE),
    E303_STOPPED(Kind.CALLER),
    E901_INTERNAL(Kind.INTERNAL);

    /** Who must act: the caller, the makers, whoever owns the machine, or a partner. */
    public enum Kind {
        CALLER,
        INTERNAL,
        RESOURCE,
        EXTERNAL
    }

    private final Kind kind;

    ErrorCode(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
