package vn.dancu.linkage.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import vn.dancu.linkage.BlockingRule;
import vn.dancu.linkage.BlockingRule.Aspect;
import vn.dancu.linkage.BlockingRule.Part;
import vn.dancu.linkage.Column;
import vn.dancu.linkage.Column.Kind;

/** Reads the part {@code blocking}. */
final class RuleReader {

    static final List<String> KEYS = List.of("name", "rule", "then", "large-blocks");
    static final String LEAVE_OUT = "leave-out";
    static final String KEEP = "keep";

    private final Map<String, Column> columns;
    private final Problems problems;

    RuleReader(Map<String, Column> columns, Problems problems) {
        this.columns = columns;
        this.problems = problems;
    }

    List<BlockingRule> read(Node list) {
        List<BlockingRule> rules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Node node : Fields.items(list)) {
            BlockingRule rule = rule(node);
            if (rule != null && !names.add(rule.name())) {
                problems.add(
                        node,
                        "blocking: quy tắc \"" + rule.name() + "\" có hai lần; hãy bỏ một",
                        "blocking: the rule \"" + rule.name() + "\" stands twice; take one away");
            } else if (rule != null) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private @Nullable BlockingRule rule(Node node) {
        if (!(node instanceof MappingNode)) {
            String written = Fields.scalar(node);
            if (written == null || written.isBlank()) {
                problems.add(
                        node,
                        "blocking: cần một quy tắc, ví dụ \"surname + birth_date:year\"",
                        "blocking: a rule is needed, as in \"surname + birth_date:year\"");
                return null;
            }
            List<Part> parts = parts(node, written);
            return parts == null ? null : rule(written.strip(), parts, List.of(), null);
        }
        Fields fields = new Fields(node, "blocking", KEYS, problems);
        String written = fields.text("rule");
        if (!fields.has("rule")) {
            problems.add(node, "blocking: thiếu khoá rule", "blocking: the key rule is missing");
        }
        String then = fields.text("then");
        String large = fields.oneOf("large-blocks", List.of(LEAVE_OUT, KEEP));
        Node at = fields.get("rule");
        List<Part> parts = written == null || at == null ? null : parts(at, written);
        Node thenAt = fields.get("then");
        List<Part> refinements = then == null || thenAt == null ? List.of() : parts(thenAt, then);
        if (written == null || parts == null || refinements == null) {
            return null;
        }
        String name = fields.text("name");
        return rule(name == null ? written : name, parts, refinements, large);
    }

    private static BlockingRule rule(String name, List<Part> parts, List<Part> refinements, @Nullable String large) {
        return new BlockingRule(
                name, parts, refinements, large == null ? usuallyLeftOut(parts) : LEAVE_OUT.equals(large));
    }

    /** Where one value gives several keys, some keys (common words) are sure to be too large. */
    static boolean usuallyLeftOut(List<Part> parts) {
        for (Part part : parts) {
            if (many(part.aspect())) {
                return true;
            }
        }
        return false;
    }

    private static boolean many(Aspect aspect) {
        return switch (aspect) {
            case WORD, TWO_WORDS, LETTERS, MEMBER, ROUND -> true;
            case VALUE,
                    FOLDED,
                    FIRST,
                    LAST,
                    SOUNDEX,
                    DIGITS,
                    SORTED,
                    SURNAME,
                    GIVEN_NAME,
                    FOLDED_NAME,
                    YEAR,
                    DAY_AND_MONTH,
                    FULL_DATE -> false;
        };
    }

    /** The parts of a rule; null (and a problem for each wrong one) where it cannot be used. */
    private @Nullable List<Part> parts(Node at, String written) {
        List<Part> parts = new ArrayList<>();
        boolean wrong = false;
        for (String word : written.split("\\+", -1)) {
            Part part = word.isBlank() ? null : part(at, word.strip());
            if (word.isBlank()) {
                problems.add(
                        at,
                        "blocking: một phần trống quanh dấu + trong \"" + written + "\"",
                        "blocking: an empty part beside + in \"" + written + "\"");
            }
            wrong |= part == null;
            if (part != null) {
                parts.add(part);
            }
        }
        return wrong ? null : parts;
    }

    private @Nullable Part part(Node at, String written) {
        Part part;
        try {
            part = BlockingRule.parts(written).get(0);
        } catch (IllegalArgumentException wrong) {
            wrongPart(at, written, wrong);
            return null;
        }
        for (String name : part.columns()) {
            Column column = columns.get(name);
            if (column == null) {
                problems.add(
                        at,
                        "blocking: mô hình không có cột \"" + name + "\"" + Spelling.hintVi(name, columns.keySet())
                                + "; columns có: " + String.join(", ", columns.keySet()),
                        "blocking: the model has no column \"" + name + "\""
                                + Spelling.hintEn(name, columns.keySet()) + "; columns names "
                                + String.join(", ", columns.keySet()));
                return null;
            }
            if (!part.aspect().fits(column.kind())) {
                List<String> fitting = fitting(column.kind());
                problems.add(
                        at,
                        "blocking: \"" + part.aspect().written() + "\" không dùng được cho cột " + name + " ("
                                + column.kind().written() + "); dùng được: " + String.join(", ", fitting),
                        "blocking: \"" + part.aspect().written() + "\" does not fit column " + name + " ("
                                + column.kind().written() + "); there are " + String.join(", ", fitting));
                return null;
            }
        }
        boolean letters = part.aspect() == Aspect.FIRST || part.aspect() == Aspect.LAST;
        boolean whole = part.argument() == Math.rint(part.argument());
        if ((letters && !(whole && part.argument() >= 1))
                || (part.aspect() == Aspect.ROUND && !(part.argument() > 0))) {
            problems.add(
                    at,
                    "blocking: số sau \"" + part.aspect().written() + "\" phải "
                            + (letters ? "là số nguyên từ 1" : "lớn hơn 0"),
                    "blocking: the number behind \"" + part.aspect().written() + "\" must be "
                            + (letters ? "a whole number from 1" : "above 0"));
            return null;
        }
        return part;
    }

    private void wrongPart(Node at, String written, IllegalArgumentException wrong) {
        int colon = written.indexOf(':');
        String word = colon < 0 ? "" : written.substring(colon + 1).replaceAll("-[0-9.]+$", "");
        List<String> aspects = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            aspects.add(aspect.written());
        }
        boolean known = aspects.contains(word);
        problems.add(
                at,
                "blocking: không đọc được \"" + written + "\""
                        + (known
                                ? "; first, last và round cần một số (name:first-4), các khía cạnh khác thì không"
                                : Spelling.hintVi(word, aspects) + "; sau dấu hai chấm có thể là "
                                        + String.join(", ", aspects)),
                "blocking: " + wrong.getMessage() + (known ? "" : Spelling.hintEn(word, aspects)));
    }

    private static List<String> fitting(Kind kind) {
        List<String> words = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            if (aspect.fits(kind)) {
                words.add(aspect.written());
            }
        }
        return words;
    }
}
