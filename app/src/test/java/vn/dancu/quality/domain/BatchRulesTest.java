package vn.dancu.quality.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dancu.quality.domain.TestForms.form;
import static vn.dancu.quality.domain.TestForms.found;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;

class BatchRulesTest {
    @Test
    void aNumberOnTwoFormsIsToldOnBoth() {
        CollectionForm one = person("A", Map.of(FormField.PERSONAL_ID, "002085314159"));
        CollectionForm other = person("B", Map.of(FormField.PERSONAL_ID, "002085314159"));

        assertThat(found(List.of(one, other)))
                .containsExactly(
                        "A F801_PERSONAL_ID_USED_TWICE personal_id", "B F801_PERSONAL_ID_USED_TWICE personal_id");
    }

    @Test
    void whoeverRightlyBearsANumberNeedNotExplainAStrangersSlip() {
        CollectionForm holder = person("A", Map.of(FormField.PERSONAL_ID, "002085314159"));
        CollectionForm stranger =
                person("B", Map.of(FormField.PERSONAL_ID, "002085314159", FormField.BIRTH_DATE, "01/02/1999"));

        assertThat(found(List.of(holder, stranger)))
                .containsExactly(
                        "B F103_PERSONAL_ID_CONTRADICTS_BIRTH_YEAR personal_id",
                        "B F801_PERSONAL_ID_USED_TWICE personal_id");
    }

    @Test
    void anOldNumberOfTwoPeopleIsToldOnBoth() {
        CollectionForm one = person("A", Map.of(FormField.OLD_ID, "073141592"));
        CollectionForm other = person("B", Map.of(FormField.OLD_ID, "073141592"));

        assertThat(found(List.of(one, other)))
                .containsExactly("A F802_OLD_ID_OF_TWO_PEOPLE old_id", "B F802_OLD_ID_OF_TWO_PEOPLE old_id");
    }

    @Test
    void onePersonInTwoHouseholdsIsToldOnBoth() {
        Map<FormField, String> person = Map.of(
                FormField.FULL_NAME,
                "HOÀNG VĂN THẮNG",
                FormField.HEAD_NAME,
                "HOÀNG VĂN THẮNG",
                FormField.BIRTH_DATE,
                "12/05/1985",
                FormField.FATHER_NAME,
                "HOÀNG VĂN TOÀN");

        assertThat(found(List.of(person("A", person), person("B", person))))
                .containsExactly("A F803_SAME_PERSON_TWICE full_name", "B F803_SAME_PERSON_TWICE full_name");
    }

    @Test
    void namesakesWithAUsualDefaultBirthdayAreTwoPeople() {
        Map<FormField, String> person = Map.of(
                FormField.FULL_NAME,
                "HOÀNG VĂN THẮNG",
                FormField.HEAD_NAME,
                "HOÀNG VĂN THẮNG",
                FormField.BIRTH_DATE,
                "01/01/1985",
                FormField.FATHER_NAME,
                "HOÀNG VĂN TOÀN");

        CollectionForm other = person("B", person).with(FormField.MOTHER_NAME, "GIÀNG THỊ SÚA");

        assertThat(found(List.of(person("A", person), other))).isEmpty();
    }

    @Test
    void aVillageThatSharesABirthdayIsNoted() {
        List<CollectionForm> forms = new ArrayList<>();
        Random random = new Random(11);
        for (int i = 0; i < 200; i++) {
            String born = i < 15
                    ? "05/05/19" + (40 + i)
                    : (1 + random.nextInt(27)) + "/" + (1 + i % 12) + "/19" + (50 + i % 40);
            forms.add(person("N" + (100 + i), Map.of(FormField.BIRTH_DATE, born)));
        }

        // Of 200 people 0.5 are expected on a day: 15 by chance happen less than once in a billion days.
        assertThat(found(forms)).hasSize(15).allMatch(one -> one.endsWith("F804_VILLAGE_SHARES_BIRTHDAY birth_date"));
    }

    @Test
    void howManyMustMeetOnADayGrowsWithTheVillage() {
        // Poisson with mean 300 / 365: 12 or more happen with 9e-11, 11 or more with 1.4e-9.
        assertThat(GroupDays.leastShared(300)).isEqualTo(12);
        assertThat(GroupDays.leastShared(20)).isEqualTo(10);
        assertThat(GroupDays.leastShared(3_650)).isEqualTo(35);
    }

    @Test
    void moreThanThreeHundredFormsADayAreNoted() {
        List<CollectionForm> forms = new ArrayList<>();
        for (int i = 0; i <= BatchRules.FORMS_A_DAY; i++) {
            forms.add(person("N" + (1000 + i), Map.of(FormField.BIRTH_DATE, "19" + (50 + i % 40))));
        }

        assertThat(found(forms))
                .hasSize(BatchRules.FORMS_A_DAY + 1)
                .allMatch(one -> one.endsWith("F805_FORMS_OF_A_DAY_IMPLAUSIBLE collected_on"));
        assertThat(found(forms.subList(0, BatchRules.FORMS_A_DAY))).isEmpty();
    }

    @Test
    void fiveNumbersInARowWereMadeUp() {
        List<CollectionForm> forms = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            forms.add(person("N" + i, Map.of(FormField.PERSONAL_ID, "00208531415" + (3 + i))));
        }

        assertThat(found(forms)).hasSize(5).allMatch(one -> one.endsWith("F806_NUMBERS_RUN_ON personal_id"));
        assertThat(found(forms.subList(0, 4))).isEmpty();
    }

    /** A person who lives alone; names and old numbers differ from form to form. */
    private static CollectionForm person(String no, Map<FormField, String> changes) {
        Map<FormField, String> items = new LinkedHashMap<>();
        String name = "VÀNG MÍ " + spelled(no);
        items.put(FormField.FORM_NO, no);
        items.put(FormField.HOUSEHOLD_BOOK_NO, "BOOK" + no);
        items.put(FormField.FULL_NAME, name);
        items.put(FormField.HEAD_NAME, name);
        items.put(FormField.HEAD_ID, "");
        items.put(FormField.PERSONAL_ID, "");
        items.put(FormField.OLD_ID, "");
        items.putAll(changes);
        return form(items);
    }

    private static String spelled(String no) {
        StringBuilder name = new StringBuilder();
        for (char c : no.toCharArray()) {
            name.append(c >= '0' && c <= '9' ? "BCGHIKLMNU".charAt(c - '0') : c);
        }
        return name.toString();
    }
}
