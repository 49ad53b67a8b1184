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
    private final List<Conflict> conflicts = new ArrayList<>();

    KinRules(ListRules lists) {
        this.lists = lists;
    }

    private record Conflict(Member elder, Member younger, Rule rule) {}

    void check(List<Member> members, Member head) {
        Member spouse = spouse(members, head);
        if (spouse != null) {
            couple(members, head, spouse);
        }
        conflicts.clear();
        for (Member member : members) {
            Relation relation = member.relation();
            if (relation == null || member == head) {
                continue;
            }
            switch (relation) {
                case CHILD -> child(members, member, head, spouse);
                case FATHER -> parentOfHead(member, head, FormField.FATHER_NAME);
                case MOTHER -> parentOfHead(member, head, FormField.MOTHER_NAME);
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
        Member spouse = null;
        int spouses = 0;
        for (Member member : members) {
            Relation relation = member.relation();
            if (relation != null && relation.isSpouse()) {
                spouse = member;
                spouses++;
            }
        }
        if (spouses < 2) {
            return spouse;
        }
        Member named = null;
        for (Member member : members) {
            Relation relation = member.relation();
            if (relation != null
                    && relation.isSpouse()
                    && Names.areAlike(member.name(), head.written(FormField.SPOUSE_NAME))) {
                named = named == null ? member : head;
            }
        }
        Member right = named == head ? null : named;
        for (Member member : members) {
            Relation relation = member.relation();
            if (relation != null && relation.isSpouse() && member != right) {
                member.findings().add(Rule.F712_TWO_SPOUSES_OF_HEAD, FormField.RELATION_TO_HEAD);
            }
        }
        return right;
    }

    private void couple(List<Member> members, Member head, Member spouse) {
        if (head.sex() != null && head.sex() == spouse.sex()) {
            Relation relation = spouse.relation();
            boolean ownWordSaysSo = relation != null && relation.sex() != null && relation.sex() != spouse.sex();
            if (ownWordSaysSo) {
                spouse.findings().add(Rule.F713_SPOUSES_OF_ONE_SEX, FormField.SEX);
            } else {
                HouseholdRules.blame(head, spouse, Rule.F713_SPOUSES_OF_ONE_SEX, FormField.SEX);
            }
        }
        mutual(members, head, spouse);
        mutual(members, spouse, head);
        number(head, FormField.SPOUSE_ID, spouse);
        number(spouse, FormField.SPOUSE_ID, head);
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

    /** What {@code one} writes as the spouse's name against the spouse's own form; the rest of the household decides. */
    private static void mutual(List<Member> members, Member one, Member spouse) {
        String written = one.written(FormField.SPOUSE_NAME);
        String own = spouse.name();
        if (written == null || own == null || Names.areAlike(written, own)) {
            return;
        }
        boolean ownIsBacked = false;
        boolean writtenIsBacked = false;
        for (Member member : members) {
            if (member == spouse) {
                continue;
            }
            for (FormField field : List.of(FormField.HEAD_NAME, FormField.FATHER_NAME, FormField.MOTHER_NAME)) {
                String name = member.written(field);
                if (name != null) {
                    ownIsBacked |= Names.areAlike(name, own);
                    writtenIsBacked |= Names.areAlike(name, written);
                }
            }
        }
        if (ownIsBacked || !writtenIsBacked) {
            one.findings().add(Rule.F710_SPOUSES_NOT_MUTUAL, FormField.SPOUSE_NAME);
        }
        if (!ownIsBacked) {
            spouse.findings().add(Rule.F710_SPOUSES_NOT_MUTUAL, FormField.FULL_NAME);
        }
    }

    private static void number(Member one, FormField field, Member relative) {
        String written = one.written(field);
        if (written != null && Numbers.contradicts(written, relative.form())) {
            one.findings().add(Rule.F716_RELATIVES_NUMBER_NOT_AS_MEMBER, field);
        }
    }

    private void child(List<Member> members, Member child, Member head, @Nullable Member spouse) {
        parent(members, child, head);
        if (spouse != null) {
            parent(members, child, spouse);
        }
        boolean namesNobody =
                child.written(FormField.FATHER_NAME) == null && child.written(FormField.MOTHER_NAME) == null;
        if (namesNobody) {
            older(head, child, NumberRules.YOUNGEST_PARENT, Rule.F706_PARENT_TOO_YOUNG);
        }
    }

    /** The child's word for this parent, by the parent's sex: alike, almost alike, or another person. */
    private void parent(List<Member> members, Member child, Member parent) {
        if (parent.sex() == null) {
            return;
        }
        boolean isFather = parent.sex() == Sex.MALE;
        FormField field = isFather ? FormField.FATHER_NAME : FormField.MOTHER_NAME;
        String written = child.written(field);
        String own = parent.name();
        if (written == null || own == null) {
            return;
        }
        if (Names.areAlike(written, own)) {
            number(child, isFather ? FormField.FATHER_ID : FormField.MOTHER_ID, parent);
            older(parent, child, NumberRules.YOUNGEST_PARENT, Rule.F706_PARENT_TOO_YOUNG);
            return;
        }
        if (!Names.areAlmostAlike(written, own)) {
            return;
        }
        older(parent, child, NumberRules.YOUNGEST_PARENT, Rule.F706_PARENT_TOO_YOUNG);
        int asWritten = 0;
        int asOwn = 0;
        for (Member sibling : members) {
            if (sibling.relation() == Relation.CHILD && sibling != child) {
                asWritten += Names.areAlike(sibling.written(field), written) ? 1 : 0;
                asOwn += Names.areAlike(sibling.written(field), own) ? 1 : 0;
            }
        }
        if (asWritten > 0 && asOwn == 0) {
            parent.findings().add(Rule.F715_PARENTS_NAME_ALMOST_AS_MEMBER, FormField.FULL_NAME);
        } else {
            child.findings().add(Rule.F715_PARENTS_NAME_ALMOST_AS_MEMBER, field);
        }
    }

    private void parentOfHead(Member parent, Member head, FormField field) {
        older(parent, head, NumberRules.YOUNGEST_PARENT, Rule.F706_PARENT_TOO_YOUNG);
        String written = head.written(field);
        String own = parent.name();
        if (Names.areAlmostAlike(written, own) && !Names.areAlike(written, own)) {
            HouseholdRules.both(
                    head, parent, Rule.F715_PARENTS_NAME_ALMOST_AS_MEMBER, field, FormField.FULL_NAME);
        } else if (Names.areAlike(written, own)) {
            number(head, field == FormField.FATHER_NAME ? FormField.FATHER_ID : FormField.MOTHER_ID, parent);
        }
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
