package vn.dancu.reporting;

/** How a request about an export ended; a refusal is an ordinary outcome. */
public sealed interface ExportResult {
    record Done(Export export) implements ExportResult {}

    record Refused(Why why) implements ExportResult {}

    /** Text {@code export.refused.<why>}. */
    enum Why {
        /** The account has not been given the right, or its role may not have it. */
        NO_RIGHT,
        NO_PURPOSE,
        NO_FIELDS,
        /** A field that is not offered, another format, a text too long. */
        MALFORMED,
        SENSITIVE_WITHOUT_REASON,
        OUTSIDE_AREA,
        NOTHING_TO_EXPORT,
        NOT_FOUND,
        OWN_REQUEST,
        /** Not a chief, city team or province that is responsible for the whole area of the request. */
        NOT_APPROVER,
        /** Decided already, not ready yet, or the file is gone. */
        WRONG_STATE,
        NO_NOTE
    }

    /** The export; empty when it was refused. */
    default java.util.Optional<Export> done() {
        return this instanceof Done done ? java.util.Optional.of(done.export()) : java.util.Optional.empty();
    }

    default java.util.Optional<Why> refused() {
        return this instanceof Refused refused ? java.util.Optional.of(refused.why()) : java.util.Optional.empty();
    }
}
