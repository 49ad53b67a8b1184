package vn.dancu.reconciliation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.intake.CollectionForm;
import vn.dancu.reconciliation.Agreement;
import vn.dancu.reconciliation.FieldVerdict;
import vn.dancu.reconciliation.Outcome;
import vn.dancu.sources.ArchiveEntry;
import vn.dancu.sources.ResidenceEntry;

class FieldComparisonTest {
    private static final FieldComparison COMPARISON = new FieldComparison(NameWords.NONE);

    @Test
    void threeRecordsThatSayTheSameAgreeInEveryField() {
        List<FieldVerdict> verdicts = COMPARISON.compare(Person.form(), Person.book(), Person.archive());

        assertThat(verdicts).hasSize(19).allMatch(verdict -> verdict.agreement() == Agreement.AGREE);
    }

    @Test
    void aFormWithoutLinkedEntriesHasNothingToCompare() {
        assertThat(COMPARISON.compare(Person.form(), null, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // what the form says, what the book says, verdict, rule
        "NGUYỄN VĂN AN, Nguyễn Văn An, EXPLAINED, case-or-form",
        "NGUYỄN VĂN AN, NGUYEN VAN AN, EXPLAINED, marks",
        "NGUYỄN VĂN AN, NGUYỄN VĂN ÂN, EXPLAINED, marks",
        "NGUYỄN THỊ HÒA, NGUYỄN THỊ HOÀ, EXPLAINED, tone-place",
        "TRẦN VĂN QUÝ, TRẦN VĂN QUÍ, EXPLAINED, i-y",
        "ĐẶNG THỊ Y, ÐẶNG THỊ Y, EXPLAINED, case-or-form",
        "LÊ THỊ THU HÀ, LÊ THU HÀ, EXPLAINED, middle-dropped",
        "GIÀNG SEO PÙA, GIÀNG MÍ PÙA, EXPLAINED, mong-second-name",
        "PHÀN VĂN MINH, BÀN VĂN MINH, EXPLAINED, surname-equivalent",
        "NGUYỄN VĂN THÀNH, NGUYỄN VĂN THÀNHJ, DIFFERS, typing",
        "NGUYỄN VĂN ANH, NGUYEENX VĂN ANH, DIFFERS, typing",
        "NGUYỄN VĂN AN, TRẦN VĂN AN, DIFFERS, other-name",
        "NGUYỄN VĂN AN, NGUYỄN VĂN THÀNH, DIFFERS, other-name",
        "NGUYỄN VĂN AN, NGUYỄN ĐỨC AN, DIFFERS, other-name",
        "Y, Y, AGREE, ''",
    })
    void namesAgreeAreExplainedOrDifferByANamedRule(String form, String book, Agreement agreement, String rule) {
        FieldVerdict verdict = verdict(
                "full_name",
                Person.form("full_name", form, "ethnicity", ""),
                Person.book("full_name", book, "ethnicity", ""));

        assertThat(verdict.agreement()).isEqualTo(agreement);
        assertThat(verdict.rule()).isEqualTo(rule);
    }

    @Test
    void aNameInCombiningMarksIsTheSameName() {
        String decomposed = Normalizer.normalize("NGUYỄN VĂN AN", Normalizer.Form.NFD);

        FieldVerdict verdict = verdict("full_name", Person.form(), Person.book("full_name", decomposed));

        assertThat(verdict.agreement()).isEqualTo(Agreement.EXPLAINED);
        assertThat(verdict.rule()).isEqualTo("case-or-form");
    }

    @Test
    void onlyOfAMongMayTheSecondNameChange() {
        CollectionForm kinh = Person.form("full_name", "LÝ A PÙA", "ethnicity", "Kinh");
        CollectionForm mong = Person.form("full_name", "LÝ A PÙA", "ethnicity", "HMông");
        ResidenceEntry book = Person.book("full_name", "LÝ SEO PÙA", "ethnicity", "");

        assertThat(verdict("full_name", kinh, book).agreement()).isEqualTo(Agreement.DIFFERS);
        assertThat(verdict("full_name", mong, book).rule()).isEqualTo("mong-second-name");
    }

    @ParameterizedTest
    @CsvSource({
        "1980-05-03, 3/5/1980, AGREE, ''",
        "1980-05-03, 1980, EXPLAINED, partial-date",
        "1941, 00/00/1941, AGREE, ''",
        "1941, 01/01/1941, EXPLAINED, partial-date",
        "1980-05, 03/05/1980, EXPLAINED, partial-date",
        "1980-05-03, 1981, DIFFERS, year",
        "1980-05-03, 1990-05-03, DIFFERS, year",
        "1980-05-03, 05/03/1980, DIFFERS, day-month-swapped",
        "1980-05-03, 04/05/1980, DIFFERS, day-or-month",
        "1980-05-03, 30/02/1980, DIFFERS, unreadable",
    })
    void datesAreComparedAsFarAsBothAreKnown(String form, String book, Agreement agreement, String rule) {
        FieldVerdict verdict = verdict("birth_date", Person.form("birth_date", form), Person.book("birth_date", book));

        assertThat(verdict.agreement()).isEqualTo(agreement);
        assertThat(verdict.rule()).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "073123456, 073123456, AGREE, ''",
        "073123456, 073 123 456, AGREE, ''",
        "073123456, 073123457, DIFFERS, typing",
        "073123456, 073124356, DIFFERS, typing",
        "073123456, 012987654, EXPLAINED, old-number-changed",
    })
    void oldNumbersChangeByLawButNotByOneDigit(String form, String book, Agreement agreement, String rule) {
        FieldVerdict verdict = verdict("old_id", Person.form("old_id", form), Person.book("old_id", book));

        assertThat(verdict.agreement()).isEqualTo(agreement);
        assertThat(verdict.rule()).isEqualTo(rule);
    }

