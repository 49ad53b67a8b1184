package vn.dancu.keying.db;

import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.shared.AreaScope;

/** The area predicate of every question here, on the alias {@code paper}: the same as the path's own. */
final class Area {
    static final String CLAUSE = """
            coalesce(:everywhere
                or paper.commune_code = any(:communes::text[])
                or paper.commune_code || '/' || paper.residential_group = any(:groups::text[]), false)
            """;

    private Area() {}

    static JdbcClient.StatementSpec scoped(JdbcClient.StatementSpec statement, AreaScope scope) {
        return statement
                .param("everywhere", scope.everywhere())
                .param("communes", scope.communes().toArray(new String[0]))
                .param("groups", scope.groups().toArray(new String[0]));
    }
}
