package vn.dancu.reconciliation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.list.Relation;
import vn.dancu.civil.list.Sex;
import vn.dancu.civil.name.PersonName;

/**
 * A household by its relations to the head: couples with their children, as far as what is written places them. Who cannot
 * be placed without a guess stands beside the tree.
 *
 * @param roots the eldest generation
 */
public record FamilyTree(List<Couple> roots, List<Member> others) {
    public FamilyTree {
        roots = List.copyOf(roots);
        others = List.copyOf(others);
    }

    /**
     * Somebody of the household.
     *
     * @param key of the row, unique in the household
     * @param birthYear 0 when it is not known
     */
    public record Member(
            String key,
            String name,
            @Nullable Relation relation,
            @Nullable Sex sex,
            int birthYear,
            @Nullable String fatherName,
            @Nullable String motherName,
            @Nullable String spouseName) {

        boolean isCalled(@Nullable String other) {
            return other != null
                    && !other.isBlank()
                    && PersonName.of(name).folded().equals(PersonName.of(other).folded());
        }

        /** Who it is stays out of logs. */
        @Override
        public String toString() {
            return "Member[" + key + ", " + relation + "]";
        }
    }

    /** One person, or two who are married, with their children. */
    public record Couple(Member one, @Nullable Member other, List<Couple> children) {
        public Couple {
            children = List.copyOf(children);
        }
    }

    private static final Set<Relation> SIBLINGS =
            EnumSet.of(Relation.ELDER_BROTHER, Relation.ELDER_SISTER, Relation.YOUNGER_SIBLING);

    public static FamilyTree of(List<Member> members) {
        return new Builder(members).build();
    }

    private static final class Builder {
        private final Set<Member> left;

        Builder(List<Member> members) {
            this.left = new LinkedHashSet<>(members);
        }

        private @Nullable Member take(Predicate<Member> wanted) {
            for (Member member : left) {
                if (wanted.test(member)) {
                    left.remove(member);
                    return member;
                }
            }
            return null;
        }

        private @Nullable Member take(Relation... relations) {
            Set<Relation> wanted = Set.of(relations);
            return take(member -> member.relation() != null && wanted.contains(member.relation()));
        }

        FamilyTree build() {
            Member head = take(Relation.HEAD);
            if (head == null) {
                return new FamilyTree(List.of(), List.copyOf(left));
            }
            List<Couple> row = new ArrayList<>();
            row.add(new Couple(head, take(Relation.WIFE, Relation.HUSBAND), children()));
            for (Member sibling = sibling(); sibling != null; sibling = sibling()) {
                row.add(new Couple(sibling, null, List.of()));
            }
            List<Couple> parents = above(Relation.FATHER, Relation.MOTHER, row);
            List<Couple> eldest = above(Relation.GRANDFATHER, Relation.GRANDMOTHER, parents);
            return new FamilyTree(eldest, List.copyOf(left));
        }

        private @Nullable Member sibling() {
            return take(SIBLINGS.toArray(new Relation[0]));
        }

        /** Puts a generation under its parents, where they live in the household. */
        private List<Couple> above(Relation father, Relation mother, List<Couple> children) {
            Member man = take(father);
            Member woman = take(mother);
            if (man != null) {
                return List.of(new Couple(man, woman, children));
            }
            return woman == null ? children : List.of(new Couple(woman, null, children));
        }

        private List<Couple> children() {
            List<Member> children = new ArrayList<>();
            for (Member child = take(Relation.CHILD); child != null; child = take(Relation.CHILD)) {
                children.add(child);
            }
            List<Couple> couples = new ArrayList<>();
            for (Member child : children) {
                Member spouse = take(member -> isInLaw(member)
                        && (member.isCalled(child.spouseName()) || child.isCalled(member.spouseName())));
                couples.add(new Couple(child, spouse, grandchildren(child, spouse)));
            }
            return couples;
        }

        private static boolean isInLaw(Member member) {
            return member.relation() == Relation.DAUGHTER_IN_LAW || member.relation() == Relation.SON_IN_LAW;
        }

        private List<Couple> grandchildren(Member child, @Nullable Member spouse) {
            List<Couple> found = new ArrayList<>();
            Predicate<Member> theirs = member -> member.relation() == Relation.GRANDCHILD_OR_NEPHEW
                    && (isParent(child, member) || (spouse != null && isParent(spouse, member)));
            for (Member grandchild = take(theirs); grandchild != null; grandchild = take(theirs)) {
                found.add(new Couple(grandchild, null, List.of()));
            }
            return found;
        }

        private static boolean isParent(Member parent, Member child) {
            return parent.isCalled(child.fatherName()) || parent.isCalled(child.motherName());
        }
    }
}
