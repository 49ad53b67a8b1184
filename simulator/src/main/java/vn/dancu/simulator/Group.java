package vn.dancu.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * A residential group (tổ dân phố, thôn): the piece in which a city is made and written.
 *
 * @param index from 0 over the whole city; decides the group's dice and its blocks of numbers
 * @param people residents to be made
 */
record Group(int index, Commune commune, int number, int people) {
    /** Residents of an ordinary group. */
    private static final int ORDINARY_SIZE = 330;

    String name() {
        return commune.groupName(number);
    }

    /** Head of the group, named on forms as the collector: one officer works a few groups. */
    String collector() {
        return "canbo." + commune.code() + "." + String.format("%02d", 1 + (number - 1) / 4);
    }

    /** Divides a city into groups whose sizes add up to its residents. */
    static List<Group> divide(int people) {
        List<Group> groups = new ArrayList<>();
        int given = 0;
        double weight = 0;
        for (Commune commune : Commune.values()) {
            weight += commune.weight();
            int until = commune == Commune.PHUONG_THIEN ? people : (int) Math.round(people * weight);
            int residents = until - given;
            given = until;
            int count = Math.max(1, (residents + ORDINARY_SIZE / 2) / ORDINARY_SIZE);
            for (int i = 0; i < count; i++) {
                int size = (int) ((long) residents * (i + 1) / count - (long) residents * i / count);
                if (size > 0) {
                    groups.add(new Group(groups.size(), commune, i + 1, size));
                }
            }
        }
        return groups;
    }
}
