package vn.dancu.reconciliation.db;

import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.shared.AreaScope;

/** The area predicate on the table alias {@code form}. */
final class Scoped {
    static final String IN_AREA = """
            coalesce(:everywhere
                or form.commune_code = any(:communes::text[])
                or form.commune_code || '/' || coalesce(form.residential_group, '') = any(:groups::text[]), false)
            """;

    private Scoped() {}

    static JdbcClient.StatementSpec by(JdbcClient.StatementSpec statement, AreaScope scope) {
        return statement
                .param("everywhere", scope.everywhere())
                .param("communes", scope.communes().toArray(new String[0]))
                .param("groups", scope.groups().toArray(new String[0]));
    }
}
