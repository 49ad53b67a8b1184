package vn.dancu.bench.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Times by kind. */
final class Timings {
    private final Map<Kind, List<Long>> micros = new EnumMap<>(Kind.class);

    void add(Kind kind, long took) {
        micros.computeIfAbsent(kind, key -> new ArrayList<>()).add(took);
    }

    int count(Kind kind) {
        return micros.getOrDefault(kind, List.of()).size();
    }

    /** Milliseconds below which so many of a hundred stayed; 0 without any. */
    double percentile(Kind kind, double percent) {
        List<Long> sorted = new ArrayList<>(micros.getOrDefault(kind, List.of()));
        if (sorted.isEmpty()) {
            return 0;
        }
        Collections.sort(sorted);
        int at = (int) Math.ceil(percent / 100 * sorted.size()) - 1;
        return sorted.get(Math.max(0, at)) / 1_000.0;
    }

    /** Lines of the server's log: kind;status;microseconds;method;path. */
    static Timings ofServer(List<String> lines) {
        Timings timings = new Timings();
        for (String line : lines) {
            String[] cells = line.split(";", 5);
            if (cells.length == 5 && !cells[0].equals("-") && !cells[0].equals(Served.UNMEASURED)) {
                timings.add(Kind.byWord(cells[0]), Long.parseLong(cells[2]));
            }
        }
        return timings;
    }
}
