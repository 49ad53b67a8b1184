package vn.dancu.quality.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.list.Relation;
import vn.dancu.intake.FormField;

/** One household has one head, and every member names the same. */
final class HeadRules {
    /** Judges who is head and how the members name him; answers the head, null when that is open. */
    @Nullable Member check(List<Member> members) {
        Member head = null;
        int heads = 0;
        for (Member member : members) {
            if (member.relation() == Relation.HEAD) {
                heads++;
                head = member;
            }
        }
        if (heads == 0) {
            return named(members);
        }
        if (heads > 1) {
            head = amongHeads(members);
        }
        if (head != null) {
            names(members, head);
            numbers(members, head);
        }
        return head;
    }

    /** Nobody says he is the head: the one whom the others name as such should. */
    private static @Nullable Member named(List<Member> members) {
        Member found = null;
        for (Member member : members) {
            int namedBy = 0;
            for (Member other : members) {
                if (other != member && Names.areAlike(other.written(FormField.HEAD_NAME), member.name())) {
                    namedBy++;
                }
            }
            if (namedBy > 0 && namedBy == members.size() - 1) {
                if (found != null) {
                    return null;
                }
                found = member;
            }
        }
        if (found != null) {
            found.findings().add(Rule.F701_NAMED_HEAD_IS_NOT_HEAD, FormField.RELATION_TO_HEAD);
        }
        return found;
    }

    private static @Nullable Member amongHeads(List<Member> members) {
        Member right = null;
        int most = 0;
        boolean tie = false;
        for (Member member : members) {
            if (member.relation() != Relation.HEAD) {
                continue;
            }
            int namedBy = 0;
            for (Member other : members) {
                if (other != member && Names.areAlike(other.written(FormField.HEAD_NAME), member.name())) {
                    namedBy++;
                }
            }
            tie = namedBy == most && right != null;
            if (namedBy > most || right == null) {
                most = namedBy;
                right = member;
                tie = false;
            }
        }
        boolean open = tie || most == 0;
        for (Member member : members) {
            if (member.relation() == Relation.HEAD && (open || member != right)) {
                member.findings().add(Rule.F702_TWO_HEADS, FormField.RELATION_TO_HEAD);
            }
        }
        return open ? null : right;
    }

    private static void names(List<Member> members, Member head) {
        String name = head.name();
        if (name == null) {
            return;
        }
        int agree = 0;
        int differ = 0;
        Member firstToDiffer = null;
        boolean differAlike = true;
        for (Member member : members) {
            String written = member == head ? null : member.written(FormField.HEAD_NAME);
            if (written == null) {
                continue;
            }
            if (Names.areAlike(written, name)) {
                agree++;
            } else {
                differ++;
                if (firstToDiffer == null) {
                    firstToDiffer = member;
                } else {
                    differAlike &= Names.areAlike(written, firstToDiffer.written(FormField.HEAD_NAME));
                }
            }
        }
        if (firstToDiffer == null) {
            return;
        }
        boolean headHimself =
                Names.areAlike(head.written(FormField.HEAD_NAME), firstToDiffer.written(FormField.HEAD_NAME));
        if (agree == 0 && differAlike && (differ > 1 || headHimself)) {
            head.findings().add(Rule.F703_HEAD_NAME_DIFFERS, FormField.FULL_NAME);
            return;
        }
        for (Member member : members) {
            String written = member == head ? null : member.written(FormField.HEAD_NAME);
            if (written != null && !Names.areAlike(written, name)) {
                member.findings().add(Rule.F703_HEAD_NAME_DIFFERS, FormField.HEAD_NAME);
            }
        }
    }

    private static void numbers(List<Member> members, Member head) {
        String first = null;
        int differ = 0;
        int agree = 0;
        boolean differAlike = true;
        for (Member member : members) {
            String written = member == head ? null : member.written(FormField.HEAD_ID);
            if (written == null) {
                continue;
            }
            if (!Numbers.contradicts(written, head.form())) {
                agree++;
                continue;
            }
            differ++;
            if (first == null) {
                first = written;
            } else {
                differAlike &= first.equals(written);
            }
        }
        if (differ == 0 || first == null) {
            return;
        }
        if (agree == 0 && differAlike && (differ > 1 || first.equals(head.written(FormField.HEAD_ID)))) {
            FormField field = Numbers.personalId(first) == null ? FormField.OLD_ID : FormField.PERSONAL_ID;
            head.findings().add(Rule.F704_HEAD_NUMBER_DIFFERS, field);
            return;
        }
        for (Member member : members) {
            String written = member == head ? null : member.written(FormField.HEAD_ID);
            if (written != null && Numbers.contradicts(written, head.form())) {
                member.findings().add(Rule.F704_HEAD_NUMBER_DIFFERS, FormField.HEAD_ID);
            }
        }
    }

    /** One book lies in one group of one commune and has one number there. */
    void places(List<Member> members, @Nullable Member head) {
        differing(members, head, FormField.COMMUNE_CODE, Rule.F705_HOUSEHOLD_IN_TWO_PLACES);
        differing(members, head, FormField.RESIDENTIAL_GROUP, Rule.F705_HOUSEHOLD_IN_TWO_PLACES);
        differing(members, head, FormField.HOUSEHOLD_NO, Rule.F720_HOUSEHOLD_NUMBER_DIFFERS);
    }

    private static void differing(List<Member> members, @Nullable Member head, FormField field, Rule rule) {
        String first = members.get(0).written(field);
        boolean alike = true;
        for (Member member : members) {
            String written = member.written(field);
            alike &= first == null ? written == null : first.equals(written);
        }
        if (alike) {
            return;
        }
        String usual = usual(members, head, field);
        for (Member member : members) {
            String written = member.written(field);
            if (written != null && usual != null && !written.equals(usual)) {
                member.findings().add(rule, field);
            }
        }
    }

    /** What most members write; between equals what the head writes. */
    private static @Nullable String usual(List<Member> members, @Nullable Member head, FormField field) {
        String usual = null;
        int most = 0;
        for (Member member : members) {
            String written = member.written(field);
            if (written == null) {
                continue;
            }
            int count = 0;
            for (Member other : members) {
                count += written.equals(other.written(field)) ? 1 : 0;
            }
            if (count > most || count == most && member == head) {
                most = count;
                usual = written;
            }
        }
        return usual;
    }
}
