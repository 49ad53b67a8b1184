package vn.dancu.linkage;

import org.jspecify.annotations.Nullable;

/** The words of the columns whose words are compared; made once for two files and shared by the threads. */
final class ColumnWords {

    static final Words NONE = new Words(new Texts(), Column.Kind.TEXT, new int[1]);

    private final Words[] byColumn;

    ColumnWords(Joint joint) {
        byColumn = new Words[joint.model.columns().size()];
        java.util.Arrays.fill(byColumn, NONE);
        for (int c = 0; c < byColumn.length; c++) {
            Column column = joint.model.columns().get(c);
            if (isWanted(joint.model, column)) {
                int[] rows = new int[joint.texts[c].codes()];
                count(joint.left, joint.layout, c, rows);
                if (!joint.within()) {
                    count(joint.right, joint.layout, c, rows);
                }
                byColumn[c] = new Words(joint.texts[c], column.kind(), rows);
            }
        }
    }

    Words of(int column) {
        return byColumn[column];
    }

    private static void count(int[] cells, Layout layout, int column, int[] rows) {
        for (int at = layout.slot(column); at < cells.length; at += layout.stride) {
            rows[cells[at]]++;
        }
    }

    static boolean needs(Measure measure) {
        return switch (measure) {
            case CONTAINS, COSINE, SOFT_COSINE, JACCARD, COMMON -> true;
            default -> false;
        };
    }

    static boolean needs(BlockingRule.@Nullable Aspect aspect) {
        return aspect == BlockingRule.Aspect.WORD
                || aspect == BlockingRule.Aspect.TWO_WORDS
                || aspect == BlockingRule.Aspect.SORTED
                || aspect == BlockingRule.Aspect.MEMBER;
    }

    private static boolean isWanted(Model model, Column column) {
        boolean text = switch (column.kind()) {
            case TEXT, CODE, FREE_TEXT, ADDRESS, SET -> true;
            default -> false;
        };
        boolean compared = model.comparisons().stream()
                .filter(comparison -> comparison.columns().contains(column.name()))
                .flatMap(comparison -> comparison.levels().stream())
                .flatMap(level -> level.tests().stream())
                .anyMatch(test -> needs(test.measure()));
        boolean blocked = model.rules().stream()
                .flatMap(rule -> java.util.stream.Stream.concat(rule.parts().stream(), rule.refinements().stream()))
                .anyMatch(part -> part.columns().contains(column.name()) && needs(part.aspect()));
        return text && (compared || blocked);
    }
}
