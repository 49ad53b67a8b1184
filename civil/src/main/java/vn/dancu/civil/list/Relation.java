package vn.dancu.civil.list;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.Verdict;

/**
 * What a member of a household is to its head (quan hệ với chủ hộ). Of the official list only CH01, the head himself,
 * has been seen, in messages of the national service; the other codes here are this program's own words and say so by being words.
 *
 * <p>Generations are counted from the head: +1 is a parent's, -1 a child's. "Cháu" is a grandchild as well as a nephew.
 */
public enum Relation {
    HEAD("CH01", "Chủ hộ", null, 0, 0),
    WIFE("wife", "Vợ", Sex.FEMALE, 0, 0),
    HUSBAND("husband", "Chồng", Sex.MALE, 0, 0),
    CHILD("child", "Con", null, -1, -1),
    FATHER("father", "Cha", Sex.MALE, 1, 1),
    MOTHER("mother", "Mẹ", Sex.FEMALE, 1, 1),
    GRANDFATHER("grandfather", "Ông", Sex.MALE, 2, 2),
    GRANDMOTHER("grandmother", "Bà", Sex.FEMALE, 2, 2),
    ELDER_BROTHER("elder-brother", "Anh", Sex.MALE, 0, 0),
    ELDER_SISTER("elder-sister", "Chị", Sex.FEMALE, 0, 0),
    YOUNGER_SIBLING("younger-sibling", "Em", null, 0, 0),
    GRANDCHILD_OR_NEPHEW("grandchild-or-nephew", "Cháu", null, -2, -1),
    DAUGHTER_IN_LAW("daughter-in-law", "Con dâu", Sex.FEMALE, -1, -1),
    SON_IN_LAW("son-in-law", "Con rể", Sex.MALE, -1, -1),
    FATHER_IN_LAW("father-in-law", "Bố vợ, bố chồng", Sex.MALE, 1, 1),
    MOTHER_IN_LAW("mother-in-law", "Mẹ vợ, mẹ chồng", Sex.FEMALE, 1, 1),
    UNCLE_OR_AUNT("uncle-or-aunt", "Cô, dì, chú, bác", null, 1, 1),
    GREAT_GRANDPARENT("great-grandparent", "Cụ", null, 3, 3),
    GREAT_GRANDCHILD("great-grandchild", "Chắt", null, -3, -3),
    LODGER("lodger", "Người ở nhờ", null, -9, 9),
    OTHER("other", "Khác", null, -9, 9);

    private static final Words<Relation> WORDS = new Words<Relation>()
            .add(HEAD, "Chủ hộ|CH01|Chủ|Là chủ hộ|Bản thân|head")
            .add(WIFE, "Vợ|Vợ chủ hộ|wife")
            .add(HUSBAND, "Chồng|Chồng chủ hộ|husband")
            .add(
                    CHILD,
                    "Con|Con đẻ|Con ruột|Con nuôi|Con trai|Con gái|Con trai đẻ|Con gái đẻ|Con trai nuôi|Con gái nuôi"
                            + "|Con riêng|Con riêng của vợ|Con riêng của chồng|Con chung|Con cả|Con út|Con chủ hộ|child")
            .add(FATHER, "Cha|Bố|Ba|Bố đẻ|Cha đẻ|Cha ruột|Bố ruột|Bố nuôi|Cha nuôi|Bố chủ hộ|Bố dượng|Cha dượng|father")
            .add(MOTHER, "Mẹ|Má|Mẹ đẻ|Mẹ ruột|Mẹ nuôi|Mẹ chủ hộ|Mẹ kế|mother")
            .add(GRANDFATHER, "Ông|Ông nội|Ông ngoại|grandfather")
            .add(GRANDMOTHER, "Bà|Bà nội|Bà ngoại|grandmother")
            .add(ELDER_BROTHER, "Anh|Anh trai|Anh ruột|Anh rể|Anh họ|Anh vợ|Anh chồng|elder-brother")
            .add(ELDER_SISTER, "Chị|Chị gái|Chị ruột|Chị dâu|Chị họ|Chị vợ|Chị chồng|elder-sister")
            .add(
                    YOUNGER_SIBLING,
                    "Em|Em trai|Em gái|Em ruột|Em rể|Em dâu|Em họ|Em vợ|Em chồng|Em trai ruột|Em gái ruột"
                            + "|younger-sibling")
            .add(
                    GRANDCHILD_OR_NEPHEW,
                    "Cháu|Cháu nội|Cháu ngoại|Cháu ruột|Cháu họ|Cháu trai|Cháu gái|Cháu dâu|Cháu rể|Cháu đích tôn"
                            + "|grandchild-or-nephew")
            .add(DAUGHTER_IN_LAW, "Con dâu|Dâu|Nàng dâu|daughter-in-law")
            .add(SON_IN_LAW, "Con rể|Rể|Con rễ|son-in-law")
            .add(FATHER_IN_LAW, "Bố vợ|Bố chồng|Cha vợ|Cha chồng|Ba vợ|Ba chồng|Nhạc phụ|Bố vợ, bố chồng|father-in-law")
            .add(MOTHER_IN_LAW, "Mẹ vợ|Mẹ chồng|Má vợ|Má chồng|Nhạc mẫu|Mẹ vợ, mẹ chồng|mother-in-law")
            .add(
                    UNCLE_OR_AUNT,
                    "Cô|Dì|Chú|Bác|Cậu|Mợ|Thím|Dượng|Cô ruột|Dì ruột|Chú ruột|Bác ruột|Cậu ruột|Bác trai|Bác gái"
                            + "|Cô, dì, chú, bác|uncle-or-aunt")
            .add(GREAT_GRANDPARENT, "Cụ|Cụ ông|Cụ bà|Cụ nội|Cụ ngoại|great-grandparent")
            .add(GREAT_GRANDCHILD, "Chắt|Chắt nội|Chắt ngoại|great-grandchild")
            .add(
                    LODGER,
                    "Người ở nhờ|Ở nhờ|Người ở thuê|Ở thuê|Người ở trọ|Ở trọ|Người ở cùng|Cùng ở nhờ|Người giúp việc"
                            + "|lodger")
            .add(OTHER, "Khác|Quan hệ khác|Người thân khác|Không có quan hệ|other");

