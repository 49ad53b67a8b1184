package vn.dancu.quality.domain;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.Verdict;
import vn.dancu.civil.list.MaritalStatus;
import vn.dancu.civil.list.Relation;
import vn.dancu.civil.text.VietnameseText;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;

/**
 * Items of one form against each other. No marriage certificate, children before marriage, a mother under 18 and an unknown
 * father are legitimate states and say nothing.
 */
final class CrossRules {
    private static final int OLD_ID_FROM = 14;
    private static final int NO_MARRIAGE_BEFORE = 14;
    private static final int HEAD_FROM = 14;
    private static final int GRANDPARENT_FROM = 28;
    private static final int YOUNG = 14;

    private final ListRules lists;
    private final Map<String, Boolean> foreign = new HashMap<>();

    CrossRules(ListRules lists) {
        this.lists = lists;
    }

    void check(FormUnderCheck form) {
        CollectionForm written = form.form();
        Relation relation = written.relation();
        if (relation != null) {
            if (relation.agreesWithSex(written.sex()) == Verdict.DIFFER) {
                form.add(Rule.F601_RELATION_CONTRADICTS_SEX, FormField.RELATION_TO_HEAD);
            }
            headName(form, relation);
            ages(form, relation);
        }
        marriage(form, relation);
        minor(form);
        if (!form.isBlank(FormField.BLOOD_GROUP) && "none".equals(form.written(FormField.PAPERS_SHOWN))) {
            form.add(Rule.F611_BLOOD_GROUP_WITHOUT_PROOF, FormField.BLOOD_GROUP);
        }
        String nationality = form.written(FormField.NATIONALITY);
        if (nationality != null && written.personalId() != null && isForeign(nationality)) {
            form.add(Rule.F617_FOREIGNER_WITH_PERSONAL_ID, FormField.NATIONALITY);
        }
    }

    private static void headName(FormUnderCheck form, Relation relation) {
        String head = form.written(FormField.HEAD_NAME);
        String own = form.written(FormField.FULL_NAME);
        if (head == null) {
            return;
        }
        if (relation == Relation.HEAD) {
            if (own != null && !form.findings().has(Rule.F302_FULL_NAME_UNREADABLE) && !Names.areAlike(own, head)) {
                form.add(Rule.F602_HEAD_NAMES_ANOTHER_HEAD, FormField.HEAD_NAME);
            }
            return;
        }
        if (head.equals(own)
                && !head.equals(form.written(FormField.FATHER_NAME))
                && !head.equals(form.written(FormField.MOTHER_NAME))
                && relation != Relation.OTHER
                && relation != Relation.LODGER) {
            form.add(Rule.F603_MEMBER_NAMED_AS_HEAD, FormField.HEAD_NAME);
        }
        if (relation.isSpouse()) {
            String spouse = form.written(FormField.SPOUSE_NAME);
            if (spouse != null && !Names.areAlike(spouse, head)) {
                form.add(Rule.F609_SPOUSE_OF_HEAD_NAMES_ANOTHER, FormField.SPOUSE_NAME);
            }
            numbers(form, FormField.SPOUSE_NAME, FormField.SPOUSE_ID, head);
        } else if (relation == Relation.CHILD) {
            parent(form, head);
        }
    }

    /** A stepchild's parents are other people than the head; a name one slip from the head's is the head's. */
    private static void parent(FormUnderCheck form, String head) {
        String father = form.written(FormField.FATHER_NAME);
        String mother = form.written(FormField.MOTHER_NAME);
        numbers(form, FormField.FATHER_NAME, FormField.FATHER_ID, head);
        numbers(form, FormField.MOTHER_NAME, FormField.MOTHER_ID, head);
        if (head.equals(father) || head.equals(mother)) {
            return;
        }
        if (Names.areAlmostAlike(father, head)) {
            form.add(Rule.F610_PARENT_ALMOST_NAMED_AS_HEAD, FormField.FATHER_NAME);
        } else if (Names.areAlmostAlike(mother, head)) {
            form.add(Rule.F610_PARENT_ALMOST_NAMED_AS_HEAD, FormField.MOTHER_NAME);
        }
    }

