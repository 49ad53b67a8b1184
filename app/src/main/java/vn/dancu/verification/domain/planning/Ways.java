package vn.dancu.verification.domain.planning;

import java.util.Arrays;
import java.util.List;

/** Minutes from home to home and from each team's base, and which homes lie near which: reckoned once, asked often. */
final class Ways {
    private static final int NEAR = 120;

    private final int[][] between;
    private final int[][] fromBase;
    private final int[][] near;

    Ways(Call[] calls, List<Team> teams) {
        int n = calls.length;
        between = new int[n][n];
        near = new int[n][];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                between[i][j] = calls[i].place().minutesTo(calls[j].place());
            }
            near[i] = nearest(calls, i);
        }
        fromBase = new int[teams.size()][n];
        for (int t = 0; t < teams.size(); t++) {
            for (int i = 0; i < n; i++) {
                fromBase[t][i] = teams.get(t).base().minutesTo(calls[i].place());
            }
        }
    }

    private static int[] nearest(Call[] calls, int of) {
        long[] keyed = new long[calls.length];
        for (int j = 0; j < calls.length; j++) {
            // The straight line tells neighbours apart that whole minutes do not.
            double metres = 1000
                    * Math.hypot(
                            calls[of].place().east() - calls[j].place().east(),
                            calls[of].place().north() - calls[j].place().north());
            keyed[j] = ((long) metres << 24) | j;
        }
        Arrays.sort(keyed);
        int[] nearest = new int[Math.min(NEAR, calls.length)];
        for (int j = 0; j < nearest.length; j++) {
            nearest[j] = (int) (keyed[j] & 0xFFFFFF);
        }
        return nearest;
    }

    int[][] between() {
        return between;
    }

    /** By call, for the team of this number. */
    int[] fromBase(int team) {
        return fromBase[team];
    }

    /** The call itself first. */
    int[] near(int call) {
        return near[call];
    }

    /** Minutes more on the way, whatever the hours say: nothing that costs more can be the best. */
    int detour(int[] base, int call, int[] order, int position) {
        if (order.length == 0) {
            return 2 * base[call];
        }
        if (position == 0) {
            return base[call] + between[call][order[0]] - base[order[0]];
        }
        int before = order[position - 1];
        if (position == order.length) {
            return between[before][call] + base[call] - base[before];
        }
        int after = order[position];
        return between[before][call] + between[call][after] - between[before][after];
    }
}
