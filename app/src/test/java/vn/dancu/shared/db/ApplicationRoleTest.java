package vn.dancu.shared.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.TestDatabase;

class ApplicationRoleTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "access.break_glass",
                "audit.entry",
                "intake.form_version",
                "journey.step",
                "journey.step_details",
                "journey.route_in_force",
                "scanning.scan_list",
                "scanning.scanned_form",
                "verification.visit",
                "verification.visit_field"
            })
    void whatIsNeverChangedCanOnlyBeAddedToAndRead(String table) throws SQLException {
        try (Connection connection = DATABASE.applicationRole();
                Statement statement = connection.createStatement()) {
            String column = lastColumn(statement, table);

            for (String change : List.of(
                    "update " + table + " set " + column + " = " + column,
                    "delete from " + table,
                    "truncate " + table,
                    "alter table " + table + " add column more text",
                    "drop table " + table)) {
                assertThatThrownBy(() -> statement.execute(change))
                        .as(change)
                        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
            }
            assertThat(privileges(statement, table)).containsExactly("INSERT", "SELECT");
        }
    }

    private static String lastColumn(Statement statement, String table) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select * from " + table + " limit 0")) {
            return rows.getMetaData().getColumnName(rows.getMetaData().getColumnCount());
        }
    }

    private static List<String> privileges(Statement statement, String table) throws SQLException {
        List<String> granted = new ArrayList<>();
        for (String privilege : List.of("DELETE", "INSERT", "SELECT", "TRUNCATE", "UPDATE")) {
            try (ResultSet row =
                    statement.executeQuery("select has_table_privilege('" + table + "', '" + privilege + "')")) {
                row.next();
                if (row.getBoolean(1)) {
                    granted.add(privilege);
                }
            }
        }
        return granted;
    }

    @Test
    void everyOtherTableTakesRowsAndChanges() throws SQLException {
        try (Connection connection = DATABASE.applicationRole();
                Statement statement = connection.createStatement()) {
            assertThat(privileges(statement, "intake.form")).containsExactly("DELETE", "INSERT", "SELECT", "UPDATE");
        }
    }

    @Test
    void theApplicationRoleMakesTemporaryTablesAndNothingElse() throws SQLException {
        try (Connection connection = DATABASE.applicationRole();
                Statement statement = connection.createStatement()) {
            statement.execute("create temp table passing (id bigint)");

            for (String change : List.of(
                    "create schema mine",
                    "create table public.mine (id bigint)",
                    "create table journey.mine (id bigint)",
                    "create role mine",
                    "update migration.flyway_schema_history set success = false",
                    "alter function shared.refresh_statistics(regclass) rename to mine")) {
                assertThatThrownBy(() -> statement.execute(change))
                        .as(change)
                        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
            }
        }
    }

    @Test
    void statisticsAreRefreshedForTheApplicationThatDoesNotOwnTheTable() throws SQLException {
        try (Connection connection = DATABASE.applicationRole();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into campaign.target values ('00691', 'Tổ 1', 10, '2020-08-31', 'x', 'x', now())");

            statement.execute("select shared.refresh_statistics('campaign.target')");

            try (ResultSet row =
                    statement.executeQuery("select reltuples from pg_class where oid = 'campaign.target'::regclass")) {
                row.next();
                assertThat(row.getDouble(1)).isEqualTo(1);
            }
        }
    }

    @Test
    void aRefusedRowsValuesStayOutOfTheMessage() throws SQLException {
        try (Connection connection = DATABASE.applicationRole();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into register.household (household_key) values ('Sùng Thị Mỷ')");

            assertThatThrownBy(() ->
                            statement.execute("insert into register.household (household_key) values ('Sùng Thị Mỷ')"))
                    .hasMessageContaining("household_key_is_unique")
                    .hasMessageNotContaining("Sùng");
        }
    }
}
