package vn.dancu.quality.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.list.Relation;
import vn.dancu.intake.FormField;

/**
 * The forms of one household against each other. Where two forms cannot both be right, the rest of the household and the
 * numbers say which of them to ask; where nothing does, both are asked.
 *
 * <p>A head whose form is not there yet is no finding: that is what the list of missing forms is for.
 */
final class HouseholdRules {
    /** More members than this have one address, not one household; pairs are no longer looked at. */
    private static final int LARGEST = 40;

    private static final int LEAST_DAYS_BETWEEN_TWINS = 2;
    private static final int MOST_DAYS_BEFORE_NEXT_BIRTH = 200;

    private final HeadRules heads = new HeadRules();
    private final KinRules kin;

    HouseholdRules(ListRules lists) {
        this.kin = new KinRules(lists);
    }

    void check(List<Member> members) {
        if (members.size() < 2) {
            return;
        }
        if (members.size() > LARGEST) {
            members.get(0)
                    .findings()
                    .add(Rule.F719_HOUSEHOLD_TOO_LARGE, null, Map.of("members", String.valueOf(members.size())));
        }
        Member head = heads.check(members);
        heads.places(members, head);
        if (members.size() > LARGEST) {
            return;
        }
        if (head != null) {
            kin.check(members, head);
        }
        pairs(members);
    }

    private static void pairs(List<Member> members) {
        for (int i = 0; i < members.size(); i++) {
            Member one = members.get(i);
            PartialDate birth = one.birth();
            int random = one.randomDigits();
            for (int j = i + 1; j < members.size(); j++) {
                Member other = members.get(j);
                if (random >= 0 && Math.abs(random - other.randomDigits()) == 1 && other.randomDigits() >= 0) {
                    both(one, other, Rule.F718_NUMBERS_RUN_ON_IN_HOUSEHOLD, FormField.PERSONAL_ID);
                }
                PartialDate otherBirth = other.birth();
                if (birth == null || otherBirth == null) {
                    continue;
                }
                if (birth.equals(otherBirth) && isSamePerson(one, other)) {
                    both(one, other, Rule.F714_SAME_PERSON_TWICE_IN_HOUSEHOLD, FormField.FULL_NAME);
                } else if (Math.abs(birth.year() - otherBirth.year()) <= 1
                        && areTooClose(birth, otherBirth)
                        && haveOneMother(one, other)) {
                    blame(one, other, Rule.F717_BIRTHS_TOO_CLOSE, FormField.BIRTH_DATE);
                }
            }
        }
    }

    /** Twins bear names that differ by a mark, so here only one way of writing counts as the same name. */
    private static boolean isSamePerson(Member one, Member other) {
        return one.sex() == other.sex()
                && (Names.areAlike(one.name(), other.name())
                        || one.form().personalId() != null
                                && one.form().personalId().equals(other.form().personalId()));
    }

    /** Twins may be born on both sides of midnight; a next child cannot follow within seven months. */
    private static boolean areTooClose(PartialDate a, PartialDate b) {
        if (!a.isFull() || !b.isFull()) {
            return false;
        }
        long days = Math.abs(a.earliest().toEpochDay() - b.earliest().toEpochDay());
        return days >= LEAST_DAYS_BETWEEN_TWINS && days <= MOST_DAYS_BEFORE_NEXT_BIRTH;
    }

    private static boolean haveOneMother(Member one, Member other) {
        String mother = one.written(FormField.MOTHER_NAME);
        String father = one.written(FormField.FATHER_NAME);
        return mother != null
                && father != null
                && mother.equals(other.written(FormField.MOTHER_NAME))
                && father.equals(other.written(FormField.FATHER_NAME))
                && isOfOneGeneration(one.relation(), other.relation());
    }

    private static boolean isOfOneGeneration(@Nullable Relation one, @Nullable Relation other) {
        return one != null
                && other != null
                && one.hasOneGeneration()
                && other.hasOneGeneration()
                && one.lowestGeneration() == other.lowestGeneration();
    }

    static void both(Member one, Member other, Rule rule, FormField field) {
        one.findings().add(rule, field);
        other.findings().add(rule, field);
    }

    /** Of two forms that cannot both be right, the one behind which no number stands; else both. */
    static void blame(Member one, Member other, Rule rule, FormField field) {
        if (one.isSupportedByNumber() == other.isSupportedByNumber()) {
            both(one, other, rule, field);
        } else {
            (one.isSupportedByNumber() ? other : one).findings().add(rule, field);
        }
    }
}
