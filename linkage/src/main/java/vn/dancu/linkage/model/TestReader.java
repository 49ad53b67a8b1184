package vn.dancu.linkage.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import vn.dancu.linkage.Column;
import vn.dancu.linkage.Measure;
import vn.dancu.linkage.Test;

/** Reads a test as a model file writes it: a measure and its bound, {@code jaro-winkler 0.92}. */
final class TestReader {

    private final Map<String, Column> columns;
    private final Problems problems;

    TestReader(Map<String, Column> columns, Problems problems) {
        this.columns = columns;
        this.problems = problems;
    }

    /** The test, or null (and a problem) where it cannot be read or does not fit the column. */
    @Nullable
    Test read(Node at, Column column) {
        String written = Fields.scalar(at);
        if (written == null || written.isBlank()) {
            problems.add(
                    at,
                    "levels: cần một phép đo và giới hạn, ví dụ \"jaro-winkler 0.92\"",
                    "levels: a measure and its bound are needed, as in \"jaro-winkler 0.92\"");
            return null;
        }
        String text = written.strip();
        int space = text.indexOf(' ');
        String word = space < 0 ? text : text.substring(0, space);
        String rest = space < 0 ? "" : text.substring(space).strip();
        Measure measure = measure(word);
        if (measure == null) {
            List<String> fitting = fitting(column.kind());
            problems.add(
                    at,
                    "không có phép đo \"" + word + "\"" + Spelling.hintVi(word, all()) + "; cột " + column.name() + " ("
                            + column.kind().written() + ") dùng được: " + String.join(", ", fitting),
                    "there is no measure \"" + word + "\"" + Spelling.hintEn(word, all()) + "; for column "
                            + column.name() + " (" + column.kind().written() + ") there are "
                            + String.join(", ", fitting));
            return null;
        }
        if (!measure.fits(column.kind())) {
            problems.add(
                    at,
                    "phép đo " + word + " không dùng được cho cột " + column.name() + " ("
                            + column.kind().written() + "); dùng được: " + String.join(", ", fitting(column.kind())),
                    "the measure " + word + " does not fit column " + column.name() + " ("
                            + column.kind().written() + "); there are " + String.join(", ", fitting(column.kind())));
            return null;
        }
        return bounded(at, measure, rest);
    }

    private @Nullable Test bounded(Node at, Measure measure, String rest) {
        String word = measure.written();
        return switch (measure.bound()) {
            case NONE -> {
                if (!rest.isEmpty()) {
                    problems.add(
                            at,
                            word + " không có giới hạn; hãy bỏ \"" + rest + "\"",
                            word + " takes no bound; take \"" + rest + "\" away");
                    yield null;
                }
                yield Test.of(measure);
            }
            case COLUMN -> {
                if (!columns.containsKey(rest)) {
                    problems.add(
                            at,
                            word + " cần tên một cột khác của mô hình, ví dụ \"swapped surname\"; có: "
                                    + String.join(", ", columns.keySet()),
                            word + " needs the name of another column of the model, as in \"swapped surname\"; there"
                                    + " are " + String.join(", ", columns.keySet()));
                    yield null;
                }
                Column.Kind kind = columns.get(rest).kind();
                if (!measure.fits(kind)) {
                    problems.add(
                            at,
                            word + " cần một cột chữ hoặc mã, nhưng " + rest + " là " + kind.written(),
                            word + " needs a column of texts or codes, but " + rest + " is " + kind.written());
                    yield null;
                }
                yield new Test(measure, 0, rest);
            }
            case LEAST, MOST -> number(at, measure, rest);
        };
    }

    private @Nullable Test number(Node at, Measure measure, String rest) {
        Double bound = Fields.parsed(rest);
        Range range = range(measure);
        boolean fits = bound != null
                && bound >= range.least
                && bound <= range.most
                && (!range.whole || bound == Math.rint(bound));
        if (bound == null || !fits) {
            problems.add(
                    at,
                    measure.written() + " cần " + range.vietnamese() + ", không phải \"" + rest + "\"",
                    measure.written() + " needs " + range.english() + ", not \"" + rest + "\"");
            return null;
        }
        return Test.of(measure, bound);
    }

    /** What may stand behind a measure's name. */
    private record Range(double least, double most, boolean whole) {

        private String vietnamese() {
            return whole ? "một số nguyên từ " + (long) least : most <= 1 ? "một số trên 0 đến 1" : "một số từ 0";
        }

        private String english() {
            return whole
                    ? "a whole number from " + (long) least
                    : most <= 1 ? "a number above 0, up to 1" : "a number from 0";
        }
    }

    private static Range range(Measure measure) {
        return switch (measure) {
            case JARO_WINKLER, JARO, COSINE, JACCARD, SOFT_COSINE, BIGRAMS, RATIO -> new Range(1e-6, 1, false);
            case PREFIX, COMMON -> new Range(1, 1000, true);
            case LEVENSHTEIN, DAMERAU, DIGITS -> new Range(0, 1000, true);
            case DAYS -> new Range(0, 100_000, true);
            case EXACT,
                    FOLDED,
                    SOUNDEX,
                    INITIALS,
                    CONTAINS,
                    SWAPPED,
                    DIFFERENCE,
                    YEAR,
                    MONTH,
                    DAY_AND_MONTH,
                    DAY_MONTH_SWAPPED,
                    LESS_KNOWN -> new Range(0, 1e15, false);
        };
    }

    /** Whether whoever fulfils the later test has fulfilled the earlier one: the later can then never decide. */
    static boolean implied(Test later, Test earlier) {
        if (later.measure() != earlier.measure()) {
            return false;
        }
        return switch (later.measure().bound()) {
            case NONE -> true;
            case COLUMN -> String.valueOf(later.column()).equals(earlier.column());
            case LEAST -> later.bound() >= earlier.bound();
            case MOST -> later.bound() <= earlier.bound();
        };
    }

    private static @Nullable Measure measure(String word) {
        for (Measure measure : Measure.values()) {
            if (measure.written().equals(word)) {
                return measure;
            }
        }
        return null;
    }

    private static List<String> all() {
        List<String> words = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            words.add(measure.written());
        }
        return words;
    }

    private static List<String> fitting(Column.Kind kind) {
        List<String> words = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            if (measure.fits(kind)) {
                words.add(measure.written());
            }
        }
        return words;
    }
}
