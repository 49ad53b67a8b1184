package vn.dancu.linkage.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import vn.dancu.linkage.Column;
import vn.dancu.linkage.Comparison;
import vn.dancu.linkage.Level;
import vn.dancu.linkage.Test;

/** Reads the levels of a comparison. */
final class LevelReader {

    static final List<String> KEYS = List.of("name", "when", "else", "m", "u", "family", "least", "most");
    static final String ELSE = "else";

    private static final double ROUNDING = .01;

    private final TestReader tests;
    private final Problems problems;
    private final boolean trained;

    LevelReader(TestReader tests, boolean trained, Problems problems) {
        this.tests = tests;
        this.trained = trained;
        this.problems = problems;
    }

    /** Levels whose tests are listed; null (and a problem) where they cannot be used. */
    @Nullable
    List<Level> free(Node list, Column column, String comparison) {
        int before = problems.count();
        List<LevelDraft> drafts = new ArrayList<>();
        List<Node> nodes = Fields.items(list);
        for (int v = 0; v < nodes.size(); v++) {
            LevelDraft draft = freeLevel(nodes.get(v), column, v == nodes.size() - 1);
            if (draft != null) {
                drafts.add(draft);
            }
        }
        if (problems.count() > before) {
            return null;
        }
        if (drafts.isEmpty() || !drafts.get(drafts.size() - 1).tests().isEmpty()) {
            drafts.add(LevelDraft.last());
        }
        if (drafts.size() < 2 || drafts.size() > Comparison.MOST_LEVELS) {
            problems.add(
                    list,
                    comparison + ": cần 2 đến " + Comparison.MOST_LEVELS + " mức, kể cả else",
                    comparison + ": 2 to " + Comparison.MOST_LEVELS + " levels are needed, else among them");
            return null;
        }
        reachable(nodes, drafts);
        drafts = consistent(list, comparison, drafts, false);
        return problems.count() > before || !possible(list, comparison, drafts)
                ? null
                : Beliefs.complete(column.kind(), drafts);
    }

    private @Nullable LevelDraft freeLevel(Node node, Column column, boolean last) {
        if (!(node instanceof MappingNode)) {
            if (ELSE.equals(Fields.scalar(node))) {
                return last(node, last) ? LevelDraft.last() : null;
            }
            Test test = tests.read(node, column);
            return test == null ? null : LevelDraft.of(test);
        }
        Fields fields = new Fields(node, "levels", KEYS, problems);
        boolean isElse = Boolean.TRUE.equals(fields.truth(ELSE));
        List<Test> read = new ArrayList<>();
        Node when = fields.get("when");
        for (Node item : when == null ? List.<Node>of() : Fields.items(when)) {
            Test test = tests.read(item, column);
            if (test != null) {
                read.add(test);
            }
        }
        if (isElse == (when != null)) {
            problems.add(
                    node,
                    "levels: mỗi mức cần hoặc \"when: phép đo\" hoặc \"else: true\"",
                    "levels: a level needs either \"when: measure\" or \"else: true\"");
            return null;
        }
        if (isElse ? !last(node, last) : read.isEmpty()) {
            return null;
        }
        return numbers(fields, isElse ? LevelDraft.LAST : joined(read), read);
    }

    private boolean last(Node node, boolean last) {
        if (!last) {
            problems.add(
                    node,
                    "levels: else phải là mức cuối cùng, các mức xếp từ chặt nhất",
                    "levels: else must be the last level, the strictest is the first");
        }
        return last;
    }

    private LevelDraft numbers(Fields fields, String usualName, List<Test> read) {
        String name = fields.text("name");
        Double least = fields.number("least");
        Double most = fields.number("most");
        if (least != null && most != null && least > most) {
            problems.add(
                    fields.get("least"),
                    "least: trọng số nhỏ nhất (" + least + ") lớn hơn most (" + most + ")",
                    "least: the least weight (" + least + ") is above most (" + most + ")");
        }
        return new LevelDraft(
                name == null ? usualName : name,
                read,
                fields.probability("m"),
                fields.probability("u"),
                fields.probability("family"),
                least,
                most);
    }

