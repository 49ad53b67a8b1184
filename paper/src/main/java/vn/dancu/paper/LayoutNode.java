package vn.dancu.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A place in a layout file, which knows its way from the top so that a problem can say where it lies. */
final class LayoutNode {
    private static final int LONGEST_FILE = 1_000_000;

    private final String path;
    private final Map<?, ?> values;

    private LayoutNode(String path, Map<?, ?> values) {
        this.path = path;
        this.values = values;
    }

    /**
     * @throws LayoutException when the text is no YAML mapping
     */
    static LayoutNode parse(String name, String yaml) {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(name)
                    .setAllowDuplicateKeys(false)
                    .setMaxAliasesForCollections(0)
                    .setCodePointLimit(LONGEST_FILE)
                    .build();
            Object whole = new Load(settings).loadFromString(yaml);
            if (whole instanceof Map<?, ?> map) {
                return new LayoutNode(name, map);
            }
        } catch (YamlEngineException e) {
            throw new LayoutException(String.valueOf(e.getMessage()));
        }
        throw new LayoutException(name + ": a mapping is expected");
    }

    LayoutException problem(String what) {
        return new LayoutException(path + ": " + what);
    }

    boolean has(String key) {
        return values.get(key) != null;
    }

    String text(String key) {
        return find(key).orElseThrow(() -> problem(key + " is missing"));
    }

    String text(String key, String otherwise) {
        return find(key).orElse(otherwise);
    }

    private Optional<String> find(String key) {
        Object value = values.get(key);
        if (value instanceof Map || value instanceof List) {
            throw problem(key + " is a text");
        }
        return Optional.ofNullable(value).map(String::valueOf);
    }

    double number(String key, double otherwise) {
        return has(key) ? number(key, values.get(key)) : otherwise;
    }

    private double number(String key, @Nullable Object value) {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw problem(key + ": a number is expected");
    }

    /** Exactly so many numbers. */
    double[] numbers(String key, int count) {
        List<?> list = values.get(key) instanceof List<?> found ? found : List.of();
        if (list.size() != count) {
            throw problem(key + ": " + count + " numbers are expected");
        }
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = number(key, list.get(i));
        }
        return numbers;
    }

    Box box(String key) {
        double[] numbers = numbers(key, 4);
        try {
            return new Box(numbers[0], numbers[1], numbers[2], numbers[3]);
        } catch (IllegalArgumentException e) {
            throw problem(key + ": " + e.getMessage());
        }
    }

    List<Integer> counts(String key) {
        List<Integer> counts = new ArrayList<>();
        if (values.get(key) instanceof List<?> list) {
            for (Object value : list) {
                if (!(value instanceof Integer count) || count < 1 || count > 99) {
                    throw problem(key + ": counts from 1 to 99 are expected");
                }
                counts.add(count);
            }
        }
        return counts;
    }

    List<String> texts(String key) {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw problem(key + ": a list is expected");
        }
        return list.stream().map(String::valueOf).toList();
    }

    boolean flag(String key) {
        Object value = values.get(key);
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        throw problem(key + ": true or false is expected");
    }

    Optional<LayoutNode> child(String key) {
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Map<?, ?> map) {
            return Optional.of(new LayoutNode(path + " › " + key, map));
        }
        throw problem(key + ": a mapping is expected");
    }

    List<LayoutNode> list(String key) {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw problem(key + ": a list is expected");
        }
        List<LayoutNode> nodes = new ArrayList<>();
        for (Object item : list) {
            if (!(item instanceof Map<?, ?> map)) {
                throw problem(key + ": a mapping is expected for each");
            }
            Object name = map.get("name") == null ? map.get("form") : map.get("name");
            nodes.add(new LayoutNode(path + " › " + key + " " + (name == null ? nodes.size() + 1 : name), map));
        }
        return nodes;
    }
}
