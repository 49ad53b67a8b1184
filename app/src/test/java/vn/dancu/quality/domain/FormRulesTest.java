package vn.dancu.quality.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;

class FormRulesTest {
    /** A clean form, the smallest change, and the one finding that follows. Written as column=value, parted by semicolons. */
    private static final String CASES = """
            F101_PERSONAL_ID_MALFORMED personal_id | personal_id=00208531415; head_id=
            F102_PERSONAL_ID_CONTRADICTS_SEX personal_id | personal_id=002185314159; head_id=
            F103_PERSONAL_ID_CONTRADICTS_BIRTH_YEAR personal_id | birth_date=12/05/1986
            F104_PERSONAL_ID_CONTRADICTS_BIRTH_PLACE personal_id | birth_registration_code=36; birth_registration_place=Nam Định
            F104_PERSONAL_ID_CONTRADICTS_BIRTH_PLACE personal_id | birth_registration_code=; birth_registration_place=xã Yên Lợi, tỉnh Nam Định
            F105_PERSONAL_ID_PLACE_UNKNOWN personal_id | personal_id=003085314159; head_id=; birth_registration_code=; birth_registration_place=Sở Tư pháp
            F106_OLD_ID_MALFORMED old_id | old_id=0731415
            F107_NUMBER_IS_FILLER old_id | old_id=111111111
            F108_RELATIVES_NUMBER_MALFORMED father_id | father_id=07123
            F109_FATHERS_NUMBER_OF_A_WOMAN father_id | father_id=002155112233
            F110_MOTHERS_NUMBER_OF_A_MAN mother_id | mother_id=002055112233
            F111_SPOUSES_NUMBER_OF_OWN_SEX spouse_id | spouse_id=002088112233
            F112_RELATIVES_NUMBER_IS_OWN representative_id | representative_id=002085314159; representative_name=NÔNG THỊ LAN
            F113_HEADS_NUMBER_NOT_OWN head_id | head_id=002085314158
            F114_HEADS_NUMBER_IS_OWN head_id | relation_to_head=Em; head_name=HOÀNG VĂN CÔNG
            F115_PARENTS_NUMBER_TOO_YOUNG father_id | father_id=002075112233
            F116_PARENTS_SHARE_A_NUMBER mother_id | father_id=071112233; mother_id=071112233
            F117_OLD_ID_IS_ANOTHER_PERSONAL_ID old_id | old_id=002085314150
            F201_BIRTH_DATE_MISSING birth_date | birth_date=
            F202_BIRTH_DATE_UNREADABLE birth_date | birth_date=mùa xuân
            F203_DATE_DOES_NOT_EXIST birth_date | birth_date=30/02/1985
            F203_DATE_DOES_NOT_EXIST declared_on | declared_on=31/04/2020
            F204_BIRTH_AFTER_COLLECTION birth_date | birth_date=12/05/2099; personal_id=; head_id=; old_id=; marital_status=; spouse_name=; relation_to_head=Con; head_name=HOÀNG VĂN TOÀN; declared_on=2020-08-19
            F205_COLLECTED_ON_MISSING collected_on | collected_on=
            F206_DATE_UNREADABLE declared_on | declared_on=hôm qua
            F207_DATE_INCOMPLETE declared_on | declared_on=08/2020
            F208_DECLARED_AFTER_COLLECTION declared_on | declared_on=2020-08-21
            F209_COLLECTED_IN_THE_FUTURE collected_on | collected_on=2020-12-24; declared_on=2020-12-23
            F210_AGE_IMPLAUSIBLE birth_date | birth_date=12/05/1905; personal_id=; head_id=
            F211_DECLARED_BEFORE_BIRTH declared_on | birth_date=2020-08-20; personal_id=; head_id=; old_id=; marital_status=; spouse_name=; relation_to_head=Con; head_name=HOÀNG VĂN TOÀN
            F212_DECLARED_LONG_BEFORE_COLLECTION declared_on | declared_on=2016-08-19
            F213_DECLARED_ON_MISSING declared_on | declared_on=
            F214_FORM_OLDER_THAN_ITS_VERSION form_version | form_version=DC01/104-2020
            F301_FULL_NAME_MISSING full_name | full_name=
            F302_FULL_NAME_UNREADABLE full_name | full_name=HOÀNG V?N THẮNG
            F303_NAME_IN_LEGACY_ENCODING father_name | father_name=Hoµng V¨n Toµn
            F304_NAME_ABBREVIATED father_name | father_name=HOÀNG V. TOÀN
            F305_NAME_TOO_LONG father_name | father_name=LONG
            F306_NAME_HAS_KEYBOARD_RESIDUE father_name | father_name=HOÀNG VAWN TOÀN
            F307_NAME_HAS_STRANGE_CHARACTER father_name | father_name=HOÀNG VĂN TOÀN *
            F308_RELATIVES_NAME_UNREADABLE mother_name | mother_name=N0NG THỊ LAN
            F309_OTHER_NAME_IS_THE_BIRTH_NAME other_name | other_name=HOÀNG VĂN THẮNG
            F310_PARENTS_SHARE_A_NAME mother_name | mother_name=HOÀNG VĂN TOÀN
            F311_SPOUSES_NAME_IS_OWN spouse_name | spouse_name=HOÀNG VĂN THẮNG
            F312_PARENTS_SWAPPED father_name | father_name=NÔNG THỊ LAN; mother_name=HOÀNG VĂN TOÀN
            F313_MAN_NAMED_THI sex | full_name=HOÀNG THỊ THẮNG; head_name=HOÀNG THỊ THẮNG
            F401_BIRTH_REGISTRATION_MISSING birth_registration_place | birth_registration_code=; birth_registration_place=
            F402_BIRTH_REGISTRATION_UNREADABLE birth_registration_code | birth_registration_code=x1; birth_registration_place=
            F403_UNIT_CODE_UNKNOWN hometown_code | hometown_code=03
            F404_UNIT_CODE_NOT_COVERED hometown_code | hometown_code=13627
            F405_UNIT_CODE_MALFORMED hometown_code | hometown_code=ND
            F406_CODE_AND_PLACE_DISAGREE hometown_code | hometown_code=38
            F407_PERMANENT_RESIDENT_ELSEWHERE permanent_code | permanent_code=00688; present_code=
            F408_RESIDES_NOWHERE_HERE present_code | permanent_code=00688; present_code=00692; residence_status=temporary
            F409_PERMANENT_PLACE_MISSING permanent_code | permanent_code=; permanent_address=
            F410_COMMUNE_CODE_MISSING commune_code | commune_code=
            F411_COMMUNE_CODE_IS_NO_COMMUNE commune_code | commune_code=024; permanent_code=024; present_code=024
            F412_RESIDENTIAL_GROUP_MISSING residential_group | residential_group=
            F413_HOUSEHOLD_NOT_NAMED household_no | household_no=; household_book_no=
            F414_HOMETOWN_MISSING hometown | hometown=; hometown_code=
            F501_SEX_MISSING sex | sex=
            F502_SEX_UNREADABLE sex | sex=X
            F503_ETHNICITY_UNKNOWN ethnicity | ethnicity=Sao Hỏa
            F504_ETHNICITY_AMBIGUOUS ethnicity | ethnicity=Thổ
            F505_ETHNICITY_MISSING ethnicity | ethnicity=
            F506_RELIGION_UNKNOWN religion | religion=Đạo dừa
            F507_RELIGION_MISSING religion | religion=
            F508_NATIONALITY_MISSING nationality | nationality=
            F509_MARITAL_STATUS_UNKNOWN marital_status | marital_status=Đang tìm hiểu
            F510_MARITAL_STATUS_MISSING marital_status | marital_status=
            F511_BLOOD_GROUP_UNKNOWN blood_group | blood_group=C
            F512_RELATION_UNKNOWN relation_to_head | relation_to_head=Bạn
            F513_RELATION_MISSING relation_to_head | relation_to_head=
            F514_RESIDENCE_STATUS_UNKNOWN residence_status | residence_status=x
            F515_PAPERS_SHOWN_UNKNOWN papers_shown | papers_shown=thẻ thư viện
            F516_FORM_VERSION_UNKNOWN form_version | form_version=DC01/1-1999
            F517_HEAD_NAME_MISSING head_name | head_name=
            F518_COLLECTOR_MISSING collector | collector=
            F601_RELATION_CONTRADICTS_SEX relation_to_head | relation_to_head=Vợ; head_name=LÝ THỊ MAI; head_id=
            F602_HEAD_NAMES_ANOTHER_HEAD head_name | head_name=HOÀNG VĂN TOÀN
            F603_MEMBER_NAMED_AS_HEAD head_name | relation_to_head=Em; head_id=
            F604_UNMARRIED_WITH_SPOUSE marital_status | marital_status=Chưa kết hôn
            F605_MARRIED_WITHOUT_SPOUSE spouse_name | spouse_name=
            F606_MARRIED_AS_A_CHILD marital_status | birth_date=12/05/2008; personal_id=; head_id=; old_id=; relation_to_head=Con; head_name=HOÀNG VĂN TOÀN
            F607_OLD_ID_BEFORE_14 old_id | birth_date=12/05/2010; personal_id=; head_id=; marital_status=; spouse_name=; relation_to_head=Con; head_name=HOÀNG VĂN TOÀN
            F608_MINOR_WITHOUT_ADULT representative_name | birth_date=12/05/2010; personal_id=; head_id=; old_id=; marital_status=; spouse_name=; relation_to_head=Cháu; head_name=HOÀNG VĂN TOÀN; father_name=; mother_name=
            F609_SPOUSE_OF_HEAD_NAMES_ANOTHER spouse_name | relation_to_head=Chồng; head_name=LÝ THỊ HOA; head_id=
            F610_PARENT_ALMOST_NAMED_AS_HEAD father_name | relation_to_head=Con; head_name=HOÀNG VĂN TOẢN; head_id=
            F611_BLOOD_GROUP_WITHOUT_PROOF blood_group | blood_group=O; papers_shown=none
            F612_RELATIVE_AND_HEAD_NUMBER_DIFFER father_id | relation_to_head=Con; head_name=HOÀNG VĂN TOÀN; head_id=002055112233; father_id=002055112234
            F613_HEAD_IS_A_CHILD relation_to_head | birth_date=12/05/2010; personal_id=; head_id=; old_id=; marital_status=; spouse_name=
            F614_RELATION_NEEDS_AN_ADULT relation_to_head | birth_date=12/05/2012; personal_id=; head_id=; old_id=; marital_status=; spouse_name=; relation_to_head=Cha; head_name=HOÀNG VĂN TÚ
            F615_HEADS_NUMBER_TOO_YOUNG head_id | relation_to_head=Con; head_name=HOÀNG VĂN TOÀN; head_id=002080112233
            F616_SAME_TEXT_IN_NAME_AND_PLACE full_name | full_name=NAM ĐỊNH; hometown=NAM ĐỊNH; head_name=NAM ĐỊNH
            F617_FOREIGNER_WITH_PERSONAL_ID nationality | nationality=Lào
            """;

