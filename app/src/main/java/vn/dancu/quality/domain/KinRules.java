package vn.dancu.quality.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.list.MaritalStatus;
import vn.dancu.civil.list.Relation;
import vn.dancu.civil.list.Sex;
import vn.dancu.intake.FormField;

/**
 * Spouses, parents and children of the head. A mother under 18, a couple without a certificate and a stepchild are
 * legitimate; a parent less than twelve years older than the child is not possible.
 */
final class KinRules {
    private static final int YOUNGEST_GRANDPARENT = 24;
    private static final int OLDEST_MOTHER = 60;

    private final ListRules lists;
    private final ClaimRules claims = new ClaimRules();
    private final List<Conflict> conflicts = new ArrayList<>();

    KinRules(ListRules lists) {
        this.lists = lists;
    }

    private record Conflict(Member elder, Member younger, Rule rule) {}

    void check(List<Member> members, Member head) {
        Member spouse = spouse(members, head);
        if (spouse != null) {
            boolean nobodyNames =
                    head.written(FormField.SPOUSE_NAME) == null && spouse.written(FormField.SPOUSE_NAME) == null;
            if (nobodyNames || areNamed(head, spouse)) {
                couple(head, spouse);
            } else {
                spouse.findings().add(Rule.F710_SPOUSES_NOT_MUTUAL, FormField.RELATION_TO_HEAD);
                spouse = null;
            }
        }
        claims.check(members, head, spouse);
        conflicts.clear();
        for (Member member : members) {
            Relation relation = member.relation();
            if (relation == null || member == head) {
                continue;
            }
            switch (relation) {
                case CHILD -> child(member, head, spouse);
                case FATHER, MOTHER -> older(member, head, NumberRules.YOUNGEST_PARENT, Rule.F706_PARENT_TOO_YOUNG);
                case GRANDFATHER, GRANDMOTHER ->
                    older(member, head, YOUNGEST_GRANDPARENT, Rule.F709_GRANDPARENT_TOO_YOUNG);
                case HEAD,
                        WIFE,
                        HUSBAND,
                        ELDER_BROTHER,
                        ELDER_SISTER,
                        YOUNGER_SIBLING,
                        GRANDCHILD_OR_NEPHEW,
                        DAUGHTER_IN_LAW,
                        SON_IN_LAW,
                        FATHER_IN_LAW,
                        MOTHER_IN_LAW,
                        UNCLE_OR_AUNT,
                        GREAT_GRANDPARENT,
                        GREAT_GRANDCHILD,
                        LODGER,
                        OTHER -> {}
            }
        }
        settle();
    }

    private static @Nullable Member spouse(List<Member> members, Member head) {
        Member right = null;
        int spouses = 0;
        int named = 0;
        for (Member member : members) {
            if (isSpouse(member)) {
                spouses++;
                if (areNamed(head, member)) {
                    named++;
                    right = member;
                } else if (right == null) {
                    right = member;
                }
            }
        }
        if (spouses < 2) {
            return right;
        }
        for (Member member : members) {
            if (isSpouse(member) && (named != 1 || member != right)) {
                member.findings().add(Rule.F712_TWO_SPOUSES_OF_HEAD, FormField.RELATION_TO_HEAD);
            }
        }
        return named == 1 ? right : null;
    }

    private static boolean isSpouse(Member member) {
        Relation relation = member.relation();
        return relation != null && relation.isSpouse();
    }

    /** Whether at least one of the two names the other, as written or nearly so. */
    private static boolean areNamed(Member head, Member spouse) {
        String ofHead = head.written(FormField.SPOUSE_NAME);
        String ofSpouse = spouse.written(FormField.SPOUSE_NAME);
        return Names.areAlike(ofHead, spouse.name())
                || Names.areAlike(ofSpouse, head.name())
                || Names.areAlmostAlike(ofHead, spouse.name())
                || Names.areAlmostAlike(ofSpouse, head.name());
    }

