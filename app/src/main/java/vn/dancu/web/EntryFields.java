package vn.dancu.web;

import static vn.dancu.intake.FormField.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.dancu.intake.FormField;

/** The page of a collection form as it is keyed: the head of the paper first, then its items in the paper's order. */
final class EntryFields {
    /**
     * Copied down to the next paper of the household, and marked so until somebody types over it. The collector and the
     * day stand on every paper of a visit.
     */
    static final Set<FormField> COPIED_DOWN = EnumSet.of(
            COLLECTED_ON,
            COLLECTOR,
            COMMUNE_CODE,
            RESIDENTIAL_GROUP,
            HOUSEHOLD_NO,
            HOUSEHOLD_BOOK_NO,
            NATIONALITY,
            PERMANENT_CODE,
            PERMANENT_ADDRESS,
            PRESENT_CODE,
            PRESENT_ADDRESS,
            HEAD_NAME,
            HEAD_ID,
            DECLARED_ON,
            RESIDENCE_STATUS);

    private EntryFields() {}

    /**
     * One item on the screen.
     *
     * @param kind how it is keyed: text, name, date (of birth), day (a recent date), code, unit, number
     * @param paperNo its number on the paper; empty in the head and at the end
     */
    public record Item(FormField field, String kind, String paperNo) {
        public String column() {
            return field.column();
        }

        /** Number → word for a coded item. */
        public Map<String, String> codes() {
            return Codes.of(field.column());
        }
    }

    /** Items under one heading, {@code web.section.<key>}. */
    public record Section(String key, List<Item> items) {}

    static final List<Section> SECTIONS = List.of(
            new Section(
                    "paper",
                    List.of(
                            new Item(FORM_NO, "number", ""),
                            new Item(COLLECTED_ON, "day", ""),
                            new Item(COLLECTOR, "text", ""),
                            new Item(COMMUNE_CODE, "unit", ""),
                            new Item(RESIDENTIAL_GROUP, "text", ""),
                            new Item(HOUSEHOLD_BOOK_NO, "number", "20"),
                            new Item(HOUSEHOLD_NO, "number", ""))),
            new Section(
                    "person",
                    List.of(
                            new Item(FULL_NAME, "name", "1"),
                            new Item(OTHER_NAME, "name", ""),
                            new Item(BIRTH_DATE, "date", "2"),
                            new Item(SEX, "code", "3"),
                            new Item(BLOOD_GROUP, "code", "4"),
                            new Item(MARITAL_STATUS, "code", "5"),
                            new Item(BIRTH_REGISTRATION_CODE, "unit", "6"),
                            new Item(BIRTH_REGISTRATION_PLACE, "text", "6"),
                            new Item(HOMETOWN_CODE, "unit", "7"),
                            new Item(HOMETOWN, "text", "7"),
                            new Item(ETHNICITY, "code", "8"),
                            new Item(NATIONALITY, "text", "9"),
                            new Item(RELIGION, "code", "10"),
                            new Item(PERSONAL_ID, "number", "11"),
                            new Item(OLD_ID, "number", "11"))),
            new Section(
                    "residence",
                    List.of(
                            new Item(PERMANENT_CODE, "unit", "12"),
                            new Item(PERMANENT_ADDRESS, "text", "12"),
                            new Item(PRESENT_CODE, "unit", "13"),
                            new Item(PRESENT_ADDRESS, "text", "13"))),
            new Section(
                    "family",
                    List.of(
                            new Item(FATHER_NAME, "name", "14"),
                            new Item(FATHER_NATIONALITY, "text", "14"),
                            new Item(FATHER_ID, "number", "14"),
                            new Item(MOTHER_NAME, "name", "15"),
                            new Item(MOTHER_NATIONALITY, "text", "15"),
                            new Item(MOTHER_ID, "number", "15"),
                            new Item(SPOUSE_NAME, "name", "16"),
                            new Item(SPOUSE_NATIONALITY, "text", "16"),
                            new Item(SPOUSE_ID, "number", "16"),
                            new Item(REPRESENTATIVE_NAME, "name", "17"),
                            new Item(REPRESENTATIVE_NATIONALITY, "text", "17"),
                            new Item(REPRESENTATIVE_ID, "number", "17"))),
            new Section(
                    "household",
                    List.of(
                            new Item(HEAD_NAME, "name", "18"),
                            new Item(HEAD_ID, "number", "18"),
                            new Item(RELATION_TO_HEAD, "code", "19"))),
            new Section(
                    "end",
                    List.of(
                            new Item(DECLARED_ON, "day", ""),
                            new Item(DECLARER_NAME, "name", ""),
                            new Item(DECLARER_RELATION, "code", ""),
                            new Item(HELPER, "text", ""),
                            new Item(RESIDENCE_STATUS, "code", ""),
                            new Item(PAPERS_SHOWN, "code", ""),
                            new Item(PAPERS_NO, "number", ""),
                            new Item(AVAILABILITY, "text", ""))));
}
