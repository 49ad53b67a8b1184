package vn.dancu.quality.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.list.Relation;
import vn.dancu.civil.list.Sex;
import vn.dancu.civil.name.NameDifference;
import vn.dancu.civil.number.PersonalId;
import vn.dancu.intake.FormField;

/**
 * What the household writes about a member against the member's own form: name and number of the head, of spouses, of
 * parents. Where several agree against one, the one is asked. Where one stands against one, the writing that has lost
 * something (marks, a middle word) is asked, and both where neither has.
 *
 * <p>A child's father or mother is compared only when the name is the same or nearly so: a stepchild has other parents.
 */
final class ClaimRules {
    private final List<Claim> claims = new ArrayList<>();

    /** One writing of another member's name, with the number beside it. */
    private record Claim(Member writer, FormField name, FormField number) {
        @Nullable
        String text() {
            return writer.written(name);
        }

        @Nullable
        String digits() {
            return writer.written(number);
        }
    }

    void check(List<Member> members, Member head, @Nullable Member spouse) {
        claims.clear();
        for (Member member : members) {
            if (member != head && member.written(FormField.HEAD_NAME) != null) {
                claims.add(new Claim(member, FormField.HEAD_NAME, FormField.HEAD_ID));
            }
        }
        ofSpouse(spouse);
        ofChildren(members, head);
        judge(head, head);
        if (spouse != null) {
            claims.clear();
            ofSpouse(head);
            ofChildren(members, spouse);
            judge(spouse, head);
        }
        for (Member member : members) {
            if (member.relation() == Relation.FATHER || member.relation() == Relation.MOTHER) {
                boolean father = member.relation() == Relation.FATHER;
                claims.clear();
                ofParent(
                        head,
                        member,
                        father ? FormField.FATHER_NAME : FormField.MOTHER_NAME,
                        father ? FormField.FATHER_ID : FormField.MOTHER_ID);
                judge(member, head);
            }
        }
    }

    private void ofSpouse(@Nullable Member writer) {
        if (writer != null && writer.written(FormField.SPOUSE_NAME) != null) {
            claims.add(new Claim(writer, FormField.SPOUSE_NAME, FormField.SPOUSE_ID));
        }
    }

    private void ofChildren(List<Member> members, Member parent) {
        if (parent.sex() == null) {
            return;
        }
        boolean father = parent.sex() == Sex.MALE;
        for (Member member : members) {
            if (member.relation() == Relation.CHILD && member != parent) {
                ofParent(
                        member,
                        parent,
                        father ? FormField.FATHER_NAME : FormField.MOTHER_NAME,
                        father ? FormField.FATHER_ID : FormField.MOTHER_ID);
            }
        }
    }

    private void ofParent(Member writer, Member parent, FormField name, FormField number) {
        String written = writer.written(name);
        if (Names.areAlike(written, parent.name()) || Names.areAlmostAlike(written, parent.name())) {
            claims.add(new Claim(writer, name, number));
        }
    }

    private void judge(Member target, Member head) {
        names(target, target == head);
        numbers(target, target == head);
    }

    private void names(Member target, boolean isHead) {
        String own = target.name();
        if (own == null) {
            return;
        }
        int agree = 0;
        int differ = 0;
        Claim first = null;
        boolean differAlike = true;
        for (Claim claim : claims) {
            if (Names.areAlike(claim.text(), own)) {
                agree++;
            } else if (first == null) {
                first = claim;
                differ++;
            } else {
                differ++;
                differAlike &= Names.areAlike(claim.text(), first.text());
            }
        }
        if (first == null) {
            return;
        }
        if (agree == 0 && differAlike) {
            boolean backed = isHead && Names.areAlike(target.written(FormField.HEAD_NAME), first.text());
            if (differ > 1 || backed) {
                target.findings().add(nameRule(first.name()), FormField.FULL_NAME);
                return;
            }
            boolean ownTwice = isHead && Names.areAlike(target.written(FormField.HEAD_NAME), own);
            String worse = ownTwice ? first.text() : worse(own, first.text());
            if (worse == null || worse.equals(own)) {
                target.findings().add(nameRule(first.name()), FormField.FULL_NAME);
            }
            if (worse == null || !worse.equals(own)) {
                first.writer().findings().add(nameRule(first.name()), first.name());
            }
            return;
        }
        for (Claim claim : claims) {
            if (!Names.areAlike(claim.text(), own)) {
                claim.writer().findings().add(nameRule(claim.name()), claim.name());
            }
        }
    }

