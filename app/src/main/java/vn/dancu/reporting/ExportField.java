package vn.dancu.reporting;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.dancu.intake.FormField;

/** What of a form may leave in an export, and what only when it is named with a reason. */
public final class ExportField {
    /** Ethnicity, religion and blood group: left out unless named. */
    public static final Set<FormField> SENSITIVE =
            Set.copyOf(EnumSet.of(FormField.ETHNICITY, FormField.RELIGION, FormField.BLOOD_GROUP));

    /** In the order of the columns. */
    public static final List<FormField> OFFERED = List.of(
            FormField.FORM_NO,
            FormField.FULL_NAME,
            FormField.OTHER_NAME,
            FormField.BIRTH_DATE,
            FormField.SEX,
            FormField.PERSONAL_ID,
            FormField.OLD_ID,
            FormField.COMMUNE_CODE,
            FormField.RESIDENTIAL_GROUP,
            FormField.HOUSEHOLD_BOOK_NO,
            FormField.HOUSEHOLD_NO,
            FormField.HEAD_NAME,
            FormField.RELATION_TO_HEAD,
            FormField.PERMANENT_ADDRESS,
            FormField.PRESENT_ADDRESS,
            FormField.BIRTH_REGISTRATION_PLACE,
            FormField.HOMETOWN,
            FormField.NATIONALITY,
            FormField.MARITAL_STATUS,
            FormField.FATHER_NAME,
            FormField.MOTHER_NAME,
            FormField.SPOUSE_NAME,
            FormField.COLLECTED_ON,
            FormField.COLLECTOR,
            FormField.ETHNICITY,
            FormField.RELIGION,
            FormField.BLOOD_GROUP);

    /** What is ticked when the page opens. */
    public static final Set<FormField> USUAL = Set.copyOf(EnumSet.of(
            FormField.FORM_NO,
            FormField.FULL_NAME,
            FormField.BIRTH_DATE,
            FormField.SEX,
            FormField.COMMUNE_CODE,
            FormField.RESIDENTIAL_GROUP,
            FormField.PERMANENT_ADDRESS));

    private ExportField() {}

    public static boolean isSensitive(FormField field) {
        return SENSITIVE.contains(field);
    }
}
