package vn.dancu.simulator;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.Verdict;
import vn.dancu.civil.date.DateReading;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.list.Sex;
import vn.dancu.civil.number.PersonalId;

/**
 * Whether a form read alone shows that something is wrong with an item: one of the four mandatory items missing or unreadable, a
 * date that does not exist or lies after the day of collection, a personal number that is not one or contradicts the form's own
 * sex, year or province, a unit code that a complete list lacks.
 */
final class FormAlone {
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
                        || unknownUnit(form.get("birth_registration_code"));
            case "hometown_code" -> unknownUnit(form.get("hometown_code"));
            case "permanent_code" -> unknownUnit(form.get("permanent_code"));
            case "present_code" -> unknownUnit(form.get("present_code"));
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
                && provinceOf(form.get("birth_registration_code"))
                        .map(province -> number.agreesWithPlace(province) == Verdict.DIFFER)
                        .orElse(false);
    }

    /** Province of a code of the built-in lists: of two digits, or one of the city's eight communes. */
    private static Optional<String> provinceOf(String code) {
        if (code.length() == 2 && !unknownUnit(code)) {
            return Optional.of(code);
        }
        for (Commune commune : Commune.values()) {
            if (commune.code().equals(code)) {
                return Optional.of("02");
            }
        }
        return Optional.empty();
    }

    /** Only the list of provinces is complete everywhere; a commune it does not know may exist elsewhere. */
    private static boolean unknownUnit(String code) {
        return code.length() == 2 && !Places.isProvince(code);
    }
}
