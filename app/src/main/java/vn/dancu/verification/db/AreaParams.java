package vn.dancu.verification.db;

import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.shared.AreaScope;

/** The area predicate of every question here, on the table alias {@code form}. */
final class AreaParams {
    static final String CLAUSE = """
            coalesce(:everywhere
                or form.commune_code = any(:communes::text[])
                or form.commune_code || '/' || coalesce(form.residential_group, '') = any(:groups::text[]), false)
            """;

    private AreaParams() {}

    static JdbcClient.StatementSpec scoped(JdbcClient.StatementSpec statement, AreaScope scope) {
        return statement
                .param("everywhere", scope.everywhere())
                .param("communes", scope.communes().toArray(new String[0]))
                .param("groups", scope.groups().toArray(new String[0]));
    }
}
