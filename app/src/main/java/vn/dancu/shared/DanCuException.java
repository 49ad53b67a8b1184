package vn.dancu.shared;

import org.jspecify.annotations.Nullable;

/** The outside failed. The message names no person and no number of a person. */
public final class DanCuException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public DanCuException(ErrorCode code, String message) {
        this(code, message, null);
    }

    public DanCuException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }
}
