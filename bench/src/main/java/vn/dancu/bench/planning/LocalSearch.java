package vn.dancu.bench.planning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.dancu.verification.domain.planning.Call;
import vn.dancu.verification.domain.planning.Place;
import vn.dancu.verification.domain.planning.Plan;
import vn.dancu.verification.domain.planning.Problem;
import vn.dancu.verification.domain.planning.Shift;
import vn.dancu.verification.domain.planning.Team;

/**
 * The baseline: cheapest insertion, then descent to a local optimum of four neighbourhoods (a run of up to three homes to any
 * place, two homes exchanged, a stretch turned round, the ends of two rounds exchanged), best move first within a home. It
 * keeps the hard rules at every step. The usual textbook way for tours with time windows; nothing in it is random.
 */
final class LocalSearch {
    private static final int NEVER = Integer.MAX_VALUE / 4;

    private final Problem problem;
    private final List<Slot> slots = new ArrayList<>();
    private final int[] left;
    private final int[] minutesOf;
    private final int[] opens;
    private final int[] promised;
    private final int[][] way;
    private final boolean[][] fits;
    private final int[] at;
    private final long until;

    /** One shift of one team. */
    private static final class Slot {
        private final int team;
        private final Team crew;
        private final Shift shift;
        private final int[] home;
        private int[] calls = new int[0];
        private int cost;
        private int worked;

        Slot(int team, Team crew, Shift shift, int[] home) {
            this.team = team;
            this.crew = crew;
            this.shift = shift;
            this.home = home;
        }
    }

    private LocalSearch(Problem problem, Duration most) {
        this.problem = problem;
        this.until = System.nanoTime() + most.toNanos();
        int n = problem.calls().size();
        way = new int[n][n];
        minutesOf = new int[n];
        opens = new int[n];
        promised = new int[n];
        at = new int[n];
        Arrays.fill(at, -1);
        for (int i = 0; i < n; i++) {
            Call call = problem.calls().get(i);
            minutesOf[i] = call.minutes();
            opens[i] = call.opens();
            promised[i] = call.promised();
            for (int j = 0; j < n; j++) {
                way[i][j] = call.place().minutesTo(problem.calls().get(j).place());
            }
        }
        left = new int[problem.teams().size()];
        for (int team = 0; team < problem.teams().size(); team++) {
            Team crew = problem.teams().get(team);
            left[team] = crew.mostMinutes();
            int[] home = new int[n];
            Place base = crew.base();
            for (int i = 0; i < n; i++) {
                home[i] = base.minutesTo(problem.calls().get(i).place());
            }
            for (Shift shift : problem.shifts()) {
                if (!crew.away().contains(shift)) {
                    slots.add(new Slot(team, crew, shift, home));
                }
            }
        }
        fits = new boolean[slots.size()][n];
        for (int s = 0; s < slots.size(); s++) {
            for (int i = 0; i < n; i++) {
                fits[s][i] = problem.calls().get(i).fits(slots.get(s).crew, slots.get(s).shift);
            }
        }
    }

    static Plan plan(Problem problem, Duration most) {
        LocalSearch search = new LocalSearch(problem, most);
        search.insertAll();
        search.descend();
        return search.read();
    }

    private int cost;
    private int worked;

    /** Sets {@link #cost} and {@link #worked}; false when a rule is broken. */
    private boolean weigh(Slot slot, int[] calls) {
        int clock = slot.shift.from();
        int travel = 0;
        int late = 0;
        int before = -1;
        for (int call : calls) {
            int step = before < 0 ? slot.home[call] : way[before][call];
            travel += step;
            int arrival = Math.max(clock + step, opens[call]);
            if (problem.calls().get(call).fixed() != null && arrival != opens[call]) {
                return false;
            }
            late += Math.max(0, arrival - promised[call]);
            clock = arrival + minutesOf[call];
            before = call;
        }
        if (before >= 0) {
            travel += slot.home[before];
            clock += slot.home[before];
        }
        cost = travel + 3 * late;
        worked = calls.length == 0 ? 0 : clock - slot.shift.from();
        return clock <= slot.shift.to() && worked - slot.worked <= left[slot.team];
    }

