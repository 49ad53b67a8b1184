package vn.dancu.quality.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dancu.quality.domain.TestForms.child;
import static vn.dancu.quality.domain.TestForms.clean;
import static vn.dancu.quality.domain.TestForms.family;
import static vn.dancu.quality.domain.TestForms.form;
import static vn.dancu.quality.domain.TestForms.found;
import static vn.dancu.quality.domain.TestForms.son;
import static vn.dancu.quality.domain.TestForms.wife;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;

class HouseholdRulesTest {
    private static final CollectionForm SECOND_SON = child("T000004", "HOÀNG MINH QUÂN", "14/07/2015", "002215141421");

    @Test
    void aFamilyThatAgreesHasNothingToExplain() {
        assertThat(found(List.of(clean(), wife(), son(), SECOND_SON))).isEmpty();
    }

    @Test
    void aHeadWhoseFormIsNotThereYetIsNoFinding() {
        assertThat(found(List.of(wife(), son()))).isEmpty();
    }

    @Test
    void whomAllNameAsHeadShouldSayHeIs() {
        CollectionForm head = clean().with(FormField.RELATION_TO_HEAD, "Cháu");

        assertThat(householdFindings(List.of(head, wife(), son())))
                .containsExactly("T000001 F701_NAMED_HEAD_IS_NOT_HEAD relation_to_head");
    }

    @Test
    void ofTwoHeadsTheOneWhomNobodyNamesIsAsked() {
        CollectionForm second = son().with(FormField.RELATION_TO_HEAD, "Chủ hộ");

        assertThat(householdFindings(List.of(clean(), wife(), second)))
                .contains("T000003 F702_TWO_HEADS relation_to_head")
                .doesNotContain("T000001 F702_TWO_HEADS relation_to_head");
    }

    @Test
    void aMemberWhoWritesAnotherNameForTheHeadIsAsked() {
        CollectionForm child = son().with(FormField.HEAD_NAME, "HOÀNG VĂN THẰNG");

        assertThat(householdFindings(List.of(clean(), wife(), child)))
                .containsExactly("T000003 F703_HEAD_NAME_DIFFERS head_name");
    }

    @Test
    void aHeadWhoStandsAgainstTheWholeHouseholdIsAsked() {
        CollectionForm head = clean().with(FormField.FULL_NAME, "HOÀNG VĂN THĂNG");

        assertThat(householdFindings(List.of(head, wife(), son())))
                .containsExactly("T000001 F703_HEAD_NAME_DIFFERS full_name");
    }

    @Test
    void theHeadsNumberIsOneInTheHousehold() {
        CollectionForm child = son().with(FormField.HEAD_ID, "002085314195");

        assertThat(householdFindings(List.of(clean(), wife(), child)))
                .containsExactly("T000003 F704_HEAD_NUMBER_DIFFERS head_id");
    }

    @Test
    void anOldNumberWhollyDifferentIsNoContradiction() {
        CollectionForm child = son().with(FormField.HEAD_ID, "011239847");

        assertThat(householdFindings(List.of(clean(), wife(), child))).isEmpty();
    }

    @Test
    void aBookLiesInOnePlaceUnderOneNumber() {
        CollectionForm elsewhere = son().with(FormField.RESIDENTIAL_GROUP, "Tổ 9");
        CollectionForm otherNumber = son().with(FormField.HOUSEHOLD_NO, "21");
        CollectionForm otherWard = son().with(FormField.PERMANENT_CODE, "00694");

        assertThat(householdFindings(List.of(clean(), wife(), elsewhere)))
                .containsExactly("T000003 F705_HOUSEHOLD_IN_TWO_PLACES residential_group");
        assertThat(householdFindings(List.of(clean(), wife(), otherNumber)))
                .containsExactly("T000003 F720_HOUSEHOLD_NUMBER_DIFFERS household_no");
        assertThat(householdFindings(List.of(clean(), wife(), otherWard)))
                .containsExactly("T000003 F721_PERMANENT_PLACE_DIFFERS permanent_code");
    }