    /** A relative who is the head has the head's number. Old numbers may differ by law. */
    private static void numbers(FormUnderCheck form, FormField name, FormField number, String head) {
        String written = form.written(number);
        String headNumber = form.written(FormField.HEAD_ID);
        if (written == null || headNumber == null || written.equals(headNumber) || !head.equals(form.written(name))) {
            return;
        }
        if (Numbers.personalId(written) != null && Numbers.personalId(headNumber) != null) {
            form.add(Rule.F612_RELATIVE_AND_HEAD_NUMBER_DIFFER, number);
        }
    }

    private static void ages(FormUnderCheck form, Relation relation) {
        int from = switch (relation) {
            case HEAD -> HEAD_FROM;
            case GRANDFATHER, GRANDMOTHER, GREAT_GRANDPARENT -> GRANDPARENT_FROM;
            case WIFE, HUSBAND, FATHER, MOTHER, FATHER_IN_LAW, MOTHER_IN_LAW, DAUGHTER_IN_LAW, SON_IN_LAW ->
                NumberRules.YOUNGEST_PARENT;
            case CHILD,
                    ELDER_BROTHER,
                    ELDER_SISTER,
                    YOUNGER_SIBLING,
                    GRANDCHILD_OR_NEPHEW,
                    UNCLE_OR_AUNT,
                    GREAT_GRANDCHILD,
                    LODGER,
                    OTHER -> 0;
        };
        if (from > 0 && form.isSurelyYounger(from)) {
            form.add(
                    relation == Relation.HEAD ? Rule.F613_HEAD_IS_A_CHILD : Rule.F614_RELATION_NEEDS_AN_ADULT,
                    FormField.RELATION_TO_HEAD);
        }
    }

    private void marriage(FormUnderCheck form, @Nullable Relation relation) {
        MaritalStatus status = lists.maritalStatus(form.written(FormField.MARITAL_STATUS));
        if (status == null) {
            return;
        }
        boolean spouse = !form.isBlank(FormField.SPOUSE_NAME);
        if (status == MaritalStatus.SINGLE && spouse && (relation == null || !relation.isSpouse())) {
            form.add(Rule.F604_UNMARRIED_WITH_SPOUSE, FormField.MARITAL_STATUS);
        }
        if (status == MaritalStatus.MARRIED && !spouse) {
            form.add(Rule.F605_MARRIED_WITHOUT_SPOUSE, FormField.SPOUSE_NAME);
        }
        if ((status == MaritalStatus.MARRIED || status == MaritalStatus.DIVORCED_OR_WIDOWED)
                && form.isSurelyYounger(NO_MARRIAGE_BEFORE)) {
            form.add(Rule.F606_MARRIED_AS_A_CHILD, FormField.MARITAL_STATUS);
        }
    }

    private static void minor(FormUnderCheck form) {
        if (form.birth() == null) {
            return;
        }
        if (!form.isBlank(FormField.OLD_ID) && form.isSurelyYounger(OLD_ID_FROM)) {
            form.add(Rule.F607_OLD_ID_BEFORE_14, FormField.OLD_ID);
        }
        if (form.isBlank(FormField.REPRESENTATIVE_NAME)
                && form.isBlank(FormField.FATHER_NAME)
                && form.isBlank(FormField.MOTHER_NAME)
                && form.isSurelyYounger(YOUNG)) {
            form.add(Rule.F608_MINOR_WITHOUT_ADULT, FormField.REPRESENTATIVE_NAME);
        }
    }

    private boolean isForeign(String nationality) {
        Boolean known = foreign.get(nationality);
        if (known == null) {
            String folded = VietnameseText.fold(nationality).replace(" ", "");
            known = !(folded.contains("vietnam") || folded.equals("vn") || folded.equals("vnm"));
            foreign.put(nationality, known);
        }
        return known;
    }
}
