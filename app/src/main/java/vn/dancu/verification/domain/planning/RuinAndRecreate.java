package vn.dancu.verification.domain.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes short runs of homes that lie close together out of some rounds and puts each back where it costs least, over and over;
 * a worse plan is kept at first and less and less later (Christiaens and Vanden Berghe, Slack Induction by String Removals,
 * Transportation Science 2020). Every hard rule holds at every step; what fits nowhere stays out and is tried again each time.
 *
 * <p>Works on arrays: some thousand of the solver's own moves cost as much as one of its score calculations.
 */
final class RuinAndRecreate {
    private static final double REMOVED_ON_AVERAGE = 10;
    private static final int LONGEST_RUN = 10;
    private static final double BLINK = .01;
    private static final double FIRST_TEMPERATURE = 12;
    private static final double LAST_TEMPERATURE = .25;

    /** What a home left out counts for, per unit of its priority: more than any way there. */
    private static final long LEFT_OUT = 5_000;

    /** Of those that fitted nowhere, so many are tried with each ruin. */
    private static final int FEW = 6;

    private static final int BY_PRIORITY = 9;

    private static final int NEVER = Integer.MAX_VALUE / 4;

    private final Call[] calls;
    private final List<Tour> tours;
    private final int[] team;
    private final int[] left;
    private final int[][] way;
    private final int[][] home;
    private final Ways ways;
    private final boolean[][] fits;
    private final int[][] rounds;
    private final int[] cost;
    private final int[] worked;
    private final int[] at;
    private final SplittableRandom random;

    RuinAndRecreate(List<Call> calls, List<Tour> tours, long seed) {
        this.calls = calls.toArray(new Call[0]);
        this.tours = tours;
        this.random = new SplittableRandom(seed);
        int n = this.calls.length;
        List<Team> teams = tours.stream().map(Tour::getTeam).distinct().toList();
        ways = new Ways(this.calls, teams);
        way = ways.between();
        left = teams.stream().mapToInt(Team::mostMinutes).toArray();
        team = new int[tours.size()];
        home = new int[tours.size()][];
        fits = new boolean[tours.size()][n];
        rounds = new int[tours.size()][];
        cost = new int[tours.size()];
        worked = new int[tours.size()];
        at = new int[n];
        Arrays.fill(at, -1);
        for (int r = 0; r < tours.size(); r++) {
            Tour tour = tours.get(r);
            team[r] = teams.indexOf(tour.getTeam());
            home[r] = ways.fromBase(team[r]);
            rounds[r] = new int[0];
            for (int i = 0; i < n; i++) {
                fits[r][i] = this.calls[i].fits(tour.getTeam(), tour.getShift());
            }
        }
    }

    /**
     * Improves what the tours hold, and leaves the best plan found in them.
     *
     * @param nanos how long
     */
    void run(long nanos, BooleanSupplier stop) {
        take();
        int[] first = missing();
        sort(first, BY_PRIORITY);
        for (int call : first) {
            insert(call);
        }
        int[][] best = rounds.clone();
        long bestCost = weight();
        long now = bestCost;
        long begun = System.nanoTime();
        double temperature = FIRST_TEMPERATURE;
        for (long step = 0; calls.length > 0; step++) {
            if ((step & 63) == 0) {
                double share = (double) (System.nanoTime() - begun) / nanos;
                if (share >= 1 || stop.getAsBoolean()) {
                    break;
                }
                temperature = FIRST_TEMPERATURE * Math.pow(LAST_TEMPERATURE / FIRST_TEMPERATURE, share);
            }
            int[][] before = rounds.clone();
            int[] left = missing();
            ruin();
            insertAll(toTry(left));
            long then = weight();
            if (then < now - temperature * Math.log(random.nextDouble(1e-12, 1))) {
                now = then;
                if (then < bestCost) {
                    bestCost = then;
                    best = rounds.clone();
                }
            } else {
                restore(before);
            }
        }
        restore(best);
        give();
    }

