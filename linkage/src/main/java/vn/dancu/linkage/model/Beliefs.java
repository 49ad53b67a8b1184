package vn.dancu.linkage.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.linkage.Column;
import vn.dancu.linkage.Level;
import vn.dancu.linkage.Test;

/**
 * What to believe of a level by its test, before any data is seen: training starts from here and, in a small file, ends not
 * far from it. The figures are orders of magnitude from files of people, places, products and publications; m and u add up
 * to 1 over the levels of a comparison.
 */
final class Beliefs {

    private static final MathContext SHOWN = new MathContext(4);
    private static final double LN2 = Math.log(2);

    private Beliefs() {}

    /** The levels of a comparison, with belief where nothing is written. What is written stays as it is. */
    static List<Level> complete(Column.Kind kind, List<LevelDraft> drafts) {
        double[] m = shares(drafts, kind, true);
        double[] u = shares(drafts, kind, false);
        List<Level> levels = new ArrayList<>();
        for (int v = 0; v < drafts.size(); v++) {
            LevelDraft draft = drafts.get(v);
            boolean written = draft.m() != null && draft.u() != null;
            double weight = Math.log(m[v] / u[v]) / LN2;
            boolean last = draft.tests().isEmpty();
            double least = last ? leastOfLast(kind) : v == 0 ? 0 : -7;
            double most = last ? 0 : mostOfFirst(kind) - (v == 0 ? 0 : 2);
            if (written) {
                least = Math.min(least, Math.floor(weight));
                most = Math.max(most, Math.ceil(weight));
            }
            least = draft.least() != null
                    ? draft.least()
                    : Math.min(least, draft.most() == null ? least : draft.most());
            most = draft.most() != null ? draft.most() : Math.max(most, least);
            levels.add(new Level(
                    draft.name(),
                    draft.tests(),
                    m[v],
                    u[v],
                    draft.family() == null ? u[v] : draft.family(),
                    least,
                    most));
        }
        return levels;
    }

    /** What is written, and the rest of 1 divided among the levels that say nothing, by belief. */
    private static double[] shares(List<LevelDraft> drafts, Column.Kind kind, boolean ofM) {
        double[] shares = new double[drafts.size()];
        double written = 0;
        double believed = 0;
        boolean open = false;
        for (int v = 0; v < shares.length; v++) {
            Double own = ofM ? drafts.get(v).m() : drafts.get(v).u();
            if (own != null) {
                written += own;
            } else {
                open = true;
                shares[v] = believed(drafts.get(v), kind, ofM);
                believed += shares[v];
            }
        }
        if (!ofM && open && drafts.get(shares.length - 1).u() == null) {
            // Two at random are different: the last level takes what the others leave.
            int last = shares.length - 1;
            double others = believed - shares[last];
            shares[last] = Math.max(.05, 1 - written - others);
            believed = others + shares[last];
        }
        for (int v = 0; v < shares.length; v++) {
            Double own = ofM ? drafts.get(v).m() : drafts.get(v).u();
            shares[v] = own != null ? own : shown(Math.max(1e-9, 1 - written) * shares[v] / believed);
        }
        return shares;
    }

    private static double shown(double share) {
        return Math.min(.9999, new BigDecimal(share).round(SHOWN).doubleValue());
    }

    private static double believed(LevelDraft draft, Column.Kind kind, boolean ofM) {
        if (draft.tests().isEmpty()) {
            return ofM ? mOfLast(kind) : 1;
        }
        double sum = 0;
        for (Test test : draft.tests()) {
            double believed = ofM ? m(test, kind) : u(test, kind);
            sum = ofM ? Math.max(sum, believed) : Math.min(.9, sum + believed);
        }
        return sum;
    }

    private static double mOfLast(Column.Kind kind) {
        return switch (kind) {
            case SEX, CODE, NUMBER, DATE, TEXT, PERSON_NAME, WHOLE_NAME, HOUSEHOLD, RELATION -> .05;
            case FREE_TEXT, ADDRESS, SET, NUMBERS, FINGERPRINT -> .1;
            case QUANTITY -> .15;
        };
    }

    private static double leastOfLast(Column.Kind kind) {
        return switch (kind) {
            case TEXT, DATE, SEX, PERSON_NAME, WHOLE_NAME -> -7;
            case NUMBER, CODE, FREE_TEXT, HOUSEHOLD -> -6;
            case ADDRESS, SET, RELATION -> -5;
            case QUANTITY -> -4;
            case NUMBERS, FINGERPRINT -> -2.5;
        };
    }

