package vn.dancu.web.db;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dancu.civil.text.VietnameseText;
import vn.dancu.journey.QueueFilter;
import vn.dancu.shared.AreaScope;

/**
 * Questions to {@code journey.waiting}: each commune (or residential group) of the area answers with its first few rows by
 * an index in the order asked for, and these few are merged. So a page costs the same on the millionth row as on the first,
 * whatever the area.
 */
@Component
final class WaitingRows {
    /**
     * What comes after a form in the order of units. Each place starts at the beginning but the one that the page before
     * ended in; a row comparison with the commune in it would walk the places before that one in vain.
     */
    static final String AFTER_IN_UNITS = """
            place.commune >= :afterCommune and (w.residential_group, w.household_key, w.form_id)
                > (case when place.commune = :afterCommune then :afterGroup else '' end,
                   case when place.commune = :afterCommune then :afterKey else '' end,
                   case when place.commune = :afterCommune then cast(:afterId as bigint) else 0 end)
            """;

    private final JdbcClient jdbc;

    WaitingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where to look: whole communes, and groups (commune and group at the same place). */
    private record Places(List<String> communes, List<String> cellCommunes, List<String> cellGroups) {}

    /**
     * @param columns of {@code w}, the waiting rows
     * @param after condition on {@code w}, with parameters of its own; or "true"
     * @param grouping "group by …", or empty
     * @param order column numbers or names that stand in {@code columns}
     */
    JdbcClient.StatementSpec select(
            Chosen chosen, String columns, String after, String grouping, String order, int limit) {
        Places places = places(chosen);
        String each = """
                cross join lateral (
                    select %s from journey.waiting w
                    where w.queue = :queue and w.commune_code = place.commune %s and %s %s %s
                    order by %s limit :limit) listed
                """;
        String filters = filters(chosen);
        String sql = """
                select listed.* from unnest(:communes::text[]) place (commune) %s
                union all
                select listed.* from unnest(:cellCommunes::text[], :cellGroups::text[]) place (commune, grp) %s
                order by %s limit :limit
                """.formatted(
                        each.formatted(columns, "", after, filters, grouping, order),
                        each.formatted(columns, "and w.residential_group = place.grp", after, filters, grouping, order),
                        order);
        return bound(
                jdbc.sql(sql)
                        .param("communes", places.communes().toArray(new String[0]))
                        .param("cellCommunes", places.cellCommunes().toArray(new String[0]))
                        .param("cellGroups", places.cellGroups().toArray(new String[0]))
                        .param("queue", chosen.queueName())
                        .param("limit", limit),
                chosen);
    }

    private Places places(Chosen chosen) {
        AreaScope scope = chosen.scope();
        QueueFilter filter = chosen.filter();
        Collection<String> communes = scope.everywhere() ? everywhere(chosen) : new TreeSet<>(scope.communes());
        Collection<String> groups = new TreeSet<>(scope.groups());
        groups.removeIf(group -> communes.contains(communeOf(group)));
        if (filter.commune() != null) {
            String commune = filter.commune();
            communes.removeIf(other -> !other.equals(commune));
            groups.removeIf(group -> !communeOf(group).equals(commune));
        }
        if (filter.group() != null) {
            String name = filter.group();
            groups.removeIf(group -> !groupOf(group).equals(name));
            communes.forEach(commune -> groups.add(commune + "/" + name));
            communes.clear();
        }
        return new Places(
                List.copyOf(communes),
                groups.stream().map(WaitingRows::communeOf).toList(),
                groups.stream().map(WaitingRows::groupOf).toList());
    }

    private static String communeOf(String group) {
        return group.substring(0, group.indexOf('/'));
    }

    private static String groupOf(String group) {
        return group.substring(group.indexOf('/') + 1);
    }

    private Collection<String> everywhere(Chosen chosen) {
        return new TreeSet<>(
                jdbc.sql("select distinct commune_code from journey.waiting_count where queue = :queue and forms > 0")
                        .param("queue", chosen.queueName())
                        .query(String.class)
                        .list());
    }

    static String filters(Chosen chosen) {
        List<String> filters = new ArrayList<>();
        if (chosen.held() != null) {
            filters.add(HELD);
        }
        if (chosen.countedBefore() != null) {
            filters.add("and w.counted_from <= :countedBefore");
        }
        if (chosen.filter().archive() != null) {
            filters.add("""
                    and coalesce((select compared.archive_state from reconciliation.comparison compared
                                  where compared.form_id = w.form_id), 'NOT_CONSULTED') = :archive
                    """);
        }
        String words = chosen.filter().words();
        if (!words.isEmpty()) {
            filters.add(isNumber(words) ? """
                    and (w.form_no = any(:numbers::text[]) or w.form_id in (
                        select named.id from intake.form named
                        where named.personal_id_digits = any(:numbers::text[])
                           or named.old_id_digits = any(:numbers::text[])))
                    """ : """
                    and w.form_id in (select named.id from intake.form named
                                      where string_to_array(named.name_folded, ' ') @> :words::text[])
                    """);
        }
        return String.join("\n", filters);
    }

    /** Who was named, or the collector of the group where nobody was. */
    static final String HELD = """
            and (w.holder = :holder or (w.holder = '' and (
                w.commune_code = any(:holderCommunes::text[])
                or w.commune_code || '/' || w.residential_group = any(:holderGroups::text[]))))
            """;

    private static boolean isNumber(String words) {
        return words.chars().anyMatch(Character::isDigit);
    }

    static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Chosen chosen) {
        JdbcClient.StatementSpec bound = boundHolder(statement, chosen);
        if (chosen.countedBefore() != null) {
            bound = bound.param("countedBefore", Timestamp.from(chosen.countedBefore()));
        }
        if (chosen.filter().archive() != null) {
            bound = bound.param("archive", chosen.filter().archive());
        }
        String words = chosen.filter().words();
        if (!words.isEmpty()) {
            bound = isNumber(words)
                    ? bound.param(
                            "numbers",
                            new String[] {words, words.toUpperCase(Locale.ROOT), words.replaceAll("[\\s.]", "")})
                    : bound.param("words", VietnameseText.fold(words).split(" "));
        }
        return bound;
    }

    static JdbcClient.StatementSpec boundHolder(JdbcClient.StatementSpec statement, Chosen chosen) {
        Chosen.Held held = chosen.held();
        return held == null
                ? statement
                : statement
                        .param("holder", held.login())
                        .param("holderCommunes", held.byDefault().communes().toArray(new String[0]))
                        .param("holderGroups", held.byDefault().groups().toArray(new String[0]));
    }
}
