package vn.dancu.linkage.reference;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.linkage.Column;
import vn.dancu.linkage.Comparison;
import vn.dancu.linkage.Measure;
import vn.dancu.linkage.Test;

/** The level of a comparison for two records, of which every cell has been read. 0 is "cannot tell". */
final class PlainLevels {

    private static final Set<String> PLACE_WORDS = Set.of(
            "tinh", "thanh", "pho", "tp", "quan", "huyen", "thi", "xa", "tx", "phuong", "tran", "tt", "thon", "ban",
            "to", "xom");

    private final PlainModel model;

    PlainLevels(PlainModel model) {
        this.model = model;
    }

    int level(Comparison comparison, @Nullable PlainValue[] left, @Nullable PlainValue[] right) {
        Column column = model.column(comparison.columns().get(0));
        PlainValue a = model.value(left, comparison.columns().get(0));
        PlainValue b = model.value(right, comparison.columns().get(0));
        if (comparison.kind() == Comparison.Kind.LEVELS) {
            return listed(comparison, column, a, b, left, right);
        }
        if (comparison.kind() == Comparison.Kind.PLACE) {
            return place(comparison.columns(), left, right);
        }
        if (a == null || b == null) {
            return 0;
        }
        return switch (comparison.kind()) {
            case LEVELS, PLACE -> throw new IllegalStateException("done before");
            case SURNAME -> PlainNames.surname(a, b);
            case MIDDLE_NAME -> PlainNames.middle(a, b);
            case GIVEN_NAME -> PlainNames.given(a, b);
            case WHOLE_NAME -> PlainNames.whole(a, b);
            case OTHER_NAME ->
                otherName(
                        a,
                        b,
                        model.value(left, comparison.columns().get(1)),
                        model.value(right, comparison.columns().get(1)));
            case DATE -> date(a.day(), b.day());
            case CODE -> a.equalTo(b) ? 1 : 2;
            case NUMBER, NUMBERS -> numbers(a, b);
            case PLACE_NAME -> placeName(a.folded(), b.folded());
        };
    }

    private int listed(
            Comparison comparison,
            Column column,
            @Nullable PlainValue a,
            @Nullable PlainValue b,
            @Nullable PlainValue[] left,
            @Nullable PlainValue[] right) {
        boolean known = a != null && b != null;
        for (int v = 1; v < comparison.levels().size(); v++) {
            for (Test test : comparison.levels().get(v - 1).tests()) {
                String other = test.column();
                boolean holds = other != null
                        ? swapped(a, model.value(right, other)) || swapped(b, model.value(left, other))
                        : a != null && b != null && holds(test, column, a, b);
                if (holds) {
                    return v;
                }
            }
        }
        return known ? comparison.levels().size() : 0;
    }

    private boolean holds(Test test, Column column, PlainValue a, PlainValue b) {
        if (column.kind() == Column.Kind.NUMBERS && test.measure() != Measure.EXACT) {
            // Of two sets of numbers, the closest two count.
            return a.numbers().stream()
                    .anyMatch(x -> b.numbers().stream()
                            .anyMatch(y -> PlainTests.holds(
                                    test, column.kind(), PlainValue.number(x), PlainValue.number(y), PlainWords.NONE)));
        }
        return PlainTests.holds(test, column.kind(), a, b, model.parameters().words(column.name()));
    }

    private static boolean swapped(@Nullable PlainValue own, @Nullable PlainValue other) {
        return own != null && other != null && own.folded().equals(other.folded());
    }

    private static int numbers(PlainValue a, PlainValue b) {
        int best = 3;
        for (String x : a.numbers()) {
            for (String y : b.numbers()) {
                int differing = Textbook.differing(x, y);
                best = Math.min(best, differing < 0 || differing > 1 ? 3 : differing + 1);
            }
        }
        return best;
    }

    /** In the manual's order of names. */
    private static int date(PartialDate a, PartialDate b) {
        if (a.equals(b)) {
            return a.isFull() ? 1 : 4;
        }
        boolean full = a.isFull() && b.isFull();
        boolean oneDigit = full && Textbook.differing("" + a.packed(), "" + b.packed()) == 1;
        if (a.year() != b.year()) {
            boolean sameDay = full && a.day() == b.day() && a.month() == b.month() && !PlainTests.isFirstOfJanuary(a);
            return sameDay ? (oneDigit ? 6 : 8) : Math.abs(a.year() - b.year()) <= 2 ? 9 : 10;
        }
        if (!full) {
            return a.month() == 0 || b.month() == 0 ? 3 : a.month() == b.month() ? 2 : 7;
        }
        if (a.day() == b.month() && a.month() == b.day()) {
            return 5;
        }
        if (PlainTests.isFirstOfJanuary(a) || PlainTests.isFirstOfJanuary(b)) {
            return 3;
        }
        return oneDigit ? 6 : 7;
    }

    private int place(List<String> columns, @Nullable PlainValue[] left, @Nullable PlainValue[] right) {
        int communes = equal(left, right, columns.get(0));
        int groups = equal(left, right, columns.get(1));
        int households = equal(left, right, columns.get(2));
        if (households == 1) {
            return 1;
        }
        return switch (communes) {
            case 0 -> households == 0 ? 0 : 6;
            case 1 -> groups != 1 ? 4 : households == 0 ? 2 : 3;
            default -> 5;
        };
    }

    private int equal(@Nullable PlainValue[] left, @Nullable PlainValue[] right, String column) {
        PlainValue a = model.value(left, column);
        PlainValue b = model.value(right, column);
        return a == null || b == null ? 0 : a.equalTo(b) ? 1 : 2;
    }

    /** 2 where another name of one is the other's name; 1 where both have one other name in common. */
    private static int otherName(PlainValue a, PlainValue b, @Nullable PlainValue otherA, @Nullable PlainValue otherB) {
        boolean crossed = (otherA != null && sameFolded(otherA, b)) || (otherB != null && sameFolded(otherB, a));
        if (crossed && !sameFolded(a, b)) {
            return 2;
        }
        boolean common = otherA != null
                && otherB != null
                && otherA.exact().equals(otherB.exact())
                && !otherA.exact().equals(a.exact())
                && !otherB.exact().equals(b.exact());
        return common ? 1 : 0;
    }

    private static boolean sameFolded(PlainValue a, PlainValue b) {
        return a.parts().stream()
                .map(PlainNames::folded)
                .toList()
                .equals(b.parts().stream().map(PlainNames::folded).toList());
    }

    private static int placeName(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        Set<String> wordsA = telling(a);
        Set<String> wordsB = telling(b);
        boolean holds =
                !wordsA.isEmpty() && !wordsB.isEmpty() && (wordsA.containsAll(wordsB) || wordsB.containsAll(wordsA));
        return holds || Textbook.jaroWinkler(a, b) >= .92 ? 2 : 3;
    }

    private static Set<String> telling(String text) {
        Set<String> words = new HashSet<>(Arrays.asList(text.split(" ")));
        words.removeAll(PLACE_WORDS);
        return words;
    }
}
