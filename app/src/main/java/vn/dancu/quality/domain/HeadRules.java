package vn.dancu.quality.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.list.Relation;
import vn.dancu.intake.FormField;

/** One household has one head, and every member names the same. */
final class HeadRules {
    /** Judges who is head; null when that is open or his form is not there. */
    @Nullable
    Member check(List<Member> members) {
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
                if (Names.areAlike(other.written(FormField.HEAD_NAME), member.name())) {
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

    /** One book lies in one group of one commune and has one number there. */
    void places(List<Member> members, @Nullable Member head) {
        differing(members, head, FormField.COMMUNE_CODE, Rule.F705_HOUSEHOLD_IN_TWO_PLACES);
        differing(members, head, FormField.RESIDENTIAL_GROUP, Rule.F705_HOUSEHOLD_IN_TWO_PLACES);
        differing(members, head, FormField.PERMANENT_CODE, Rule.F721_PERMANENT_PLACE_DIFFERS);
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
