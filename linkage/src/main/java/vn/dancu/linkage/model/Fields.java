package vn.dancu.linkage.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.NodeType;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A mapping of a model file with its keys checked: each once, none that is unknown. What a value should be is asked for
 * by its key; a wrong one is added to the problems and read as absent.
 */
final class Fields {

    private final Problems problems;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();

    /**
     * Reads a mapping.
     *
     * @param what it describes, in the words of the manual: "blocking", "levels"
     * @param known its keys; null where any word may be one (names of columns)
     */
    Fields(Node node, String what, @Nullable List<String> known, Problems problems) {
        this.problems = problems;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            problems.add(
                    node,
                    what + ": cần các cặp \"khoá: giá trị\"" + allowed(known, "; khoá: "),
                    what + ": \"key: value\" pairs are needed" + allowed(known, "; the keys are "));
            return;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            take(tuple, what, known);
        }
    }

    private void take(NodeTuple tuple, String what, @Nullable List<String> known) {
        Node key = tuple.getKeyNode();
        String name = scalar(key);
        if (name == null || name.isBlank()) {
            problems.add(key, what + ": khoá phải là một từ", what + ": a key must be a word");
        } else if (known != null && !known.contains(name)) {
            problems.add(
                    key,
                    what + ": không có khoá \"" + name + "\"" + Spelling.hintVi(name, known) + allowed(known, "; có: "),
                    what + ": there is no key \"" + name + "\"" + Spelling.hintEn(name, known)
                            + allowed(known, "; there are "));
        } else if (values.putIfAbsent(name, tuple.getValueNode()) != null) {
            problems.add(
                    key,
                    what + ": khoá \"" + name + "\" có hai lần; hãy bỏ một",
                    what + ": the key \"" + name + "\" stands twice; take one away");
        } else {
            keys.put(name, key);
        }
    }

    private static String allowed(@Nullable List<String> known, String before) {
        return known == null ? "" : before + String.join(", ", known);
    }

    Node node() {
        return node;
    }

    Iterable<Map.Entry<String, Node>> entries() {
        return values.entrySet();
    }

    Node keyNode(String key) {
        return keys.getOrDefault(key, node);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    @Nullable
    Node get(String key) {
        return values.get(key);
    }

    /** One word or text; null where the key is absent or its value something else. */
    @Nullable
    String text(String key) {
        Node value = values.get(key);
        if (value == null) {
            return null;
        }
        String text = scalar(value);
        if (text == null || text.isBlank()) {
            problems.add(value, key + ": cần một từ hoặc dòng chữ", key + ": a word or a text is needed");
            return null;
        }
        return text.strip();
    }

    /** A list of words, or one word alone; empty where the key is absent. */
    List<String> texts(String key) {
        Node value = values.get(key);
        return value == null ? List.of() : texts(value, key);
    }

    private List<String> texts(Node value, String key) {
        List<String> texts = new ArrayList<>();
        for (Node item : items(value)) {
            String text = scalar(item);
            if (text == null || text.isBlank()) {
                problems.add(
                        item,
                        key + ": cần một từ, hoặc một danh sách [a, b]",
                        key + ": a word, or a list [a, b] is needed");
            } else {
                texts.add(text.strip());
            }
        }
        return texts;
    }

    /** The nodes of a list; a node that is no list stands for itself. */
    static List<Node> items(Node value) {
        return value instanceof SequenceNode list ? list.getValue() : List.of(value);
    }

    static boolean isList(@Nullable Node value) {
        return value != null && value.getNodeType() == NodeType.SEQUENCE;
    }

    static @Nullable String scalar(Node value) {
        return value instanceof ScalarNode one ? one.getValue() : null;
    }

    @Nullable
    Double number(String key) {
        Node value = values.get(key);
        if (value == null) {
            return null;
        }
        Double number = parsed(scalar(value));
        if (number == null) {
            problems.add(
                    value,
                    key + ": cần một số (dấu thập phân là dấu chấm), không phải \"" + shown(value) + "\"",
                    key + ": a number is needed (with a decimal point), not \"" + shown(value) + "\"");
        }
        return number;
    }

    /** A probability: above 0 and below 1. */
    @Nullable
    Double probability(String key) {
        Double number = number(key);
        if (number != null && !(number > 0 && number < 1)) {
            problems.add(
                    values.get(key),
                    key + ": xác suất phải lớn hơn 0 và nhỏ hơn 1, không phải " + number,
                    key + ": a probability lies above 0 and below 1, not " + number);
            return null;
        }
        return number;
    }

    @Nullable
    Boolean truth(String key) {
        Node value = values.get(key);
        if (value == null) {
            return null;
        }
        String text = scalar(value);
        if ("true".equals(text)) {
            return true;
        }
        if ("false".equals(text)) {
            return false;
        }
        problems.add(
                value,
                key + ": cần true hoặc false, không phải \"" + shown(value) + "\"",
                key + ": true or false is needed, not \"" + shown(value) + "\"");
        return null;
    }

    /** One of a few words; null where the key is absent or holds another. */
    @Nullable
    String oneOf(String key, List<String> words) {
        String text = text(key);
        if (text == null || words.contains(text)) {
            return text;
        }
        problems.add(
                values.get(key),
                key + ": không có \"" + text + "\"" + Spelling.hintVi(text, words) + "; có: "
                        + String.join(", ", words),
                key + ": there is no \"" + text + "\"" + Spelling.hintEn(text, words) + "; there are "
                        + String.join(", ", words));
        return null;
    }

    static @Nullable Double parsed(@Nullable String text) {
        if (text == null
                || text.isEmpty()
                || text.length() > 40
                || !Character.isDigit(text.charAt(text.length() - 1))) {
            return null;
        }
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? number : null;
        } catch (NumberFormatException none) {
            return null;
        }
    }

    static String shown(Node value) {
        String text = scalar(value);
        if (text == null) {
            return isList(value) ? "[…]" : "{…}";
        }
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
