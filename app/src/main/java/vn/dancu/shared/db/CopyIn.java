package vn.dancu.shared.db;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** Writes rows through COPY on the connection of the current transaction: the fast road in, and all or nothing. */
@Component
public class CopyIn {
    private final DataSource dataSource;

    CopyIn(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Copies what the filler adds.
     *
     * @param table name with schema
     * @param columns in the order of the values of a row
     * @return number of rows written
     * @throws org.springframework.dao.DataAccessException when the database refuses a row
     */
    public long into(String table, List<String> columns, Consumer<CopyRows> filler) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            return copy(connection, table, columns, filler);
        } catch (SQLException e) {
            throw new org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator(dataSource)
                    .translate("COPY " + table, null, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static long copy(Connection connection, String table, List<String> columns, Consumer<CopyRows> filler)
            throws SQLException {
        org.postgresql.copy.CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " (" + String.join(", ", columns) + ") from stdin");
        try {
            CopyRows rows = new CopyRows(copy, columns.size());
            filler.accept(rows);
            rows.flush();
            return copy.endCopy();
        } catch (UncheckedIOException e) {
            throw new SQLException(e);
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
