package vn.dancu.civil.name;

import java.util.List;
import java.util.Set;
import vn.dancu.civil.text.VietnameseText;

/** Surnames that are one under two names, which no edit distance would join. */
final class Surnames {
    /** Phàn is the Dao form, Bàn the Sino-Vietnamese one (DOMAIN 7.2). */
    private static final List<Set<String>> EQUIVALENT = List.of(Set.of("phan", "ban"));

    private Surnames() {}

    static boolean areEquivalent(String a, String b) {
        String one = VietnameseText.fold(a);
        String other = VietnameseText.fold(b);
        if (one.equals(other)) {
            return true;
        }
        for (Set<String> names : EQUIVALENT) {
            if (names.contains(one) && names.contains(other)) {
                return true;
            }
        }
        return false;
    }
}