    @Test
    void aParentIsTwelveYearsOlderAtTheLeast() {
        CollectionForm child = child("T000003", "HOÀNG MINH ĐỨC", "09/02/1996", "");

        // Head 1985 and wife 1988: eleven and eight years; the child's year is behind no number and clashes with both.
        assertThat(householdFindings(List.of(clean(), wife(), child)))
                .containsExactly("T000003 F706_PARENT_TOO_YOUNG birth_date");
    }

    @Test
    void aMotherOfFifteenIsLegitimate() {
        CollectionForm child = child("T000003", "HOÀNG MINH ĐỨC", "09/02/2003", "002203161803");

        assertThat(householdFindings(List.of(clean(), wife(), child))).isEmpty();
    }

    @Test
    void aChildIsNotOlderThanTheParent() {
        CollectionForm child = child("T000003", "HOÀNG MINH ĐỨC", "09/02/1982", "");

        assertThat(householdFindings(List.of(clean(), wife(), child)))
                .containsExactly("T000003 F707_CHILD_OLDER_THAN_PARENT birth_date");
    }

    @Test
    void aMotherOfOverSixtyIsAsked() {
        CollectionForm old = wife().with(FormField.BIRTH_DATE, "1950").with(FormField.PERSONAL_ID, "");

        assertThat(householdFindings(List.of(clean(), old, son())))
                .containsExactly("T000002 F708_MOTHER_TOO_OLD birth_date");
    }

    @Test
    void aGrandmotherIsTwentyFourYearsOlder() {
        CollectionForm grandmother = member("Bà", "NÔNG THỊ HẢO", "1970", "Nữ");

        assertThat(householdFindings(List.of(clean(), grandmother)))
                .containsExactly("T000009 F709_GRANDPARENT_TOO_YOUNG birth_date");
    }

    @Test
    void spousesNameEachOther() {
        CollectionForm head = clean().with(FormField.SPOUSE_NAME, "LÝ MAI");

        assertThat(householdFindings(List.of(head, wife(), son())))
                .containsExactly("T000001 F710_SPOUSES_NOT_MUTUAL spouse_name");
    }

    @Test
    void spousesAreMarriedBoth() {
        CollectionForm single = wife().with(FormField.MARITAL_STATUS, "Chưa kết hôn");

        assertThat(householdFindings(List.of(clean(), single)))
                .containsExactly("T000002 F711_MARITAL_STATUS_NOT_MUTUAL marital_status");
    }

    @Test
    void aCoupleWithoutACertificateIsLegitimate() {
        CollectionForm head =
                clean().with(FormField.MARITAL_STATUS, "Chưa kết hôn").with(FormField.SPOUSE_NAME, "");
        CollectionForm woman =
                wife().with(FormField.MARITAL_STATUS, "Chưa kết hôn").with(FormField.SPOUSE_NAME, "");

        assertThat(found(List.of(head, woman, son()))).isEmpty();
    }

    @Test
    void ofTwoWivesTheOneWhomNobodyNamesIsAsked() {
        CollectionForm second = member("Vợ", "VÀNG THỊ DỢ", "1990", "Nữ");

        assertThat(householdFindings(List.of(clean(), wife(), son(), second)))
                .containsExactly("T000009 F712_TWO_SPOUSES_OF_HEAD relation_to_head");
    }

    @Test
    void aWifeWhoIsAManIsAsked() {
        CollectionForm man = wife().with(FormField.SEX, "Nam").with(FormField.PERSONAL_ID, "");

        assertThat(householdFindings(List.of(clean(), man))).containsExactly("T000002 F713_SPOUSES_OF_ONE_SEX sex");
    }

