package vn.dancu.intake.db;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.dancu.shared.AreaScope;

/**
 * Where to look: an officer's area, or one commune of it, as whole communes and single residential groups.
 *
 * @param isEverywhere whether forms of no readable commune are seen, too
 */
record Places(boolean isEverywhere, List<String> communes, List<String> cellCommunes, List<String> cellGroups) {
    /** The same as a condition on {@code form}. */
    static final String CLAUSE = """
            coalesce(:everywhere
                or form.commune_code = any(:communes::text[])
                or form.commune_code || '/' || coalesce(form.residential_group, '') = any(:groups::text[]), false)
            """;

    /** @param all codes of all communes, asked for only when the area is everywhere */
    static Places of(AreaScope scope, @Nullable String commune, Supplier<List<String>> all) {
        Collection<String> communes = new TreeSet<>(scope.communes());
        Collection<String> groups = new TreeSet<>(scope.groups());
        groups.removeIf(group -> scope.communes().contains(communeOf(group)));
        if (commune != null) {
            groups.removeIf(group -> !communeOf(group).equals(commune));
            communes = scope.everywhere() || communes.contains(commune) ? List.of(commune) : List.of();
        } else if (scope.everywhere()) {
            communes = all.get();
        }
        List<String> cellCommunes = new ArrayList<>();
        List<String> cellGroups = new ArrayList<>();
        for (String group : groups) {
            cellCommunes.add(communeOf(group));
            cellGroups.add(group.substring(group.indexOf('/') + 1));
        }
        return new Places(scope.everywhere() && commune == null, List.copyOf(communes), cellCommunes, cellGroups);
    }

    private static String communeOf(String group) {
        return group.substring(0, group.indexOf('/'));
    }

    Map<String, Object> values() {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < cellCommunes.size(); i++) {
            groups.add(cellCommunes.get(i) + "/" + cellGroups.get(i));
        }
        return Map.of(
                "everywhere", isEverywhere,
                "communes", communes.toArray(new String[0]),
                "groups", groups.toArray(new String[0]),
                "cellCommunes", cellCommunes.toArray(new String[0]),
                "cellGroups", cellGroups.toArray(new String[0]));
    }
}
