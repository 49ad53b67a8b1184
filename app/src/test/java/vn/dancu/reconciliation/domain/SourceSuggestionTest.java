package vn.dancu.reconciliation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dancu.intake.CollectionForm;
import vn.dancu.reconciliation.FieldVerdict;
import vn.dancu.reconciliation.Source;
import vn.dancu.reconciliation.Suggestion;
import vn.dancu.sources.ArchiveEntry;
import vn.dancu.sources.ResidenceEntry;

class SourceSuggestionTest {
    private static final NameWords CITY =
            NameWords.of(Map.of("NGUYỄN", 310, "TRẦN", 97, "VĂN", 200, "ANH", 90, "MINH", 80, "SINH", 2));

    @Test
    void twoThatAgreeOutweighOne() {
        Suggestion suggestion = suggestion(
                "sex",
                Person.form("sex", "Nữ", "personal_id", "", "relation_to_head", "", "full_name", "NGUYỄN AN"),
                Person.book("personal_id", "", "full_name", "NGUYỄN AN"),
                Person.archive("personal_id", "", "full_name", "NGUYỄN AN"));

        assertThat(suggestion).isEqualTo(new Suggestion(Source.RESIDENCE_BOOK, "two-agree"));
    }

    @Test
    void theFormMayBeOneOfTheTwo() {
        Suggestion suggestion = suggestion(
                "birth_date",
                Person.form("personal_id", ""),
                Person.book("birth_date", "1980-05-08", "personal_id", ""),
                Person.archive("personal_id", ""));

        assertThat(suggestion).isEqualTo(new Suggestion(Source.FORM, "two-agree"));
    }

    @Test
    void aWholeOtherDateInBothSourcesIsAContradictionOfPapers() {
        CollectionForm form = Person.form("birth_date", "1982-11-20", "personal_id", "");
        CollectionForm slip = Person.form("birth_date", "1982-05-03", "personal_id", "");

        assertThat(suggestion("birth_date", form, Person.book("personal_id", ""), Person.archive("personal_id", "")))
                .isNull();
        assertThat(suggestion("birth_date", slip, Person.book("personal_id", ""), Person.archive("personal_id", "")))
                .isEqualTo(new Suggestion(Source.RESIDENCE_BOOK, "two-agree"));
    }

    @Test
    void anotherGivenNameInBothSourcesIsAContradictionOfPapers() {
        assertThat(suggestion(
                        "full_name", Person.form("full_name", "NGUYỄN VĂN THÀNH"), Person.book(), Person.archive()))
                .isNull();
    }

    @Test
    void thePersonalNumberTellsTheYear() {
        // 002 0 80: a man born in 1980
        Suggestion suggestion = suggestion("birth_date", Person.form("birth_date", "1981-05-03"), Person.book(), null);

        assertThat(suggestion).isEqualTo(new Suggestion(Source.RESIDENCE_BOOK, "number-structure"));
    }

    @Test
    void thePersonalNumberTellsTheSex() {
        Suggestion suggestion = suggestion("sex", Person.form(), Person.book("sex", "Nữ", "personal_id", ""), null);

        assertThat(suggestion).isEqualTo(new Suggestion(Source.FORM, "number-structure"));
    }

    @Test
    void aNumberThatFitsNeitherYearNorSexIsNotTheRightOne() {
        Suggestion suggestion =
                suggestion("personal_id", Person.form("personal_id", "002180912345"), Person.book(), null);

        assertThat(suggestion).isEqualTo(new Suggestion(Source.RESIDENCE_BOOK, "number-structure"));
    }

    @Test
    void twoNumbersOfRightStructureLeaveTheQuestionOpen() {
        assertThat(suggestion("personal_id", Person.form("personal_id", "002080912354"), Person.book(), null))
                .isNull();
    }

    @Test
    void twoDaysOfOneYearLeaveTheQuestionOpen() {
        assertThat(suggestion("birth_date", Person.form(), Person.book("birth_date", "1980-03-05"), null))
                .isNull();
    }

    @Test
    void aBirthCertificateAloneDoesNotOutweighABook() {
        CollectionForm form = Person.form("papers_shown", "birth-certificate");

        assertThat(suggestion("birth_date", form, Person.book("birth_date", "1980-03-05"), null))
                .isNull();
    }