    private final String code;
    private final String vietnamese;
    private final @Nullable Sex sex;
    private final int lowestGeneration;
    private final int highestGeneration;

    Relation(String code, String vietnamese, @Nullable Sex sex, int lowestGeneration, int highestGeneration) {
        this.code = code;
        this.vietnamese = vietnamese;
        this.sex = sex;
        this.lowestGeneration = lowestGeneration;
        this.highestGeneration = highestGeneration;
    }

    public static Optional<Relation> parse(@Nullable String written) {
        return WORDS.find(written);
    }

    public String code() {
        return code;
    }

    public String vietnamese() {
        return vietnamese;
    }

    /** Which sex the word itself says, null when it says none. */
    public @Nullable Sex sex() {
        return sex;
    }

    /** Generations above the head, at least; -9 where the relation says nothing of generations. */
    public int lowestGeneration() {
        return lowestGeneration;
    }

    /** Generations above the head, at most; 9 where the relation says nothing of generations. */
    public int highestGeneration() {
        return highestGeneration;
    }

    public boolean hasOneGeneration() {
        return lowestGeneration == highestGeneration;
    }

    public boolean isSpouse() {
        return this == WIFE || this == HUSBAND;
    }

    /**
     * What the head is to this member.
     *
     * @param ofHead sex of the head, null when not known, which leaves more than one answer
     */
    public Set<Relation> inverses(@Nullable Sex ofHead) {
        return switch (this) {
            case HEAD -> EnumSet.of(HEAD);
            case WIFE -> bySex(ofHead, HUSBAND, null);
            case HUSBAND -> bySex(ofHead, null, WIFE);
            case CHILD -> bySex(ofHead, FATHER, MOTHER);
            case FATHER, MOTHER -> EnumSet.of(CHILD);
            case GRANDFATHER, GRANDMOTHER, UNCLE_OR_AUNT -> EnumSet.of(GRANDCHILD_OR_NEPHEW);
            case ELDER_BROTHER, ELDER_SISTER -> EnumSet.of(YOUNGER_SIBLING);
            case YOUNGER_SIBLING -> bySex(ofHead, ELDER_BROTHER, ELDER_SISTER);
            case GRANDCHILD_OR_NEPHEW -> {
                Set<Relation> both = bySex(ofHead, GRANDFATHER, GRANDMOTHER);
                both.add(UNCLE_OR_AUNT);
                yield both;
            }
            case DAUGHTER_IN_LAW, SON_IN_LAW -> bySex(ofHead, FATHER_IN_LAW, MOTHER_IN_LAW);
            case FATHER_IN_LAW, MOTHER_IN_LAW -> bySex(ofHead, SON_IN_LAW, DAUGHTER_IN_LAW);
            case GREAT_GRANDPARENT -> EnumSet.of(GREAT_GRANDCHILD);
            case GREAT_GRANDCHILD -> EnumSet.of(GREAT_GRANDPARENT);
            case LODGER, OTHER -> EnumSet.of(OTHER);
        };
    }

    /** What the head is to this member, if there is one answer. */
    public Optional<Relation> inverse(@Nullable Sex ofHead) {
        Set<Relation> all = inverses(ofHead);
        return all.size() == 1 ? Optional.of(all.iterator().next()) : Optional.empty();
    }

    private static Set<Relation> bySex(@Nullable Sex ofHead, @Nullable Relation male, @Nullable Relation female) {
        Set<Relation> found = EnumSet.noneOf(Relation.class);
        if (male != null && ofHead != Sex.FEMALE) {
            found.add(male);
        }
        if (female != null && ofHead != Sex.MALE) {
            found.add(female);
        }
        return found;
    }

    public Verdict agreesWithSex(@Nullable Sex ofMember) {
        if (sex == null || ofMember == null) {
            return Verdict.CANNOT_TELL;
        }
        return sex == ofMember ? Verdict.AGREE : Verdict.DIFFER;
    }

    /** Against the word of another record, which may be wider: a father-in-law is often written down as "Bố". */
    public Verdict compare(Relation other) {
        if (this == other) {
            return Verdict.AGREE;
        }
        return isWord(other, FATHER, FATHER_IN_LAW)
                        || isWord(other, MOTHER, MOTHER_IN_LAW)
                        || isWord(other, CHILD, DAUGHTER_IN_LAW)
                        || isWord(other, CHILD, SON_IN_LAW)
                        || isWord(other, LODGER, OTHER)
                ? Verdict.CANNOT_TELL
                : Verdict.DIFFER;
    }

    private boolean isWord(Relation other, Relation one, Relation two) {
        return (this == one && other == two) || (this == two && other == one);
    }
}
