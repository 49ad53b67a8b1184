package vn.dancu.linkage.reference;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.text.VietnameseText;
import vn.dancu.linkage.BlockingRule;
import vn.dancu.linkage.Column;
import vn.dancu.linkage.Comparison;
import vn.dancu.linkage.Level;
import vn.dancu.linkage.Measure;
import vn.dancu.linkage.Model;

/**
 * Two files under a model, pair by pair: the level of every comparison, the weight, whether a rule gives the pair. Household
 * keys that hardly meet are of two kinds and say nothing between the files.
 */
final class PlainModel {

    private final Model model;
    private final PlainParameters parameters;
    private final List<@Nullable PlainValue[]> left;
    private final List<@Nullable PlainValue[]> right;
    private final PlainLevels levels = new PlainLevels(this);
    private final boolean householdsMeet;

    PlainModel(
            Model model,
            PlainParameters parameters,
            List<@Nullable String[]> left,
            List<@Nullable String[]> right,
            boolean withinOneFile) {
        this.model = model;
        this.parameters = parameters;
        this.left = left.stream().map(this::read).toList();
        this.right = right.stream().map(this::read).toList();
        this.householdsMeet = withinOneFile || meet();
    }

    private @Nullable PlainValue[] read(@Nullable String[] cells) {
        @Nullable PlainValue[] values = new @Nullable PlainValue[cells.length];
        for (int c = 0; c < cells.length; c++) {
            values[c] = PlainReading.read(model.columns().get(c), cells[c]);
        }
        return values;
    }

    private boolean meet() {
        for (int c = 0; c < model.columns().size(); c++) {
            if (model.columns().get(c).kind() == Column.Kind.HOUSEHOLD) {
                Set<String> keys = new HashSet<>();
                for (@Nullable PlainValue[] row : left) {
                    PlainValue key = row[c];
                    keys.add(key == null ? "" : key.exact());
                }
                long known = 0;
                long met = 0;
                for (@Nullable PlainValue[] row : right) {
                    PlainValue key = row[c];
                    known += key == null ? 0 : 1;
                    met += key != null && keys.contains(key.exact()) ? 1 : 0;
                }
                return known > 0 && met * 50 >= Math.min(known, left.size());
            }
        }
        return false;
    }

    boolean householdsMeet() {
        return householdsMeet;
    }

    boolean hasHouseholds() {
        return model.columns().stream().anyMatch(column -> column.kind() == Column.Kind.HOUSEHOLD);
    }

    PlainParameters parameters() {
        return parameters;
    }

    Column column(String name) {
        return model.columns().get(model.column(name));
    }

    @Nullable
    PlainValue value(@Nullable PlainValue[] row, String column) {
        boolean silent = column(column).kind() == Column.Kind.HOUSEHOLD && !householdsMeet;
        return silent ? null : row[model.column(column)];
    }

    int level(int k, int i, int j) {
        return levels.level(model.comparisons().get(k), left.get(i), right.get(j));
    }

    double weight(int i, int j) {
        double stranger = parameters.prior();
        double sibling = parameters.siblingPrior();
        double relative = parameters.relativePrior();
        for (int k = 0; k < model.comparisons().size(); k++) {
            int level = level(k, i, j);
            if (level > 0) {
                stranger += againstStranger(k, level, i);
                PlainParameters.Probabilities p =
                        parameters.level(model.comparisons().get(k).name(), level);
                sibling += clip(PlainParameters.log2(p.m() / p.sibling()), -10, 12);
                relative += clip(PlainParameters.log2(p.m() / p.family()), -10, 12);
            }
        }
        return hasHouseholds()
                ? -PlainParameters.log2(Math.pow(2, -stranger) + Math.pow(2, -sibling) + Math.pow(2, -relative))
                : stranger;
    }

    private double againstStranger(int k, int level, int i) {
        Comparison comparison = model.comparisons().get(k);
        Level believed = comparison.levels().get(level - 1);
        PlainParameters.Probabilities p = parameters.level(comparison.name(), level);
        double weight = clip(PlainParameters.log2(p.m() / p.u()), believed.leastWeight(), believed.mostWeight());
        return clip(weight + term(comparison, level, i), believed.leastWeight(), believed.mostWeight());
    }

    private static double clip(double weight, double least, double most) {
        return Math.max(least, Math.min(most, weight));
    }

