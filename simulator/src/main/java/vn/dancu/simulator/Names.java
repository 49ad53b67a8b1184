package vn.dancu.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the groups of Hà Giang name their children: the Kinh by sex and era, the Tày near them, Nùng, Mông, Dao, Hoa and the
 * small groups with surnames and given names of their own. The lists are resource files; combinations are invented.
 */
final class Names {
    private final Map<String, Weighted<String>> lists = new HashMap<>();

    Names() {
        read("names-kinh.txt", "");
        read("names-others.txt", "");
    }

    private void read(String resource, String prefix) {
        try (InputStream in = Names.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the name lists are not part of this build: " + resource);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            String key = null;
            StringBuilder items = new StringBuilder();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("#")) {
                    continue;
                }
                int colon = line.indexOf(':');
                if (colon > 0) {
                    keep(key, items);
                    key = prefix + line.substring(0, colon);
                    items.setLength(0);
                    items.append(line, colon + 1, line.length());
                } else {
                    items.append(' ').append(line);
                }
            }
            keep(key, items);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(@Nullable String key, StringBuilder items) {
        if (key == null) {
            return;
        }
        List<String> names = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (String item : items.toString().strip().split("\\s+")) {
            int star = item.indexOf('*');
            String name = (star < 0 ? item : item.substring(0, star)).replace('_', ' ');
            names.add(name);
            weights.add(star < 0 ? 1.0 / (names.size() + 12) : Double.parseDouble(item.substring(star + 1)));
        }
        lists.put(
                key,
                new Weighted<>(
                        names, weights.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    Weighted<String> list(String key) {
        Weighted<String> list = lists.get(key);
        if (list == null) {
            throw new IllegalArgumentException("no such list of names: " + key);
        }
        return list;
    }

    private Weighted<String> listOf(Ethnic ethnic, String kind) {
        Weighted<String> own = lists.get(ethnic.code() + "." + kind);
        return own == null ? list("02." + kind) : own;
    }

    String surname(Ethnic ethnic, Dice dice) {
        return ethnic == Ethnic.KINH
                ? list("surname").draw(dice)
                : listOf(ethnic, "surname").draw(dice);
    }

    /** Middle and given name of somebody born in that year; the middle name may be of two words or, rarely, of none. */
    String[] middleAndGiven(Ethnic ethnic, boolean female, int birthYear, Dice dice) {
        String sex = female ? "female" : "male";
        if (ethnic == Ethnic.KINH) {
            String era = birthYear < 1960 ? "old" : birthYear < 1992 ? "middle" : "new";
            String middle =
                    dice.happens(0.012) ? "" : list("middle." + sex + "." + era).draw(dice);
            return new String[] {middle, differentFrom(middle, list("given." + sex + "." + era), dice)};
        }
        // Since about 2000 many children of the smaller groups bear names of the Kinh fashion.
        if (birthYear >= 2000 && dice.happens(ethnic == Ethnic.MONG ? 0.15 : 0.45)) {
            String middle = list("middle." + sex + ".new").draw(dice);
            return new String[] {middle, differentFrom(middle, list("given." + sex + ".new"), dice)};
        }
        String middle = listOf(ethnic, "middle." + sex).draw(dice);
        return new String[] {middle, differentFrom(middle, listOf(ethnic, "given." + sex), dice)};
    }

    /** The second name a Mông man bears after his adult name was given. */
    String otherSecondName(String present, Dice dice) {
        return differentFrom(present, list("08.second.male"), dice);
    }

    private static String differentFrom(String taken, Weighted<String> list, Dice dice) {
        String drawn = list.draw(dice);
        for (int i = 0; i < 3 && taken.endsWith(drawn); i++) {
            drawn = list.draw(dice);
        }
        return drawn;
    }
}
