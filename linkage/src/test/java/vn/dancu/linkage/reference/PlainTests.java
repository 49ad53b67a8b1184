package vn.dancu.linkage.reference;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.linkage.Column;
import vn.dancu.linkage.Measure;
import vn.dancu.linkage.Test;

/** Whether two known values of a column fulfil a test, measure by measure as {@link Measure} says. */
final class PlainTests {

    /** What rounding in another order of summing may do to a cosine. */
    private static final double ROUNDING = 1e-12;

    private PlainTests() {}

    static boolean holds(Test test, Column.Kind kind, PlainValue a, PlainValue b, PlainWords words) {
        return switch (kind) {
            case DATE -> date(test, a, b);
            case QUANTITY -> quantity(test, a, b);
            default -> text(test, a, b, words);
        };
    }

    private static boolean text(Test test, PlainValue a, PlainValue b, PlainWords words) {
        double bound = test.bound();
        String foldedA = a.folded();
        String foldedB = b.folded();
        return switch (test.measure()) {
            case EXACT -> a.equalTo(b);
            case FOLDED -> foldedA.equals(foldedB);
            case SOUNDEX -> {
                String sound = Textbook.soundex(foldedA);
                yield !sound.isEmpty() && sound.equals(Textbook.soundex(foldedB));
            }
            case JARO_WINKLER -> Textbook.jaroWinkler(foldedA, foldedB) >= bound;
            case JARO -> Textbook.jaro(foldedA, foldedB) >= bound;
            case LEVENSHTEIN -> Textbook.distance(foldedA, foldedB, false) <= bound;
            case DAMERAU -> Textbook.distance(foldedA, foldedB, true) <= bound;
            case DIGITS -> {
                int differing = Textbook.differing(foldedA, foldedB);
                yield differing >= 0 && differing <= bound;
            }
            case PREFIX -> {
                int length = (int) bound;
                yield foldedA.length() >= length
                        && foldedB.length() >= length
                        && foldedA.substring(0, length).equals(foldedB.substring(0, length));
            }
            case INITIALS -> Textbook.initials(foldedA, foldedB);
            case BIGRAMS -> Textbook.bigrams(foldedA, foldedB) >= bound;
            case CONTAINS -> a.words().containsAll(b.words()) || b.words().containsAll(a.words());
            case COSINE -> words.cosine(a.words(), b.words()) >= bound - ROUNDING;
            case SOFT_COSINE -> words.softCosine(a.words(), b.words()) >= bound - ROUNDING;
            case JACCARD -> (double) common(a, b).size() / all(a, b).size() >= bound;
            case COMMON -> common(a, b).size() >= bound;
            default -> throw new IllegalStateException("not of texts: " + test);
        };
    }

    private static Set<String> common(PlainValue a, PlainValue b) {
        Set<String> common = new HashSet<>(a.words());
        common.retainAll(b.words());
        return common;
    }

    private static Set<String> all(PlainValue a, PlainValue b) {
        List<String> all = new ArrayList<>(a.words());
        all.addAll(b.words());
        return new HashSet<>(all);
    }

    private static boolean date(Test test, PlainValue one, PlainValue other) {
        PartialDate a = one.day();
        PartialDate b = other.day();
        boolean full = a.isFull() && b.isFull();
        boolean oneYear = a.year() == b.year();
        return switch (test.measure()) {
            case EXACT -> a.equals(b);
            case DIGITS -> full && Textbook.differing("" + a.packed(), "" + b.packed()) <= test.bound();
            case YEAR -> oneYear;
            case MONTH -> oneYear && a.month() == b.month() && a.month() != 0;
            case DAY_AND_MONTH -> full && a.day() == b.day() && a.month() == b.month();
            case DAY_MONTH_SWAPPED -> full && oneYear && a.day() == b.month() && a.month() == b.day();
            case LESS_KNOWN -> oneYear && (!full || isFirstOfJanuary(a) || isFirstOfJanuary(b));
            case DIFFERENCE -> Math.abs(a.year() - b.year()) <= test.bound();
            case DAYS -> full && Math.abs(ChronoUnit.DAYS.between(a.earliest(), b.earliest())) <= test.bound();
            default -> throw new IllegalStateException("not of dates: " + test);
        };
    }

    static boolean isFirstOfJanuary(PartialDate date) {
        return date.month() == 1 && date.day() == 1;
    }

    private static boolean quantity(Test test, PlainValue one, PlainValue other) {
        double a = one.quantity();
        double b = other.quantity();
        double smaller = Math.min(Math.abs(a), Math.abs(b));
        double larger = Math.max(Math.abs(a), Math.abs(b));
        return switch (test.measure()) {
            case EXACT -> a == b;
            // A quantity is kept with 24 bits, and the bound gives way by the last of them.
            case DIFFERENCE -> Math.abs(a - b) <= test.bound() + Math.ulp((float) larger);
            case RATIO -> a == b || (Math.signum(a) * Math.signum(b) > 0 && smaller >= test.bound() * larger);
            default -> throw new IllegalStateException("not of quantities: " + test);
        };
    }
}
