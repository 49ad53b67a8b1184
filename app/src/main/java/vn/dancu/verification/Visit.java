package vn.dancu.verification;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.intake.FormField;
import vn.dancu.shared.FormId;

/**
 * One call at a home to re-verify one form.
 *
 * @param version the version of the form that was held against what the citizen said and showed
 * @param visitor login of the officer at the door; never the collector (he may come along as a guide)
 * @param fields what was asked; empty when nobody was met
 */
public record Visit(FormId form, int version, String visitor, Instant visitedAt, Map<FormField, Answer> fields) {
    public Visit {
        fields = Map.copyOf(fields);
    }

    /** Nobody met: not one field answered. One differing field makes the visit differ. */
    public Outcome outcome() {
        boolean met = false;
        for (Answer answer : fields.values()) {
            if (answer.kind() == Answer.Kind.DIFFER) {
                return Outcome.DIFFERED;
            }
            met |= answer.kind() == Answer.Kind.AGREE;
        }
        return met ? Outcome.CONFIRMED : Outcome.NOT_MET;
    }

    /** What a visit says of the form as a whole. */
    public enum Outcome {
        CONFIRMED,
        DIFFERED,
        NOT_MET
    }

    /**
     * What was found for one field.
     *
     * @param value what is right, when it differs
     * @param paper what paper shows it
     */
    public record Answer(
            Kind kind, @Nullable String value, @Nullable String paper) {
        public static final Answer AGREE = new Answer(Kind.AGREE, null, null);
        public static final Answer NOT_MET = new Answer(Kind.NOT_MET, null, null);

        public static Answer differ(String value, @Nullable String paper) {
            return new Answer(Kind.DIFFER, value, paper);
        }

        /** Agrees, differs, or could not be asked. */
        public enum Kind {
            AGREE,
            DIFFER,
            NOT_MET
        }
    }
}