    private static double mostOfFirst(Column.Kind kind) {
        return switch (kind) {
            case NUMBER, NUMBERS, FREE_TEXT, PERSON_NAME -> 20;
            case ADDRESS, SET, CODE, WHOLE_NAME, HOUSEHOLD, FINGERPRINT -> 16;
            case TEXT, DATE -> 14;
            case QUANTITY -> 12;
            case SEX, RELATION -> 3;
        };
    }

    private static boolean wordy(Column.Kind kind) {
        return kind == Column.Kind.FREE_TEXT || kind == Column.Kind.ADDRESS || kind == Column.Kind.SET;
    }

    private static double m(Test test, Column.Kind kind) {
        return switch (test.measure()) {
            case EXACT -> wordy(kind) ? .45 : kind == Column.Kind.QUANTITY ? .7 : .85;
            case FOLDED, LESS_KNOWN -> .05;
            case SOFT_COSINE, COSINE, JACCARD -> wordy(kind) ? .08 + .12 * test.bound() : .04;
            case COMMON -> .1;
            case RATIO, DIFFERENCE -> .08;
            case JARO_WINKLER, JARO, BIGRAMS, CONTAINS -> .04;
            case LEVENSHTEIN, DAMERAU, DIGITS -> .06 / Math.max(1, test.bound());
            case SOUNDEX, PREFIX, DAYS -> .03;
            case INITIALS, SWAPPED, YEAR -> .02;
            case MONTH, DAY_AND_MONTH -> .01;
            case DAY_MONTH_SWAPPED -> .005;
        };
    }

    private static double u(Test test, Column.Kind kind) {
        double bound = test.bound();
        return switch (test.measure()) {
            case EXACT -> uOfEqual(kind);
            case FOLDED, DIFFERENCE -> .003 * (1 + bound);
            case SOUNDEX -> .01;
            case JARO_WINKLER, JARO -> capped(.002 * Math.pow(10, (.95 - bound) * 10));
            case BIGRAMS -> capped(.002 * Math.pow(10, (.85 - bound) * 6));
            case LEVENSHTEIN, DAMERAU -> capped((kind == Column.Kind.NUMBER ? 1e-6 : .002) * Math.pow(4, bound));
            case DIGITS ->
                capped((kind == Column.Kind.DATE || kind == Column.Kind.TEXT ? 4e-4 : 1e-6) * Math.pow(4, bound));
            case PREFIX -> capped(.3 * Math.pow(3, -bound));
            case INITIALS -> .05;
            case CONTAINS -> .01;
            case SWAPPED -> .001;
            case COSINE, SOFT_COSINE -> Math.pow(10, -1.2 - 4 * bound);
            case JACCARD -> Math.pow(10, -1.6 - 4 * bound);
            case COMMON -> capped(.2 * Math.pow(10, -bound));
            case RATIO -> capped(Math.max(.003, (1 - bound) * .4));
            case DAYS -> capped(3e-5 * (2 * bound + 1));
            case YEAR -> .014;
            case MONTH -> .0012;
            case DAY_AND_MONTH -> .003;
            case DAY_MONTH_SWAPPED -> .0001;
            case LESS_KNOWN -> .012;
        };
    }

    private static double capped(double u) {
        return Math.max(1e-8, Math.min(.25, u));
    }

    private static double uOfEqual(Column.Kind kind) {
        return switch (kind) {
            case SEX -> .5;
            case RELATION -> .25;
            case CODE -> .02;
            case TEXT, QUANTITY -> .005;
            case FINGERPRINT -> .001;
            case WHOLE_NAME -> 5e-4;
            case PERSON_NAME, HOUSEHOLD, SET -> 1e-4;
            case ADDRESS -> 3e-5;
            case DATE -> 5e-5;
            case FREE_TEXT -> 1e-5;
            case NUMBER, NUMBERS -> 1e-6;
        };
    }

    /** Where all are written, what they add up to; null where some are left open. */
    static @Nullable Double sum(List<LevelDraft> drafts, boolean ofM) {
        double sum = 0;
        for (LevelDraft draft : drafts) {
            Double own = ofM ? draft.m() : draft.u();
            if (own == null) {
                return null;
            }
            sum += own;
        }
        return sum;
    }
}
