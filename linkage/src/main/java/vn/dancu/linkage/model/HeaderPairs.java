package vn.dancu.linkage.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.text.VietnameseText;

/** Which columns of two files hold the same: by their headers, and where these say nothing, by the values they share. */
final class HeaderPairs {

    /** Why columns are taken for one. */
    enum Why {
        EQUAL,
        FOLDED,
        MEANING,
        VALUES
    }

    /** Columns of the left file and of the right one; several where one file parts what the other joins. */
    record Pair(List<Integer> left, List<Integer> right, Why why) {}

    private static final int MOST_VALUES = 5_000;
    private static final double ENOUGH = .15;

    private final Sample left;
    private final Sample right;
    private final Set<Integer> freeLeft = new LinkedHashSet<>();
    private final Set<Integer> freeRight = new LinkedHashSet<>();
    private final List<Pair> pairs = new ArrayList<>();

    private HeaderPairs(Sample left, Sample right) {
        this.left = left;
        this.right = right;
        for (int c = 0; c < left.header().size(); c++) {
            freeLeft.add(c);
        }
        for (int c = 0; c < right.header().size(); c++) {
            freeRight.add(c);
        }
    }

    /** In the order of the left file. */
    static List<Pair> of(Sample left, Sample right) {
        HeaderPairs all = new HeaderPairs(left, right);
        all.byHeader(Why.EQUAL);
        all.byHeader(Why.FOLDED);
        all.byMeaning(meaning -> meaning);
        all.wholeNames();
        all.byMeaning(HeaderPairs::kin);
        all.byValues();
        all.pairs.sort((a, b) -> Integer.compare(a.left().get(0), b.left().get(0)));
        return all.pairs;
    }

    private void take(List<Integer> l, List<Integer> r, Why why) {
        pairs.add(new Pair(l, r, why));
        freeLeft.removeAll(l);
        freeRight.removeAll(r);
    }

    private void byHeader(Why why) {
        for (int l : List.copyOf(freeLeft)) {
            String a = left.header().get(l);
            for (int r : List.copyOf(freeRight)) {
                String b = right.header().get(r);
                boolean same = why == Why.EQUAL
                        ? a.equals(b)
                        : !Meaning.plain(a).isEmpty()
                                && Meaning.plain(a)
                                        .replace("_", "")
                                        .equals(Meaning.plain(b).replace("_", ""));
                if (same && freeLeft.contains(l)) {
                    take(List.of(l), List.of(r), why);
                }
            }
        }
    }

    /** One file's name of a thing is the other's title. */
    private static Meaning kin(Meaning meaning) {
        return switch (meaning) {
            case NAME, FULL_NAME -> Meaning.TITLE;
            case BIRTH_YEAR -> Meaning.BIRTH_DATE;
            case COMMUNE -> Meaning.CITY;
            default -> meaning;
        };
    }

    private void byMeaning(UnaryOperator<Meaning> as) {
        for (int l : List.copyOf(freeLeft)) {
            Meaning meaning = as.apply(Meaning.of(left.header().get(l)));
            List<Integer> fitting = freeRight.stream()
                    .filter(r -> as.apply(Meaning.of(right.header().get(r))) == meaning)
                    .toList();
            long rivals = freeLeft.stream()
                    .filter(c -> as.apply(Meaning.of(left.header().get(c))) == meaning)
                    .count();
            if (meaning != Meaning.OTHER && fitting.size() == 1 && rivals == 1) {
                take(List.of(l), List.of(fitting.get(0)), Why.MEANING);
            }
        }
    }

    /** One file has the whole name, the other its parts. */
    private void wholeNames() {
        Integer wholeLeft = only(left, freeLeft, Meaning.FULL_NAME);
        Integer wholeRight = only(right, freeRight, Meaning.FULL_NAME);
        if (wholeLeft != null) {
            List<Integer> parts = parts(right, freeRight, left, wholeLeft);
            if (parts.size() > 1) {
                take(List.of(wholeLeft), parts, Why.MEANING);
            }
        } else if (wholeRight != null) {
            List<Integer> parts = parts(left, freeLeft, right, wholeRight);
            if (parts.size() > 1) {
                take(parts, List.of(wholeRight), Why.MEANING);
            }
        }
    }

    private static @Nullable Integer only(Sample sample, Set<Integer> free, Meaning meaning) {
        for (int c : free) {
            Meaning own = Meaning.of(sample.header().get(c));
            if (own == meaning || (meaning == Meaning.FULL_NAME && own == Meaning.NAME)) {
                return c;
            }
        }
        return null;
    }

    /** The parts of a name in the order in which the other file's whole names have them. */
    private static List<Integer> parts(Sample sample, Set<Integer> free, Sample other, int whole) {
        boolean surnameFirst = new ColumnProfile(other.values(whole), other.count()).vietnameseName > .4;
        List<Meaning> order = surnameFirst
                ? List.of(Meaning.SURNAME, Meaning.MIDDLE_NAME, Meaning.GIVEN_NAME)
                : List.of(Meaning.GIVEN_NAME, Meaning.MIDDLE_NAME, Meaning.SURNAME);
        List<Integer> parts = new ArrayList<>();
        for (Meaning part : order) {
            Integer column = only(sample, free, part);
            if (column != null) {
                parts.add(column);
            }
        }
        return parts;
    }

    private void byValues() {
        while (true) {
            Pair best = null;
            double most = ENOUGH;
            for (int l : freeLeft) {
                Set<String> a = values(left, l);
                for (int r : freeRight) {
                    double overlap = overlap(a, values(right, r));
                    if (overlap > most) {
                        most = overlap;
                        best = new Pair(List.of(l), List.of(r), Why.VALUES);
                    }
                }
            }
            if (best == null) {
                return;
            }
            take(best.left(), best.right(), best.why());
        }
    }

    private static Set<String> values(Sample sample, int column) {
        Set<String> values = new HashSet<>();
        for (String value : sample.values(column)) {
            if (values.size() < MOST_VALUES) {
                values.add(VietnameseText.fold(value));
            }
        }
        return values;
    }

    /** Common values by those of the smaller column; two columns of few values say nothing. */
    private static double overlap(Set<String> a, Set<String> b) {
        int smaller = Math.min(a.size(), b.size());
        if (smaller < 5) {
            return 0;
        }
        Set<String> common = new HashSet<>(a);
        common.retainAll(b);
        return (double) common.size() / smaller;
    }
}
