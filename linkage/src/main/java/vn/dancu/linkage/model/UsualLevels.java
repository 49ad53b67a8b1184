package vn.dancu.linkage.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.linkage.Column;
import vn.dancu.linkage.Comparison;
import vn.dancu.linkage.Level;
import vn.dancu.linkage.Measure;
import vn.dancu.linkage.Model;
import vn.dancu.linkage.Test;

/** How a column of each kind is usually compared: what {@code - surname} in a model file stands for. */
final class UsualLevels {

    private UsualLevels() {}

    /** The tests of a kind whose levels are free, strictest first; empty for kinds that have a fixed set of levels. */
    static List<Test> tests(Column.Kind kind) {
        return switch (kind) {
            case TEXT ->
                List.of(Test.of(Measure.EXACT), Test.of(Measure.JARO_WINKLER, .92), Test.of(Measure.JARO_WINKLER, .85));
            case NUMBER -> List.of(Test.of(Measure.EXACT), Test.of(Measure.DIGITS, 1), Test.of(Measure.LEVENSHTEIN, 2));
            case QUANTITY ->
                List.of(
                        Test.of(Measure.EXACT),
                        Test.of(Measure.RATIO, .99),
                        Test.of(Measure.RATIO, .9),
                        Test.of(Measure.RATIO, .7));
            case CODE -> List.of(Test.of(Measure.EXACT));
            case FREE_TEXT ->
                List.of(
                        Test.of(Measure.EXACT),
                        Test.of(Measure.SOFT_COSINE, .8),
                        Test.of(Measure.COSINE, .6),
                        Test.of(Measure.COSINE, .4),
                        Test.of(Measure.JACCARD, .2));
            case ADDRESS ->
                List.of(
                        Test.of(Measure.EXACT),
                        Test.of(Measure.SOFT_COSINE, .85),
                        Test.of(Measure.SOFT_COSINE, .65),
                        Test.of(Measure.COSINE, .4));
            case SET -> List.of(Test.of(Measure.EXACT), Test.of(Measure.JACCARD, .6), Test.of(Measure.COMMON, 1));
            case PERSON_NAME, WHOLE_NAME, DATE, NUMBERS, SEX, RELATION, FINGERPRINT, HOUSEHOLD -> List.of();
        };
    }

    /** The fixed set of levels that a kind is usually compared by; null for free levels and for names (which take three). */
    static Comparison.@Nullable Kind fixed(Column.Kind kind) {
        return switch (kind) {
            case WHOLE_NAME -> Comparison.Kind.WHOLE_NAME;
            case DATE -> Comparison.Kind.DATE;
            case NUMBERS -> Comparison.Kind.NUMBERS;
            case SEX, RELATION, FINGERPRINT -> Comparison.Kind.CODE;
            case TEXT, NUMBER, QUANTITY, CODE, FREE_TEXT, ADDRESS, SET, PERSON_NAME, HOUSEHOLD -> null;
        };
    }

    /**
     * The usual comparisons of a column: three for a person's name, one otherwise.
     *
     * @param name of the comparison; of several, what their names begin with
     */
    static List<Comparison> of(Column column, String name) {
        if (column.kind() == Column.Kind.PERSON_NAME) {
            List<Comparison> three = new ArrayList<>();
            for (Comparison.Kind part :
                    List.of(Comparison.Kind.GIVEN_NAME, Comparison.Kind.MIDDLE_NAME, Comparison.Kind.SURNAME)) {
                three.add(fixed(part, List.of(column), name + "." + part.written()));
            }
            return three;
        }
        Comparison.Kind fixed = fixed(column.kind());
        if (fixed != null) {
            return List.of(fixed(fixed, List.of(column), name));
        }
        List<LevelDraft> drafts = new ArrayList<>();
        for (Test test : tests(column.kind())) {
            drafts.add(LevelDraft.of(test));
        }
        drafts.add(LevelDraft.last());
        return List.of(new Comparison(
                name,
                Comparison.Kind.LEVELS,
                List.of(column.name()),
                Beliefs.complete(column.kind(), drafts),
                termFrequency(column.kind())));
    }

    /** Whether agreement on a rare value usually weighs more, where the levels are free. */
    static boolean termFrequency(Column.Kind kind) {
        return kind == Column.Kind.TEXT || kind == Column.Kind.CODE || kind == Column.Kind.DATE;
    }

    private static Comparison fixed(Comparison.Kind kind, List<Column> columns, String name) {
        return new Comparison(
                name, kind, columns.stream().map(Column::name).toList(), fixedLevels(kind, columns.get(0)));
    }

    /** The names of a fixed set of levels, and what is believed of them: as the built-in model has them. */
    static List<Level> fixedLevels(Comparison.Kind kind, Column column) {
        String example = switch (kind) {
            case LEVELS -> throw new IllegalArgumentException("free levels are listed");
            case SURNAME -> "surname";
            case MIDDLE_NAME -> "middle_name";
            case GIVEN_NAME -> "given_name";
            case OTHER_NAME -> "other_name";
            case DATE -> "birth_date";
            case CODE ->
                column.kind() == Column.Kind.SEX
                        ? "sex"
                        : column.kind() == Column.Kind.FINGERPRINT ? "address" : "relation";
            case NUMBER -> "personal_id";
            case NUMBERS -> "old_ids";
            case PLACE -> "place";
            case WHOLE_NAME -> "father_name";
            case PLACE_NAME -> "hometown";
        };
        for (Comparison comparison : Model.personVi().comparisons()) {
            if (comparison.name().equals(example) && comparison.kind() == kind) {
                return believed(kind, column, comparison.levels());
            }
        }
        throw new IllegalStateException("the built-in model lacks " + example);
    }

    /** Elsewhere surnames are many and middle names few; a code that is neither sex nor relation says more. */
    private static List<Level> believed(Comparison.Kind kind, Column column, List<Level> levels) {
        boolean generic = "generic".equals(column.format());
        if (generic && kind == Comparison.Kind.SURNAME) {
            return with(levels, 0, .9, .004, 7, .008, .955);
        }
        if (generic && kind == Comparison.Kind.MIDDLE_NAME) {
            return with(levels, 8, .3, .35, 7, .02, .25);
        }
        if (kind == Comparison.Kind.CODE && column.kind() == Column.Kind.CODE) {
            return with(levels, 0, .93, .02, 1, .07, .98);
        }
        return levels;
    }

    /** The levels with two of them believed otherwise, and the others' m and u fitted to what is left. */
    private static List<Level> with(
            List<Level> levels, int first, double m1, double u1, int second, double m2, double u2) {
        double restM = 0;
        double restU = 0;
        for (int v = 0; v < levels.size(); v++) {
            if (v != first && v != second) {
                restM += levels.get(v).m();
                restU += levels.get(v).u();
            }
        }
        List<Level> changed = new ArrayList<>();
        for (int v = 0; v < levels.size(); v++) {
            Level level = levels.get(v);
            double m = v == first ? m1 : v == second ? m2 : level.m() * (1 - m1 - m2) / restM;
            double u = v == first ? u1 : v == second ? u2 : level.u() * (1 - u1 - u2) / restU;
            double most = v == first && level.leastWeight() >= 0 ? Math.max(level.mostWeight(), 8) : level.mostWeight();
            changed.add(new Level(level.name(), m, u, level.family(), level.leastWeight(), most));
        }
        return changed;
    }
}
