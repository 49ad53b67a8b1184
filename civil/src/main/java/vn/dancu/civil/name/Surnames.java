package vn.dancu.civil.name;

import java.util.List;
import java.util.Set;
import vn.dancu.civil.text.VietnameseText;

/** Surnames that are one under two names, which no edit distance would join. */
final class Surnames {
    /** Phàn is the Dao form, Bàn the Sino-Vietnamese one. Phan is a surname of its own. */
    private static final List<Set<String>> EQUIVALENT = List.of(Set.of("phàn", "bàn"));

    /** Common enough that one for another is another family, not a slip; folded. */
    private static final Set<String> COMMON = Set.of(
            "nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ho", "ngo",
            "duong", "ly", "dinh", "trinh", "mai", "lam", "ha", "cao", "luong", "luu", "trieu", "ma", "nong", "mong",
            "be", "vi", "chu", "ban", "giang", "thao", "lau", "sung", "mua", "vang", "lo", "to", "ta", "dao");

    private Surnames() {}

    /** Whether two folded surnames are both common, and not one. */
    static boolean areTwo(String a, String b) {
        return !a.equals(b) && COMMON.contains(a) && COMMON.contains(b);
    }

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
