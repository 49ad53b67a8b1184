package vn.dancu.reconciliation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import vn.dancu.linkage.Clusters;
import vn.dancu.linkage.LinkResult;

/**
 * The entry of each form in one source: what linkage found, after what officers said. A pair that was called the same is
 * linked, one that was called not the same is not; who loses an entry by that may be decided among those that are left.
 */
final class FoundEntries {
    /** Bits, about 99.9 %: enough to prefer an entry in force to one struck off. */
    private static final double SURE = 10;

    /** Bits beyond which odds tell nothing more. */
    private static final double MOST = 60;

    private static final int NONE = -1;

    private final PersonFile forms;
    private final Clusters duplicates;
    private final PersonFile entries;
    private final LinkResult result;
    private final Judgements said;

    private final int[] match;
    private final double[] weight;
    private final boolean[] uncertain;
    private final BitSet taken = new BitSet();
    private final BitSet unsettled = new BitSet();

    private FoundEntries(
            PersonFile forms, Clusters duplicates, PersonFile entries, LinkResult result, Judgements said) {
        this.forms = forms;
        this.duplicates = duplicates;
        this.entries = entries;
        this.result = result;
        this.said = said;
        match = new int[forms.size()];
        weight = new double[forms.size()];
        uncertain = new boolean[forms.size()];
    }

    /** What a form and an entry weigh by themselves, where linkage did not weigh them. */
    interface Weigher {
        double weight(int form, int entry);
    }

    static Links.Side of(
            PersonFile forms,
            Clusters duplicates,
            PersonFile entries,
            LinkResult result,
            Judgements said,
            Weigher weigher) {
        FoundEntries found = new FoundEntries(forms, duplicates, entries, result, said);
        found.take(weigher);
        if (!said.isEmpty()) {
            found.decideAnew();
        }
        return found.side();
    }

    private void take(Weigher weigher) {
        for (int form = 0; form < match.length; form++) {
            match[form] = result.match(form);
            weight[form] = result.weight(form);
            uncertain[form] = result.state(form) == LinkResult.State.UNCERTAIN;
            int entry = said.entryOf(form);
            if (entry >= 0) {
                match[form] = entry;
                weight[form] = weight(form, entry, weigher);
                uncertain[form] = false;
            } else if (!said.isEmpty() && !allowsAll(form)) {
                unsettled.set(form);
                if (match[form] >= 0 && !said.allow(form, match[form])) {
                    match[form] = NONE;
                }
            }
            if (match[form] >= 0) {
                taken.set(match[form]);
            }
        }
    }

    private double weight(int form, int entry, Weigher weigher) {
        int[] candidates = result.candidates(form);
        for (int i = 0; i < candidates.length; i++) {
            if (candidates[i] == entry) {
                return result.candidateWeights(form)[i];
            }
        }
        return weigher.weight(form, entry);
    }

    private boolean allowsAll(int form) {
        return Arrays.stream(result.candidates(form)).allMatch(entry -> said.allow(form, entry));
    }

    /** Forms that lost a candidate: those that are left are weighed against each other and against whoever else claims them. */
    private void decideAnew() {
        Map<Integer, Double> claims = new HashMap<>();
        for (int form = 0; form < match.length; form++) {
            if (match[form] < 0) {
                open(form, (entry, odds) -> claims.merge(entry, odds, Double::sum));
            }
        }
        IntToDoubleFunction claimsOf = entry -> claims.getOrDefault(entry, 0.0);
        int[] linked = linkedOfCluster();
        unsettled.stream()
                .filter(form -> match[form] < 0)
                .filter(form -> duplicates.clusterOf(form) == Clusters.ALONE || linked[duplicates.clusterOf(form)] < 0)
                .forEach(form -> decide(form, claimsOf));
    }

    private interface Claim {
        void on(int entry, double odds);
    }

