package vn.dancu.reference.db;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.civil.form.FormVersion;
import vn.dancu.civil.list.CodedValue;
import vn.dancu.civil.unit.Level;
import vn.dancu.civil.unit.Succession;
import vn.dancu.civil.unit.Unit;
import vn.dancu.shared.db.CopyIn;

/** Units, lists, form versions and offices in PostgreSQL. Saving answers how many rows are new or different. */
@Repository
public class ReferenceStore {
    private final JdbcClient jdbc;
    private final CopyIn copyIn;

    ReferenceStore(JdbcClient jdbc, CopyIn copyIn) {
        this.jdbc = jdbc;
        this.copyIn = copyIn;
    }

    /** An imported list. */
    public record UnitsOfADay(LocalDate validFrom, List<Unit> units) {}

    public long edition() {
        return jdbc.sql("select number from reference.edition")
                .query(Long.class)
                .single();
    }

    public void raiseEdition() {
        jdbc.sql("update reference.edition set number = number + 1").update();
    }

    /** Oldest list first. */
    public List<UnitsOfADay> units() {
        Map<LocalDate, List<Unit>> lists = new LinkedHashMap<>();
        jdbc.sql("""
                        select valid_from, level, code, name, parent_code from reference.unit
                        order by valid_from, level, code
                        """).query(row -> {
            LocalDate from = row.getObject(1, LocalDate.class);
            lists.computeIfAbsent(from, day -> new ArrayList<>())
                    .add(new Unit(
                            Level.valueOf(row.getString(2)),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            from,
                            null));
        });
        return lists.entrySet().stream()
                .map(list -> new UnitsOfADay(list.getKey(), list.getValue()))
                .toList();
    }

    public int saveUnits(List<Unit> units, LocalDate validFrom) {
        jdbc.sql("""
                        create temp table incoming_unit (level text, code text, name text, parent_code text)
                        on commit drop
                        """).update();
        copyIn.into("incoming_unit", List.of("level", "code", "name", "parent_code"), rows -> {
            for (Unit unit : units) {
                rows.add(unit.level(), unit.code(), unit.name(), unit.parentCode());
            }
        });
        return jdbc.sql("""
                        insert into reference.unit (valid_from, level, code, name, parent_code)
                        select :validFrom, level, code, name, parent_code from incoming_unit
                        on conflict (valid_from, level, code) do update
                        set name = excluded.name, parent_code = excluded.parent_code
                        where (unit.name, unit.parent_code) is distinct from (excluded.name, excluded.parent_code)
                        """).param("validFrom", validFrom).update();
    }

    public List<Succession> successions() {
        return jdbc.sql("""
                        select old_code, old_name, new_code, divided, valid_from from reference.succession
                        order by valid_from, old_code, new_code
                        """)
                .query((row, number) -> new Succession(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getObject(5, LocalDate.class)))
                .list();
    }

    public int saveSuccessions(List<Succession> successions, LocalDate validFrom) {
        jdbc.sql("""
                        create temp table incoming_succession
                            (old_code text, new_code text, old_name text, divided boolean)
                        on commit drop
                        """).update();
        copyIn.into("incoming_succession", List.of("old_code", "new_code", "old_name", "divided"), rows -> {
            for (Succession step : successions) {
                rows.add(step.oldCode(), step.newCode(), step.oldName(), step.divided());
            }
        });
        return jdbc.sql("""
                        insert into reference.succession (valid_from, old_code, new_code, old_name, divided)
                        select :validFrom, old_code, new_code, old_name, divided from incoming_succession
                        on conflict (valid_from, old_code, new_code) do update
                        set old_name = excluded.old_name, divided = excluded.divided
                        where (succession.old_name, succession.divided)
                            is distinct from (excluded.old_name, excluded.divided)
                        """).param("validFrom", validFrom).update();
    }

    public List<CodedValue> codedValues() {
        return jdbc.sql("select list, code, name from reference.coded_value order by list, code")
                .query((row, number) -> new CodedValue(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    public int saveCodedValues(Collection<CodedValue> values) {
        int changed = 0;
        for (CodedValue value : values) {
            changed += jdbc.sql("""
                            insert into reference.coded_value (list, code, name) values (:list, :code, :name)
                            on conflict (list, code) do update set name = excluded.name
                            where coded_value.name is distinct from excluded.name
                            """)
                    .param("list", value.list())
                    .param("code", value.code())
                    .param("name", value.name())
                    .update();
        }
        return changed;
    }

    public List<FormVersion> formVersions() {
        return jdbc.sql("""
                        select code, circular, title, valid_from, valid_to, month_rule from reference.form_version
                        order by code, valid_from
                        """)
                .query((row, number) -> new FormVersion(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class),
                        FormVersion.MonthRule.valueOf(row.getString(6))))
                .list();
    }

    /** Ends what is open of the same form the day before. */
    public void addFormVersion(FormVersion version) {
        jdbc.sql("""
                        update reference.form_version set valid_to = :from::date - 1
                        where code = :code and (valid_to is null or valid_to >= :from)
                        """)
                .param("code", version.code())
                .param("from", version.validFrom())
                .update();
        jdbc.sql("""
                        insert into reference.form_version (code, circular, title, valid_from, valid_to, month_rule)
                        values (:code, :circular, :title, :from, null, :monthRule)
                        """)
                .param("code", version.code())
                .param("circular", version.circular())
                .param("title", version.title())
                .param("from", version.validFrom())
                .param("monthRule", version.monthRule().name())
                .update();
    }
}
