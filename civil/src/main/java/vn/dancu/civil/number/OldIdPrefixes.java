package vn.dancu.civil.number;

import java.util.Map;
import java.util.Set;

/**
 * Which province's police issued an old number, by its first digits. From secondary sources and with gaps (Wikipedia, the press):
 * an absent prefix proves nothing. 07 was Hà Tuyên, which became Hà Giang and Tuyên Quang. 11 was Hòa Bình and Hà Tây,
 * the latter part of Hà Nội today.
 */
final class OldIdPrefixes {
    private static final Map<String, Set<String>> BY_PREFIX = Map.ofEntries(
            Map.entry("01", Set.of("01")),
            Map.entry("02", Set.of("79")),
            Map.entry("03", Set.of("31")),
            Map.entry("05", Set.of("14")),
            Map.entry("07", Set.of("02", "08")),
            Map.entry("095", Set.of("06")),
            Map.entry("10", Set.of("22")),
            Map.entry("11", Set.of("17", "01")),
            Map.entry("12", Set.of("27", "24")),
            Map.entry("13", Set.of("25")),
            Map.entry("14", Set.of("30", "33")),
            Map.entry("16", Set.of("35")),
            Map.entry("18", Set.of("42")),
            Map.entry("19", Set.of("44", "45")),
            Map.entry("20", Set.of("49")),
            Map.entry("21", Set.of("51", "52")),
            Map.entry("22", Set.of("54", "56")),
            Map.entry("230", Set.of("64")),
            Map.entry("231", Set.of("64")),
            Map.entry("26", Set.of("58", "60")),
            Map.entry("27", Set.of("77", "75")),
            Map.entry("280", Set.of("74")),
            Map.entry("285", Set.of("70")),
            Map.entry("29", Set.of("72")),
            Map.entry("32", Set.of("83")),
            Map.entry("35", Set.of("89")),
            Map.entry("36", Set.of("93", "94")),
            Map.entry("38", Set.of("95")));

    private OldIdPrefixes() {}

    static Set<String> provincesOf(String digits) {
        Set<String> byThree = BY_PREFIX.get(digits.substring(0, 3));
        if (byThree != null) {
            return byThree;
        }
        return BY_PREFIX.getOrDefault(digits.substring(0, 2), Set.of());
    }
}
