package vn.dancu.linkage;

import java.util.List;

/**
 * The reference: plain, slow, and apart from the engine's inner loop. It takes the levels of names from the engine (they have a
 * table of their own in {@link LevelsTest}); numbers, dates, places, frequencies, sums and blocking are done anew.
 */
final class PlainScore {

    private final Joint joint;
    private final Parameters parameters;
    private final PairLevels levels;
    private final Model model = Model.personVi();

    PlainScore(Joint joint, Parameters parameters) {
        this.joint = joint;
        this.parameters = parameters;
        this.levels = new PairLevels(joint, parameters);
    }

    double weight(int i, int j) {
        double stranger = log2(parameters.matchShare / parameters.rightSize);
        double sibling = log2(parameters.matchShare / Math.max(.05, parameters.siblings));
        double relative = log2(parameters.matchShare / Math.max(.05, parameters.relatives));
        for (int k = 0; k < model.comparisons().size(); k++) {
            Comparison comparison = model.comparisons().get(k);
            int level = level(k, i, j);
            if (level == 0) {
                continue;
            }
            double m = parameters.m[k][level];
            Level believed = comparison.levels().get(level - 1);
            double weight = clip(log2(m / parameters.u[k][level]), believed.leastWeight(), believed.mostWeight());
            weight += term(k, level, i);
            stranger += clip(weight, believed.leastWeight(), believed.mostWeight());
            sibling += clip(log2(m / parameters.sibling[k][level]), -10, 12);
            relative += clip(log2(m / parameters.family[k][level]), -10, 12);
        }
        return -log2(Math.pow(2, -stranger) + Math.pow(2, -sibling) + Math.pow(2, -relative));
    }

    private int level(int k, int i, int j) {
        String name = model.comparisons().get(k).name();
        return switch (name) {
            case "sex", "relation", "address" -> equal(cell(joint.left, i, name), cell(joint.right, j, name));
            case "personal_id" -> {
                long x = number(joint.left, i, slot(name));
                long y = number(joint.right, j, slot(name));
                yield x == 0 || y == 0 ? 0 : numbers(Long.toHexString(x), Long.toHexString(y));
            }
            case "place" -> place(i, j);
            default -> levels.level(k, joint.left, i, joint.right, j);
        };
    }

    private static int numbers(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        int differing = 0;
        int first = -1;
        int last = -1;
        for (int at = 0; at < a.length(); at++) {
            if (a.charAt(at) != b.charAt(at)) {
                differing++;
                first = first < 0 ? at : first;
                last = at;
            }
        }
        boolean swapped = differing == 2
                && last == first + 1
                && a.charAt(first) == b.charAt(last)
                && a.charAt(last) == b.charAt(first);
        return differing == 1 || swapped ? 2 : 3;
    }

    private int place(int i, int j) {
        boolean keys = joint.householdsComparable;
        int householdA = keys ? cell(joint.left, i, "household") : 0;
        int householdB = keys ? cell(joint.right, j, "household") : 0;
        int households = equal(householdA, householdB);
        int communes = equal(cell(joint.left, i, "commune"), cell(joint.right, j, "commune"));
        int groups = equal(cell(joint.left, i, "group"), cell(joint.right, j, "group"));
        if (households == 1) {
            return 1;
        }
        if (communes == 0) {
            return households == 0 ? 0 : 6;
        }
        return communes == 2 ? 5 : groups != 1 ? 4 : households == 0 ? 2 : 3;
    }

    private static int equal(int a, int b) {
        return a == 0 || b == 0 ? 0 : a == b ? 1 : 2;
    }

    private double term(int k, int level, int i) {
        Comparison.Kind kind = model.comparisons().get(k).kind();
        TermTable table = parameters.terms[k];
        if (TermWeights.levels(model.comparisons().get(k))[level] == 0 || table.isEmpty()) {
            return 0;
        }
        int column = model.column(model.comparisons().get(k).columns().get(0));
        int code = joint.left.cell(i, TermWeights.slot(joint, k));
        double frequency;
        if (kind == Comparison.Kind.DATE) {
            frequency = table.frequencies().getOrDefault(Integer.toString(code), table.rest());
        } else if (kind == Comparison.Kind.PLACE_NAME) {
            frequency = table.rest();
            for (var entry : table.frequencies().entrySet()) {
                int other = joint.texts[column].find(entry.getKey());
                boolean same = other != 0
                        && joint.texts[column].foldedText(other).equals(joint.texts[column].foldedText(code));
                frequency += same ? entry.getValue() : 0;
            }
        } else if (level == 1) {
            frequency = table.frequencies().getOrDefault(joint.names.parts.text(code), table.rest());
        } else {
            frequency = table.rest();
            for (var entry : table.frequencies().entrySet()) {
                int other = joint.names.parts.find(entry.getKey());
                boolean same =
                        other != 0 && joint.names.parts.foldedText(other).equals(joint.names.parts.foldedText(code));
                frequency += same ? entry.getValue() : 0;
            }
        }
        return log2(table.average() / frequency);
    }

    boolean sharesARule(int i, int j) {
        for (BlockingRule rule : model.rules()) {
            boolean all = true;
            for (BlockingRule.Part part : rule.parts()) {
                List<String> a = values(joint.left, i, part);
                all &= a.stream().anyMatch(values(joint.right, j, part)::contains);
            }
            boolean household = rule.name().startsWith("household");
            if (all && (!household || joint.householdsComparable)) {
                return true;
            }
        }
        return false;
    }

    private List<String> values(Rows cells, int row, BlockingRule.Part part) {
        int at = slot(part.columns().get(0));
        int code = cells.cell(row, at);
        boolean main = part.columns().get(0).equals("full_name");
        Parts parts = joint.names.parts;
        return switch (part.aspect()) {
            case VALUE -> {
                boolean id = part.columns().get(0).equals("personal_id");
                yield code == 0 ? List.of() : List.of(code + (id ? "," + cells.cell(row, at + 1) : ""));
            }
            case SURNAME -> code == 0 ? List.of() : List.of(parts.foldedText(code));
            case GIVEN_NAME ->
                cells.cell(row, at + 2) == 0 ? List.of() : List.of(parts.foldedText(cells.cell(row, at + 2)));
            case FOLDED_NAME -> {
                int name = main ? cells.cell(row, at + 3) : code;
                yield name == 0
                        ? List.of()
                        : List.of(text(parts, joint.names.surname(name)) + "|" + text(parts, joint.names.middle(name))
                                + "|" + text(parts, joint.names.given(name)));
            }
            case YEAR -> code == 0 ? List.of() : List.of("" + (code >>> 9));
            case FULL_DATE -> (code & 31) == 0 || (code & 511) == 33 ? List.of() : List.of("" + code);
            case MEMBER ->
                java.util.Arrays.stream(joint.values.set(code))
                        .mapToObj(Long::toString)
                        .toList();
            default -> throw new IllegalStateException("not an aspect of this model");
        };
    }

    private static String text(Parts parts, int code) {
        return code == 0 ? "" : parts.foldedText(code);
    }

    private static long number(Rows rows, int row, int slot) {
        return (long) rows.cell(row, slot) << 32 | rows.cell(row, slot + 1) & 0xffff_ffffL;
    }

    private int cell(Rows cells, int row, String column) {
        return cells.cell(row, slot(column));
    }

    private int slot(String column) {
        return joint.layout.slot(model.column(column));
    }

    private static double clip(double weight, double least, double most) {
        return Math.max(least, Math.min(most, weight));
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
