package vn.dancu.linkage.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.dancu.linkage.BlockingRule;
import vn.dancu.linkage.BlockingRule.Aspect;
import vn.dancu.linkage.BlockingRule.Part;
import vn.dancu.linkage.Column;
import vn.dancu.linkage.Column.Kind;
import vn.dancu.linkage.Comparison;
import vn.dancu.linkage.Level;
import vn.dancu.linkage.Measure;
import vn.dancu.linkage.Model;
import vn.dancu.linkage.Test;

/** A model of columns of any kind, with comparisons and rules that the manual allows for them. */
final class RandomModel {

    private final Random random;
    private final List<Column> columns = new ArrayList<>();
    private final List<Comparison> comparisons = new ArrayList<>();

    private RandomModel(Random random) {
        this.random = random;
    }

    static Model draw(Random random, boolean trained) {
        return new RandomModel(random).model(trained);
    }

    private Model model(boolean trained) {
        int size = 2 + random.nextInt(5);
        for (int c = 0; c < size; c++) {
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            boolean second = kind == Kind.HOUSEHOLD && columns.stream().anyMatch(column -> column.kind() == kind);
            columns.add(column("c" + c, second ? Kind.TEXT : kind));
        }
        for (Column column : columns) {
            compare(column);
        }
        place();
        List<BlockingRule> rules = new ArrayList<>();
        for (int r = random.nextInt(4); r >= 0; r--) {
            rules.add(rule("r" + r));
        }
        Model.Settings settings = new Model.Settings(
                "id", true, random.nextBoolean() ? null : .5, 2 + random.nextInt(6), cannotLink(), trained, 30);
        return new Model("random", columns, comparisons, rules, settings);
    }

    /** Columns of numbers that have fixed levels allow for slips, so that they are left to a test of their own. */
    private List<String> cannotLink() {
        List<String> free = columns.stream()
                .filter(column -> column.kind() != Kind.NUMBER && column.kind() != Kind.NUMBERS)
                .map(Column::name)
                .toList();
        return random.nextBoolean() || free.isEmpty() ? List.of() : List.of(free.get(random.nextInt(free.size())));
    }

    private Column column(String name, Kind kind) {
        boolean usual = random.nextBoolean();
        @Nullable
        String format = switch (kind) {
            case PERSON_NAME, WHOLE_NAME -> usual ? null : "generic";
            case DATE -> usual ? null : "mdy";
            case NUMBER -> usual ? null : random.nextBoolean() ? "5" : "personal-id";
            case NUMBERS -> usual ? null : "5";
            default -> null;
        };
        return new Column(name, kind, format);
    }

    private void compare(Column column) {
        switch (column.kind()) {
            case PERSON_NAME -> {
                if (random.nextInt(4) == 0) {
                    listed(column);
                    return;
                }
                fixed(Comparison.Kind.GIVEN_NAME, 9, column);
                fixed(Comparison.Kind.MIDDLE_NAME, 12, column);
                fixed(Comparison.Kind.SURNAME, 9, column);
                columns.stream()
                        .filter(other -> other.kind() == Kind.WHOLE_NAME)
                        .forEach(other -> fixed(Comparison.Kind.OTHER_NAME, 2, column, other));
            }
            case WHOLE_NAME -> oneOf(Comparison.Kind.WHOLE_NAME, 6, column);
            case DATE -> oneOf(Comparison.Kind.DATE, 10, column);
            case NUMBER -> oneOf(Comparison.Kind.NUMBER, 3, column);
            case NUMBERS -> oneOf(Comparison.Kind.NUMBERS, 3, column);
            case CODE, SEX, RELATION, FINGERPRINT -> oneOf(Comparison.Kind.CODE, 2, column);
            case TEXT -> {
                if (random.nextInt(4) == 0) {
                    fixed(Comparison.Kind.PLACE_NAME, 3, column);
                } else {
                    listed(column);
                }
            }
            case HOUSEHOLD, QUANTITY, FREE_TEXT, ADDRESS, SET -> listed(column);
        }
    }

    private void oneOf(Comparison.Kind kind, int levels, Column column) {
        if (random.nextBoolean()) {
            fixed(kind, levels, column);
        } else {
            listed(column);
        }
    }

    private void fixed(Comparison.Kind kind, int levels, Column... of) {
        List<Level> drawn = new ArrayList<>();
        for (int v = 1; v <= levels; v++) {
            drawn.add(level("level " + v, List.of()));
        }
        add(kind, List.of(of).stream().map(Column::name).toList(), drawn);
    }

    private void add(Comparison.Kind kind, List<String> names, List<Level> levels) {
        if (comparisons.size() < Model.MOST_COMPARISONS) {
            comparisons.add(new Comparison("k" + comparisons.size(), kind, names, levels, random.nextInt(3) > 0));
        }
    }