    private void couple(Member head, Member spouse) {
        if (head.sex() != null && head.sex() == spouse.sex()) {
            Relation relation = spouse.relation();
            boolean ownWordSaysSo = relation != null && relation.sex() != null && relation.sex() != spouse.sex();
            boolean numberSaysSo =
                    spouse.doesNumberContradict() && spouse.findings().has(Rule.F102_PERSONAL_ID_CONTRADICTS_SEX);
            if (ownWordSaysSo || numberSaysSo) {
                spouse.findings().add(Rule.F713_SPOUSES_OF_ONE_SEX, FormField.SEX);
            } else {
                head.findings().add(Rule.F713_SPOUSES_OF_ONE_SEX, FormField.SEX);
            }
        }
        MaritalStatus ofHead = lists.maritalStatus(head.written(FormField.MARITAL_STATUS));
        MaritalStatus ofSpouse = lists.maritalStatus(spouse.written(FormField.MARITAL_STATUS));
        if (ofHead != null && ofSpouse != null && ofHead != ofSpouse) {
            if (ofHead == MaritalStatus.MARRIED) {
                spouse.findings().add(Rule.F711_MARITAL_STATUS_NOT_MUTUAL, FormField.MARITAL_STATUS);
            } else if (ofSpouse == MaritalStatus.MARRIED) {
                head.findings().add(Rule.F711_MARITAL_STATUS_NOT_MUTUAL, FormField.MARITAL_STATUS);
            }
        }
    }

    /** A parent whom the child names, or the head when the child names nobody. */
    private void child(Member child, Member head, @Nullable Member spouse) {
        boolean namesNobody =
                child.written(FormField.FATHER_NAME) == null && child.written(FormField.MOTHER_NAME) == null;
        if (namesNobody || isParent(head, child)) {
            older(head, child, NumberRules.YOUNGEST_PARENT, Rule.F706_PARENT_TOO_YOUNG);
        }
        if (spouse != null && isParent(spouse, child)) {
            older(spouse, child, NumberRules.YOUNGEST_PARENT, Rule.F706_PARENT_TOO_YOUNG);
        }
    }

    private static boolean isParent(Member parent, Member child) {
        if (parent.sex() == null) {
            return false;
        }
        String written = child.written(parent.sex() == Sex.MALE ? FormField.FATHER_NAME : FormField.MOTHER_NAME);
        return Names.areAlike(written, parent.name()) || Names.areAlmostAlike(written, parent.name());
    }

    private void older(Member elder, Member younger, int years, Rule rule) {
        PartialDate first = elder.birth();
        PartialDate second = younger.birth();
        if (first == null || second == null) {
            return;
        }
        int between = second.year() - first.year();
        if (between < 0 && rule == Rule.F706_PARENT_TOO_YOUNG) {
            conflict(elder, younger, Rule.F707_CHILD_OLDER_THAN_PARENT);
        } else if (between < years) {
            conflict(elder, younger, rule);
        } else if (between > OLDEST_MOTHER && rule == Rule.F706_PARENT_TOO_YOUNG && elder.sex() == Sex.FEMALE) {
            conflict(elder, younger, Rule.F708_MOTHER_TOO_OLD);
        }
    }

    private void conflict(Member elder, Member younger, Rule rule) {
        elder.addConflict();
        younger.addConflict();
        conflicts.add(new Conflict(elder, younger, rule));
    }

    /**
     * Whose birth date to ask about: the one that clashes with several; else the one behind which no number stands; where
     * numbers stand behind both years, the relation is in doubt.
     */
    private void settle() {
        for (Conflict conflict : conflicts) {
            Member elder = conflict.elder();
            Member younger = conflict.younger();
            boolean numbersBehindBoth = elder.isSupportedByNumber() && younger.isSupportedByNumber();
            if (numbersBehindBoth) {
                Member relative = younger.relation() == Relation.HEAD ? elder : younger;
                relative.findings().add(conflict.rule(), FormField.RELATION_TO_HEAD);
            } else if (elder.conflicts() > 1 && younger.conflicts() == 1 && !elder.isSupportedByNumber()) {
                elder.findings().add(conflict.rule(), FormField.BIRTH_DATE);
            } else if (younger.conflicts() > 1 && elder.conflicts() == 1 && !younger.isSupportedByNumber()) {
                younger.findings().add(conflict.rule(), FormField.BIRTH_DATE);
            } else {
                HouseholdRules.blame(elder, younger, conflict.rule(), FormField.BIRTH_DATE);
            }
        }
    }
}
