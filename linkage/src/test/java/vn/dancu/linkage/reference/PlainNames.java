package vn.dancu.linkage.reference;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.dancu.civil.text.VietnameseText;

/** The fixed levels of names and their parts, in the manual's order. */
final class PlainNames {

    private static final int DIFFERENT = 8;
    private static final Set<String> ONE_SURNAME = Set.of("PHÀN", "BÀN");
    private static final Set<String> MONG_CLANS = Set.of(
            "giang", "vu", "thao", "lau", "li", "sung", "mua", "vang", "cu", "hang", "cha", "chao", "lo", "pha", "ho",
            "khang", "fang", "sinh", "tho", "ma", "hau", "va", "then", "xin", "sai", "tua", "xa");

    private PlainNames() {}

    /** Without marks, with i for y; a part that is nothing but signs stays as it is. */
    static String folded(String part) {
        String bare = VietnameseText.fold(part).replace('y', 'i');
        return bare.isEmpty() ? part : bare;
    }

    static int surname(PlainValue a, PlainValue b) {
        String one = a.parts().get(0);
        String other = b.parts().get(0);
        return one.isEmpty() || other.isEmpty() ? 0 : markless(part(one, other), a, b);
    }

    static int given(PlainValue a, PlainValue b) {
        int level = markless(part(a.parts().get(2), b.parts().get(2)), a, b);
        return level == DIFFERENT && swapped(a, b) ? 9 : level;
    }

    static int middle(PlainValue a, PlainValue b) {
        String one = a.parts().get(1);
        String other = b.parts().get(1);
        if (one.isEmpty() || other.isEmpty()) {
            return one.equals(other) ? 9 : 10;
        }
        int level = markless(part(one, other), a, b);
        if (level != DIFFERENT) {
            return level;
        }
        boolean oneGiven = folded(a.parts().get(2)).equals(folded(b.parts().get(2)));
        if (!oneGiven && swapped(a, b)) {
            return 0;
        }
        if (shortened(folded(one), folded(other))) {
            return 11;
        }
        String surname = folded(a.parts().get(0));
        boolean clan = surname.equals(folded(b.parts().get(0))) && MONG_CLANS.contains(surname);
        return oneGiven && clan ? 12 : DIFFERENT;
    }

    /** Middle and given names are the same words in another order. */
    private static boolean swapped(PlainValue a, PlainValue b) {
        return !a.parts().get(1).isEmpty() && !b.parts().get(1).isEmpty() && bag(a).equals(bag(b));
    }

    private static List<String> bag(PlainValue name) {
        String words = folded(name.parts().get(1)) + " " + folded(name.parts().get(2));
        return Arrays.stream(words.split(" ")).sorted().toList();
    }

    private static boolean shortened(String one, String other) {
        List<String> a = List.of(one.split(" "));
        List<String> b = List.of(other.split(" "));
        boolean within = new TreeSet<>(a).containsAll(b) || new TreeSet<>(b).containsAll(a);
        return within || (a.size() == b.size() && (initials(a, b) || initials(b, a)));
    }

    private static boolean initials(List<String> letters, List<String> words) {
        for (int i = 0; i < letters.size(); i++) {
            if (!letters.get(i).equals(words.get(i).substring(0, 1))) {
                return false;
            }
        }
        return true;
    }

    /** Marks that differ say nothing where the writer of one whole name had none. */
    private static int markless(int level, PlainValue a, PlainValue b) {
        return level >= 3 && level <= 5 && bare(a) != bare(b) ? 2 : level;
    }

    private static boolean bare(PlainValue name) {
        return name.parts().stream().allMatch(part -> part.matches("\\p{ASCII}*"));
    }

    static int part(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        if (ONE_SURNAME.contains(a) && ONE_SURNAME.contains(b)) {
            return 9;
        }
        if (VietnameseText.sameButIY(a, b) || a.replace('Đ', 'D').equals(b.replace('Đ', 'D'))) {
            return 3;
        }
        String foldedA = folded(a);
        String foldedB = folded(b);
        if (foldedA.equals(foldedB)) {
            return withoutTone(a).equals(withoutTone(b)) ? 4 : 5;
        }
        if (Textbook.jaroWinkler(foldedA, foldedB) >= .88) {
            return 6;
        }
        return Textbook.distance(foldedA, foldedB, true) <= 1 ? 7 : DIFFERENT;
    }

    private static String withoutTone(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("[\u0300\u0301\u0303\u0309\u0323]", "");
    }

    /** A name of another as a whole: 1 same … 6 different. */
    static int whole(PlainValue a, PlainValue b) {
        if (a.parts().equals(b.parts())) {
            return 1;
        }
        List<String> foldedA = a.parts().stream().map(PlainNames::folded).toList();
        if (foldedA.equals(b.parts().stream().map(PlainNames::folded).toList())) {
            return 2;
        }
        int given = part(a.parts().get(2), b.parts().get(2));
        int surname = anyMissing(a, b, 0) ? 1 : part(a.parts().get(0), b.parts().get(0));
        int middle = anyMissing(a, b, 1)
                ? (a.parts().get(1).equals(b.parts().get(1)) ? 1 : DIFFERENT)
                : part(a.parts().get(1), b.parts().get(1));
        boolean sameGiven = given <= 5;
        if (sameGiven && (surname <= 5 || surname == 9)) {
            return middle <= 5 ? 2 : 3;
        }
        if (given < DIFFERENT && surname != DIFFERENT && middle < DIFFERENT) {
            return 5;
        }
        return sameGiven ? 4 : 6;
    }

    private static boolean anyMissing(PlainValue a, PlainValue b, int part) {
        return a.parts().get(part).isEmpty() || b.parts().get(part).isEmpty();
    }
}
