package vn.dancu.linkage.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import vn.dancu.linkage.Column;
import vn.dancu.linkage.Column.Kind;
import vn.dancu.linkage.Comparison;
import vn.dancu.linkage.Level;
import vn.dancu.linkage.Model;

/** Reads the part {@code comparisons}. */
final class ComparisonReader {

    static final List<String> KEYS = List.of("name", "column", "columns", "compare", "levels", "term-frequency");

    private final Map<String, Column> columns;
    private final Problems problems;
    private final LevelReader levels;
    private final boolean trained;
    private final Map<String, Comparison> read = new LinkedHashMap<>();

    ComparisonReader(Map<String, Column> columns, boolean trained, Problems problems) {
        this.columns = columns;
        this.problems = problems;
        this.trained = trained;
        this.levels = new LevelReader(new TestReader(columns, problems), trained, problems);
    }

    List<Comparison> read(Node list) {
        for (Node node : Fields.items(list)) {
            for (Comparison comparison : comparisons(node)) {
                if (read.putIfAbsent(comparison.name(), comparison) != null) {
                    problems.add(
                            node,
                            "comparisons: đã có phép so sánh tên \"" + comparison.name() + "\"; hãy đặt name khác",
                            "comparisons: there is one named \"" + comparison.name() + "\" already; give it another"
                                    + " name");
                }
            }
        }
        if (read.size() > Model.MOST_COMPARISONS) {
            problems.add(
                    list,
                    "comparisons: có " + read.size() + ", nhiều nhất là " + Model.MOST_COMPARISONS
                            + " (một cột person-name là ba)",
                    "comparisons: there are " + read.size() + ", at most " + Model.MOST_COMPARISONS
                            + " may be (a person-name column makes three)");
        }
        return new ArrayList<>(read.values());
    }

    private List<Comparison> comparisons(Node node) {
        if (!(node instanceof MappingNode)) {
            Column column = column(Fields.scalar(node), node);
            return column == null ? List.of() : usual(node, column, null, null);
        }
        Fields fields = new Fields(node, "comparisons", KEYS, problems);
        String name = name(fields);
        Boolean termFrequency = fields.truth("term-frequency");
        Comparison.Kind kind = kind(fields);
        List<Column> compared = compared(fields);
        if (compared.isEmpty() || (fields.has("compare") && kind == null)) {
            return List.of();
        }
        Column first = compared.get(0);
        Node listed = fields.get("levels");
        if (kind == null && listed == null) {
            return compared.size() > 1 ? tooMany(fields) : usual(node, first, name, termFrequency);
        }
        if (kind != null && kind != Comparison.Kind.LEVELS) {
            return fixed(fields, kind, compared, name, termFrequency);
        }
        if (listed == null) {
            problems.add(
                    node,
                    "comparisons: compare: levels cần có levels",
                    "comparisons: compare: levels needs a list of levels");
            return List.of();
        }
        if (compared.size() > 1) {
            return tooMany(fields);
        }
        String named = name == null ? oneWord(first.name()) : name;
        List<Level> free = levels.free(listed, first, named);
        boolean frequency = termFrequency == null ? UsualLevels.termFrequency(first.kind()) : termFrequency;
        return free == null
                ? List.of()
                : List.of(new Comparison(named, Comparison.Kind.LEVELS, List.of(first.name()), free, frequency));
    }

    private List<Comparison> tooMany(Fields fields) {
        problems.add(
                fields.keyNode("columns"),
                "comparisons: ở đây chỉ so sánh một cột; nhiều cột chỉ dùng với compare: place hoặc other-name",
                "comparisons: one column is compared here; several go with compare: place and other-name only");
        return List.of();
    }

    private @Nullable String name(Fields fields) {
        String name = fields.text("name");
        if (name != null && name.indexOf(' ') >= 0) {
            problems.add(
                    fields.get("name"),
                    "name: tên phép so sánh là một từ, không có dấu cách: " + oneWord(name),
                    "name: a comparison's name is one word without spaces: " + oneWord(name));
            return oneWord(name);
        }
        return name;
    }

    private Comparison.@Nullable Kind kind(Fields fields) {
        Map<String, Comparison.Kind> kinds = new LinkedHashMap<>();
        for (Comparison.Kind kind : Comparison.Kind.values()) {
            kinds.put(kind.written(), kind);
        }
        String word = fields.oneOf("compare", new ArrayList<>(kinds.keySet()));
        return word == null ? null : kinds.get(word);
    }

    private List<Column> compared(Fields fields) {
        if (fields.has("column") == fields.has("columns")) {
            problems.add(
                    fields.node(),
                    "comparisons: cần column (hoặc columns), và chỉ một trong hai",
                    "comparisons: column (or columns) is needed, and one of the two only");
            return List.of();
        }
        String key = fields.has("column") ? "column" : "columns";
        List<Column> compared = new ArrayList<>();
        boolean missing = false;
        for (String name : fields.texts(key)) {
            Column column = column(name, fields.get(key));
            missing |= column == null;
            if (column != null) {
                compared.add(column);
            }
        }
        return missing ? List.of() : compared;
    }

