package vn.dancu.linkage.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The options of a command line: {@code --name value}, {@code --name=value}, {@code --flag}. */
final class Arguments {

    private final Map<String, List<String>> values;

    private Arguments(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * @param from the first argument that counts
     * @param flags names of options without a value
     * @param valued names of options with one
     * @param listed names of options with one value or two
     */
    static Arguments parse(String[] words, int from, Set<String> flags, Set<String> valued, Set<String> listed) {
        Map<String, List<String>> values = new HashMap<>();
        int at = from;
        while (at < words.length) {
            String word = words[at++];
            if (!word.startsWith("--")) {
                throw new UsageException("không hiểu / unexpected: " + word);
            }
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            List<String> given = new ArrayList<>();
            if (flags.contains(name)) {
                if (equals >= 0) {
                    throw new UsageException(name + " không nhận giá trị / takes no value");
                }
            } else if (valued.contains(name) || listed.contains(name)) {
                int most = listed.contains(name) ? 2 : 1;
                if (equals >= 0) {
                    given.add(word.substring(equals + 1));
                }
                while (given.size() < most
                        && at < words.length
                        && (given.isEmpty() || equals < 0)
                        && !words[at].startsWith("--")) {
                    given.add(words[at++]);
                }
                if (given.isEmpty() || given.get(0).isEmpty()) {
                    throw new UsageException(name + " thiếu giá trị / needs a value");
                }
            } else {
                throw new UsageException("không có tùy chọn / no such option: " + name);
            }
            if (values.put(name, given) != null) {
                throw new UsageException(name + " ghi hai lần / is given twice");
            }
        }
        return new Arguments(values);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    @Nullable
    String value(String name) {
        List<String> given = all(name);
        return given.isEmpty() ? null : given.get(0);
    }

    String required(String name) {
        String value = value(name);
        if (value == null) {
            throw new UsageException("thiếu / missing: " + name);
        }
        return value;
    }

    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageException("không phải là tên tệp / not a file name: " + text);
        }
    }

    Path requiredPath(String name) {
        return path(required(name));
    }

    @Nullable
    Path path(String name, @Nullable Path otherwise) {
        String value = value(name);
        return value == null ? otherwise : path(value);
    }

    long number(String name, long otherwise, long least, long most) {
        String value = value(name);
        if (value == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(value.replace("_", ""));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as a number out of bounds is.
        }
        throw new UsageException(name + ": cần số nguyên từ / needs a whole number from " + least + " đến / to " + most
                + ", không phải / not " + value);
    }

    /** Above 0 and below 1. */
    double probability(String name, double otherwise) {
        String value = value(name);
        if (value == null) {
            return otherwise;
        }
        try {
            double number = Double.parseDouble(value);
            if (number > 0 && number < 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new UsageException(
                name + ": cần xác suất giữa 0 và 1 / needs a probability between 0 and 1, không phải / not " + value);
    }

    /** Bytes: {@code 800m}, {@code 2g}, {@code 2GB}; 0 when not given. */
    long bytes(String name) {
        String value = value(name);
        if (value == null) {
            return 0;
        }
        String text = value.toLowerCase(java.util.Locale.ROOT);
        if (text.endsWith("b")) {
            text = text.substring(0, text.length() - 1);
        }
        int shift = text.endsWith("g") ? 30 : text.endsWith("m") ? 20 : text.endsWith("k") ? 10 : 0;
        try {
            double number = Double.parseDouble(shift == 0 ? text : text.substring(0, text.length() - 1));
            double bytes = number * (1L << shift);
            if (bytes >= 1 << 20 && bytes <= 1L << 50) {
                return (long) bytes;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new UsageException(
                name + ": cần dung lượng như / needs a size such as 800m, 2g, không phải / not " + value);
    }
}
