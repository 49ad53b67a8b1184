package vn.dancu.quality.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.list.Provinces;
import vn.dancu.civil.number.PersonalId;
import vn.dancu.civil.unit.AdministrativeUnits.Knowledge;
import vn.dancu.intake.FormField;

/**
 * Places: codes against the list of the form's day, codes against the written place, and where the person resides. Quê
 * quán, nguyên quán and nơi sinh are different things, so nothing here compares one with another.
 */
final class PlaceRules {
    private static final int COMMUNE = 5;

    private final UnitLookup units;

    PlaceRules(UnitLookup units) {
        this.units = units;
    }

    void check(FormUnderCheck form) {
        boolean registered = code(form, FormField.BIRTH_REGISTRATION_CODE, true);
        code(form, FormField.HOMETOWN_CODE, true);
        code(form, FormField.PERMANENT_CODE, false);
        code(form, FormField.PRESENT_CODE, false);
        code(form, FormField.COMMUNE_CODE, false);
        registration(form, registered);
        disagree(form, FormField.BIRTH_REGISTRATION_CODE, FormField.BIRTH_REGISTRATION_PLACE);
        disagree(form, FormField.HOMETOWN_CODE, FormField.HOMETOWN);
        residence(form);
        where(form);
    }

    /** Whether the code has the shape of one; blank counts as such. */
    private boolean code(FormUnderCheck form, FormField field, boolean mayBeOfEarlierDay) {
        String code = form.written(field);
        if (code == null || isCountry(code)) {
            return true;
        }
        Knowledge knowledge = units.ask(code, form.day()).knowledge();
        if (knowledge == Knowledge.KNOWN) {
            return true;
        }
        PartialDate birth = form.birth();
        if (mayBeOfEarlierDay
                && birth != null
                && birth.packed() < form.day().packed()
                && units.ask(code, birth).knowledge() == Knowledge.KNOWN) {
            return true;
        }
        if (knowledge == Knowledge.UNKNOWN_COMPLETE) {
            form.findings().add(Rule.F403_UNIT_CODE_UNKNOWN, field, Map.of("code", code));
            return true;
        }
        if (isUnitCode(code)) {
            form.findings().add(Rule.F404_UNIT_CODE_NOT_COVERED, field, Map.of("code", code));
            return true;
        }
        if (field != FormField.BIRTH_REGISTRATION_CODE || !form.isBlank(FormField.BIRTH_REGISTRATION_PLACE)) {
            form.findings().add(Rule.F405_UNIT_CODE_MALFORMED, field, Map.of("code", code));
        }
        return false;
    }

    private static void registration(FormUnderCheck form, boolean hasShape) {
        String place = form.written(FormField.BIRTH_REGISTRATION_PLACE);
        boolean hasCode = !form.isBlank(FormField.BIRTH_REGISTRATION_CODE);
        if (place == null && !hasCode) {
            form.add(Rule.F401_BIRTH_REGISTRATION_MISSING, FormField.BIRTH_REGISTRATION_PLACE);
        } else if (place == null ? !hasShape : !hasCode && !NameText.hasLetter(place)) {
            form.add(
                    Rule.F402_BIRTH_REGISTRATION_UNREADABLE,
                    place == null ? FormField.BIRTH_REGISTRATION_CODE : FormField.BIRTH_REGISTRATION_PLACE);
        }
    }

    private void disagree(FormUnderCheck form, FormField codeField, FormField placeField) {
        String code = form.written(codeField);
        String place = form.written(placeField);
        if (code == null || place == null || form.day().packed() >= UnitLookup.PROVINCES_MERGED) {
            return;
        }
        String named = units.provinceNamed(place);
        String coded = units.ask(code, form.day()).province();
        if (coded != null && !named.isEmpty() && !named.equals(coded)) {
            form.add(Rule.F406_CODE_AND_PLACE_DISAGREE, codeField);
        }
    }

    private static void residence(FormUnderCheck form) {
        String permanent = form.written(FormField.PERMANENT_CODE);
        String present = form.written(FormField.PRESENT_CODE);
        String commune = form.written(FormField.COMMUNE_CODE);
        String status = form.written(FormField.RESIDENCE_STATUS);
        if (permanent == null && form.isBlank(FormField.PERMANENT_ADDRESS) && !"unregistered".equals(status)) {
            form.add(Rule.F409_PERMANENT_PLACE_MISSING, FormField.PERMANENT_CODE);
        }
        if (commune == null || permanent == null || !isCommune(permanent) || commune.equals(permanent)) {
            return;
        }
        boolean livesElsewhere = present == null || !present.equals(commune);
        if ("permanent".equals(status) && livesElsewhere) {
            form.add(Rule.F407_PERMANENT_RESIDENT_ELSEWHERE, FormField.PERMANENT_CODE);
        } else if (present == null && form.isBlank(FormField.PRESENT_ADDRESS)
                || present != null && isCommune(present) && !present.equals(commune)) {
            form.add(Rule.F408_RESIDES_NOWHERE_HERE, FormField.PRESENT_CODE);
        }
    }

    private static void where(FormUnderCheck form) {
        String commune = form.written(FormField.COMMUNE_CODE);
        if (commune == null) {
            form.add(Rule.F410_COMMUNE_CODE_MISSING, FormField.COMMUNE_CODE);
        } else if (isUnitCode(commune) && !isCommune(commune)) {
            form.add(Rule.F411_COMMUNE_CODE_IS_NO_COMMUNE, FormField.COMMUNE_CODE);
        }
        if (form.isBlank(FormField.RESIDENTIAL_GROUP)) {
            form.add(Rule.F412_RESIDENTIAL_GROUP_MISSING, FormField.RESIDENTIAL_GROUP);
        }
        if (form.form().householdKey() == null) {
            form.add(Rule.F413_HOUSEHOLD_NOT_NAMED, FormField.HOUSEHOLD_NO);
        }
        if (form.isBlank(FormField.HOMETOWN) && form.isBlank(FormField.HOMETOWN_CODE)) {
            form.add(Rule.F414_HOMETOWN_MISSING, FormField.HOMETOWN);
        }
    }

    /** 2-digit code of the province where the birth was registered; null when the form does not tell for certain. */
    @Nullable
    String provinceOfRegistration(FormUnderCheck form) {
        if (form.day().packed() >= UnitLookup.PROVINCES_MERGED) {
            return null;
        }
        String code = form.written(FormField.BIRTH_REGISTRATION_CODE);
        if (code != null) {
            if (isCountry(code)) {
                return null;
            }
            String province = units.ask(code, form.day()).province();
            if (province != null) {
                return province;
            }
        }
        String place = form.written(FormField.BIRTH_REGISTRATION_PLACE);
        if (place == null) {
            return null;
        }
        String named = units.provinceNamed(place);
        return named.isEmpty() ? null : named;
    }

    boolean isProvince(PersonalId id) {
        return Provinces.byIdPrefix(id.placeCode()).isPresent();
    }

    /** Three capital letters of ISO 3166: the place lies abroad. */
    private static boolean isCountry(String code) {
        return code.length() == 3 && isUpper(code.charAt(0)) && isUpper(code.charAt(1)) && isUpper(code.charAt(2));
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isCommune(String code) {
        return code.length() == COMMUNE && isUnitCode(code);
    }

    private static boolean isUnitCode(String code) {
        if (code.length() != 2 && code.length() != 3 && code.length() != COMMUNE) {
            return false;
        }
        for (int i = 0; i < code.length(); i++) {
            if (code.charAt(i) < '0' || code.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
