package vn.dancu.linkage.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import vn.dancu.linkage.BlockingRule;
import vn.dancu.linkage.Column;
import vn.dancu.linkage.Column.Kind;
import vn.dancu.linkage.Comparison;
import vn.dancu.linkage.Level;
import vn.dancu.linkage.Model;
import vn.dancu.linkage.Test;

/** Writes a model as YAML: short where it is what the reader would take anyway, in full where it is not. */
final class ModelWriter {

    private static final int MOST_PLAIN = 12;

    private final Model model;
    private final StringBuilder out = new StringBuilder();

    ModelWriter(Model model) {
        this.model = model;
    }

    String write() {
        Model.Settings settings = model.settings();
        Model.Settings usual = Model.Settings.USUAL;
        line("model: " + word(model.name()));
        line("id: " + word(settings.id()));
        line("columns:");
        for (Column column : model.columns()) {
            line("  " + word(column.name()) + ": " + column(column));
        }
        line("comparisons:");
        List<Comparison> comparisons = model.comparisons();
        for (int k = 0; k < comparisons.size(); ) {
            k += comparison(comparisons, k);
        }
        line("blocking:");
        for (BlockingRule rule : model.rules()) {
            line("  - " + rule(rule));
        }
        if (settings.oneToOne() != usual.oneToOne()) {
            line("one-to-one: " + settings.oneToOne());
        }
        if (settings.matchShare() != null) {
            line("expected-matches: " + number(settings.matchShare()));
        }
        if (settings.largestCluster() != usual.largestCluster()) {
            line("largest-cluster: " + settings.largestCluster());
        }
        if (!settings.cannotLink().isEmpty()) {
            line("cannot-link: " + list(settings.cannotLink()));
        }
        if (!settings.trained()) {
            line("training: " + ModelReader.NONE);
        }
        if (settings.belief() != usual.belief()) {
            line("belief: " + number(settings.belief()));
        }
        return out.toString();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private static String column(Column column) {
        List<String> own = List.of(column.name());
        StringBuilder text = new StringBuilder();
        if (column.left().equals(column.right())) {
            if (!column.left().equals(own)) {
                text.append(", header: ").append(words(column.left()));
            }
        } else {
            text.append(", left: ").append(words(column.left()));
            text.append(", right: ").append(words(column.right()));
        }
        if (column.format() != null) {
            text.append(", format: ").append(word(column.format()));
        }
        String kind = column.kind().written();
        return text.isEmpty() ? kind : "{kind: " + kind + text + "}";
    }

    /** Writes one comparison, or the usual three of a name; returns how many. */
    private int comparison(List<Comparison> all, int k) {
        Comparison comparison = all.get(k);
        Column column = model.columns().get(model.column(comparison.columns().get(0)));
        boolean trained = model.settings().trained();
        if (trained && column.kind() != Kind.HOUSEHOLD) {
            List<Comparison> usual = UsualLevels.of(column, ComparisonReader.oneWord(column.name()));
            if (all.size() >= k + usual.size()
                    && all.subList(k, k + usual.size()).equals(usual)) {
                line("  - " + word(column.name()));
                return usual.size();
            }
        }
        if (comparison.kind() == Comparison.Kind.LEVELS) {
            free(comparison, column, trained);
        } else {
            fixed(comparison, column, trained);
        }
        return 1;
    }

    private void free(Comparison comparison, Column column, boolean trained) {
        line("  - column: " + word(column.name()));
        if (!comparison.name().equals(ComparisonReader.oneWord(column.name()))) {
            line("    name: " + word(comparison.name()));
        }
        List<LevelDraft> bare = new ArrayList<>();
        for (Level level : comparison.levels()) {
            bare.add(new LevelDraft(level.name(), level.tests(), null, null, null, null, null));
        }
        boolean believed = trained && Beliefs.complete(column.kind(), bare).equals(comparison.levels());
        line("    levels:");
        for (Level level : comparison.levels()) {
            line("      - " + freeLevel(level, believed));
        }
        if (comparison.termFrequency() != UsualLevels.termFrequency(column.kind())) {
            line("    term-frequency: " + comparison.termFrequency());
        }
    }

    private static String freeLevel(Level level, boolean believed) {
        boolean last = level.tests().isEmpty();
        boolean ownName = !level.name().equals(last ? LevelDraft.LAST : LevelReader.joined(level.tests()));
        if (believed && !ownName && level.tests().size() <= 1) {
            return last ? LevelReader.ELSE : word(level.tests().get(0).toString());
        }
        List<String> fields = new ArrayList<>();
        if (ownName) {
            fields.add("name: " + word(level.name()));
        }
        fields.add(
                last
                        ? "else: true"
                        : "when: "
                                + words(level.tests().stream()
                                        .map(Test::toString)
                                        .toList()));
        if (!believed) {
            fields.add(numbers(level));
        }
        return "{" + String.join(", ", fields) + "}";
    }

    private void fixed(Comparison comparison, Column column, boolean trained) {
        List<Column> compared = new ArrayList<>();
        for (String name : comparison.columns()) {
            compared.add(model.columns().get(model.column(name)));
        }
        line("  - compare: " + comparison.kind().written());
        line(
                compared.size() == 1
                        ? "    column: " + word(column.name())
                        : "    columns: " + list(comparison.columns()));
        if (!comparison
                .name()
                .equals(ComparisonReader.oneWord(ComparisonReader.usualName(comparison.kind(), compared)))) {
            line("    name: " + word(comparison.name()));
        }
        boolean usual =
                trained && UsualLevels.fixedLevels(comparison.kind(), column).equals(comparison.levels());
        if (!usual) {
            line("    levels:");
            for (Level level : comparison.levels()) {
                line("      - {name: " + word(level.name()) + ", " + numbers(level) + "}");
            }
        }
        Comparison plain =
                new Comparison(comparison.name(), comparison.kind(), comparison.columns(), comparison.levels());
        if (comparison.termFrequency() != plain.termFrequency()) {
            line("    term-frequency: " + comparison.termFrequency());
        }
    }

    private static String numbers(Level level) {
        return "m: " + number(level.m()) + ", u: " + number(level.u()) + ", family: " + number(level.family())
                + ", least: " + number(level.leastWeight()) + ", most: " + number(level.mostWeight());
    }

    private static String rule(BlockingRule rule) {
        String written = parts(rule.parts());
        boolean usualLarge = rule.leaveOutLarge() == RuleReader.usuallyLeftOut(rule.parts());
        boolean readsBack = reads(rule.name(), rule.parts());
        if (readsBack && usualLarge && rule.refinements().isEmpty()) {
            return word(rule.name());
        }
        List<String> fields = new ArrayList<>();
        fields.add("rule: " + word(readsBack ? rule.name() : written));
        if (!readsBack && !rule.name().equals(written)) {
            fields.add("name: " + word(rule.name()));
        }
        if (!rule.refinements().isEmpty()) {
            fields.add("then: " + word(parts(rule.refinements())));
        }
        if (!usualLarge) {
            fields.add("large-blocks: " + (rule.leaveOutLarge() ? RuleReader.LEAVE_OUT : RuleReader.KEEP));
        }
        return "{" + String.join(", ", fields) + "}";
    }

    private static boolean reads(String name, List<BlockingRule.Part> parts) {
        try {
            return BlockingRule.parts(name).equals(parts) && name.equals(name.strip());
        } catch (IllegalArgumentException other) {
            return false;
        }
    }

    static String parts(List<BlockingRule.Part> parts) {
        List<String> words = new ArrayList<>();
        for (BlockingRule.Part part : parts) {
            String columns = String.join("|", part.columns());
            String aspect = part.aspect() == BlockingRule.Aspect.VALUE
                    ? ""
                    : ":" + part.aspect().written();
            String argument = part.argument() == 0 ? "" : "-" + plain(part.argument());
            words.add(columns + aspect + argument);
        }
        return String.join(" + ", words);
    }

    private static String plain(double number) {
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }

    private static String number(double number) {
        String shortest = Double.toString(number);
        boolean negativeZero = number == 0 && shortest.charAt(0) == '-';
        String plain = plain(number);
        return plain.length() <= MOST_PLAIN && !negativeZero ? plain : shortest;
    }

    private static String words(List<String> words) {
        return words.size() == 1 ? word(words.get(0)) : list(words);
    }

    private static String list(List<String> words) {
        return "[" + String.join(", ", words.stream().map(ModelWriter::word).toList()) + "]";
    }

    /** A word as it is where YAML surely reads it as one, otherwise in quotes. */
    private static String word(String text) {
        boolean plain = !text.isEmpty() && Character.isLetter(text.charAt(0)) && !text.endsWith(" ");
        for (int i = 0; plain && i < text.length(); i++) {
            char c = text.charAt(i);
            plain = Character.isLetterOrDigit(c)
                    || " _-.+|/".indexOf(c) >= 0
                    || (c == ':' && i + 1 < text.length() && text.charAt(i + 1) != ' ');
        }
        boolean meaning = List.of("true", "false", "null", "yes", "no", "on", "off")
                .contains(text.toLowerCase(java.util.Locale.ROOT));
        if (plain && !meaning) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c == 0x7f || c == 0x85 || c == 0xa0 || c == 0x2028 || c == 0x2029 || c == 0xfeff) {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
