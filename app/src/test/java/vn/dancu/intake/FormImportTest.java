package vn.dancu.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.TestDatabase;
import vn.dancu.shared.Actor;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;
import vn.dancu.shared.Progress;
import vn.dancu.shared.table.ImportReport;

class FormImportTest {
    private static final Actor SELF = Actor.commandLine("tester");

    @TempDir
    Path folder;

    private TestDatabase database;
    private FormImport forms;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh().with("vn.dancu.intake");
        forms = database.get(FormImport.class);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Path file(String name, int from, int to, String fullName) throws IOException {
        String head = Arrays.stream(FormField.values()).map(FormField::column).collect(Collectors.joining(","));
        List<String> rows = IntStream.range(from, to)
                .mapToObj(number -> Arrays.stream(FormField.values())
                        .map(field -> switch (field) {
                            case FORM_NO -> "I" + number;
                            case FULL_NAME -> fullName;
                            case BIRTH_DATE -> "30/02/1988";
                            default -> "";
                        })
                        .collect(Collectors.joining(",")))
                .toList();
        return Files.writeString(folder.resolve(name), head + "\n" + String.join("\n", rows) + "\n");
    }

    private ImportReport imported(Path file) {
        return forms.importForms(file, false, SELF, Progress.NONE);
    }

    private long count(String table) {
        return database.jdbc()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    @Test
    void anUnreadableCellRejectsNothing() throws IOException {
        ImportReport report = imported(file("a.csv", 0, 3, "Vàng Mí Sính"));

        assertThat(List.of(report.fresh(), report.known(), report.rejectedCount()))
                .isEqualTo(List.of(3L, 0L, 0L));
        assertThat(database.jdbc()
                        .sql("select distinct birth_date from intake.form_version")
                        .query(String.class)
                        .list())
                .containsExactly("30/02/1988");
    }

    @Test
    void theSameFileAgainChangesNothing() throws IOException {
        Path file = file("a.csv", 0, 3, "Vàng Mí Sính");
        imported(file);

        ImportReport again = imported(file);

        assertThat(List.of(again.fresh(), again.known(), again.rejectedCount())).isEqualTo(List.of(0L, 3L, 0L));
        assertThat(count("intake.form_version")).isEqualTo(3);
    }

    @Test
    void aKnownNumberWithOtherContentIsRefusedAndTheOldStays() throws IOException {
        imported(file("a.csv", 0, 3, "Vàng Mí Sính"));

        ImportReport other = imported(file("b.csv", 2, 4, "Vàng Mí Chá"));

        assertThat(List.of(other.fresh(), other.known(), other.rejectedCount())).isEqualTo(List.of(1L, 0L, 1L));
        assertThat(database.jdbc()
                        .sql("select full_name from intake.form_version where form_no = 'I2'")
                        .query(String.class)
                        .list())
                .containsExactly("Vàng Mí Sính");
    }

    @Test
    void aDryRunWritesNothing() throws IOException {
        ImportReport report = forms.importForms(file("a.csv", 0, 3, "Vàng Mí Sính"), true, SELF, Progress.NONE);

        assertThat(report.fresh()).isEqualTo(3);
        assertThat(count("intake.form")).isZero();
    }

    @Test
    void anImportStoppedHalfWayAndRepeatedLosesAndDoublesNothing() throws IOException {
        int rows = 45_000;
        Path file = file("a.csv", 0, rows, "Vàng Mí Sính");
        assertThatThrownBy(() -> forms.importForms(file, false, SELF, new StopAfter(12_000)))
                .isInstanceOfSatisfying(
                        DanCuException.class, stop -> assertThat(stop.code()).isEqualTo(ErrorCode.E303_STOPPED));
        long half = count("intake.form");

        ImportReport again = imported(file);

        assertThat(half).isGreaterThan(0).isLessThan(rows);
        assertThat(again.known()).isEqualTo(half);
        assertThat(List.of(count("intake.form"), count("intake.form_version"))).isEqualTo(List.of(45_000L, 45_000L));
    }

    @Test
    void anImportThatDiesHalfWayAndIsRepeatedLosesAndDoublesNothing() throws IOException {
        int rows = 45_000;
        Path file = file("a.csv", 0, rows, "Vàng Mí Sính");
        assertThatThrownBy(() -> forms.importForms(file, false, SELF, new DieAfter(12_000)))
                .isInstanceOf(IllegalStateException.class);

        imported(file);

        assertThat(List.of(count("intake.form"), count("intake.form_version"))).isEqualTo(List.of(45_000L, 45_000L));
    }

    /** Asks the import to stop once it has told of that many rows. */
    private static final class StopAfter implements Progress {
        private final long rows;
        private long told;

        StopAfter(long rows) {
            this.rows = rows;
        }

        @Override
        public void begin(String task, long total) {}

        @Override
        public void advance(long done) {
            told += done;
        }

        @Override
        public boolean stopRequested() {
            return told >= rows;
        }
    }

    /** Fails in the middle of the work, as a killed process would. */
    private static final class DieAfter implements Progress {
        private final long rows;
        private long told;

        DieAfter(long rows) {
            this.rows = rows;
        }

        @Override
        public void begin(String task, long total) {}

        @Override
        public void advance(long done) {
            told += done;
            if (told >= rows) {
                throw new IllegalStateException("killed");
            }
        }
    }
}
