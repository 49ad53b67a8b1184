package vn.dancu.reconciliation;

import org.jspecify.annotations.Nullable;
import vn.dancu.shared.FormId;

/**
 * An officer says who is right about a field of a form that differs.
 *
 * @param version of the form as she saw it; a later one makes the decision stale
 * @param value what the papers say; null for the other sources, whose value is known
 * @param seen key of the latest decision that she saw on this form, 0 for none: a later one of somebody else on the same field
 *     is told to her before hers is written; {@link #ALL} where nobody looks at a screen
 */
public record Decide(
        FormId form,
        int version,
        String field,
        Source source,
        @Nullable String value,
        String reason,
        @Nullable Evidence evidence,
        long seen) {
    public static final long ALL = Long.MAX_VALUE;

    public static Decide keepForm(FormId form, int version, String field, String reason) {
        return new Decide(form, version, field, Source.FORM, null, reason, null, ALL);
    }

    public static Decide bySource(FormId form, int version, String field, Source source, String reason) {
        return new Decide(form, version, field, source, null, reason, null, ALL);
    }

    public static Decide byPaper(
            FormId form, int version, String field, String value, String reason, String evidenceKind) {
        return new Decide(form, version, field, Source.PAPERS, value, reason, Evidence.ofKind(evidenceKind), ALL);
    }

    /** Reason and value may name a person: they stay out of logs. */
    @Override
    public String toString() {
        return "Decide[" + form + ", " + version + ", " + field + ", " + source + "]";
    }
}
