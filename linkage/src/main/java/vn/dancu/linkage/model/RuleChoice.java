package vn.dancu.linkage.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.linkage.BlockingRule;
import vn.dancu.linkage.BlockingRule.Aspect;
import vn.dancu.linkage.BlockingRule.Part;

/**
 * Chooses blocking rules from a sample: each must give a modest number of pairs in the whole files, and together they must
 * find records of which one or two values are missing or mistyped. Both are tried out: pairs are counted in the sample and
 * scaled, mistakes are drawn at random.
 */
final class RuleChoice {

    /** A rule and the pairs it is expected to give in the whole files. */
    record Chosen(BlockingRule rule, double pairs) {}

    private static final int MOST_RULES = 8;
    private static final int TRIALS = 4_000;
    private static final double LEAST_GAIN = .002;
    /** Of a pair for the first time, the second, the third: files may be worse than the mistakes that are drawn. */
    private static final double[] WORTH_OF_FINDING = {1, .4, .15};

    private static final double PAIRS_PER_RECORD = 8;
    private static final double PAIRS_OF_SMALL_FILES = 2_000_000;
    /** What a rule of so many pairs as are allowed is worth less than one of none. */
    private static final double COST = 20;

    /** Mistakes are drawn as if the files were this much worse than files usually are. */
    private static final double CAUTION = 3;

    /**
     * A part that a rule may have.
     *
     * @param index its place among the candidates; {@code place} is that of its field
     * @param breaks share of the values whose mistakes break the part
     */
    private record Candidate(
            int index, Field field, int place, Part part, double breaks, long[][] left, long[][] right) {}

    private record Rule(List<Candidate> parts, double pairs) {}

    private final List<Field> fields;
    private final Sample left;
    private final Sample right;
    private final PairEstimate estimate;
    private final List<Candidate> candidates = new ArrayList<>();
    private final double limit;
    private double covered;

    RuleChoice(List<Field> fields, Sample left, Sample right, boolean dedupe) {
        this.fields = fields;
        this.left = left;
        this.right = right;
        this.estimate = new PairEstimate(left, right, dedupe);
        this.limit = Math.max(PAIRS_OF_SMALL_FILES, PAIRS_PER_RECORD * Math.max(left.size(), right.size()));
    }

    /** Share of the pairs with mistakes drawn at random that some rule finds. */
    double covered() {
        return covered;
    }

    List<Chosen> choose() {
        for (int f = 0; f < fields.size(); f++) {
            addCandidates(fields.get(f), f);
        }
        List<Rule> rules = rules();
        boolean[][] whole = trials();
        int[] found = new int[TRIALS];
        List<Rule> taken = new ArrayList<>();
        while (taken.size() < MOST_RULES) {
            Rule best = best(rules, whole, found);
            if (best == null) {
                break;
            }
            rules.remove(best);
            rules.removeIf(rule -> implied(rule, best));
            for (int t = 0; t < TRIALS; t++) {
                found[t] += fires(best, whole, t) ? 1 : 0;
            }
            taken.removeIf(before -> implied(before, best));
            taken.add(best);
        }
        int count = 0;
        for (int times : found) {
            count += times > 0 ? 1 : 0;
        }
        covered = (double) count / TRIALS;
        return taken.stream()
                .map(rule -> new Chosen(written(rule), rule.pairs()))
                .toList();
    }

