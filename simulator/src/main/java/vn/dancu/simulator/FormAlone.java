package vn.dancu.simulator;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.Verdict;
import vn.dancu.civil.date.DateReading;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.list.Sex;
import vn.dancu.civil.number.PersonalId;
import vn.dancu.civil.unit.AdministrativeUnits;

/**
 * Whether a form read alone shows that something is wrong with an item: one of the four mandatory items missing or unreadable, a
 * date that does not exist or lies after the day of collection, a personal number that is not one or contradicts the form's own
 * sex, year or province, a unit code that a complete list lacks.
 */
final class FormAlone {
    private static final AdministrativeUnits UNITS = AdministrativeUnits.builtIn();

    private FormAlone() {}

    static boolean shows(Draft form, String column) {
        return switch (column) {
            case "full_name" -> form.get("full_name").isBlank();
            case "birth_date" -> badDate(form) || numberContradictsBirth(form);
            case "sex" -> Sex.parse(form.get("sex")).isEmpty() || numberContradictsSex(form);
            case "birth_registration_place" -> noBirthRegistration(form);
            case "birth_registration_code" ->
                noBirthRegistration(form)
                        || numberContradictsPlace(form)
                        || unknownUnit(form, "birth_registration_code");
            case "hometown_code" -> unknownUnit(form, "hometown_code");
            case "permanent_code" -> unknownUnit(form, "permanent_code");
            case "present_code" -> unknownUnit(form, "present_code");
            case "personal_id" ->
                malformedNumber(form)
                        || numberContradictsSex(form)
                        || numberContradictsBirth(form)
                        || numberContradictsPlace(form);
            default -> false;
        };
    }

    private static boolean badDate(Draft form) {
        DateReading reading = PartialDate.read(form.get("birth_date"));
        PartialDate date = reading.date();
        if (date == null) {
            return true;
        }
        return date.earliest().isAfter(LocalDate.parse(form.get("collected_on")));
    }

    private static boolean noBirthRegistration(Draft form) {
        return form.get("birth_registration_code").isEmpty()
                && form.get("birth_registration_place").isEmpty();
    }

    private static boolean malformedNumber(Draft form) {
        String written = form.get("personal_id");
        return !written.isEmpty() && PersonalId.parse(written).isEmpty();
    }

    private static @Nullable PersonalId number(Draft form) {
        return PersonalId.parse(form.get("personal_id")).orElse(null);
    }

    private static boolean numberContradictsSex(Draft form) {
        PersonalId number = number(form);
        return number != null && number.agreesWithSex(Sex.parse(form.get("sex")).orElse(null)) == Verdict.DIFFER;
    }

    private static boolean numberContradictsBirth(Draft form) {
        PersonalId number = number(form);
        PartialDate birth = PartialDate.read(form.get("birth_date")).date();
        return number != null && birth != null && number.agreesWithBirth(birth) == Verdict.DIFFER;
    }

    private static boolean numberContradictsPlace(Draft form) {
        PersonalId number = number(form);
        return number != null
                && provinceOf(form, "birth_registration_code")
                        .map(province -> number.agreesWithPlace(province) == Verdict.DIFFER)
                        .orElse(false);
    }

    /** The province a code lies in, as far as the built-in lists know it. */
    private static Optional<String> provinceOf(Draft form, String column) {
        return UNITS.provinceOf(form.get(column), LocalDate.parse(form.get("collected_on")));
    }

    /** Lacking in a list that is complete; a commune that is not built in may exist elsewhere. */
    private static boolean unknownUnit(Draft form, String column) {
        String code = form.get(column);
        return !code.isEmpty()
                && UNITS.knows(code, LocalDate.parse(form.get("collected_on")))
                        == AdministrativeUnits.Knowledge.UNKNOWN_COMPLETE;
    }
}
