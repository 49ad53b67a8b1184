package vn.dancu.linkage.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import vn.dancu.linkage.BlockingRule;
import vn.dancu.linkage.Column;
import vn.dancu.linkage.Comparison;
import vn.dancu.linkage.Model;

/** Reads a whole model file; every mistake is found before any is told. */
final class ModelReader {

    static final List<String> KEYS = List.of(
            "model",
            "id",
            "columns",
            "comparisons",
            "blocking",
            "one-to-one",
            "expected-matches",
            "largest-cluster",
            "cannot-link",
            "training",
            "belief");
    static final String AUTO = "auto";
    static final String NONE = "none";

    private final Problems problems;

    ModelReader(Problems problems) {
        this.problems = problems;
    }

    /** @throws vn.dancu.linkage.LinkageException listing every mistake by line and column */
    Model read(Node root, String usualName) {
        Fields fields = new Fields(root, "model", KEYS, problems);
        problems.throwIfAny();
        String name = fields.text("model");
        Map<String, Column> columns = new HashMap<>();
        Node columnsAt = needed(fields, "columns", "columns: {tên: loại}", "columns: {name: kind}");
        if (columnsAt != null) {
            columns = new ColumnReader(problems).read(columnsAt);
        }
        boolean trained = !NONE.equals(fields.oneOf("training", List.of(AUTO, NONE)));
        List<Comparison> comparisons = List.of();
        Node comparisonsAt = needed(fields, "comparisons", "comparisons: [tên cột]", "comparisons: [column]");
        if (comparisonsAt != null && !problems.any()) {
            comparisons = new ComparisonReader(columns, trained, problems).read(comparisonsAt);
        }
        List<BlockingRule> rules = List.of();
        Node rulesAt = needed(fields, "blocking", "blocking: [tên cột + tên cột]", "blocking: [column + column]");
        boolean columnsRead = columnsAt != null && !columns.isEmpty();
        if (rulesAt != null && columnsRead) {
            rules = new RuleReader(columns, problems).read(rulesAt);
        }
        Model.Settings settings = settings(fields, columns, trained);
        problems.throwIfAny();
        return new Model(name == null ? usualName : name, List.copyOf(columns.values()), comparisons, rules, settings);
    }

    private @Nullable Node needed(Fields fields, String key, String vi, String en) {
        Node node = fields.get(key);
        boolean empty =
                node != null && (Fields.isList(node) ? Fields.items(node).isEmpty() : "".equals(Fields.scalar(node)));
        if (node == null || empty) {
            problems.add(
                    node == null ? fields.node() : fields.keyNode(key),
                    "thiếu " + key + " (cần ít nhất một); ví dụ " + vi,
                    key + " is missing (at least one is needed); for example " + en);
            return null;
        }
        return node;
    }

    private Model.Settings settings(Fields fields, Map<String, Column> columns, boolean trained) {
        Model.Settings usual = Model.Settings.USUAL;
        String id = fields.text("id");
        Boolean oneToOne = fields.truth("one-to-one");
        Double share = fields.number("expected-matches");
        if (share != null && !(share > 0 && share <= 1)) {
            problems.add(
                    fields.get("expected-matches"),
                    "expected-matches: tỷ lệ lớn hơn 0, nhiều nhất là 1, không phải " + share,
                    "expected-matches: a share above 0, at most 1, not " + share);
            share = null;
        }
        Double largest = fields.number("largest-cluster");
        if (largest != null && !(largest >= 2 && largest <= 1_000_000 && largest == Math.rint(largest))) {
            problems.add(
                    fields.get("largest-cluster"),
                    "largest-cluster: một số nguyên từ 2, không phải " + largest,
                    "largest-cluster: a whole number from 2, not " + largest);
            largest = null;
        }
        Double belief = fields.number("belief");
        if (belief != null && !(belief >= 1)) {
            problems.add(
                    fields.get("belief"),
                    "belief: số cặp từ 1 trở lên, không phải " + belief,
                    "belief: a number of pairs, from 1, not " + belief);
            belief = null;
        }
        List<String> cannotLink = fields.texts("cannot-link");
        for (String column : cannotLink) {
            if (!columns.containsKey(column)) {
                problems.add(
                        fields.get("cannot-link"),
                        "cannot-link: mô hình không có cột \"" + column + "\""
                                + Spelling.hintVi(column, columns.keySet()) + "; columns có: "
                                + String.join(", ", columns.keySet()),
                        "cannot-link: the model has no column \"" + column + "\""
                                + Spelling.hintEn(column, columns.keySet()) + "; columns names "
                                + String.join(", ", columns.keySet()));
            }
        }
        return new Model.Settings(
                id == null ? usual.id() : id,
                oneToOne == null ? usual.oneToOne() : oneToOne,
                share,
                largest == null ? usual.largestCluster() : largest.intValue(),
                cannotLink,
                trained,
                belief == null ? usual.belief() : belief);
    }
}