    /** The form's candidates that nobody holds and nobody spoke against. */
    private void open(int form, Claim claim) {
        int[] candidates = result.candidates(form);
        double[] weights = result.candidateWeights(form);
        for (int i = 0; i < candidates.length; i++) {
            if (!taken.get(candidates[i]) && said.allow(form, candidates[i])) {
                claim.on(candidates[i], Math.pow(2, Math.min(MOST, weights[i])));
            }
        }
    }

    private void decide(int form, IntToDoubleFunction claimsOf) {
        double[] sum = new double[1];
        double[] best = new double[1];
        int[] bestEntry = {NONE};
        open(form, (entry, odds) -> {
            sum[0] += odds;
            if (odds > best[0]) {
                best[0] = odds;
                bestEntry[0] = entry;
            }
        });
        double rivals = bestEntry[0] < 0 ? 0 : Math.max(0, claimsOf.applyAsDouble(bestEntry[0]) - best[0]);
        boolean isDecided = best[0] / (1 + sum[0] + rivals) >= CityLinking.THRESHOLD && !taken.get(bestEntry[0]);
        uncertain[form] = !isDecided && sum[0] >= 1;
        if (isDecided) {
            match[form] = bestEntry[0];
            weight[form] = Math.log(best[0]) / Math.log(2);
            taken.set(bestEntry[0]);
        }
    }

    private Links.Side side() {
        int[] linked = linkedOfCluster();
        long[] entry = new long[match.length];
        double[] weights = new double[match.length];
        boolean[] open = new boolean[match.length];
        Map<Long, Links.Candidates> candidates = new HashMap<>();
        for (int form = 0; form < match.length; form++) {
            int cluster = duplicates.clusterOf(form);
            int from = cluster == Clusters.ALONE || linked[cluster] < 0 || said.entryOf(form) >= 0
                    ? form
                    : linked[cluster];
            if (match[from] >= 0 && said.isApart(form, match[from])) {
                from = form;
            }
            weights[form] = weight[from];
            if (match[from] >= 0) {
                entry[form] = entries.id(inForce(from));
            } else {
                open[form] = uncertain[from];
                keepCandidates(candidates, form, from);
            }
        }
        return new Links.Side(true, entry, weights, open, candidates);
    }

    /** Of forms of one person, the one that is linked most strongly: the others are linked through it. */
    private int[] linkedOfCluster() {
        int[] linked = new int[duplicates.size()];
        Arrays.fill(linked, NONE);
        for (int row = 0; row < match.length; row++) {
            int cluster = duplicates.clusterOf(row);
            if (cluster != Clusters.ALONE
                    && match[row] >= 0
                    && (linked[cluster] < 0 || strength(row) > strength(linked[cluster]))) {
                linked[cluster] = row;
            }
        }
        return linked;
    }

    /** What an officer said is stronger than any weight. */
    private double strength(int form) {
        return said.entryOf(form) >= 0 ? Double.MAX_VALUE : weight[form];
    }

    /** Who was struck off in one place and entered in another is who the later entry says. */
    private int inForce(int form) {
        if (!entries.isRemoved(match[form]) || said.entryOf(form) >= 0) {
            return match[form];
        }
        int[] candidates = result.candidates(form);
        double[] weights = result.candidateWeights(form);
        for (int i = 0; i < candidates.length; i++) {
            if (weights[i] > SURE
                    && !taken.get(candidates[i])
                    && !entries.isRemoved(candidates[i])
                    && said.allow(form, candidates[i])) {
                return candidates[i];
            }
        }
        return match[form];
    }

    private void keepCandidates(Map<Long, Links.Candidates> kept, int form, int from) {
        int[] rows = result.candidates(from);
        double[] all = result.candidateWeights(from);
        long[] ids = new long[rows.length];
        double[] weights = new double[rows.length];
        int count = 0;
        for (int i = 0; i < rows.length; i++) {
            if (said.isEmpty() || (said.allow(from, rows[i]) && said.allow(form, rows[i]))) {
                ids[count] = entries.id(rows[i]);
                weights[count++] = all[i];
            }
        }
        if (count > 0) {
            kept.put(forms.id(form), new Links.Candidates(Arrays.copyOf(ids, count), Arrays.copyOf(weights, count)));
        }
    }
}