    private void place() {
        List<Column> codes =
                columns.stream().filter(column -> column.kind() == Kind.CODE).toList();
        columns.stream().filter(column -> column.kind() == Kind.HOUSEHOLD).forEach(household -> {
            if (!codes.isEmpty()) {
                fixed(Comparison.Kind.PLACE, 6, codes.get(0), codes.get(codes.size() - 1), household);
            }
        });
    }

    private void listed(Column column) {
        List<Measure> fitting = List.of(Measure.values()).stream()
                .filter(measure -> measure.fits(column.kind()))
                .toList();
        boolean onlyExact = fitting.size() == 1;
        List<Level> levels = new ArrayList<>();
        for (int v = onlyExact ? 0 : random.nextInt(5); v >= 0; v--) {
            List<Test> tests = new ArrayList<>();
            for (int t = onlyExact ? 0 : random.nextInt(5) / 3; t >= 0; t--) {
                tests.add(test(fitting.get(random.nextInt(fitting.size()))));
            }
            levels.add(level("level " + levels.size(), tests));
        }
        levels.add(level("else", List.of()));
        add(Comparison.Kind.LEVELS, List.of(column.name()), levels);
    }

    private Test test(Measure measure) {
        double share =
                random.nextInt(3) == 0 ? List.of(.5, 1.0, .25).get(random.nextInt(3)) : .2 + .8 * random.nextDouble();
        return switch (measure) {
            case JARO_WINKLER, JARO -> Test.of(measure, .5 + share / 2);
            case COSINE, SOFT_COSINE, JACCARD, BIGRAMS, RATIO -> Test.of(measure, share);
            case LEVENSHTEIN, DAMERAU, DIGITS -> Test.of(measure, random.nextInt(4));
            case PREFIX, COMMON -> Test.of(measure, 1 + random.nextInt(4));
            case DIFFERENCE -> Test.of(measure, List.of(0.0, .5, 1.0, 2.0).get(random.nextInt(4)));
            case DAYS -> Test.of(measure, List.of(0, 1, 31, 366).get(random.nextInt(4)));
            case SWAPPED -> swapped();
            case EXACT,
                    FOLDED,
                    SOUNDEX,
                    INITIALS,
                    CONTAINS,
                    YEAR,
                    MONTH,
                    DAY_AND_MONTH,
                    DAY_MONTH_SWAPPED,
                    LESS_KNOWN -> Test.of(measure);
        };
    }

    private Test swapped() {
        List<Column> texts = columns.stream()
                .filter(column -> Measure.SWAPPED.fits(column.kind()))
                .toList();
        return new Test(
                Measure.SWAPPED, 0, texts.get(random.nextInt(texts.size())).name());
    }

    private Level level(String name, List<Test> tests) {
        double m = .01 + .98 * random.nextDouble();
        double u = Math.pow(10, -4 * random.nextDouble()) * .99;
        return new Level(
                name, tests, m, u, .01 + .9 * random.nextDouble(), -9 * random.nextDouble(), 12 * random.nextDouble());
    }

    private BlockingRule rule(String name) {
        List<Part> parts = new ArrayList<>();
        for (int p = random.nextInt(5) / 2; p >= 0; p--) {
            parts.add(part());
        }
        return new BlockingRule(name, parts, List.of(), false);
    }

    private Part part() {
        Column column = columns.get(random.nextInt(columns.size()));
        List<Aspect> fitting = List.of(Aspect.values()).stream()
                .filter(aspect -> fits(aspect, column.kind()))
                .toList();
        Aspect aspect = fitting.get(random.nextInt(fitting.size()));
        double argument = switch (aspect) {
            case FIRST, LAST -> 1 + random.nextInt(4);
            case ROUND -> List.of(1.0, 10.0, .5).get(random.nextInt(3));
            default -> 0;
        };
        List<String> names = new ArrayList<>(List.of(column.name()));
        if (random.nextInt(3) == 0) {
            columns.stream()
                    .filter(other -> other.kind() == column.kind() && other != column && other.kind() != Kind.HOUSEHOLD)
                    .map(Column::name)
                    .forEach(names::add);
        }
        return new Part(names, aspect, argument);
    }

    /** As the manual's table of aspects says. */
    private static boolean fits(Aspect aspect, Kind kind) {
        boolean name = kind == Kind.PERSON_NAME || kind == Kind.WHOLE_NAME;
        boolean text = switch (kind) {
            case TEXT, FREE_TEXT, ADDRESS, SET, CODE, SEX, RELATION, HOUSEHOLD -> true;
            default -> false;
        };
        return switch (aspect) {
            case VALUE -> true;
            case FOLDED, SOUNDEX, DIGITS, SORTED, WORD, TWO_WORDS, LETTERS -> text || name;
            case FIRST, LAST -> text || name || kind == Kind.NUMBER;
            case SURNAME, GIVEN_NAME, FOLDED_NAME -> name;
            case YEAR, DAY_AND_MONTH, FULL_DATE -> kind == Kind.DATE;
            case MEMBER -> kind == Kind.NUMBERS || kind == Kind.SET;
            case ROUND -> kind == Kind.QUANTITY;
        };
    }
}