    private @Nullable Column column(@Nullable String name, @Nullable Node at) {
        Column column = name == null ? null : columns.get(name.strip());
        if (column == null) {
            String shown = name == null ? "…" : name;
            problems.add(
                    at,
                    "comparisons: mô hình không có cột \"" + shown + "\"" + Spelling.hintVi(shown, columns.keySet())
                            + "; columns có: " + String.join(", ", columns.keySet()),
                    "comparisons: the model has no column \"" + shown + "\""
                            + Spelling.hintEn(shown, columns.keySet()) + "; columns names "
                            + String.join(", ", columns.keySet()));
        }
        return column;
    }

    private List<Comparison> usual(Node at, Column column, @Nullable String name, @Nullable Boolean termFrequency) {
        if (column.kind() == Kind.HOUSEHOLD) {
            problems.add(
                    at,
                    "comparisons: cột household được so sánh cùng nơi ở: {compare: place, columns: [xã, tổ, "
                            + column.name() + "]}, hoặc ghi levels",
                    "comparisons: a household is compared with its place: {compare: place, columns: [commune, group, "
                            + column.name() + "]}, or with levels of your own");
            return List.of();
        }
        String named = name == null ? oneWord(column.name()) : name;
        if (!trained) {
            problems.add(
                    at,
                    named + ": với training: none phải ghi levels với m và u",
                    named + ": with training: none its levels must be written, with m and u");
            return List.of();
        }
        List<Comparison> usual = new ArrayList<>();
        for (Comparison c : UsualLevels.of(column, named)) {
            usual.add(
                    termFrequency == null
                            ? c
                            : new Comparison(c.name(), c.kind(), c.columns(), c.levels(), termFrequency));
        }
        return usual;
    }

    private List<Comparison> fixed(
            Fields fields,
            Comparison.Kind kind,
            List<Column> compared,
            @Nullable String name,
            @Nullable Boolean termFrequency) {
        List<Set<Kind>> taken = takes(kind);
        boolean fits = taken.size() == compared.size();
        for (int i = 0; fits && i < taken.size(); i++) {
            fits = taken.get(i).contains(compared.get(i).kind());
        }
        if (!fits) {
            List<String> words = new ArrayList<>();
            for (Set<Kind> kinds : taken) {
                words.add(String.join("|", kinds.stream().map(Kind::written).toList()));
            }
            List<String> given = compared.stream()
                    .map(c -> c.name() + " (" + c.kind().written() + ")")
                    .toList();
            problems.add(
                    fields.keyNode(fields.has("column") ? "column" : "columns"),
                    "compare: " + kind.written() + " so sánh " + String.join(", ", words) + ", không phải "
                            + String.join(", ", given),
                    "compare: " + kind.written() + " compares " + String.join(", ", words) + ", not "
                            + String.join(", ", given));
            return List.of();
        }
        String named = name != null ? name : oneWord(usualName(kind, compared));
        List<Level> fixed = levels.fixed(fields.get("levels"), kind, compared.get(0), named, fields.node());
        if (fixed == null) {
            return List.of();
        }
        List<String> names = compared.stream().map(Column::name).toList();
        return List.of(
                termFrequency == null
                        ? new Comparison(named, kind, names, fixed)
                        : new Comparison(named, kind, names, fixed, termFrequency));
    }

    /** A part of a name is called after its column and itself, as three of them may stand side by side. */
    static String usualName(Comparison.Kind kind, List<Column> compared) {
        String first = compared.get(0).name();
        return switch (kind) {
            case SURNAME, MIDDLE_NAME, GIVEN_NAME, OTHER_NAME -> first + "." + kind.written();
            case PLACE -> kind.written();
            case LEVELS, DATE, CODE, NUMBER, NUMBERS, WHOLE_NAME, PLACE_NAME -> first;
        };
    }

    static String oneWord(String name) {
        return name.strip().replaceAll("\\s+", "_");
    }

    private static List<Set<Kind>> takes(Comparison.Kind kind) {
        return switch (kind) {
            case LEVELS -> List.of(EnumSet.allOf(Kind.class));
            case SURNAME, MIDDLE_NAME, GIVEN_NAME -> List.of(EnumSet.of(Kind.PERSON_NAME));
            case OTHER_NAME -> List.of(EnumSet.of(Kind.PERSON_NAME), EnumSet.of(Kind.WHOLE_NAME));
            case DATE -> List.of(EnumSet.of(Kind.DATE));
            case CODE -> List.of(EnumSet.of(Kind.CODE, Kind.SEX, Kind.RELATION, Kind.FINGERPRINT));
            case NUMBER -> List.of(EnumSet.of(Kind.NUMBER));
            case NUMBERS -> List.of(EnumSet.of(Kind.NUMBERS));
            case PLACE -> List.of(EnumSet.of(Kind.CODE), EnumSet.of(Kind.CODE), EnumSet.of(Kind.HOUSEHOLD));
            case WHOLE_NAME -> List.of(EnumSet.of(Kind.WHOLE_NAME));
            case PLACE_NAME -> List.of(EnumSet.of(Kind.TEXT));
        };
    }
}
