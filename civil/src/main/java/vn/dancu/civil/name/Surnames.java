package vn.dancu.civil.name;

import java.util.List;
import java.util.Set;
import vn.dancu.civil.text.VietnameseText;

/** Surnames that are one under two names, which no edit distance would join. */
final class Surnames {
    /** Phàn is the Dao form, Bàn the Sino-Vietnamese one. Phan is a surname of its own. */
    private static final List<Set<String>> EQUIVALENT = List.of(Set.of("phàn", "bàn"));

    private Surnames() {}

    /** Marks count, unless one of the names was written with none at all. */
    static boolean areEquivalent(PersonName a, PersonName b) {
        String one = VietnameseText.lower(a.surname());
        String other = VietnameseText.lower(b.surname());
        for (Set<String> names : EQUIVALENT) {
            if (isAmong(names, one, a) && isAmong(names, other, b)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAmong(Set<String> names, String surname, PersonName name) {
        if (names.contains(surname)) {
            return true;
        }
        boolean withoutMarks = VietnameseText.lower(name.canonical()).equals(name.folded());
        return withoutMarks
                && names.stream().anyMatch(known -> VietnameseText.fold(known).equals(surname));
    }
}