    @Test
    void anOldNumberAmongThoseOfTheArchiveAgrees() {
        ArchiveEntry archive = Person.archive("old_ids", "012987654|073123456");

        FieldVerdict verdict = verdict("old_id", Person.form(), null, archive);

        assertThat(verdict.agreement()).isEqualTo(Agreement.AGREE);
    }

    @ParameterizedTest
    @CsvSource({
        "002080912345, 002 080 912 345, AGREE, ''",
        "002080912345, 002080912354, DIFFERS, typing",
        "002080912345, 002080998765, DIFFERS, other-number",
        "002080912345, 073123456, CANNOT_TELL, other-kind-of-number",
    })
    void aPersonalNumberIsTheSameOrAnother(String form, String book, Agreement agreement, String rule) {
        FieldVerdict verdict =
                verdict("personal_id", Person.form("personal_id", form), Person.book("personal_id", book));

        assertThat(verdict.agreement()).isEqualTo(agreement);
        assertThat(verdict.rule()).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "ethnicity, HMông, Mèo, EXPLAINED, ethnicity-alias",
        "ethnicity, Dao, Mán, EXPLAINED, ethnicity-alias",
        "ethnicity, Kinh, 01, AGREE, ''",
        "ethnicity, Tày, Nùng, DIFFERS, other-value",
        "religion, Không, 00, AGREE, ''",
        "religion, Không, Tin Lành, DIFFERS, other-value",
        "nationality, Việt Nam, VN, AGREE, ''",
        "nationality, Việt Nam, Trung Quốc, DIFFERS, other-value",
        "sex, Nam, 1, AGREE, ''",
        "sex, Nam, Nữ, DIFFERS, sex",
        "hometown, 'Xã Phương Độ, Hà Giang', 'Phương Độ, tỉnh Hà Giang', AGREE, ''",
        "hometown, 'Xã Phương Độ, Hà Giang', 'Huyện Ý Yên, Nam Định', CANNOT_TELL, other-place",
        "relation_to_head, Con, Con trai, AGREE, ''",
        "relation_to_head, Vợ, Con, DIFFERS, other-relation",
        "household_book_no, 020001001, 02-0001-001, AGREE, ''",
        "household_book_no, 020001001, 020001009, DIFFERS, typing",
        "household_book_no, 020001001, 027770321, DIFFERS, other-household",
        "residential_group, Tổ 5, Tổ dân phố số 05, AGREE, ''",
        "residential_group, Tổ 5, Tổ 7, CANNOT_TELL, other-group",
    })
    void otherFieldsAreReadByTheirListsAndLeniently(
            String field, String form, String book, Agreement agreement, String rule) {
        FieldVerdict verdict = verdict(field, Person.form(field, form), Person.book(field, book));

        assertThat(verdict.agreement()).isEqualTo(agreement);
        assertThat(verdict.rule()).isEqualTo(rule);
    }

    @Test
    void whatOneSideDoesNotSayIsNoVerdict() {
        List<FieldVerdict> verdicts =
                COMPARISON.compare(Person.form("religion", "", "old_id", ""), Person.book("ethnicity", ""), null);

        assertThat(verdicts).extracting(FieldVerdict::field).doesNotContain("religion", "old_id", "ethnicity");
    }

    @Test
    void anotherCommuneDiffers() {
        FieldVerdict verdict = verdict("permanent_code", Person.form(), Person.book("commune_code", "00691"));

        assertThat(verdict.agreement()).isEqualTo(Agreement.DIFFERS);
        assertThat(verdict.rule()).isEqualTo("other-commune");
    }

    @Test
    void aCommuneWhoseZerosASpreadsheetAteIsTheSame() {
        FieldVerdict verdict = verdict("permanent_code", Person.form(), Person.book("commune_code", "688"));

        assertThat(verdict.agreement()).isEqualTo(Agreement.AGREE);
    }

    @Test
    void aRemovedEntryDiffersOnThePermanentPlace() {
        ResidenceEntry removed = Person.book("removed_on", "2015-03-01", "removal_reason", "moved");

        FieldVerdict verdict = verdict("permanent_code", Person.form(), removed);

        assertThat(verdict.agreement()).isEqualTo(Agreement.DIFFERS);
        assertThat(verdict.rule()).isEqualTo(FieldRules.REMOVED_ENTRY);
        assertThat(verdict("permanent_code", Person.form("permanent_code", ""), removed)
                        .agreement())
                .isEqualTo(Agreement.DIFFERS);
    }

    @Test
    void permanentAgainstTemporaryDiffers() {
        ResidenceEntry temporary = Person.book("book_kind", "temporary");

        assertThat(verdict("residence_status", Person.form(), temporary).rule())
                .isEqualTo("permanent-against-temporary");
        assertThat(verdict("permanent_code", Person.form("residence_status", ""), temporary)
                        .rule())
                .isEqualTo("permanent-against-temporary");
    }

    @Test
    void aTemporaryEntrySpeaksOfThePresentPlaceOnly() {
        CollectionForm form =
                Person.form("residence_status", "temporary", "permanent_code", "24012", "present_code", "00688");

        List<FieldVerdict> verdicts = COMPARISON.compare(form, Person.book("book_kind", "temporary"), null);

        assertThat(verdicts)
                .extracting(FieldVerdict::field)
                .contains("present_code")
                .doesNotContain("permanent_code");
        assertThat(verdicts).allMatch(verdict -> verdict.agreement() == Agreement.AGREE);
    }

    @Test
    void theAddressInTheArchiveIsThatOfItsTime() {
        ArchiveEntry archive = Person.archive("commune_code", "00691");

        assertThat(verdict("permanent_code", Person.form(), Person.book(), archive)
                        .agreement())
                .isEqualTo(Agreement.AGREE);
    }

    @Test
    void aSheetOlderThanTheEntryProvesNothingAboutTheRelation() {
        ArchiveEntry older = Person.archive("relation_to_head", "Con", "recorded_on", "1999-01-01");
        ArchiveEntry newer = Person.archive("relation_to_head", "Con", "recorded_on", "2010-01-01");

        assertThat(verdict("relation_to_head", Person.form(), Person.book(), older)
                        .agreement())
                .isEqualTo(Agreement.AGREE);
        assertThat(verdict("relation_to_head", Person.form(), Person.book(), newer)
                        .agreement())
                .isEqualTo(Agreement.DIFFERS);
    }

    @Test
    void aRelationToAnotherHeadIsNotCompared() {
        CollectionForm form = Person.form("head_name", "NGUYỄN VĂN BÌNH", "relation_to_head", "Con");
        ResidenceEntry book = Person.book("head_name", "LÊ THỊ CÚC");

        assertThat(verdict("relation_to_head", form, book).agreement()).isEqualTo(Agreement.CANNOT_TELL);
        assertThat(verdict("head_name", form, book).agreement()).isEqualTo(Agreement.DIFFERS);
    }

    @Test
    void theArchiveKnowsParentsAndAnEarlierSpouse() {
        ArchiveEntry archive = Person.archive("mother_name", "LÊ THỊ LAN", "spouse_name", "HOÀNG THỊ MAI");

        assertThat(verdict("mother_name", Person.form(), null, archive).agreement())
                .isEqualTo(Agreement.DIFFERS);
        assertThat(verdict("spouse_name", Person.form(), null, archive).agreement())
                .isEqualTo(Agreement.CANNOT_TELL);
    }

    @Test
    void theOutcomeIsTheFirstThatHolds() {
        FieldVerdict differs = verdict("sex", Person.form("sex", "Nữ"), Person.book());
        FieldVerdict explained =
                verdict("ethnicity", Person.form("ethnicity", "Mèo"), Person.book("ethnicity", "HMông"));
        FieldVerdict doubtful = verdict("hometown", Person.form("hometown", "Nam Định"), Person.book());
        List<FieldVerdict> all = List.of(doubtful, explained, differs);

        assertThat(Map.of(
                        "duplicate", Outcomes.of(true, true, false, all),
                        "uncertain", Outcomes.of(false, true, false, all),
                        "not in books", Outcomes.of(false, false, false, all),
                        "differs", Outcomes.of(false, false, true, all),
                        "explained", Outcomes.of(false, false, true, List.of(doubtful, explained)),
                        "agrees", Outcomes.of(false, false, true, List.of(doubtful))))
                .isEqualTo(Map.of(
                        "duplicate", Outcome.DUPLICATE,
                        "uncertain", Outcome.UNCERTAIN,
                        "not in books", Outcome.NOT_IN_BOOKS,
                        "differs", Outcome.DIFFERS,
                        "explained", Outcome.EXPLAINED,
                        "agrees", Outcome.AGREES));
    }

    @Test
    void aFieldDiffersWhenEitherSourceSaysOtherwise() {
        FieldVerdict verdict = verdict(
                "birth_date", Person.form(), Person.book("birth_date", "1980"), Person.archive("birth_date", "1981"));

        assertThat(verdict.agreement()).isEqualTo(Agreement.DIFFERS);
        assertThat(verdict.rule()).isEqualTo("year");
        assertThat(verdict.residenceBook()).isEqualTo("1980");
        assertThat(verdict.archive()).isEqualTo("1981");
    }

    private static FieldVerdict verdict(String field, CollectionForm form, ResidenceEntry book) {
        return verdict(field, form, book, null);
    }

    private static FieldVerdict verdict(
            String field,
            CollectionForm form,
            @org.jspecify.annotations.Nullable ResidenceEntry book,
            @org.jspecify.annotations.Nullable ArchiveEntry archive) {
        return COMPARISON.compare(form, book, archive).stream()
                .filter(verdict -> verdict.field().equals(field))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no verdict on " + field));
    }
}
