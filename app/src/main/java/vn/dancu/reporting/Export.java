package vn.dancu.reporting;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dancu.shared.AreaScope;

/**
 * One request for persons' data, and what became of it.
 *
 * @param scope the requester's area when it was asked
 * @param fields columns, in order
 * @param counted forms when it was asked
 * @param mostRows what the requester's role takes without the word of another
 * @param fileSha256 digest of the file, in hexadecimal
 */
public record Export(
        long id,
        String requestedBy,
        String role,
        Instant requestedAt,
        AreaScope scope,
        Measure measure,
        String commune,
        String group,
        List<String> fields,
        String sensitiveReason,
        String purpose,
        String format,
        long counted,
        int mostRows,
        Status status,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionNote,
        long rowsWritten,
        @Nullable String fileName,
        @Nullable Long fileBytes,
        @Nullable String fileSha256,
        @Nullable Instant readyAt,
        @Nullable Instant expiresAt) {
    /** How far it has come. */
    public enum Status {
        /** For the word of another, because it is above the limit. */
        WAITING,
        REFUSED,
        QUEUED,
        RUNNING,
        READY,
        FAILED,
        /** The file is deleted; what is known of it stays. */
        EXPIRED
    }

    public Export {
        fields = List.copyOf(fields);
    }

    /** The number that the file bears: {@code XK-2020-000123}. */
    public String serial() {
        return String.format(
                Locale.ROOT, "XK-%d-%06d", requestedAt.atZone(Days.VIETNAM).getYear(), id);
    }

    public BehindFigure which() {
        return new BehindFigure(measure, commune, group, "");
    }

    public boolean aboveLimit() {
        return counted > mostRows;
    }
}