    static String joined(List<Test> tests) {
        StringBuilder name = new StringBuilder();
        for (Test test : tests) {
            name.append(name.isEmpty() ? "" : " or ").append(test);
        }
        return name.toString();
    }

    private void reachable(List<Node> nodes, List<LevelDraft> drafts) {
        List<Test> before = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int v = 0; v < drafts.size(); v++) {
            LevelDraft draft = drafts.get(v);
            Node at = nodes.get(Math.min(v, nodes.size() - 1));
            if (!names.add(draft.name())) {
                problems.add(
                        at,
                        "levels: hai mức cùng tên \"" + draft.name() + "\"",
                        "levels: two levels are named \"" + draft.name() + "\"");
            }
            boolean never = !draft.tests().isEmpty()
                    && draft.tests().stream()
                            .allMatch(test -> before.stream().anyMatch(b -> TestReader.implied(test, b)));
            if (never) {
                problems.add(
                        at,
                        "levels: mức \"" + draft.name() + "\" không bao giờ đạt được vì một mức trước đã gồm nó; xếp"
                                + " mức chặt hơn lên trước",
                        "levels: the level \"" + draft.name() + "\" can never be reached, a level before it takes all"
                                + " its pairs; put the stricter first");
            }
            before.addAll(draft.tests());
        }
    }

    /** The levels of a fixed set, with what the file says of them; null (and a problem) where it cannot be used. */
    @Nullable
    List<Level> fixed(@Nullable Node list, Comparison.Kind kind, Column column, String comparison, Node at) {
        List<Level> usual = UsualLevels.fixedLevels(kind, column);
        return list == null ? untrainedAllows(at, comparison, usual) : changed(list, kind, usual, comparison);
    }

    /** Without training every level must say its m and u; the usual ones are beliefs. */
    private @Nullable List<Level> untrainedAllows(Node at, String comparison, List<Level> usual) {
        return written(
                        at,
                        comparison,
                        usual.stream()
                                .map(l -> new LevelDraft(l.name(), l.tests(), null, null, null, null, null))
                                .toList())
                ? usual
                : null;
    }

    private @Nullable List<Level> changed(Node list, Comparison.Kind kind, List<Level> usual, String comparison) {
        int before = problems.count();
        List<LevelDraft> drafts = new ArrayList<>();
        List<Node> nodes = Fields.items(list);
        for (Node node : nodes) {
            if (node instanceof MappingNode) {
                Fields fields = new Fields(node, "levels", KEYS, problems);
                if (fields.has("when") || fields.has(ELSE)) {
                    problems.add(
                            node,
                            "levels: các mức của " + kind.written() + " là cố định, không có when hay else",
                            "levels: the levels of " + kind.written() + " are fixed, they take no when and no else");
                }
                drafts.add(numbers(fields, "", List.of()));
            } else {
                String name = Fields.scalar(node);
                drafts.add(new LevelDraft(name == null ? "" : name.strip(), List.of(), null, null, null, null, null));
            }
        }
        List<String> names = usual.stream().map(Level::name).toList();
        boolean whole = drafts.size() == usual.size();
        LevelDraft[] placed = new LevelDraft[usual.size()];
        for (int v = 0; v < drafts.size(); v++) {
            String name = drafts.get(v).name();
            int place = names.indexOf(name);
            if (whole && (place == v || place < 0)) {
                placed[v] = name.isEmpty() ? named(drafts.get(v), names.get(v)) : drafts.get(v);
            } else if (!whole && place >= 0 && placed[place] == null) {
                placed[place] = drafts.get(v);
            } else {
                problems.add(
                        nodes.get(v),
                        "levels: " + kind.written() + " có các mức, theo thứ tự này: " + String.join(" | ", names)
                                + "; \"" + name + "\" không ở đúng chỗ",
                        "levels: " + kind.written() + " has these levels in this order: " + String.join(" | ", names)
                                + "; \"" + name + "\" is not in its place");
            }
        }
        if (problems.count() > before) {
            return null;
        }
        List<LevelDraft> full = new ArrayList<>();
        for (int v = 0; v < placed.length; v++) {
            full.add(
                    placed[v] == null
                            ? new LevelDraft(names.get(v), List.of(), null, null, null, null, null)
                            : placed[v]);
        }
        full = consistent(list, comparison, full, kind == Comparison.Kind.OTHER_NAME);
        if (problems.count() > before) {
            return null;
        }
        List<Level> levels = new ArrayList<>();
        for (int v = 0; v < full.size(); v++) {
            Level level = level(nodes.get(Math.min(v, nodes.size() - 1)), full.get(v), usual.get(v));
            if (level == null) {
                return null;
            }
            levels.add(level);
        }
        return levels;
    }

    private @Nullable Level level(Node at, LevelDraft draft, Level usual) {
        LevelDraft whole = draft.or(usual);
        double least = value(whole.least());
        double most = value(whole.most());
        if (least > most) {
            problems.add(
                    at,
                    "least, most: " + least + " lớn hơn " + most + " ở mức \"" + draft.name() + "\"; hãy ghi cả hai",
                    "least, most: " + least + " is above " + most + " at the level \"" + draft.name()
                            + "\"; write both");
            return null;
        }
        return new Level(
                draft.name(), List.of(), value(whole.m()), value(whole.u()), value(whole.family()), least, most);
    }

    private static double value(@Nullable Double number) {
        return number == null ? 0 : number;
    }

    private static LevelDraft named(LevelDraft draft, String name) {
        return new LevelDraft(name, draft.tests(), draft.m(), draft.u(), draft.family(), draft.least(), draft.most());
    }

    private boolean written(Node at, String comparison, List<LevelDraft> drafts) {
        boolean all = Beliefs.sum(drafts, true) != null && Beliefs.sum(drafts, false) != null;
        if (!trained && !all) {
            problems.add(
                    at,
                    comparison + ": với training: none thì mỗi mức phải ghi m và u",
                    comparison + ": with training: none every level must say its m and u");
            return false;
        }
        return true;
    }

    /** All m given: they add up to 1, or are made to where they are to be learnt; likewise u. */
    private List<LevelDraft> consistent(Node list, String comparison, List<LevelDraft> drafts, boolean anySum) {
        written(list, comparison, drafts);
        double m = factor(list, comparison, "m", Beliefs.sum(drafts, true), anySum);
        double u = factor(list, comparison, "u", Beliefs.sum(drafts, false), anySum);
        if (m == 1 && u == 1) {
            return drafts;
        }
        List<LevelDraft> fitted = new ArrayList<>();
        for (LevelDraft d : drafts) {
            fitted.add(new LevelDraft(
                    d.name(),
                    d.tests(),
                    d.m() == null ? null : Double.valueOf(d.m() * m),
                    d.u() == null ? null : Double.valueOf(d.u() * u),
                    d.family(),
                    d.least(),
                    d.most()));
        }
        return fitted;
    }

    private double factor(Node list, String comparison, String key, @Nullable Double sum, boolean anySum) {
        if (sum == null || anySum || Math.abs(sum - 1) <= ROUNDING) {
            return 1;
        }
        if (trained) {
            return 1 / sum;
        }
        String shown = Double.toString(Math.rint(sum * 1e4) / 1e4);
        problems.add(
                list,
                comparison + ": tổng các " + key + " phải là 1, không phải " + shown,
                comparison + ": the " + key + " of the levels must add up to 1, not to " + shown);
        return 1;
    }

    /** Where some m or u are left open, the written ones must leave something to them. */
    private boolean possible(Node list, String comparison, List<LevelDraft> drafts) {
        for (boolean ofM : new boolean[] {true, false}) {
            double written = 0;
            boolean open = false;
            for (LevelDraft draft : drafts) {
                Double own = ofM ? draft.m() : draft.u();
                open |= own == null;
                written += own == null ? 0 : own;
            }
            if (open && written >= 1) {
                String key = ofM ? "m" : "u";
                problems.add(
                        list,
                        comparison + ": các " + key + " đã ghi không để lại gì cho các mức khác (tổng " + written + ")",
                        comparison + ": the " + key + " that are written leave nothing to the other levels (they add"
                                + " up to " + written + ")");
                return false;
            }
        }
        return true;
    }
}