    record Case(String expected, String changes) {
        @Override
        public String toString() {
            return expected;
        }
    }

    static Stream<Case> cases() {
        return CASES.lines()
                .map(line -> new Case(
                        line.substring(0, line.indexOf('|')).strip(),
                        line.substring(line.indexOf('|') + 1).strip()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSmallestChangeTriggersItsRuleAndNothingElse(Case one) {
        CollectionForm changed = change(one.changes());

        List<String> found = TestForms.alone(changed);

        assertThat(found).containsExactly(one.expected());
    }

    @Test
    void everyRuleOnAFormHasACase() {
        Set<String> tested = new HashSet<>();
        cases().forEach(one ->
                tested.add(one.expected().substring(0, one.expected().indexOf(' '))));

        assertThat(tested)
                .containsAll(RuleCatalogue.all().stream()
                        .filter(rule -> rule.reach() == Rule.Reach.FORM)
                        .map(Rule::code)
                        .toList());
    }

    @Test
    void aCleanFormHasNothingToAnswerFor() {
        assertThat(TestForms.alone(TestForms.clean())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("legitimate")
    void whatTheLawAndTheHighlandsKnowIsNoError(Case state) {
        assertThat(TestForms.alone(change(state.changes()))).isEmpty();
    }

    static Stream<Case> legitimate() {
        return """
                father unknown | father_name=
                father struck out | father_name=---
                a mother under 18 | mother_id=002171112233
                children before marriage, no certificate | marital_status=Chưa kết hôn; spouse_name=
                a husband without a certificate | relation_to_head=Chồng; head_name=LÝ THỊ MAI; head_id=; marital_status=Chưa kết hôn
                only the year of birth known | birth_date=1985
                a year with struck out day | birth_date=--/--/1985
                quê quán elsewhere than the birth registration | hometown=Thanh Hóa; hometown_code=38
                a name of one word | full_name=PÁO; head_name=PÁO
                a Mông name with F | full_name=FÀNG MÍ JÀ; head_name=FÀNG MÍ JÀ
                a Mông name with Z and W | full_name=VÀNG ZỰ WÀNG; head_name=VÀNG ZỰ WÀNG
                a son with his father's name | full_name=HOÀNG VĂN TOÀN; relation_to_head=Con; head_name=HOÀNG VĂN TOÀN; head_id=
                combining marks | full_name=HOÀNG VĂN THẮNG
                no number yet | personal_id=; head_id=
                an old number of another province | old_id=011239847
                lives here, registered in another ward | permanent_code=00688; residence_status=temporary
                a stepchild | relation_to_head=Con; head_name=VI VĂN PHÚC; head_id=
                """.lines().map(line -> new Case(
                line.substring(0, line.indexOf('|')).strip(),
                line.substring(line.indexOf('|') + 1).strip()));
    }

    private static CollectionForm change(String changes) {
        Map<FormField, String> values = new LinkedHashMap<>();
        for (String one : changes.split(";")) {
            int equals = one.indexOf('=');
            String value = one.substring(equals + 1).strip();
            values.put(
                    FormField.byColumn(one.substring(0, equals).strip()).orElseThrow(),
                    value.equals("LONG") ? "HOÀNG ".repeat(200).strip() : value);
        }
        return TestForms.form(values);
    }
}