    private enum Term {
        NONE,
        EXACT,
        FOLDED
    }

    /** What the frequency of the common value adds: log2(average / its own), kept with 24 bits. */
    private double term(Comparison comparison, int level, int i) {
        PlainParameters.Table table = parameters.terms().get(comparison.name());
        PlainValue value = value(left.get(i), comparison.columns().get(0));
        Term term = term(comparison, level);
        if (table == null || term == Term.NONE || value == null) {
            return 0;
        }
        boolean parts = !value.parts().isEmpty();
        String own = switch (comparison.kind()) {
            case SURNAME -> value.parts().get(0);
            case MIDDLE_NAME -> value.parts().get(1);
            case GIVEN_NAME -> value.parts().get(2);
            default -> value.date() == null ? value.exact() : packed(value);
        };
        double frequency = table.rest();
        if (term == Term.EXACT) {
            frequency = table.frequencies().getOrDefault(own, table.rest());
        } else {
            for (Map.Entry<String, Double> listed : table.frequencies().entrySet()) {
                frequency += folded(listed.getKey(), parts).equals(folded(own, parts)) ? listed.getValue() : 0;
            }
        }
        return (float) PlainParameters.log2(table.average() / frequency);
    }

    private static String folded(String text, boolean part) {
        return part ? PlainNames.folded(text) : VietnameseText.fold(text);
    }

    /** As parameters list dates: year, month and day in 12, 4 and 5 bits. */
    private static String packed(PlainValue date) {
        return ""
                + (date.day().year() << 9 | date.day().month() << 5 | date.day().day());
    }

    private static Term term(Comparison comparison, int level) {
        if (!comparison.termFrequency()) {
            return Term.NONE;
        }
        return switch (comparison.kind()) {
            case SURNAME, MIDDLE_NAME, GIVEN_NAME -> level == 1 ? Term.EXACT : level <= 5 ? Term.FOLDED : Term.NONE;
            case DATE -> level == 1 || level == 4 ? Term.EXACT : Term.NONE;
            case PLACE_NAME -> level == 1 ? Term.FOLDED : Term.NONE;
            case LEVELS -> {
                List<vn.dancu.linkage.Test> tests =
                        comparison.levels().get(level - 1).tests();
                Measure only = tests.size() == 1 ? tests.get(0).measure() : Measure.YEAR;
                yield only == Measure.EXACT ? Term.EXACT : only == Measure.FOLDED ? Term.FOLDED : Term.NONE;
            }
            default -> Term.NONE;
        };
    }

    /** Whether some rule gives the pair: every part of it has a key in common. */
    boolean sharesARule(int i, int j) {
        return model.rules().stream()
                .anyMatch(rule -> rule.parts().stream().allMatch(part -> meets(part, left.get(i), right.get(j))));
    }

    /** Two records of one file that cannot be one. */
    boolean cannotLink(int i, int j) {
        return model.settings().cannotLink().stream().anyMatch(name -> {
            PlainValue a = value(left.get(i), name);
            PlainValue b = value(left.get(j), name);
            return a != null && b != null && !a.equalTo(b);
        });
    }

    /** A record has at most 256 keys under a rule; pairs of others may be missed. */
    boolean hasTooManyKeys(int i, int j) {
        return hasTooManyKeys(left.get(i)) || hasTooManyKeys(right.get(j));
    }

    private boolean hasTooManyKeys(@Nullable PlainValue[] row) {
        return model.rules().stream()
                .anyMatch(rule -> rule.parts().stream()
                                .mapToLong(part -> part.columns().stream()
                                        .mapToLong(name -> PlainRules.keys(column(name), part, value(row, name))
                                                .size())
                                        .sum())
                                .reduce(1, Math::multiplyExact)
                        > 256);
    }

    private boolean meets(BlockingRule.Part part, @Nullable PlainValue[] a, @Nullable PlainValue[] b) {
        Set<String> keys = new HashSet<>();
        for (String name : part.columns()) {
            keys.addAll(PlainRules.keys(column(name), part, value(a, name)));
        }
        for (String name : part.columns()) {
            if (PlainRules.keys(column(name), part, value(b, name)).stream().anyMatch(keys::contains)) {
                return true;
            }
        }
        return false;
    }
}
