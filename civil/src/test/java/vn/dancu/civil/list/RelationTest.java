package vn.dancu.civil.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dancu.civil.Verdict;

class RelationTest {
    @ParameterizedTest
    @CsvSource({
        "Chủ hộ, HEAD",
        "CH01, HEAD",
        "Vợ, WIFE",
        "Chồng, HUSBAND",
        "Con, CHILD",
        "con đẻ, CHILD",
        "Con nuôi, CHILD",
        "Cha, FATHER",
        "Bố, FATHER",
        "Mẹ, MOTHER",
        "Ông, GRANDFATHER",
        "Bà nội, GRANDMOTHER",
        "Anh, ELDER_BROTHER",
        "Chị, ELDER_SISTER",
        "Em, YOUNGER_SIBLING",
        "Cháu, GRANDCHILD_OR_NEPHEW",
        "Cháu ngoại, GRANDCHILD_OR_NEPHEW",
        "Con dâu, DAUGHTER_IN_LAW",
        "Con rể, SON_IN_LAW",
        "Bố chồng, FATHER_IN_LAW",
        "Mẹ vợ, MOTHER_IN_LAW",
        "Dì, UNCLE_OR_AUNT",
        "Bác, UNCLE_OR_AUNT",
        "Người ở nhờ, LODGER",
        "Khác, OTHER",
        "CHU HO, HEAD",
        "wife, WIFE"
    })
    void relationsAreReadByCodeAndWord(String written, Relation relation) {
        assertThat(Relation.parse(written)).contains(relation);
    }

    @ParameterizedTest
    @EnumSource(Relation.class)
    void everyRelationIsReadBackFromItsCodeAndItsName(Relation relation) {
        assertThat(Relation.parse(relation.code())).contains(relation);
        assertThat(Relation.parse(relation.vietnamese())).contains(relation);
    }

    @Test
    void whatIsNoRelationIsNotGuessed() {
        assertThat(Relation.parse("CH07")).isEmpty();
        assertThat(Relation.parse(null)).isEmpty();
    }

    @Test
    void theInverseFollowsTheSexOfTheHead() {
        assertThat(Relation.CHILD.inverse(Sex.FEMALE)).contains(Relation.MOTHER);
        assertThat(Relation.CHILD.inverses(null)).isEqualTo(Set.of(Relation.FATHER, Relation.MOTHER));
        assertThat(Relation.CHILD.inverse(null)).isEmpty();
        assertThat(Relation.WIFE.inverse(Sex.MALE)).contains(Relation.HUSBAND);
        assertThat(Relation.WIFE.inverse(Sex.FEMALE)).isEmpty();
        assertThat(Relation.DAUGHTER_IN_LAW.inverse(Sex.MALE)).contains(Relation.FATHER_IN_LAW);
        assertThat(Relation.MOTHER_IN_LAW.inverse(Sex.MALE)).contains(Relation.SON_IN_LAW);
        assertThat(Relation.GRANDCHILD_OR_NEPHEW.inverses(Sex.MALE))
                .isEqualTo(Set.of(Relation.GRANDFATHER, Relation.UNCLE_OR_AUNT));
    }

    @ParameterizedTest
    @EnumSource(Relation.class)
    void theInverseOfAnInverseIsTheRelationOrWider(Relation relation) {
        for (Sex ofHead : Sex.values()) {
            for (Relation inverse : relation.inverses(ofHead)) {
                assertThat(inverse.agreesWithSex(ofHead)).isNotEqualTo(Verdict.DIFFER);
                boolean fits = inverse.inverses(relation.sex()).contains(relation) || relation == Relation.LODGER;
                assertThat(fits).as("%s, %s", relation, inverse).isTrue();
                assertThat(inverse.lowestGeneration()).isLessThanOrEqualTo(-relation.lowestGeneration());
                assertThat(inverse.highestGeneration()).isGreaterThanOrEqualTo(-relation.highestGeneration());
            }
        }
    }

    @Test
    void theWordItselfMaySaySex() {
        assertThat(Relation.WIFE.agreesWithSex(Sex.MALE)).isEqualTo(Verdict.DIFFER);
        assertThat(Relation.CHILD.agreesWithSex(Sex.MALE)).isEqualTo(Verdict.CANNOT_TELL);
    }

    @Test
    void aWiderWordProvesNothing() {
        assertThat(Relation.FATHER.compare(Relation.FATHER_IN_LAW)).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(Relation.WIFE.compare(Relation.CHILD)).isEqualTo(Verdict.DIFFER);
        assertThat(Relation.WIFE.compare(Relation.WIFE)).isEqualTo(Verdict.AGREE);
    }
}
