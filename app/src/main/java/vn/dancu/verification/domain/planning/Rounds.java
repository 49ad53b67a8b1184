package vn.dancu.verification.domain.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rounds of teams as arrays: which calls in which order, what each costs, what is left of every team's time, and how to go back
 * to where one was.
 */
final class Rounds {
    /** What a home left out counts for, per unit of its priority: more than any way there. */
    private static final long LEFT_OUT = 5_000;

    final Call[] calls;
    final int[] minutes;
    final int[] team;
    final int[] length;

    /** Minutes that each team may still work. */
    final int[] left;

    /** By round and call, from the team's base. */
    final int[][] home;

    final Ways ways;
    final boolean[][] fits;

    /** Rounds of one team at the same hours: as long as they are empty, one is as good as another. */
    final int[][] kinds;

    /** By round; never written to, so that an old one can be put back by reference. */
    final int[][] order;

    final int[] cost;
    final int[] worked;

    /** Minutes of a round in which the team waits at a door. */
    final int[] waited;

    /** By call; -1 where no round holds it. */
    final int[] at;

    /** By call that a round holds: which one of the round it is, from 0. */
    final int[] place;

    /** For whoever looks through rounds: the number of the look in which a round was seen last. */
    final int[] seen;

    private final List<Tour> tours;
    private final int[] opens;
    private final int[] promised;
    private final int[] from;
    private final int[][] way;
    private final Undo undo;
    private long weight;

    Rounds(List<Call> calls, List<Tour> tours) {
        this.calls = calls.toArray(new Call[0]);
        this.tours = tours;
        int n = this.calls.length;
        int r = tours.size();
        List<Team> teams = tours.stream().map(Tour::getTeam).distinct().toList();
        ways = new Ways(this.calls, teams);
        way = ways.between();
        opens = Arrays.stream(this.calls).mapToInt(Call::opens).toArray();
        promised = Arrays.stream(this.calls).mapToInt(Call::promised).toArray();
        minutes = Arrays.stream(this.calls).mapToInt(Call::minutes).toArray();
        left = teams.stream().mapToInt(Team::mostMinutes).toArray();
        team = new int[r];
        from = new int[r];
        length = new int[r];
        home = new int[r][];
        fits = new boolean[r][n];
        order = new int[r][];
        cost = new int[r];
        worked = new int[r];
        waited = new int[r];
        seen = new int[r];
        at = new int[n];
        Arrays.fill(at, -1);
        place = new int[n];
        for (int i = 0; i < r; i++) {
            Tour tour = tours.get(i);
            team[i] = teams.indexOf(tour.getTeam());
            from[i] = tour.getShift().from();
            length[i] = tour.getShift().to() - from[i];
            home[i] = ways.fromBase(team[i]);
            order[i] = new int[0];
            for (int call = 0; call < n; call++) {
                fits[i][call] = this.calls[call].fits(tour.getTeam(), tour.getShift());
            }
        }
        kinds = kinds();
        undo = new Undo(r);
        for (int call = 0; call < n; call++) {
            weight += leftOut(call);
        }
    }