    private void addCandidates(Field field, int place) {
        ColumnProfile p = field.profile();
        boolean telling = p.distinct > 30;
        switch (field.kind()) {
            case TEXT -> {
                add(field, place, Aspect.FOLDED, 0, .08);
                if (telling && field.meaning() != Meaning.EMAIL) {
                    add(field, place, Aspect.SOUNDEX, 0, .04);
                    add(field, place, Aspect.FIRST, 4, .045);
                }
            }
            case CODE, SEX -> add(field, place, Aspect.VALUE, 0, .03);
            case DATE -> {
                if (p.fullDate > .2) {
                    add(field, place, Aspect.FULL_DATE, 0, .06);
                    add(field, place, Aspect.DAY_AND_MONTH, 0, .045);
                }
                add(field, place, Aspect.YEAR, 0, .03);
            }
            case NUMBER -> {
                add(field, place, Aspect.VALUE, 0, .05);
                if (p.usualDigits >= 7) {
                    add(field, place, Aspect.FIRST, 5, .03);
                    add(field, place, Aspect.LAST, 5, .03);
                }
            }
            case NUMBERS, SET -> add(field, place, Aspect.MEMBER, 0, .06);
            case QUANTITY -> {
                if (p.year > .7) {
                    add(field, place, Aspect.VALUE, 0, .05);
                }
            }
            case PERSON_NAME -> {
                add(field, place, Aspect.FOLDED_NAME, 0, .12);
                add(field, place, Aspect.GIVEN_NAME, 0, .04);
                add(field, place, Aspect.SURNAME, 0, .035);
            }
            case WHOLE_NAME -> add(field, place, Aspect.FOLDED_NAME, 0, .12);
            case FREE_TEXT, ADDRESS -> {
                add(field, place, Aspect.TWO_WORDS, 0, .15);
                add(field, place, Aspect.WORD, 0, .06);
                add(field, place, Aspect.SORTED, 0, .4);
            }
            case RELATION, HOUSEHOLD, FINGERPRINT -> {}
        }
    }

    private void add(Field field, int place, Aspect aspect, double argument, double breaks) {
        Part part = new Part(List.of(field.name()), aspect, argument);
        candidates.add(new Candidate(
                candidates.size(),
                field,
                place,
                part,
                Math.min(.6, breaks * CAUTION),
                SampleKeys.of(part, field, left, field.left()),
                SampleKeys.of(part, field, right, field.right())));
    }

