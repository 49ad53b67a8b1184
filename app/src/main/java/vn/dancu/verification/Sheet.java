package vn.dancu.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.intake.FormField;
import vn.dancu.shared.FormId;

/**
 * A household's sheet (phiếu phúc tra): what is asked at the door, of which forms, and every call so far.
 *
 * @param number as printed: {@code 12-0034}, of the round and within it
 * @param address where the home is, as the forms say; empty where they do not
 * @param availability what the forms say of when somebody is at home; empty where they do not
 */
public record Sheet(
        SheetId id,
        RoundId round,
        String roundName,
        String number,
        String unit,
        String group,
        String householdKey,
        String address,
        String availability,
        List<Person> persons,
        List<Attempt> attempts) {
    /** What is asked at every door; the rest of a form may differ too and is then corrected. */
    public static final List<FormField> ASKED = List.of(
            FormField.FULL_NAME,
            FormField.BIRTH_DATE,
            FormField.SEX,
            FormField.BIRTH_REGISTRATION_PLACE,
            FormField.PERSONAL_ID,
            FormField.PERMANENT_ADDRESS,
            FormField.RELATION_TO_HEAD);

    public Sheet {
        persons = List.copyOf(persons);
        attempts = List.copyOf(attempts);
    }

    /**
     * One form of the household that is to be re-verified.
     *
     * @param values of {@link #ASKED}, as written; absent where blank
     * @param outcome of the last visit; null before the first
     * @param barred who may not judge it: who collected, typed or corrected it
     */
    public record Person(
            FormId form,
            int version,
            String formNo,
            Map<FormField, String> values,
            Visit.@Nullable Outcome outcome,
            Set<String> barred) {
        public Person {
            values = Map.copyOf(values);
            barred = Set.copyOf(barred);
        }

        /** Whether somebody still has to come for this one. */
        public boolean isOpen() {
            return outcome == null || outcome == Visit.Outcome.NOT_MET;
        }

        public String value(FormField field) {
            return values.getOrDefault(field, "");
        }

        /** Names and numbers stay out of logs. */
        @Override
        public String toString() {
            return "Person[" + form + "]";
        }
    }

    /**
     * A call at the home.
     *
     * @param absence why nobody was met; empty when somebody was
     * @param againOn when the team comes again; null where nothing was agreed
     * @param guide who showed the way; empty for nobody
     */
    public record Attempt(
            int number,
            @Nullable String team,
            List<String> judges,
            Instant beganAt,
            Instant endedAt,
            boolean met,
            String absence,
            @Nullable LocalDate againOn,
            String guide,
            String note,
            String recordedBy) {
        public Attempt {
            judges = List.copyOf(judges);
        }
    }

    /** Whether anybody on the sheet still has to be met. */
    public boolean isOpen() {
        return persons.stream().anyMatch(Person::isOpen);
    }

    /** How the home stands as a whole: a word of the verification track. */
    public String stand() {
        if (isOpen()) {
            return attempts.isEmpty() ? "PLANNED" : "NOT_MET";
        }
        return persons.stream().anyMatch(person -> person.outcome() == Visit.Outcome.DIFFERED)
                ? "DIFFERED"
                : "CONFIRMED";
    }

    @Override
    public String toString() {
        return "Sheet[" + number + "]";
    }
}