    private int[][] kinds() {
        Map<Long, List<Integer>> kinds = new LinkedHashMap<>();
        for (int r = 0; r < order.length; r++) {
            long kind = ((long) team[r] << 32) | ((long) from[r] << 16) | length[r];
            kinds.computeIfAbsent(kind, key -> new ArrayList<>()).add(r);
        }
        return kinds.values().stream()
                .map(same -> same.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private long leftOut(int call) {
        return LEFT_OUT * (calls[call].fixed() == null ? calls[call].priority() : 1_000);
    }

    /** How rounds were when they were marked. */
    private static final class Undo {
        private final int[] round;
        private final int[][] order;
        private final boolean[] isKept;
        private int count;

        Undo(int rounds) {
            round = new int[rounds];
            order = new int[rounds][];
            isKept = new boolean[rounds];
        }

        void keep(int changed, int[] before) {
            if (!isKept[changed]) {
                isKept[changed] = true;
                round[count] = changed;
                order[count++] = before;
            }
        }

        void forget() {
            for (int i = 0; i < count; i++) {
                isKept[round[i]] = false;
            }
            count = 0;
        }
    }

    /** The most minutes that may be added to a round. */
    int room(int round) {
        return Math.min(length[round] - worked[round], left[team[round]]) + waited[round];
    }

    long weight() {
        return weight;
    }

    int tried() {
        return tried;
    }

    int[][] orders() {
        return order.clone();
    }

    void put(int[][] orders) {
        for (int r = 0; r < order.length; r++) {
            if (order[r] != orders[r]) {
                set(r, new int[0]);
            }
        }
        for (int r = 0; r < order.length; r++) {
            set(r, orders[r]);
        }
    }

    void mark() {
        undo.forget();
    }

    /** Takes what the tours hold, as far as it keeps the rules. */
    void take() {
        List<Call> known = Arrays.asList(calls);
        for (int r = 0; r < order.length; r++) {
            for (Call call : tours.get(r).getCalls()) {
                int index = known.indexOf(call);
                int last = order[r].length;
                if (index >= 0 && at[index] < 0 && fits[r][index] && weigh(r, order[r], index, last)) {
                    set(r, with(order[r], index, last));
                }
            }
        }
    }

    void give() {
        for (int r = 0; r < order.length; r++) {
            List<Call> held = new ArrayList<>(order[r].length);
            for (int call : order[r]) {
                held.add(calls[call]);
            }
            tours.get(r).setCalls(held);
        }
    }

    private int tried;
    private int triedWork;
    private int triedWait;

    /**
     * Sets {@link #tried} (cost), {@link #triedWork} and {@link #triedWait}; false when the round would break a rule.
     *
     * @param more a call that is not among them yet, put before the one at {@code position}; -1 for none
     */
    boolean weigh(int round, int[] calledAt, int more, int position) {
        int clock = from[round];
        int travel = 0;
        int late = 0;
        int wait = 0;
        int before = -1;
        int count = calledAt.length + (more < 0 ? 0 : 1);
        for (int i = 0; i < count; i++) {
            int call = more < 0 || i < position ? calledAt[i] : i == position ? more : calledAt[i - 1];
            int step = before < 0 ? home[round][call] : way[before][call];
            travel += step;
            int arrival = Math.max(clock + step, opens[call]);
            if (calls[call].fixed() != null && arrival != opens[call]) {
                return false;
            }
            wait += arrival - clock - step;
            late += Math.max(0, arrival - promised[call]);
            clock = arrival + minutes[call];
            before = call;
        }
        if (before >= 0) {
            travel += home[round][before];
            clock += home[round][before];
        }
        tried = travel + 3 * late;
        triedWork = count == 0 ? 0 : clock - from[round];
        triedWait = wait;
        return triedWork <= length[round] && triedWork - worked[round] <= left[team[round]];
    }

    void set(int round, int[] calledAt) {
        undo.keep(round, order[round]);
        weigh(round, calledAt, -1, 0);
        for (int call : order[round]) {
            if (at[call] == round) {
                at[call] = -1;
                weight += leftOut(call);
            }
        }
        left[team[round]] -= triedWork - worked[round];
        weight += tried - cost[round];
        worked[round] = triedWork;
        waited[round] = triedWait;
        cost[round] = tried;
        order[round] = calledAt;
        for (int i = 0; i < calledAt.length; i++) {
            int call = calledAt[i];
            at[call] = round;
            place[call] = i;
            weight -= leftOut(call);
        }
    }

    /** Back to where {@link #mark} was. */
    void takeBack() {
        int count = undo.count;
        for (int i = 0; i < count; i++) {
            set(undo.round[i], new int[0]);
        }
        for (int i = 0; i < count; i++) {
            set(undo.round[i], undo.order[i]);
        }
    }

    static int[] with(int[] calledAt, int call, int position) {
        int[] more = new int[calledAt.length + 1];
        System.arraycopy(calledAt, 0, more, 0, position);
        more[position] = call;
        System.arraycopy(calledAt, position, more, position + 1, calledAt.length - position);
        return more;
    }

    int[] missing() {
        int[] missing = new int[at.length];
        int count = 0;
        for (int i = 0; i < at.length; i++) {
            if (at[i] < 0) {
                missing[count++] = i;
            }
        }
        return Arrays.copyOf(missing, count);
    }
}
