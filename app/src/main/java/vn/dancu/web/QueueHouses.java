package vn.dancu.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dancu.civil.list.Relation;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormSet;
import vn.dancu.web.db.Chosen;
import vn.dancu.web.db.HouseholdKey;
import vn.dancu.web.db.HouseholdQueries;
import vn.dancu.web.db.HouseholdQueries.Member;
import vn.dancu.web.db.HouseholdQueries.Missing;
import vn.dancu.web.db.QueueQueries;

/** Households of a queue with everybody in them, also whoever waits for nothing or has no form. */
@Component
class QueueHouses {
    /** Forms without a household are shown so many a group; the list view has all of them. */
    private static final int MOST_LOOSE = 50;

    private final QueueQueries queues;
    private final HouseholdQueries households;

    QueueHouses(QueueQueries queues, HouseholdQueries households) {
        this.queues = queues;
        this.households = households;
    }

    /**
     * A household with its members; those who wait in this queue first in mind, the others for company.
     *
     * @param waiting forms in the queue
     * @param waits keys of those of the members that wait in this queue
     */
    public record House(
            HouseholdKey key,
            @Nullable String head,
            @Nullable String address,
            int waiting,
            Set<Long> waits,
            List<Member> members,
            List<Missing> missing) {
        public boolean waits(Member member) {
            return waits.contains(member.id());
        }

        /** Forms that name no household stand together as if they were one. */
        public boolean isLoose() {
            return key.key().isEmpty();
        }

        public int persons() {
            return members.size() + missing.size();
        }

        /** Forms beyond what the household's book has. */
        public long surplus() {
            return members.stream().filter(Member::isSurplus).count();
        }

        public long differing() {
            return members.stream()
                    .filter(member -> !member.differing().isEmpty())
                    .count();
        }

        public int blocking() {
            return members.stream().mapToInt(Member::blocking).sum();
        }
    }

    /** Households of one residential group, as far as this page shows them. */
    public record Group(String commune, String group, List<House> houses) {}

    static Stream<House> houses(List<Group> groups) {
        return groups.stream().flatMap(group -> group.houses().stream());
    }

    List<Group> groups(Chosen chosen, List<QueueQueries.Waiting> shown, Actor actor) {
        Set<String> keys = new TreeSet<>();
        Set<String> books = new TreeSet<>();
        for (QueueQueries.Waiting waiting : shown) {
            keys.add(waiting.household().key());
            if (!waiting.household().bookNo().isEmpty()) {
                books.add(waiting.household().bookNo());
            }
        }
        Map<String, List<Member>> members = households.members(keys, actor.scope());
        Map<String, List<Missing>> missing = households.missing(books, actor.scope());
        Set<Long> waits = queues.waiting(
                chosen,
                members.values().stream().flatMap(List::stream).map(Member::id).toList());
        Map<String, Group> groups = new LinkedHashMap<>();
        for (QueueQueries.Waiting waiting : shown) {
            HouseholdKey key = waiting.household();
            boolean loose = key.key().isEmpty();
            List<Member> here = loose
                    ? households.members(FormSet.of(queues.withoutHousehold(chosen, key, MOST_LOOSE)), actor.scope())
                    : members.getOrDefault(key.key(), List.of());
            groups.computeIfAbsent(
                            key.commune() + "/" + key.group(),
                            name -> new Group(key.commune(), key.group(), new ArrayList<>()))
                    .houses()
                    .add(house(
                            key,
                            waiting.forms(),
                            loose ? here.stream().map(Member::id).collect(Collectors.toSet()) : waits,
                            here,
                            missing.getOrDefault(key.bookNo(), List.of())));
        }
        return List.copyOf(groups.values());
    }

    private static House house(
            HouseholdKey key, int waiting, Set<Long> waits, List<Member> members, List<Missing> missing) {
        List<Member> ordered = new ArrayList<>(members);
        ordered.sort(Comparator.comparingInt(member -> place(member.relation())));
        String head = null;
        String address = null;
        for (Member member : ordered) {
            head = head == null ? isHead(member.relation()) ? member.fullName() : member.headName() : head;
            address = address == null ? member.address() : address;
        }
        return new House(key, head, address, waiting, waits, ordered, missing);
    }

    private static boolean isHead(@Nullable String relation) {
        return Relation.parse(relation).filter(Relation.HEAD::equals).isPresent();
    }

    /** The head first, then by the order of the list of relations, the unreadable last. */
    private static int place(@Nullable String relation) {
        return Relation.parse(relation).map(Relation::ordinal).orElse(Integer.MAX_VALUE);
    }
}
