package vn.dancu.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.dancu.TestDatabase;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.intake.Forms;
import vn.dancu.shared.Actor;

class PrintSeriesTest {
    private static final Actor OFFICE = Actor.commandLine("test");
    private static final String VERSION = "DC01/41-2019";
    private static final TestDatabase DATABASE = TestDatabase.fresh().with("vn.dancu.intake", "vn.dancu.custody");

    private final PrintSeries series = DATABASE.get(PrintSeries.class);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void aSecondPrintGoesOnWhereTheFirstEnded() {
        assertThat(series.take("HGA", 2, VERSION, OFFICE)).contains(List.of("HGA0000001", "HGA0000002"));
        assertThat(series.take("HGA", 1, VERSION, OFFICE)).contains(List.of("HGA0000003"));
        assertThat(series.take("HGB", 1, VERSION, OFFICE)).contains(List.of("HGB0000001"));
    }

    @Test
    void aNumberThatAFormBearsIsNotPrinted() {
        Forms forms = DATABASE.get(Forms.class);
        for (String number : List.of("HGC0000041", "HGC00000999", "HGCX0000050", "HGC00051")) {
            CollectionForm form = CollectionForm.of(new String[FormField.values().length])
                    .with(FormField.FORM_NO, number)
                    .with(FormField.FORM_VERSION, VERSION)
                    .with(FormField.COMMUNE_CODE, "00691")
                    .with(FormField.RESIDENTIAL_GROUP, "Tổ 3")
                    .with(FormField.FULL_NAME, "PHẠM VĂN MẪU");
            assertThat(forms.enter(form, Set.of(), OFFICE).isEntered()).isTrue();
        }

        assertThat(series.take("HGC", 1, VERSION, OFFICE)).contains(List.of("HGC0000042"));
    }

    @Test
    void twoPrintersAtOnceNeverGetTheSameNumber() throws Exception {
        ExecutorService printers = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<String>>> prints = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                prints.add(() -> series.take("HGD", 5, VERSION, OFFICE).orElseThrow());
            }
            List<String> all = new ArrayList<>();
            for (Future<List<String>> print : printers.invokeAll(prints)) {
                all.addAll(print.get());
            }

            assertThat(new HashSet<>(all)).hasSize(60);
        } finally {
            printers.shutdown();
        }
    }

    @Test
    void aSeriesThatIsUsedUpGivesNothing() {
        DATABASE.jdbc()
                .sql("insert into custody.print_series (series, next_no) values ('HGE', 9999998)")
                .update();

        assertThat(series.take("HGE", 3, VERSION, OFFICE)).isEmpty();
        assertThat(series.take("HGE", 2, VERSION, OFFICE)).contains(List.of("HGE9999998", "HGE9999999"));
        assertThat(series.take("HGE", 1, VERSION, OFFICE)).isEmpty();
    }

    @Test
    void whatWasPrintedIsKeptAndNeverChanged() throws SQLException {
        series.take("HGF", 7, VERSION, OFFICE);

        try (Connection role = DATABASE.applicationRole();
                Statement statement = role.createStatement()) {
            assertThatThrownBy(() -> statement.execute("delete from custody.print_run where series = 'HGF'"))
                    .hasMessageContaining("permission denied");
        }
        Long acts = DATABASE.jdbc()
                .sql("select count(*) from audit.entry where act = 'PRINT_FORMS' and object_id = 'HGF'")
                .query(Long.class)
                .single();
        assertThat(acts).isEqualTo(1);
    }

    @Test
    void aSeriesIsLettersThatDoNotRunIntoTheDigits() {
        for (String good : List.of("H", "HG", "HG-", "P2020-", "HG24X")) {
            assertThat(PrintSeries.isSeries(good)).as(good).isTrue();
        }
        for (String bad : List.of("", "hg", "HG1", "1HG", "-HG", "Đ", "HG ", "ABCDEFGHIJK", "HG%", "HG_")) {
            assertThat(PrintSeries.isSeries(bad)).as(bad).isFalse();
            assertThatThrownBy(() -> series.take(bad, 1, VERSION, OFFICE)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