    /** Of two writings the one that has lost marks or a word; null when neither has. */
    private static @Nullable String worse(String own, @Nullable String other) {
        if (other == null) {
            return null;
        }
        NameDifference difference = Names.difference(own, other);
        if (difference == NameDifference.MIDDLE_DROPPED) {
            return own.length() < other.length() ? own : other;
        }
        if (difference == NameDifference.MARKS) {
            int ofOwn = NameText.countMarked(own);
            int ofOther = NameText.countMarked(other);
            return ofOwn == ofOther ? null : ofOwn < ofOther ? own : other;
        }
        if (NameText.hasKeyboardResidue(own) != NameText.hasKeyboardResidue(other)) {
            return NameText.hasKeyboardResidue(own) ? own : other;
        }
        return null;
    }

    private static Rule nameRule(FormField field) {
        if (field == FormField.HEAD_NAME) {
            return Rule.F703_HEAD_NAME_DIFFERS;
        }
        return field == FormField.SPOUSE_NAME ? Rule.F710_SPOUSES_NOT_MUTUAL : Rule.F715_PARENTS_NAME_ALMOST_AS_MEMBER;
    }

    private void numbers(Member target, boolean isHead) {
        int agree = 0;
        int differ = 0;
        Claim first = null;
        boolean differAlike = true;
        for (Claim claim : claims) {
            String digits = claim.digits();
            if (digits == null) {
                continue;
            }
            if (!Numbers.contradicts(digits, target.form())) {
                agree += Numbers.confirms(digits, target.form()) ? 1 : 0;
            } else if (first == null) {
                first = claim;
                differ++;
            } else {
                differ++;
                differAlike &= digits.equals(first.digits());
            }
        }
        String written = first == null ? null : first.digits();
        if (first == null || written == null) {
            return;
        }
        if (agree == 0 && differAlike) {
            boolean backed = isHead && written.equals(target.written(FormField.HEAD_ID));
            boolean many = differ > 1 || backed;
            boolean writerWrong = !many && !fits(written, target);
            boolean targetNamed = !many && target.doesNumberContradict();
            if (!writerWrong && !targetNamed) {
                target.findings().add(numberRule(first.number()), numberField(written));
            }
            if (writerWrong || !many && !targetNamed) {
                first.writer().findings().add(numberRule(first.number()), first.number());
            }
            return;
        }
        for (Claim claim : claims) {
            String digits = claim.digits();
            if (digits != null && Numbers.contradicts(digits, target.form())) {
                claim.writer().findings().add(numberRule(claim.number()), claim.number());
            }
        }
    }

    /** Whether a twelve-digit number could be the member's by sex and year. */
    private static boolean fits(String written, Member target) {
        PersonalId number = Numbers.personalId(written);
        return number == null
                || (target.sex() == null || number.sex() == target.sex())
                        && (target.birth() == null
                                || number.birthYear() == target.birth().year());
    }

    private static FormField numberField(String written) {
        return Numbers.personalId(written) == null ? FormField.OLD_ID : FormField.PERSONAL_ID;
    }

    private static Rule numberRule(FormField field) {
        return field == FormField.HEAD_ID ? Rule.F704_HEAD_NUMBER_DIFFERS : Rule.F716_RELATIVES_NUMBER_NOT_AS_MEMBER;
    }
}
