package vn.dancu.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What training learnt: the prior, the probabilities of every level, the frequent values, the evidence of households. All
 * weights follow from these and the model alone. Written and read as text; holds no record.
 */
public final class Parameters {

    static final int HOUSEHOLD_LEVELS = 3;
    private static final double LOG2 = Math.log(2);
    private static final String FIRST_LINE = "dancu-linkage parameters 1";

    final Model model;
    /** Share of left records that have a right one. */
    double matchShare;
    /** Right records among which a left one's partner is looked for. */
    long rightSize;
    /** Brothers and sisters in the household, on average, and its other members: how many may be taken for the person. */
    double siblings;

    double relatives;
    /** By comparison and level (from 1). */
    final double[][] m;

    final double[][] u;
    final double[][] family;
    final double[][] sibling;
    final TermTable[] terms;
    /** By column: what share of the rows holds each word, where words are compared. */
    final TermTable[] words;
    /** Among pairs of one person with a known household: two or more others linked alike, one, others linked elsewhere. */
    final double[] household = {.6, .25, .05};

    Parameters(Model model) {
        this.model = model;
        this.matchShare = .9;
        this.rightSize = 1;
        this.siblings = 1;
        this.relatives = 2;
        int comparisons = model.comparisons().size();
        m = new double[comparisons][];
        u = new double[comparisons][];
        family = new double[comparisons][];
        sibling = new double[comparisons][];
        terms = new TermTable[comparisons];
        words = new TermTable[model.columns().size()];
        for (int c = 0; c < words.length; c++) {
            words[c] = new TermTable();
        }
        for (int k = 0; k < comparisons; k++) {
            Comparison comparison = model.comparisons().get(k);
            int levels = comparison.levels().size();
            m[k] = new double[levels + 1];
            u[k] = new double[levels + 1];
            family[k] = new double[levels + 1];
            sibling[k] = new double[levels + 1];
            for (int v = 1; v <= levels; v++) {
                m[k][v] = comparison.levels().get(v - 1).m();
                u[k][v] = comparison.levels().get(v - 1).u();
                family[k][v] = comparison.levels().get(v - 1).family();
            }
            sibling[k] = believedOfSiblings(comparison, family[k]);
            terms[k] = new TermTable();
        }
    }

    /** Brothers and sisters share surname, parents and relation to the head more than members of a household at large do. */
    private double[] believedOfSiblings(Comparison comparison, double[] family) {
        Column column = model.columns().get(model.column(comparison.columns().get(0)));
        boolean shared = comparison.kind() == Comparison.Kind.SURNAME
                || column.kind() == Column.Kind.RELATION
                || (comparison.kind() == Comparison.Kind.WHOLE_NAME && family[1] > .25);
        double[] sibling = family.clone();
        if (shared) {
            double same = Math.max(.92, family[1]);
            double rest = 0;
            for (int v = 2; v < family.length; v++) {
                rest += family[v];
            }
            sibling[1] = same;
            for (int v = 2; v < family.length; v++) {
                sibling[v] = family[v] / rest * (1 - same);
            }
        }
        return sibling;
    }

    static double log2(double value) {
        return Math.log(value) / LOG2;
    }

    /** log2 odds of a probability. */
    static double weight(double probability) {
        return log2(probability / (1 - probability));
    }

    static double probability(double weight) {
        return 1 / (1 + Math.exp(-weight * LOG2));
    }

    /** log2 odds that a pair drawn at random is one person. */
    double prior() {
        return log2(matchShare / Math.max(1, rightSize));
    }

    /** log2 odds that a pair is one person against its being two of one household other than siblings. */
    double familyPrior() {
        return log2(matchShare / Math.max(.05, relatives));
    }

    double siblingPrior() {
        return log2(matchShare / Math.max(.05, siblings));
    }

    /** Match weight of a level without term frequency. */
    double weight(int k, int level) {
        Level believed = model.comparisons().get(k).levels().get(level - 1);
        return clip(log2(m[k][level] / u[k][level]), believed);
    }

    static double clip(double weight, Level level) {
        return Math.max(level.leastWeight(), Math.min(level.mostWeight(), weight));
    }

    /** The weight of a level against two of one household. */
    double familyWeight(int k, int level) {
        return Math.max(-10, Math.min(12, log2(m[k][level] / family[k][level])));
    }

    /** The weight of a level against a brother or sister. */
    double siblingWeight(int k, int level) {
        return Math.max(-10, Math.min(12, log2(m[k][level] / sibling[k][level])));
    }

