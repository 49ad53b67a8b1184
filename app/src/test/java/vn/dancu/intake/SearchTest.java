package vn.dancu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.TestDatabase;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Role;

/** Six thousand people whom half of the words of a name fit, and a few with a rare one. */
class SearchTest {
    private static final AreaScope WARD = AreaScope.ofCommunes(Set.of("00691"));
    private static final AreaScope GROUP = AreaScope.ofGroups(Set.of("00691/Tổ 3"));
    private static final AreaScope BOTH =
            new AreaScope(false, Set.of("00692"), Set.of("00691/Tổ 3", "00691/Tổ 4", "00692/Tổ 3"));

    private static TestDatabase database;
    private static Forms forms;

    @BeforeAll
    static void fill() throws SQLException {
        database = TestDatabase.fresh().with("vn.dancu.intake");
        forms = database.get(Forms.class);
        try (Connection connection = database.migrator();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into intake.form (form_no, commune_code, residential_group, name_folded, sort_key, birth_packed,
                        content_hash)
                    select 'HG' || (4000000 + i), case when i % 3 = 0 then '00692' else '00691' end, 'Tổ ' || (i % 10),
                           case when i % 1000 = 7 then 'giang mi ' else 'nguyen van ' end || chr(97 + i % 26),
                           chr(97 + i % 26) || case when i % 1000 = 7 then ' giang mi' else ' nguyen van' end,
                           19500101 + (i % 50) * 10000, i
                    from generate_series(1, 6000) i
                    """);
            statement.execute("""
                    insert into intake.form_version (form_id, version, origin, created_at, created_by, form_no, full_name)
                    select id, 1, 'import', now(), 'test', form_no, upper(name_folded) from intake.form
                    """);
            statement.execute("analyze intake.form");
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static FormSearch.Page search(FormSearch asked, AreaScope scope) {
        return forms.search(asked, "thử", new Actor("thu", Role.CITY_TEAM, scope));
    }

    private static FormSearch after(String text, FormSearch.Cursor cursor) {
        return new FormSearch(text, null, null, cursor, 50);
    }

    private static List<String> expected(String words, String area) {
        return database.jdbc()
                .sql(
                        "select form_no from intake.form where string_to_array(name_folded, ' ') @> string_to_array(:words, ' ')"
                                + " and " + area + " order by sort_key, id")
                .param("words", words)
                .query(String.class)
                .list();
    }

    private static List<String> pages(String text, AreaScope scope, int most) {
        List<String> found = new ArrayList<>();
        FormSearch.Cursor cursor = null;
        for (int page = 0; page < most; page++) {
            FormSearch.Page shown = search(after(text, cursor), scope);
            shown.hits().forEach(hit -> found.add(hit.formNo()));
            cursor = shown.next();
            if (cursor == null) {
                break;
            }
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"nguyễn văn", "giang mi", "nguyễn văn c", "GIANG MÍ H"})
    void pageByPageEveryHitComesOnceAndInOrder(String typed) {
        String words = vn.dancu.civil.text.VietnameseText.fold(typed);

        assertThat(pages(typed, WARD, 7)).isEqualTo(first(350, expected(words, "commune_code = '00691'")));
        assertThat(pages(typed, GROUP, 99))
                .isEqualTo(expected(words, "commune_code = '00691' and residential_group = 'Tổ 3'"));
        assertThat(pages(typed, BOTH, 4))
                .isEqualTo(first(
                        200, expected(words, "(commune_code = '00692' or residential_group in ('Tổ 3', 'Tổ 4'))")));
        assertThat(pages(typed, AreaScope.EVERYWHERE, 4)).isEqualTo(first(200, expected(words, "true")));
        assertThat(pages(typed, AreaScope.NOWHERE, 1)).isEmpty();
    }

    private static List<String> first(int most, List<String> all) {
        return all.subList(0, Math.min(most, all.size()));
    }

    @Test
    void ofAFrequentNameItIsSaidThatThereAreManyAndOfAGroupHowMany() {
        FormSearch.Page ward = search(FormSearch.of("nguyễn văn"), WARD);
        FormSearch.Page group = search(FormSearch.of("nguyễn văn"), GROUP);
        FormSearch.Page everywhere = search(FormSearch.of("nguyễn văn"), AreaScope.EVERYWHERE);

        assertThat(List.of(ward.inArea().isMore(), ward.hidden().isMore())).containsOnly(true);
        assertThat(group.inArea())
                .isEqualTo(FormSearch.Count.of(
                        expected("nguyen van", "commune_code = '00691' and residential_group = 'Tổ 3'")
                                .size()));
        assertThat(group.hidden().isMore()).isTrue();
        assertThat(everywhere.inArea().isMore()).isTrue();
        assertThat(everywhere.hidden()).isEqualTo(FormSearch.Count.NONE);
    }

    @Test
    void ofARareNameEveryHitIsCountedAlsoThoseThatAreHidden() {
        FormSearch.Page ward = search(FormSearch.of("giang mi"), WARD);

        assertThat(ward.inArea())
                .isEqualTo(FormSearch.Count.of(
                        expected("giang mi", "commune_code = '00691'").size()));
        assertThat(ward.hidden())
                .isEqualTo(FormSearch.Count.of(
                        expected("giang mi", "commune_code <> '00691'").size()));
        assertThat(ward.inArea().forms() + ward.hidden().forms()).isEqualTo(6);
    }
}
