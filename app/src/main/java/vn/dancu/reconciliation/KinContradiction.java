package vn.dancu.reconciliation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.list.Relation;
import vn.dancu.civil.list.Sex;
import vn.dancu.reconciliation.FamilyTree.Member;

/**
 * Relations of one household that cannot all be true.
 *
 * @param members keys of those it is about
 */
public record KinContradiction(Kind kind, List<String> members) {
    public KinContradiction {
        members = List.copyOf(members);
    }

    /** {@code web.desk.kin.<kind>}. */
    public enum Kind {
        NO_HEAD,
        TWO_HEADS,
        /** The head has two wives or husbands. */
        TWO_SPOUSES,
        /** The word for the relation is a man's or a woman's, and the person is not. */
        SEX_OF_RELATION,
        /** Head and spouse are of one sex. */
        SPOUSES_OF_ONE_SEX,
        /** Born less than thirteen years after both head and spouse. */
        CHILD_TOO_OLD,
        /** Father or mother of the head, born less than thirteen years before. */
        PARENT_TOO_YOUNG,
        /** The head or the spouse names somebody else as wife or husband. */
        SPOUSE_NAMED_OTHERWISE
    }

    /** Years between parent and child, at least; below that adoption or a wrong word is likely. */
    private static final int LEAST_YEARS = 13;

    private static final Set<Relation> SPOUSES = EnumSet.of(Relation.WIFE, Relation.HUSBAND);
    private static final Set<Relation> PARENTS = EnumSet.of(Relation.FATHER, Relation.MOTHER);

    public static List<KinContradiction> among(List<Member> members) {
        List<KinContradiction> found = new ArrayList<>();
        if (members.isEmpty()) {
            return found;
        }
        List<Member> heads = of(members, Set.of(Relation.HEAD));
        List<Member> spouses = of(members, SPOUSES);
        if (heads.isEmpty()) {
            found.add(new KinContradiction(Kind.NO_HEAD, List.of()));
        }
        several(found, Kind.TWO_HEADS, heads);
        several(found, Kind.TWO_SPOUSES, spouses);
        for (Member member : members) {
            Sex said = member.relation() == null ? null : member.relation().sex();
            if (said != null && member.sex() != null && said != member.sex()) {
                found.add(new KinContradiction(Kind.SEX_OF_RELATION, List.of(member.key())));
            }
        }
        if (heads.size() == 1) {
            ofHead(found, members, heads.get(0), spouses.size() == 1 ? spouses.get(0) : null);
        }
        return found;
    }

    private static List<Member> of(List<Member> members, Set<Relation> relations) {
        return members.stream()
                .filter(member -> member.relation() != null && relations.contains(member.relation()))
                .toList();
    }

    private static void several(List<KinContradiction> found, Kind kind, List<Member> members) {
        if (members.size() > 1) {
            found.add(
                    new KinContradiction(kind, members.stream().map(Member::key).toList()));
        }
    }

    private static void ofHead(
            List<KinContradiction> found, List<Member> members, Member head, @Nullable Member spouse) {
        if (spouse != null) {
            if (head.sex() != null && head.sex() == spouse.sex()) {
                found.add(new KinContradiction(Kind.SPOUSES_OF_ONE_SEX, List.of(head.key(), spouse.key())));
            }
            if (namesAnother(head, spouse) || namesAnother(spouse, head)) {
                found.add(new KinContradiction(Kind.SPOUSE_NAMED_OTHERWISE, List.of(head.key(), spouse.key())));
            }
        }
        for (Member child : of(members, Set.of(Relation.CHILD))) {
            boolean tooNear = isTooNear(head, child) && (spouse == null || isTooNear(spouse, child));
            if (tooNear) {
                found.add(new KinContradiction(Kind.CHILD_TOO_OLD, List.of(child.key())));
            }
        }
        for (Member parent : of(members, PARENTS)) {
            if (isTooNear(parent, head)) {
                found.add(new KinContradiction(Kind.PARENT_TOO_YOUNG, List.of(parent.key())));
            }
        }
    }

    private static boolean namesAnother(Member one, Member other) {
        String named = one.spouseName();
        return named != null && !named.isBlank() && !other.isCalled(named);
    }

    private static boolean isTooNear(Member parent, Member child) {
        return parent.birthYear() != 0
                && child.birthYear() != 0
                && child.birthYear() - parent.birthYear() < LEAST_YEARS;
    }
}