    @Test
    void onePersonHasOneFormInTheHousehold() {
        CollectionForm again = son().with(FormField.FORM_NO, "T000007").with(FormField.PERSONAL_ID, "");

        assertThat(householdFindings(List.of(clean(), wife(), son(), again)))
                .containsExactly(
                        "T000003 F714_SAME_PERSON_TWICE_IN_HOUSEHOLD full_name",
                        "T000007 F714_SAME_PERSON_TWICE_IN_HOUSEHOLD full_name");
    }

    @Test
    void twinsWhoseNamesDifferByAMarkAreTwoPeople() {
        CollectionForm twin = child("T000007", "HOÀNG MINH ĐÚC", "09/02/2012", "002212577215");

        assertThat(found(List.of(clean(), wife(), son(), twin))).isEmpty();
    }

    @Test
    void aParentsNameOneSlipFromAMembersIsAsked() {
        CollectionForm child = son().with(FormField.MOTHER_NAME, "LÝ THI MAI");

        assertThat(householdFindings(List.of(clean(), wife(), child, SECOND_SON)))
                .containsExactly("T000003 F715_PARENTS_NAME_ALMOST_AS_MEMBER mother_name");
    }

    @Test
    void aRelativesNumberIsAsOnTheRelativesForm() {
        CollectionForm child = son().with(FormField.MOTHER_ID, "002185271828");

        assertThat(householdFindings(List.of(clean(), wife(), child)))
                .containsExactly("T000003 F716_RELATIVES_NUMBER_NOT_AS_MEMBER mother_id");
    }

    @Test
    void childrenOfOneMotherAreSevenMonthsApart() {
        CollectionForm next = child("T000007", "HOÀNG MINH PHÚ", "20/04/2012", "");

        // 71 days after the brother of 9 February, whose number agrees with his year.
        assertThat(householdFindings(List.of(clean(), wife(), son(), next)))
                .containsExactly("T000007 F717_BIRTHS_TOO_CLOSE birth_date");
    }

    @Test
    void numbersOfAHouseholdDoNotRunOn() {
        CollectionForm next = child("T000007", "HOÀNG MINH PHÚ", "20/04/2014", "002214161804");

        assertThat(householdFindings(List.of(clean(), wife(), son(), next)))
                .containsExactly(
                        "T000003 F718_NUMBERS_RUN_ON_IN_HOUSEHOLD personal_id",
                        "T000007 F718_NUMBERS_RUN_ON_IN_HOUSEHOLD personal_id");
    }

    @Test
    void fortyOneFormsAreNoHousehold() {
        List<CollectionForm> forms = new ArrayList<>(family());
        for (int i = 0; i < 38; i++) {
            forms.add(member("Cháu", "HOÀNG THỊ SỐ", "19" + (50 + i), "Nữ").with(FormField.FORM_NO, "M" + i));
        }

        assertThat(householdFindings(forms)).containsExactly("T000001 F719_HOUSEHOLD_TOO_LARGE ");
    }

    @Test
    void everyRuleOnAHouseholdIsNamedHere() throws Exception {
        String test = java.nio.file.Files.readString(
                java.nio.file.Path.of("src/test/java/vn/dancu/quality/domain/HouseholdRulesTest.java"));

        for (Rule rule : RuleCatalogue.all()) {
            if (rule.reach() == Rule.Reach.HOUSEHOLD) {
                assertThat(test).contains(rule.code());
            }
        }
    }

    private static CollectionForm member(String relation, String name, String born, String sex) {
        return form(Map.of(
                FormField.FORM_NO, "T000009",
                FormField.RELATION_TO_HEAD, relation,
                FormField.FULL_NAME, name,
                FormField.BIRTH_DATE, born,
                FormField.SEX, sex,
                FormField.PERSONAL_ID, "",
                FormField.OLD_ID, "",
                FormField.MARITAL_STATUS, "Đang có vợ/chồng",
                FormField.SPOUSE_NAME, "HOÀNG VĂN ÚT",
                FormField.MOTHER_NAME, ""));
    }

    private static List<String> householdFindings(List<CollectionForm> forms) {
        return found(forms).stream().filter(one -> one.contains(" F7")).toList();
    }
}