    /** What the tours hold, as far as it keeps the rules. */
    private void take() {
        for (int r = 0; r < rounds.length; r++) {
            List<Call> held = tours.get(r).getCalls();
            int[] kept = new int[0];
            for (Call call : held) {
                int index = Arrays.asList(calls).indexOf(call);
                int[] tried = with(kept, index, kept.length);
                if (index >= 0 && at[index] < 0 && fits[r][index] && weigh(r, tried)) {
                    set(r, tried);
                    kept = tried;
                }
            }
        }
    }

    private void give() {
        for (int r = 0; r < rounds.length; r++) {
            List<Call> held = new ArrayList<>(rounds[r].length);
            for (int call : rounds[r]) {
                held.add(calls[call]);
            }
            tours.get(r).setCalls(held);
        }
    }

    private long weight() {
        long weight = 0;
        for (int one : cost) {
            weight += one;
        }
        for (int i = 0; i < at.length; i++) {
            if (at[i] < 0) {
                weight += LEFT_OUT * (calls[i].fixed() == null ? calls[i].priority() : 1_000);
            }
        }
        return weight;
    }

    private int tried;
    private int triedWork;

    /** Sets {@link #tried} (cost) and {@link #triedWork}; false when the round would break a rule. */
    private boolean weigh(int round, int[] order) {
        Shift shift = tours.get(round).getShift();
        int clock = shift.from();
        int travel = 0;
        int late = 0;
        int before = -1;
        for (int call : order) {
            int step = before < 0 ? home[round][call] : way[before][call];
            travel += step;
            Call there = calls[call];
            int arrival = Math.max(clock + step, there.opens());
            if (there.fixed() != null && arrival != there.opens()) {
                return false;
            }
            late += Math.max(0, arrival - there.promised());
            clock = arrival + there.minutes();
            before = call;
        }
        if (before >= 0) {
            travel += home[round][before];
            clock += home[round][before];
        }
        tried = travel + 3 * late;
        triedWork = order.length == 0 ? 0 : clock - shift.from();
        return clock <= shift.to() && triedWork - worked[round] <= left[team[round]];
    }

    private void set(int round, int[] order) {
        weigh(round, order);
        for (int call : rounds[round]) {
            if (at[call] == round) {
                at[call] = -1;
            }
        }
        left[team[round]] -= triedWork - worked[round];
        worked[round] = triedWork;
        cost[round] = tried;
        rounds[round] = order;
        for (int call : order) {
            at[call] = round;
        }
    }

    /** Arrays of rounds are never written to, so that the old ones can be put back by reference. */
    private void restore(int[][] before) {
        for (int r = 0; r < rounds.length; r++) {
            if (rounds[r] != before[r]) {
                set(r, new int[0]);
            }
        }
        for (int r = 0; r < rounds.length; r++) {
            if (rounds[r] != before[r] && before[r].length > 0) {
                set(r, before[r]);
            } else {
                rounds[r] = before[r];
            }
        }
    }

    private static int[] with(int[] order, int call, int position) {
        int[] more = new int[order.length + 1];
        System.arraycopy(order, 0, more, 0, position);
        more[position] = call;
        System.arraycopy(order, position, more, position + 1, order.length - position);
        return more;
    }

    private void ruin() {
        int used = 0;
        int stops = 0;
        for (int[] round : rounds) {
            used += round.length > 0 ? 1 : 0;
            stops += round.length;
        }
        if (used == 0) {
            return;
        }
        double longest = Math.min(LONGEST_RUN, (double) stops / used);
        double most = 4 * REMOVED_ON_AVERAGE / (1 + longest) - 1;
        int strings = (int) random.nextDouble(1, Math.max(1.001, most + 1));
        boolean[] touched = new boolean[rounds.length];
        for (int call : ways.near(random.nextInt(calls.length))) {
            int round = at[call];
            if (strings == 0) {
                return;
            }
            if (round < 0 || touched[round]) {
                continue;
            }
            touched[round] = true;
            strings--;
            int length = (int) random.nextDouble(1, Math.min(rounds[round].length, longest) + 1);
            removeRun(round, call, length);
        }
    }

