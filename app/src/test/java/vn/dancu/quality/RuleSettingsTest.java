package vn.dancu.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.TestDatabase;
import vn.dancu.intake.FormImport;
import vn.dancu.intake.Forms;
import vn.dancu.quality.RuleSettings.Result;
import vn.dancu.quality.domain.Rule;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;
import vn.dancu.shared.Role;
import vn.dancu.shared.Severity;
import vn.dancu.simulator.City;
import vn.dancu.simulator.CitySettings;

class RuleSettingsTest {
    private static final Actor ADMINISTRATOR = new Actor("quantri", Role.ADMINISTRATOR, AreaScope.NOWHERE);
    private static final Actor CHIEF = new Actor("truong-tp", Role.CHIEF, AreaScope.NOWHERE);
    private static final String LARGE = Rule.F719_HOUSEHOLD_TOO_LARGE.code();

    private TestDatabase database;
    private RuleSettings settings;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh().with("vn.dancu.intake", "vn.dancu.quality");
        settings = database.get(RuleSettings.class);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatKeepsAPersonOutIsNeverWeakenedAndNothingIsMadeBlocking() {
        for (Rule rule : Rule.values()) {
            if (rule.severity() == Severity.BLOCKING) {
                assertThat(settings.change(rule.code(), Severity.NOTE, "muốn nhanh", ADMINISTRATOR))
                        .as(rule.code())
                        .isEqualTo(Result.FIXED);
                assertThat(settings.change(rule.code(), Severity.EXPLAIN, "muốn nhanh", ADMINISTRATOR))
                        .as(rule.code())
                        .isEqualTo(Result.FIXED);
            } else {
                assertThat(settings.change(rule.code(), Severity.BLOCKING, "muốn chặt", ADMINISTRATOR))
                        .as(rule.code())
                        .isEqualTo(Result.FIXED);
            }
        }
        assertThat(settings.change("F801_PERSONAL_ID_USED_TWICE", Severity.NOTE, "muốn nhanh", ADMINISTRATOR))
                .isEqualTo(Result.FIXED);
        assertThat(settings.history()).isEmpty();
    }

    @Test
    void aChangeIsAnAdministratorsWithAReasonAndStaysOnRecord() {
        assertThat(settings.change(LARGE, Severity.NOTE, "nhà dài của bản", CHIEF))
                .isEqualTo(Result.NOT_ALLOWED);
        assertThat(settings.change(LARGE, Severity.NOTE, "  ", ADMINISTRATOR)).isEqualTo(Result.REASON_MISSING);
        assertThat(settings.change(LARGE, Severity.NOTE, "x".repeat(10_000), ADMINISTRATOR))
                .isEqualTo(Result.REASON_TOO_LONG);
        assertThat(settings.change("F999_NONE", Severity.NOTE, "x", ADMINISTRATOR))
                .isEqualTo(Result.NO_SUCH_RULE);
        assertThat(settings.change(LARGE, Severity.EXPLAIN, "x", ADMINISTRATOR)).isEqualTo(Result.SAME);

        assertThat(settings.change(LARGE, Severity.NOTE, "nhà dài của bản", ADMINISTRATOR))
                .isEqualTo(Result.CHANGED);
        assertThat(settings.change(LARGE, Severity.EXPLAIN, "trở lại", ADMINISTRATOR))
                .isEqualTo(Result.CHANGED);

        assertThat(settings.history())
                .extracting(RuleSettings.Change::reason)
                .isEqualTo(List.of("trở lại", "nhà dài của bản"));
        assertThat(settings.all().stream().filter(RuleSettings.Setting::isChanged))
                .isEmpty();
        assertThat(database.jdbc()
                        .sql("select count(*) from audit.entry where act = 'CHANGE_RULE' and object_id = :code")
                        .param("code", LARGE)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void theNextCheckTakesARuleAsItIsNow(@TempDir Path folder) throws Exception {
        Actor self = Actor.commandLine("test");
        City.write(CitySettings.defaults(400, 5).withErrorsTimes(3), folder, (done, of) -> {});
        database.get(FormImport.class).importForms(folder.resolve("forms.csv"), false, self, Progress.NONE);
        FormSet all = database.get(Forms.class).all();
        QualityService quality = database.get(QualityService.class);
        quality.check(all, Progress.NONE);
        String note = database.jdbc()
                .sql("select code from quality.finding where severity = 'NOTE' group by code order by count(*) desc")
                .query(String.class)
                .list()
                .get(0);

        settings.change(note, Severity.EXPLAIN, "đợt này cần giải trình", ADMINISTRATOR);
        quality.check(all, Progress.NONE);

        assertThat(severities(note)).containsExactly("EXPLAIN");
        settings.change(note, Severity.NOTE, "thôi", ADMINISTRATOR);
        quality.check(all, Progress.NONE);
        assertThat(severities(note)).containsExactly("NOTE");
    }

    private List<String> severities(String code) {
        return database.jdbc()
                .sql("select distinct severity from quality.finding where code = :code")
                .param("code", code)
                .query(String.class)
                .list();
    }

    @Test
    void findingsThatStandAreTakenAsTheRuleIsNowAndExplainedOnesStay() {
        database.jdbc().sql("""
                        insert into intake.form (form_no, name_folded, sort_key, content_hash)
                        select 'HG' || n, 'thu', 'thu', 0 from generate_series(1, 2) n
                        """).update();
        database.jdbc().sql("""
                        insert into quality.finding (form_id, version, code, severity, found_at, lifted_by, lifted_at,
                            lifted_reason)
                        select id, 1, :code, 'EXPLAIN', now(), case when form_no = 'HG2' then 'a' end,
                            case when form_no = 'HG2' then now() end, case when form_no = 'HG2' then 'nhà dài' end
                        from intake.form
                        """).param("code", LARGE).update();

        settings.change(LARGE, Severity.NOTE, "nhà dài của bản", ADMINISTRATOR);

        assertThat(database.jdbc().sql("""
                                select form.form_no || ' ' || finding.severity from quality.finding finding
                                join intake.form form on form.id = finding.form_id order by form.form_no
                                """).query(String.class).list()).containsExactly("HG1 NOTE", "HG2 EXPLAIN");
    }
}
