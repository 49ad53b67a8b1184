package vn.dancu.verification.domain.planning;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * Takes short runs of homes that lie close together out of some rounds and puts each back where it costs least, over and over;
 * a worse plan is kept at first and less and less later (Christiaens and Vanden Berghe, Slack Induction by String Removals,
 * Transportation Science 2020). Every hard rule holds at every step; what fits nowhere stays out and is tried again each time.
 *
 * <p>Works on arrays: some thousand of the solver's own moves cost as much as one of its score calculations. Where a home may go
 * is looked for beside the homes that lie near it, then in one empty round of each kind; anywhere only when neither takes it.
 */
final class RuinAndRecreate {
    private static final double REMOVED_ON_AVERAGE = 10;
    private static final int LONGEST_RUN = 10;
    private static final double BLINK = .01;

    /** In minutes; a leg of a round is some minutes long. */
    private static final double FIRST_TEMPERATURE = 6;

    private static final double LAST_TEMPERATURE = .1;

    /** Of those that fitted nowhere, so many are tried with each ruin. */
    private static final int FEW = 6;

    private static final int BY_PRIORITY = 9;
    private static final int NEVER = Integer.MAX_VALUE / 4;

    private final Rounds rounds;
    private final SplittableRandom random;

    RuinAndRecreate(List<Call> calls, List<Tour> tours, long seed) {
        this.rounds = new Rounds(calls, tours);
        this.random = new SplittableRandom(seed);
    }

    /**
     * Improves what the tours hold, and leaves the best plan found in them.
     *
     * @param nanos how long
     */
    void run(long nanos, BooleanSupplier stop) {
        rounds.take();
        int[] first = rounds.missing();
        sort(first, BY_PRIORITY);
        for (int call : first) {
            insert(call);
        }
        int[] absent = rounds.missing();
        int[][] best = rounds.orders();
        long bestWeight = rounds.weight();
        long now = rounds.weight();
        long begun = System.nanoTime();
        double temperature = FIRST_TEMPERATURE;
        for (long step = 0; rounds.calls.length > 0; step++) {
            if ((step & 63) == 0) {
                double share = (double) (System.nanoTime() - begun) / nanos;
                if (share >= 1 || stop.getAsBoolean()) {
                    break;
                }
                temperature = FIRST_TEMPERATURE * Math.pow(LAST_TEMPERATURE / FIRST_TEMPERATURE, share);
            }
            rounds.mark();
            int[] all = withFew(ruin(), absent);
            sort(all, random.nextInt(BY_PRIORITY + 2));
            for (int call : all) {
                insert(call);
            }
            if (rounds.weight() < now - temperature * Math.log(random.nextDouble(1e-12, 1))) {
                now = rounds.weight();
                absent = absent.length == 0 && isIn(all) ? absent : rounds.missing();
                if (rounds.weight() < bestWeight) {
                    bestWeight = rounds.weight();
                    best = rounds.orders();
                }
            } else {
                rounds.takeBack();
            }
        }
        rounds.put(best);
        rounds.give();
    }

    private boolean isIn(int[] some) {
        for (int call : some) {
            if (rounds.at[call] < 0) {
                return false;
            }
        }
        return true;
    }

    /** @return what was taken out */
    private int[] ruin() {
        int seed = random.nextInt(rounds.calls.length);
        // As long as the rounds are around there, so long may a run be.
        int around = rounds.at[seed] < 0 ? LONGEST_RUN : Math.max(1, rounds.order[rounds.at[seed]].length);
        double longest = Math.min(LONGEST_RUN, around);
        double most = 4 * REMOVED_ON_AVERAGE / (1 + longest) - 1;
        int strings = (int) random.nextDouble(1, Math.max(1.001, most + 1));
        int[] out = new int[strings * LONGEST_RUN];
        int count = 0;
        look++;
        for (int call : rounds.ways.near(seed)) {
            int round = rounds.at[call];
            if (strings == 0) {
                break;
            }
            if (round < 0 || rounds.seen[round] == look) {
                continue;
            }
            rounds.seen[round] = look;
            strings--;
            int longestHere = (int) random.nextDouble(1, Math.min(rounds.order[round].length, longest) + 1);
            count = removeRun(round, call, longestHere, out, count);
        }
        return Arrays.copyOf(out, count);
    }