    private void set(Slot slot, int index, int[] calls) {
        weigh(slot, calls);
        left[slot.team] -= worked - slot.worked;
        slot.worked = worked;
        slot.cost = cost;
        slot.calls = calls;
        for (int call : calls) {
            at[call] = index;
        }
    }

    private static int[] with(int[] calls, int[] run, int position) {
        int[] more = new int[calls.length + run.length];
        System.arraycopy(calls, 0, more, 0, position);
        System.arraycopy(run, 0, more, position, run.length);
        System.arraycopy(calls, position, more, position + run.length, calls.length - position);
        return more;
    }

    private static int[] without(int[] calls, int from, int length) {
        return with(Arrays.copyOf(calls, from), Arrays.copyOfRange(calls, from + length, calls.length), from);
    }

    /** What is promised first, then what matters most; each where it costs least. */
    private void insertAll() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < problem.calls().size(); i++) {
            order.add(i);
        }
        order.sort((a, b) -> {
            Call one = problem.calls().get(a);
            Call other = problem.calls().get(b);
            int fixed = Boolean.compare(other.fixed() != null, one.fixed() != null);
            return fixed != 0 ? fixed : Integer.compare(other.priority(), one.priority());
        });
        for (int call : order) {
            insert(call);
        }
    }

    private boolean insert(int call) {
        int best = NEVER;
        int bestSlot = -1;
        int[] bestCalls = {};
        for (int s = 0; s < slots.size(); s++) {
            Slot slot = slots.get(s);
            if (!fits[s][call]) {
                continue;
            }
            for (int position = 0; position <= slot.calls.length; position++) {
                int[] tried = with(slot.calls, new int[] {call}, position);
                if (weigh(slot, tried) && cost - slot.cost < best) {
                    best = cost - slot.cost;
                    bestSlot = s;
                    bestCalls = tried;
                }
            }
        }
        if (bestSlot < 0) {
            return false;
        }
        set(slots.get(bestSlot), bestSlot, bestCalls);
        return true;
    }

    private void descend() {
        boolean better = true;
        while (better) {
            better = false;
            for (int call = 0; call < at.length; call++) {
                if (System.nanoTime() > until) {
                    return;
                }
                if (at[call] < 0) {
                    better |= insert(call);
                    continue;
                }
                better |= move(call);
                better |= exchange(call);
                better |= turn(call);
                better |= exchangeEnds(call);
            }
        }
    }

    private static int indexOf(int[] calls, int call) {
        for (int i = 0; i < calls.length; i++) {
            if (calls[i] == call) {
                return i;
            }
        }
        throw new IllegalStateException("a call is not where it is said to be");
    }

    private boolean move(int call) {
        int from = at[call];
        Slot source = slots.get(from);
        int start = indexOf(source.calls, call);
        int best = 0;
        int bestSlot = -1;
        int[] bestSource = {};
        int[] bestTarget = {};
        for (int length = 1; length <= 3 && start + length <= source.calls.length; length++) {
            int[] run = Arrays.copyOfRange(source.calls, start, start + length);
            int[] rest = without(source.calls, start, length);
            if (!weigh(source, rest)) {
                continue;
            }
            int saved = source.cost - cost;
            int freed = source.worked - worked;
            for (int s = 0; s < slots.size(); s++) {
                Slot target = slots.get(s);
                if (!allFit(s, run)) {
                    continue;
                }
                int[] base = s == from ? rest : target.calls;
                // A team's own minutes come back to it before they are spent again.
                boolean sameTeam = s != from && target.team == source.team;
                if (sameTeam) {
                    left[source.team] += freed;
                }
                for (int position = 0; position <= base.length; position++) {
                    int[] tried = with(base, run, position);
                    if (!weigh(target, tried)) {
                        continue;
                    }
                    int gain = s == from ? source.cost - cost : saved - (cost - target.cost);
                    if (gain > best) {
                        best = gain;
                        bestSlot = s;
                        bestSource = rest;
                        bestTarget = tried;
                    }
                }
                if (sameTeam) {
                    left[source.team] -= freed;
                }
            }
        }
        if (bestSlot < 0) {
            return false;
        }
        if (bestSlot != from) {
            set(source, from, bestSource);
        }
        set(slots.get(bestSlot), bestSlot, bestTarget);
        return true;
    }

    private boolean allFit(int slot, int[] run) {
        for (int call : run) {
            if (!fits[slot][call]) {
                return false;
            }
        }
        return true;
    }

    private boolean exchange(int call) {
        int from = at[call];
        Slot source = slots.get(from);
        int i = indexOf(source.calls, call);
        for (int other = 0; other < at.length; other++) {
            int to = at[other];
            if (to < 0 || to == from || !fits[to][call] || !fits[from][other]) {
                continue;
            }
            Slot target = slots.get(to);
            int[] mine = source.calls.clone();
            int[] theirs = target.calls.clone();
            mine[i] = other;
            theirs[indexOf(theirs, other)] = call;
            if (accept(source, from, mine, target, to, theirs)) {
                return true;
            }
        }
        return false;
    }

    /** Puts two changed rounds in their places when both keep the rules and together they cost less. */
    private boolean accept(Slot one, int first, int[] ones, Slot other, int second, int[] others) {
        int before = one.cost + other.cost;
        boolean sameTeam = one.team == other.team;
        int mostOne = left[one.team];
        if (sameTeam) {
            left[one.team] = NEVER;
        }
        boolean keeps = weigh(one, ones);
        int after = cost;
        int workedOne = worked;
        keeps = keeps && weigh(other, others);
        after += cost;
        int workedOther = worked;
        if (sameTeam) {
            left[one.team] = mostOne;
            keeps &= workedOne - one.worked + workedOther - other.worked <= mostOne;
        }
        if (!keeps || after >= before) {
            return false;
        }
        set(one, first, ones);
        set(other, second, others);
        return true;
    }

    private boolean turn(int call) {
        int index = at[call];
        Slot slot = slots.get(index);
        int from = indexOf(slot.calls, call);
        for (int to = from + 1; to < slot.calls.length; to++) {
            int[] turned = slot.calls.clone();
            for (int i = from; i <= to; i++) {
                turned[i] = slot.calls[from + to - i];
            }
            if (weigh(slot, turned) && cost < slot.cost) {
                set(slot, index, turned);
                return true;
            }
        }
        return false;
    }

    private boolean exchangeEnds(int call) {
        int from = at[call];
        Slot source = slots.get(from);
        int cut = indexOf(source.calls, call);
        int[] tail = Arrays.copyOfRange(source.calls, cut, source.calls.length);
        int[] head = Arrays.copyOf(source.calls, cut);
        for (int s = 0; s < slots.size(); s++) {
            Slot target = slots.get(s);
            if (s == from || !allFit(s, tail)) {
                continue;
            }
            for (int other = 0; other <= target.calls.length; other++) {
                int[] theirTail = Arrays.copyOfRange(target.calls, other, target.calls.length);
                if (!allFit(from, theirTail)) {
                    continue;
                }
                int[] mine = with(head, theirTail, head.length);
                int[] theirs = with(Arrays.copyOf(target.calls, other), tail, other);
                if (accept(source, from, mine, target, s, theirs)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Plan read() {
        List<Plan.Round> rounds = new ArrayList<>();
        for (Slot slot : slots) {
            if (slot.calls.length > 0) {
                rounds.add(Plan.Round.of(
                        slot.crew,
                        slot.shift,
                        Arrays.stream(slot.calls).mapToObj(problem.calls()::get).toList()));
            }
        }
        List<Call> leftOut = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            if (at[i] < 0) {
                leftOut.add(problem.calls().get(i));
            }
        }
        return new Plan(rounds, leftOut);
    }
}