    @Test
    void aBirthCertificateAgainstTwoSourcesLeavesTheQuestionOpen() {
        CollectionForm form = Person.form("papers_shown", "birth-certificate", "birth_date", "1980-03-05");

        assertThat(suggestion("birth_date", form, Person.book(), Person.archive()))
                .isNull();
    }

    @Test
    void aWordThatNobodyIsCalledIsTheTypingError() {
        Suggestion suggestion = suggestion(
                "full_name",
                Person.form("full_name", "NGUYỄN VĂN ANH"),
                Person.book("full_name", "NGUYỄN VĂN ANHJ"),
                null);

        assertThat(suggestion).isEqualTo(new Suggestion(Source.FORM, "known-name"));
    }

    @Test
    void twoRealNamesLeaveTheQuestionOpen() {
        // log2(80.5 / 2.5) = 5.0 bits, and 6 are asked for
        assertThat(suggestion(
                        "full_name",
                        Person.form("full_name", "NGUYỄN VĂN SINH"),
                        Person.book("full_name", "NGUYỄN VĂN MINH"),
                        null))
                .isNull();
        assertThat(suggestion(
                        "full_name",
                        Person.form("full_name", "NGUYỄN VĂN ANH"),
                        Person.book("full_name", "TRẦN VĂN MINH"),
                        null))
                .isNull();
    }

    @Test
    void theHeadsNameOnAMembersFormIsCopied() {
        Suggestion suggestion = suggestion(
                "full_name",
                Person.form("full_name", "TRẦN VĂN MINH", "head_name", "TRẦN VĂN MINH", "relation_to_head", "Con"),
                Person.book("full_name", "NGUYỄN VĂN ANH"),
                null);

        assertThat(suggestion).isEqualTo(new Suggestion(Source.RESIDENCE_BOOK, "copied-from-head"));
    }

    @Test
    void aDateThatDoesNotExistIsNotTheRightOne() {
        Suggestion suggestion = suggestion("birth_date", Person.form("birth_date", "30/02/1980"), Person.book(), null);

        assertThat(suggestion).isEqualTo(new Suggestion(Source.RESIDENCE_BOOK, "impossible-value"));
    }

    @Test
    void nobodyIsBornAfterTheBookKnewHim() {
        Suggestion suggestion = suggestion(
                "birth_date",
                Person.form("birth_date", "2008-05-03", "personal_id", ""),
                Person.book("birth_date", "2003-05-03", "personal_id", ""),
                null);

        assertThat(suggestion).isEqualTo(new Suggestion(Source.RESIDENCE_BOOK, "impossible-value"));
    }

    @Test
    void ofTwoThatAgreeTheOneThatSaysMoreIsNamed() {
        Suggestion suggestion = suggestion(
                "birth_date",
                Person.form("birth_date", "1981-05-03", "personal_id", ""),
                Person.book("birth_date", "1980", "personal_id", ""),
                Person.archive("personal_id", ""));

        assertThat(suggestion).isEqualTo(new Suggestion(Source.ARCHIVE, "two-agree"));
    }

    @Test
    void whoIsMetAfterBeingStruckOffIsStillHere() {
        ResidenceEntry moved = Person.book("removed_on", "2015-03-01", "removal_reason", "moved");
        ResidenceEntry dead = Person.book("removed_on", "2015-03-01", "removal_reason", "dead");

        assertThat(suggestion("permanent_code", Person.form(), moved, null))
                .isEqualTo(new Suggestion(Source.FORM, "newer-record"));
        assertThat(suggestion("permanent_code", Person.form(), dead, null)).isNull();
    }

    @Test
    void aRelationThatContradictsTheSexIsNotTheRightOne() {
        Suggestion suggestion = suggestion(
                "relation_to_head",
                Person.form("relation_to_head", "Vợ", "head_name", "LÊ VĂN TÁM"),
                Person.book("relation_to_head", "Con", "head_name", "LÊ VĂN TÁM"),
                null);

        assertThat(suggestion).isEqualTo(new Suggestion(Source.RESIDENCE_BOOK, "contradicts-itself"));
    }

    private static @Nullable Suggestion suggestion(
            String field, CollectionForm form, ResidenceEntry book, @Nullable ArchiveEntry archive) {
        FieldVerdict verdict = new FieldComparison(CITY)
                .compare(form, book, archive).stream()
                        .filter(found -> found.field().equals(field))
                        .findFirst()
                        .orElseThrow();
        return verdict.suggestion();
    }
}
