package vn.dancu.linkage;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of the columns whose words are compared; made once for two files and shared by the threads. */
final class ColumnWords {

    static final Words NONE = new Words(new Texts(), Column.Kind.TEXT);

    private final Words[] byColumn;

    ColumnWords(Joint joint) {
        byColumn = new Words[joint.model.columns().size()];
        java.util.Arrays.fill(byColumn, NONE);
        for (int c = 0; c < byColumn.length; c++) {
            Column column = joint.model.columns().get(c);
            if (isCompared(joint.model, column) || isBlocked(joint.model, column)) {
                byColumn[c] = new Words(joint.texts[c], column.kind());
            }
        }
    }

    Words of(int column) {
        return byColumn[column];
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

    private static boolean isText(Column column) {
        return switch (column.kind()) {
            case TEXT, FREE_TEXT, ADDRESS, SET, CODE, SEX, RELATION, HOUSEHOLD -> true;
            default -> false;
        };
    }

    /** Whether the column's values are compared by their words. */
    static boolean isCompared(Model model, Column column) {
        return isText(column)
                && model.comparisons().stream()
                        .filter(comparison -> comparison.columns().contains(column.name()))
                        .flatMap(comparison -> comparison.levels().stream())
                        .flatMap(level -> level.tests().stream())
                        .anyMatch(test -> needs(test.measure()));
    }

    private static boolean isBlocked(Model model, Column column) {
        return isText(column)
                && model.rules().stream()
                        .flatMap(rule -> Stream.concat(rule.parts().stream(), rule.refinements().stream()))
                        .anyMatch(part -> part.columns().contains(column.name()) && needs(part.aspect()));
    }
}