    /** Takes a run out that holds the call; now and then leaves some homes in its middle where they are. */
    private int removeRun(int round, int call, int runLength, int[] out, int count) {
        int[] order = rounds.order[round];
        int spared = 0;
        if (random.nextInt(2) == 0 && runLength < order.length) {
            while (runLength + spared < order.length && random.nextDouble() > .5) {
                spared++;
            }
        }
        int whole = runLength + spared;
        int position = 0;
        while (order[position] != call) {
            position++;
        }
        int first = Math.max(0, position - whole + 1);
        int last = Math.min(position, order.length - whole);
        int begin = first + random.nextInt(last - first + 1);
        int keepFrom = spared == 0 ? 0 : begin + random.nextInt(runLength + 1);
        int[] kept = new int[order.length - runLength];
        int next = 0;
        int taken = count;
        for (int i = 0; i < order.length; i++) {
            boolean inRun = i >= begin && i < begin + whole;
            boolean isSpared = spared > 0 && i >= keepFrom && i < keepFrom + spared;
            if (!inRun || isSpared) {
                kept[next++] = order[i];
            } else {
                out[taken++] = order[i];
            }
        }
        // Without some homes a promise may come too early to be kept: then the round stays as it is.
        if (!rounds.weigh(round, kept, -1, 0)) {
            return count;
        }
        rounds.set(round, kept);
        return taken;
    }

    /** What was just taken out, and a few of those that have long fitted nowhere. */
    private int[] withFew(int[] out, int[] absent) {
        int few = Math.min(FEW, absent.length);
        int[] all = Arrays.copyOf(out, out.length + few);
        int begin = few == 0 ? 0 : random.nextInt(absent.length);
        for (int i = 0; i < few; i++) {
            all[out.length + i] = absent[(begin + i) % absent.length];
        }
        return all;
    }

    /** In an order that changes from time to time; what was promised comes first, then what matters most when room is short. */
    private void sort(int[] some, int kind) {
        long[] keyed = new long[some.length];
        for (int i = 0; i < some.length; i++) {
            Call call = rounds.calls[some[i]];
            int by;
            if (kind < 4) {
                by = random.nextInt(1 << 20);
            } else if (kind < 6) {
                by = call.latest()
                        - call.earliest()
                        + 1_440 * (call.shifts().isEmpty() ? 200 : call.shifts().size());
            } else if (kind < 8) {
                by = NEVER / 4 - rounds.home[0][some[i]];
            } else if (kind < 9) {
                by = rounds.home[0][some[i]];
            } else {
                by = 1_000 - call.priority();
            }
            int rank = call.fixed() == null ? 1 : 0;
            keyed[i] = ((long) rank << 56) | ((long) (by & 0x3FFFFFFF) << 24) | some[i];
        }
        Arrays.sort(keyed);
        for (int i = 0; i < some.length; i++) {
            some[i] = (int) (keyed[i] & 0xFFFFFF);
        }
    }

    private int look;
    private int best;
    private int bestRound;
    private int bestPosition;

    private void insert(int call) {
        best = NEVER;
        bestRound = -1;
        for (int near : rounds.ways.near(call)) {
            int round = rounds.at[near];
            if (round >= 0 && rounds.fits[round][call]) {
                lookAt(round, call, rounds.place[near]);
                lookAt(round, call, rounds.place[near] + 1);
            }
        }
        for (int[] kind : rounds.kinds) {
            for (int round : kind) {
                if (rounds.order[round].length == 0 && rounds.fits[round][call]) {
                    lookAt(round, call, 0);
                    break;
                }
            }
        }
        for (int round = 0; bestRound < 0 && round < rounds.order.length; round++) {
            for (int position = 0; rounds.fits[round][call] && position <= rounds.order[round].length; position++) {
                lookAt(round, call, position);
            }
        }
        if (bestRound >= 0) {
            rounds.set(bestRound, Rounds.with(rounds.order[bestRound], call, bestPosition));
        }
    }

    private void lookAt(int round, int call, int position) {
        int[] order = rounds.order[round];
        int detour = rounds.ways.detour(rounds.home[round], call, order, position);
        // What was waited may be used up; all else comes on top.
        if (detour < best
                && detour + rounds.minutes[call] <= rounds.room(round)
                && random.nextDouble() >= BLINK
                && rounds.weigh(round, order, call, position)
                && rounds.tried() - rounds.cost[round] < best) {
            best = rounds.tried() - rounds.cost[round];
            bestRound = round;
            bestPosition = position;
        }
    }
}