    /** Takes a run out that holds the call; now and then leaves some homes in its middle where they are. */
    private void removeRun(int round, int call, int length) {
        int[] order = rounds[round];
        int spared = 0;
        if (random.nextInt(2) == 0 && length < order.length) {
            while (length + spared < order.length && random.nextDouble() > .5) {
                spared++;
            }
        }
        int whole = length + spared;
        int position = 0;
        while (order[position] != call) {
            position++;
        }
        int first = Math.max(0, position - whole + 1);
        int last = Math.min(position, order.length - whole);
        int from = first + random.nextInt(last - first + 1);
        int keepFrom = spared == 0 ? 0 : from + random.nextInt(length + 1);
        int[] kept = new int[order.length - length];
        int next = 0;
        for (int i = 0; i < order.length; i++) {
            boolean inRun = i >= from && i < from + whole;
            boolean isSpared = spared > 0 && i >= keepFrom && i < keepFrom + spared;
            if (!inRun || isSpared) {
                kept[next++] = order[i];
            }
        }
        // Without some homes a promise may come too early to be kept: then the round stays as it is.
        if (weigh(round, kept)) {
            set(round, kept);
        }
    }

    private int[] missing() {
        int[] missing = new int[at.length];
        int count = 0;
        for (int i = 0; i < at.length; i++) {
            if (at[i] < 0) {
                missing[count++] = i;
            }
        }
        return Arrays.copyOf(missing, count);
    }

    /** What was just taken out, and a few of those that have long fitted nowhere. */
    private int[] toTry(int[] leftBefore) {
        int[] all = missing();
        if (leftBefore.length <= FEW) {
            return all;
        }
        boolean[] isOld = new boolean[at.length];
        for (int call : leftBefore) {
            isOld[call] = true;
        }
        for (int i = 0; i < FEW; i++) {
            isOld[leftBefore[random.nextInt(leftBefore.length)]] = false;
        }
        int[] some = new int[all.length];
        int count = 0;
        for (int call : all) {
            if (!isOld[call]) {
                some[count++] = call;
            }
        }
        return Arrays.copyOf(some, count);
    }

    private void insertAll(int[] missing) {
        sort(missing, random.nextInt(BY_PRIORITY + 2));
        for (int call : missing) {
            insert(call);
        }
    }

    /** In an order that changes from time to time; what was promised comes first, then what matters most when room is short. */
    private void sort(int[] missing, int kind) {
        long[] keyed = new long[missing.length];
        for (int i = 0; i < missing.length; i++) {
            Call call = calls[missing[i]];
            int by;
            if (kind < 4) {
                by = random.nextInt(1 << 20);
            } else if (kind < 6) {
                by = call.latest()
                        - call.earliest()
                        + 1_440
                                * Math.min(
                                        200,
                                        call.shifts().isEmpty()
                                                ? 200
                                                : call.shifts().size());
            } else if (kind < 8) {
                by = NEVER / 4 - home[0][missing[i]];
            } else if (kind < 9) {
                by = home[0][missing[i]];
            } else {
                by = 1_000 - call.priority();
            }
            int rank = call.fixed() == null ? 1 : 0;
            keyed[i] = ((long) rank << 56) | ((long) (by & 0x3FFFFFFF) << 24) | missing[i];
        }
        Arrays.sort(keyed);
        for (int i = 0; i < missing.length; i++) {
            missing[i] = (int) (keyed[i] & 0xFFFFFF);
        }
    }

    private void insert(int call) {
        int best = NEVER;
        int bestRound = -1;
        int @Nullable [] bestOrder = null;
        for (int r = 0; r < rounds.length; r++) {
            if (!fits[r][call]) {
                continue;
            }
            int[] order = rounds[r];
            for (int position = 0; position <= order.length; position++) {
                if (ways.detour(home[r], call, order, position) >= best || random.nextDouble() < BLINK) {
                    continue;
                }
                int[] more = with(order, call, position);
                if (weigh(r, more) && tried - cost[r] < best) {
                    best = tried - cost[r];
                    bestRound = r;
                    bestOrder = more;
                }
            }
        }
        if (bestOrder != null) {
            set(bestRound, bestOrder);
        }
    }
}
