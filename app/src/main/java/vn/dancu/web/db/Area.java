package vn.dancu.web.db;

import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.shared.AreaScope;

/** The area predicate of every question: the same as the path's own, on the table alias {@code form}. */
final class Area {
    static final String CLAUSE = """
            coalesce(:everywhere
                or form.commune_code = any(:communes::text[])
                or form.commune_code || '/' || coalesce(form.residential_group, '') = any(:groups::text[]), false)
            """;

    private Area() {}

    /** As {@link #CLAUSE}, on another alias. */
    static String of(String alias) {
        return CLAUSE.replace("form.", alias + ".");
    }

    static JdbcClient.StatementSpec scoped(JdbcClient.StatementSpec statement, AreaScope scope) {
        return statement
                .param("everywhere", scope.everywhere())
                .param("communes", scope.communes().toArray(new String[0]))
                .param("groups", scope.groups().toArray(new String[0]));
    }
}
