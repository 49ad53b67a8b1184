package vn.dancu.paper.print;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.form.FormVersion;
import vn.dancu.civil.list.BloodGroup;
import vn.dancu.civil.list.MaritalStatus;
import vn.dancu.civil.list.Sex;
import vn.dancu.paper.Choice;
import vn.dancu.paper.Field;

/** What of a value gets onto paper: one character to a box, the code of a choice, a text on one line. */
public final class Entry {
    private static final int DATE_BOXES = 8;

    private Entry() {}

    /**
     * @param value as import files have it: a date in any of their forms, a choice by code, word or letter
     * @return text as it is; of a comb its digits, with a space for each box left empty (a day that is not known, the first
     *     box of a month that the version has in one digit); of a check field the choice's code; empty when the field cannot
     *     take it
     */
    public static Optional<String> of(Field field, String value, FormVersion version) {
        if (value.isBlank()) {
            return Optional.empty();
        }
        return switch (field.kind()) {
            case HANDWRITTEN_TEXT, PRINTED_TEXT ->
                Optional.of(TypeFaces.clean(value).strip()).filter(text -> !text.isEmpty());
            case DIGITS -> digits(field, value.replaceAll("[\\s.-]", ""));
            case DATE -> date(field, value, version.hasOneDigitMonths());
            case CHECK ->
                field.choices().stream()
                        .map(Choice::code)
                        .filter(code -> isSame(field.name(), code, value.strip()))
                        .findFirst();
        };
    }

    private static Optional<String> digits(Field field, String digits) {
        boolean fits =
                digits.matches("[0-9]+") && digits.length() <= field.boxes().size();
        return fits ? Optional.of(digits) : Optional.empty();
    }

    private static Optional<String> date(Field field, String value, boolean isOneDigitFromMarch) {
        PartialDate date = PartialDate.read(value).date();
        if (date == null || field.boxes().size() != DATE_BOXES) {
            return Optional.empty();
        }
        boolean isOneDigit = isOneDigitFromMarch && date.month() >= 3 && date.month() <= 9;
        String day = date.day() == 0 ? "  " : String.format("%02d", date.day());
        String month = date.month() == 0 ? "  " : String.format(isOneDigit ? "%2d" : "%02d", date.month());
        return Optional.of(day + month + String.format("%04d", date.year()));
    }

    private static boolean isSame(String field, String code, String value) {
        if (code.equalsIgnoreCase(value)) {
            return true;
        }
        return switch (field) {
            case "sex" -> isEqual(Sex.parse(code), Sex.parse(value));
            case "blood_group" -> isEqual(BloodGroup.parse(code), BloodGroup.parse(value));
            case "marital_status" -> isEqual(MaritalStatus.parse(code), MaritalStatus.parse(value));
            default -> false;
        };
    }

    private static boolean isEqual(
            Optional<? extends @Nullable Object> one, Optional<? extends @Nullable Object> other) {
        return one.isPresent() && one.equals(other);
    }
}
