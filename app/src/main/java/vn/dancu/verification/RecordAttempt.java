package vn.dancu.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.intake.FormField;
import vn.dancu.shared.FormId;
import vn.dancu.verification.Visit.Answer;

/**
 * A sheet that came back, as it is keyed.
 *
 * @param seen how many calls the sheet had when the keying began; more refuse this one
 * @param team who went; null where the judges went without a team
 * @param judges logins of those who asked and signed
 * @param absence why nobody was met; empty when somebody was
 * @param guide who showed the way, in words; {@code guideLogin} where it is an officer
 * @param answers by form; empty when nobody was met
 */
public record RecordAttempt(
        SheetId sheet,
        int seen,
        @Nullable TeamId team,
        List<String> judges,
        Instant beganAt,
        Instant endedAt,
        String absence,
        @Nullable LocalDate againOn,
        String guide,
        String guideLogin,
        String note,
        List<Answers> answers) {
    public static final int LONGEST_NOTE = 1_000;

    public RecordAttempt {
        judges = List.copyOf(judges);
        answers = List.copyOf(answers);
    }

    /**
     * What was found for one form.
     *
     * @param version that the sheet was printed or keyed from
     */
    public record Answers(FormId form, int version, Map<FormField, Answer> fields) {
        public Answers {
            fields = Map.copyOf(fields);
        }
    }

    public boolean isMet() {
        return absence.isBlank();
    }
}