    /** For people to look at: prior, m, u and weight of every level. */
    public ModelSummary summary() {
        List<ModelSummary.ComparisonSummary> summaries = new ArrayList<>();
        for (int k = 0; k < m.length; k++) {
            Comparison comparison = model.comparisons().get(k);
            List<ModelSummary.LevelSummary> levels = new ArrayList<>();
            for (int v = 1; v < m[k].length; v++) {
                levels.add(new ModelSummary.LevelSummary(comparison.levelName(v), m[k][v], u[k][v], weight(k, v)));
            }
            summaries.add(new ModelSummary.ComparisonSummary(comparison.name(), levels));
        }
        return new ModelSummary(prior(), summaries);
    }

    /** As lines of text; {@link #read} takes them back without loss. */
    public String write() {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        text.append("model ").append(model.name()).append('\n');
        text.append(String.format(
                Locale.ROOT, "prior %s %d %s %s%n", matchShare + "", rightSize, siblings + "", relatives + ""));
        text.append(String.format(
                Locale.ROOT, "household %s %s %s%n", household[0] + "", household[1] + "", household[2] + ""));
        for (int k = 0; k < m.length; k++) {
            String name = word(model.comparisons().get(k).name());
            for (int v = 1; v < m[k].length; v++) {
                text.append("level ").append(name).append(' ').append(v).append(' ');
                text.append(m[k][v])
                        .append(' ')
                        .append(u[k][v])
                        .append(' ')
                        .append(family[k][v])
                        .append(' ');
                text.append(sibling[k][v]).append('\n');
            }
            terms[k].write(name, text);
        }
        for (int c = 0; c < words.length; c++) {
            words[c].write("word-", word(model.columns().get(c).name()), text);
        }
        return text.toString();
    }

    /** Parameters of a built-in model. */
    public static Parameters read(String written) {
        return read(Model.personVi(), written);
    }

    /** @throws IllegalArgumentException naming the line, where the text is not what {@link #write} gives for the model */
    public static Parameters read(Model model, String written) {
        String[] lines = written.split("\r?\n");
        if (lines.length < 2 || !lines[0].equals(FIRST_LINE) || !lines[1].equals("model " + model.name())) {
            throw new IllegalArgumentException("not parameters of the model " + model.name());
        }
        Parameters parameters = new Parameters(model);
        for (int i = 2; i < lines.length; i++) {
            try {
                parameters.take(lines[i].split(" ", 5));
            } catch (NumberFormatException | IndexOutOfBoundsException wrong) {
                throw new IllegalArgumentException("line " + (i + 1) + " of the parameters cannot be read", wrong);
            }
        }
        return parameters;
    }

    private void take(String[] line) {
        switch (line[0]) {
            case "prior" -> {
                matchShare = Double.parseDouble(line[1]);
                rightSize = Long.parseLong(line[2]);
                siblings = Double.parseDouble(line[3]);
                relatives = Double.parseDouble(line[4]);
            }
            case "household" -> {
                for (int v = 0; v < HOUSEHOLD_LEVELS; v++) {
                    household[v] = Double.parseDouble(line[v + 1]);
                }
            }
            case "level" -> {
                int k = comparison(line[1]);
                int v = Integer.parseInt(line[2]);
                m[k][v] = Double.parseDouble(line[3]);
                String[] rest = line[4].split(" ");
                u[k][v] = Double.parseDouble(rest[0]);
                family[k][v] = Double.parseDouble(rest[1]);
                sibling[k][v] = Double.parseDouble(rest[2]);
            }
            case "word-rest" -> words[column(line[1])].rest(Double.parseDouble(line[2]), Double.parseDouble(line[3]));
            case "word-term" ->
                words[column(line[1])].add(
                        line[3] + (line.length > 4 ? " " + line[4] : ""), Double.parseDouble(line[2]));
            case "rest" -> terms[comparison(line[1])].rest(Double.parseDouble(line[2]), Double.parseDouble(line[3]));
            case "term" ->
                terms[comparison(line[1])].add(
                        line[3] + (line.length > 4 ? " " + line[4] : ""), Double.parseDouble(line[2]));
            default -> throw new IndexOutOfBoundsException(line[0]);
        }
    }

    /** A name as one word of a line. */
    private static String word(String name) {
        return name.replace("%", "%25").replace(" ", "%20").replace("\n", "%0A").replace("\r", "%0D");
    }

    private int column(String name) {
        for (int c = 0; c < words.length; c++) {
            if (word(model.columns().get(c).name()).equals(name)) {
                return c;
            }
        }
        throw new IndexOutOfBoundsException(name);
    }

    private int comparison(String name) {
        for (int k = 0; k < m.length; k++) {
            if (word(model.comparisons().get(k).name()).equals(name)) {
                return k;
            }
        }
        throw new IndexOutOfBoundsException(name);
    }
}