    /** All rules of one part or two, and of three where two are too many, that give a modest number of pairs. */
    private List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        List<Rule> tooMany = new ArrayList<>();
        Rule fewest = null;
        for (int a = 0; a < candidates.size(); a++) {
            Rule single = rule(List.of(candidates.get(a)));
            fewest = keep(single, rules, fewest);
            for (int b = a + 1; b < candidates.size(); b++) {
                boolean bothMany = isMany(candidates.get(a)) && isMany(candidates.get(b));
                if (candidates.get(a).place() != candidates.get(b).place() && !bothMany) {
                    Rule two = rule(List.of(candidates.get(a), candidates.get(b)));
                    fewest = keep(two, rules, fewest);
                    if (two.pairs() > limit && two.pairs() < 50 * limit) {
                        tooMany.add(two);
                    }
                }
            }
        }
        if (rules.size() < 2 * MOST_RULES) {
            for (Rule two : tooMany.subList(0, Math.min(40, tooMany.size()))) {
                for (Candidate third : candidates) {
                    if (third.place() > two.parts().get(1).place()) {
                        fewest = keep(
                                rule(List.of(two.parts().get(0), two.parts().get(1), third)), rules, fewest);
                    }
                }
            }
        }
        if (rules.isEmpty() && fewest != null) {
            rules.add(fewest);
        }
        return rules;
    }

    private static boolean isMany(Candidate candidate) {
        return RuleReader.usuallyLeftOut(List.of(candidate.part()));
    }

    private @Nullable Rule keep(Rule rule, List<Rule> rules, @Nullable Rule fewest) {
        boolean never = rule.pairs() == 0;
        if (rule.pairs() <= limit && !never) {
            rules.add(rule);
        }
        // No pair at all: the files write the column in two ways, and the rule would find nothing.
        if (never) {
            return fewest;
        }
        return fewest == null || rule.pairs() < fewest.pairs() ? rule : fewest;
    }

    private Rule rule(List<Candidate> parts) {
        boolean many =
                RuleReader.usuallyLeftOut(parts.stream().map(Candidate::part).toList());
        double pairs = estimate.pairs(
                parts.stream().map(Candidate::left).toList(),
                parts.stream().map(Candidate::right).toList(),
                many);
        return new Rule(parts, pairs);
    }

    /** By candidate and trial: whether the part is whole on both sides of a pair of records that are one. */
    private boolean[][] trials() {
        boolean[][] whole = new boolean[candidates.size()][TRIALS];
        Random random = new Random(7);
        for (int t = 0; t < TRIALS; t++) {
            int row = left.count() == 0 ? 0 : random.nextInt(left.count());
            double[] luck = new double[fields.size()];
            boolean[] present = new boolean[fields.size()];
            for (int f = 0; f < luck.length; f++) {
                luck[f] = random.nextDouble();
                present[f] = random.nextDouble() < fields.get(f).filledRight();
            }
            for (int c = 0; c < whole.length; c++) {
                Candidate candidate = candidates.get(c);
                boolean known = left.count() > 0 && candidate.left()[row].length > 0 && present[candidate.place()];
                whole[c][t] = known && luck[candidate.place()] >= candidate.breaks();
            }
        }
        return whole;
    }

    private boolean fires(Rule rule, boolean[][] whole, int trial) {
        for (Candidate part : rule.parts()) {
            if (!whole[part.index()][trial]) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Rule best(List<Rule> rules, boolean[][] whole, int[] found) {
        Rule best = null;
        double most = 0;
        for (Rule rule : rules) {
            int[] places = rule.parts().stream().mapToInt(Candidate::index).toArray();
            double gain = 0;
            for (int t = 0; t < TRIALS; t++) {
                boolean fires = found[t] < WORTH_OF_FINDING.length;
                for (int p = 0; fires && p < places.length; p++) {
                    fires = whole[places[p]][t];
                }
                gain += fires ? WORTH_OF_FINDING[found[t]] : 0;
            }
            // As many pairs as there may be true ones cost nothing.
            double beyond = Math.max(0, rule.pairs() - Math.min(left.size(), right.size()));
            double worth = gain / (1 + COST * beyond / limit);
            if (worth > most && gain >= LEAST_GAIN * TRIALS) {
                most = worth;
                best = rule;
            }
        }
        return best;
    }

    /** Whether whoever agrees by the rule agrees by the other: it then adds nothing. */
    private static boolean implied(Rule rule, Rule other) {
        return other.parts().stream()
                .allMatch(weaker -> rule.parts().stream().anyMatch(stronger -> implies(stronger, weaker)));
    }

    private static boolean implies(Candidate stronger, Candidate weaker) {
        if (stronger.place() != weaker.place()) {
            return false;
        }
        Aspect aspect = weaker.part().aspect();
        return stronger.index() == weaker.index()
                || switch (stronger.part().aspect()) {
                    case FULL_DATE -> aspect == Aspect.YEAR || aspect == Aspect.DAY_AND_MONTH;
                    case FOLDED -> aspect == Aspect.SOUNDEX || aspect == Aspect.FIRST;
                    case VALUE -> aspect == Aspect.FIRST || aspect == Aspect.LAST;
                    case FOLDED_NAME -> aspect == Aspect.GIVEN_NAME || aspect == Aspect.SURNAME;
                    case SORTED -> aspect == Aspect.WORD || aspect == Aspect.TWO_WORDS;
                    case TWO_WORDS -> aspect == Aspect.WORD;
                    case FIRST,
                            LAST,
                            SOUNDEX,
                            DIGITS,
                            WORD,
                            LETTERS,
                            SURNAME,
                            GIVEN_NAME,
                            YEAR,
                            DAY_AND_MONTH,
                            MEMBER,
                            ROUND -> false;
                };
    }

    private BlockingRule written(Rule rule) {
        List<Part> parts = rule.parts().stream().map(Candidate::part).toList();
        List<Part> then = new ArrayList<>();
        if (rule.pairs() > 2.0 * Math.max(left.size(), right.size())) {
            Set<Integer> used = new HashSet<>();
            rule.parts().forEach(part -> used.add(part.place()));
            for (Candidate more : candidates) {
                ColumnProfile p = more.field().profile();
                boolean splits = more.breaks() <= .05 * CAUTION
                        && !RuleReader.usuallyLeftOut(List.of(more.part()))
                        && p.filled > .8
                        && p.top < .7;
                if (then.size() < 2 && splits && used.add(more.place())) {
                    then.add(more.part());
                }
            }
        }
        return new BlockingRule(ModelWriter.parts(parts), parts, then, RuleReader.usuallyLeftOut(parts));
    }
}
