package vn.dancu.reconciliation.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import vn.dancu.civil.name.PersonName;

/**
 * How often each word of a name occurs in the city, with its marks. A typing error seldom makes another name: what nobody
 * else is called, one key away from what hundreds are called, is the error.
 */
public final class NameWords {
    public static final NameWords NONE = new NameWords(Map.of());

    private final Map<String, Integer> counts;

    private NameWords(Map<String, Integer> counts) {
        this.counts = counts;
    }

    public static NameWords of(Map<String, Integer> counts) {
        return new NameWords(Map.copyOf(counts));
    }

    /** @param names each with how many persons are written so */
    public static NameWords count(Collection<Map.Entry<String, Integer>> names) {
        Map<String, Integer> counts = new HashMap<>();
        for (Map.Entry<String, Integer> name : names) {
            for (String word : PersonName.of(name.getKey()).upper().split(" ", -1)) {
                counts.merge(word, name.getValue(), Integer::sum);
            }
        }
        return new NameWords(counts);
    }

    /** @param word in upper case, canonical */
    int of(String word) {
        return counts.getOrDefault(word, 0);
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    /** One word and its count a line, for keeping; words used once are left out. */
    public String write() {
        StringBuilder text = new StringBuilder();
        counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> text.append(entry.getKey())
                        .append(' ')
                        .append(entry.getValue())
                        .append('\n'));
        return text.toString();
    }

    public static NameWords read(String written) {
        Map<String, Integer> counts = new HashMap<>();
        written.lines().forEach(line -> {
            int space = line.lastIndexOf(' ');
            if (space > 0) {
                counts.put(line.substring(0, space), Integer.valueOf(line.substring(space + 1)));
            }
        });
        return new NameWords(counts);
    }
}
