package vn.dancu.reference.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.civil.organisation.Duty;
import vn.dancu.civil.organisation.Office;

/** Offices with validity. */
@Repository
public class OfficeStore {
    private final JdbcClient jdbc;
    private final ReferenceStore reference;

    OfficeStore(JdbcClient jdbc, ReferenceStore reference) {
        this.jdbc = jdbc;
        this.reference = reference;
    }

    public void raiseEdition() {
        reference.raiseEdition();
    }

    /** What of this office would last longer ends on that day. */
    public void end(String code, LocalDate lastDay) {
        jdbc.sql("""
                        update reference.office set valid_to = :lastDay
                        where code = :code and valid_from <= :lastDay and (valid_to is null or valid_to > :lastDay)
                        """).param("code", code).param("lastDay", lastDay).update();
    }

    public void insert(Office office) {
        jdbc.sql("""
                        insert into reference.office (code, title, area, parent, duties, valid_from, valid_to)
                        values (:code, :title, :area, :parent, :duties, :from, :to)
                        """)
                .param("code", office.code())
                .param("title", office.title().strip())
                .param("area", office.area().name())
                .param("parent", office.parent())
                .param(
                        "duties",
                        office.duties().stream().map(Duty::name).sorted().toArray(String[]::new))
                .param("from", office.validFrom())
                .param("to", office.validTo())
                .update();
    }

    public List<Office> offices() {
        return jdbc.sql("""
                        select code, title, area, parent, duties, valid_from, valid_to from reference.office
                        order by valid_from, code
                        """).query((row, number) -> office(row)).list();
    }

    private static Office office(ResultSet row) throws SQLException {
        return new Office(
                row.getString(1),
                row.getString(2),
                Office.Area.valueOf(row.getString(3)),
                row.getString(4),
                Arrays.stream((String[]) row.getArray(5).getArray())
                        .map(Duty::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getObject(6, LocalDate.class),
                row.getObject(7, LocalDate.class));
    }
}
