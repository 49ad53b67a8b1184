package vn.dancu.linkage.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.linkage.BlockingRule;
import vn.dancu.linkage.Column;
import vn.dancu.linkage.Comparison;
import vn.dancu.linkage.Level;
import vn.dancu.linkage.LinkOptions;
import vn.dancu.linkage.LinkResult;
import vn.dancu.linkage.Linker;
import vn.dancu.linkage.Model;
import vn.dancu.linkage.Records;
import vn.dancu.linkage.Test;

/** A model of one column that is compared and blocked on, not trained, and the files of one cell a row. */
final class OneColumn {

    static final LinkOptions ALL_PAIRS = LinkOptions.defaults()
            .withThreshold(1e-9)
            .withUncertainFrom(1e-9)
            .withOneToOne(false)
            .withThreads(1);

    final Model model;

    OneColumn(Column.Kind kind, String rule, Test... tests) {
        this(new Column("value", kind), rule, tests);
    }

    OneColumn(Column column, String rule, Test... tests) {
        List<Level> levels = new ArrayList<>();
        for (Test test : tests) {
            levels.add(new Level(test.toString(), List.of(test), .4, .001 * Math.pow(4, levels.size()), .1, -9, 9));
        }
        levels.add(new Level("else", .1, .9, .8, -9, 9));
        model = new Model(
                "one-column",
                List.of(column),
                List.of(new Comparison(column.name(), Comparison.Kind.LEVELS, List.of(column.name()), levels, false)),
                List.of(BlockingRule.of(rule, "")),
                new Model.Settings("id", true, .5, 50, List.of(), false, 30));
    }

    Records file(@Nullable String... cells) {
        Records.Builder builder = Records.builder(model, cells.length);
        for (int i = 0; i < cells.length; i++) {
            builder.add("" + i, new @Nullable String[] {cells[i]});
        }
        return builder.build();
    }

    /** The name of the level of two cells. */
    String level(@Nullable String a, @Nullable String b) {
        Records left = file(a);
        Records right = file(b);
        LinkResult result = new Linker(model, ALL_PAIRS).link(left, right);
        return new Linker(model, ALL_PAIRS)
                .explain(result.parameters(), left, 0, right, 0)
                .steps()
                .get(1)
                .level();
    }

    /** The right cells that a rule joins with a left one. */
    List<String> joined(String cell, String... others) {
        LinkResult result = new Linker(model, ALL_PAIRS).link(file(cell), file(others));
        Map<Integer, String> found = new HashMap<>();
        result.forEachLink((i, j, weight, probability) -> found.put(j, others[j]));
        result.forEachUncertain((i, j, weight, probability) -> found.put(j, others[j]));
        return found.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }
}
