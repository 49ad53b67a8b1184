package vn.dancu.campaign.db;

import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.shared.AreaScope;

/** The area predicate of every question here: the same as the path's own. */
final class Area {
    private Area() {}

    /** On a table or alias with {@code commune_code} and {@code residential_group}. */
    static String of(String alias) {
        return """
                coalesce(:everywhere
                    or %1$s.commune_code = any(:communes::text[])
                    or %1$s.commune_code || '/' || coalesce(%1$s.residential_group, '') = any(:groups::text[]), false)
                """.formatted(alias);
    }

    /** As {@link #of}, where what is said of a unit as a whole may be seen by whoever works in any of its groups. */
    static String ofUnit(String alias) {
        return """
                (%2$s or (coalesce(%1$s.residential_group, '') = ''
                    and exists (select from unnest(:groups::text[]) own where starts_with(own, %1$s.commune_code || '/'))))
                """.formatted(alias, of(alias));
    }

    static JdbcClient.StatementSpec scoped(JdbcClient.StatementSpec statement, AreaScope scope) {
        return statement
                .param("everywhere", scope.everywhere())
                .param("communes", scope.communes().toArray(new String[0]))
                .param("groups", scope.groups().toArray(new String[0]));
    }
}
