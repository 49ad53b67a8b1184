package vn.dancu.linkage.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.linkage.BlockingRule;
import vn.dancu.linkage.Column;
import vn.dancu.linkage.Column.Kind;
import vn.dancu.linkage.Comparison;
import vn.dancu.linkage.Level;
import vn.dancu.linkage.LinkOptions;
import vn.dancu.linkage.LinkageException;
import vn.dancu.linkage.Linker;
import vn.dancu.linkage.Model;
import vn.dancu.linkage.Records;
import vn.dancu.linkage.csv.CsvRecords.Side;

class CsvRecordsTest {

    /** The left file has the name in two cells, the right one in one. */
    private static final Model MODEL = new Model(
            "pairs",
            List.of(
                    new Column("name", Kind.PERSON_NAME, List.of("first", "last"), List.of("full name"), null),
                    new Column("born", Kind.DATE)),
            List.of(new Comparison(
                    "born",
                    Comparison.Kind.CODE,
                    List.of("born"),
                    List.of(Level.agree("same", .9, .01, .01, 9), Level.differ("other", .1, .99, .99, -9)))),
            List.of(BlockingRule.of("name:folded-name", "")));

    @TempDir
    private Path folder;

    @Test
    void cellsOfSeveralHeadersMakeOneValue() {
        Records left = read("id,last,first,born\n1,An,Lê Văn,1990\n2,An,,1991\n3,Bình,Vì Công,1992\n", Side.LEFT);
        Records right = read("born;full name;id\n1990;Lê Văn An;x\n1991;An;y\n1992;Vì Công Bình;z\n", Side.RIGHT);

        List<String> links = new ArrayList<>();
        new Linker(MODEL, LinkOptions.defaults().withThreads(1).withThreshold(.01))
                .link(left, right)
                .forEachLink((i, j, weight, probability) -> links.add(left.id(i) + right.id(j)));

        // Each is only linked if the blocking rule finds the same whole name on both sides.
        assertThat(links).containsExactly("1x", "2y", "3z");
    }

    @Test
    void shortRowsAreNotKnownFurtherAndEmptySurplusCellsAreNothing() {
        Records records = read("id,full name,born\n1\n2,An\n3,An,1990,,\n", Side.RIGHT);

        assertThat(records.size()).isEqualTo(3);
        assertThat(records.id(2)).isEqualTo("3");
    }

    @Test
    void aSurplusCellIsRefusedByItsLine() {
        assertThatThrownBy(() -> read("id,full name,born\n1,An,1990\n2,Le, An,1990\n", Side.RIGHT))
                .isInstanceOf(LinkageException.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining("4 cells");
    }

    @Test
    void aMissingIdIsRefusedByItsLine() {
        assertThatThrownBy(() -> read("id,full name,born\n1,An,1990\n , Le,1990\n", Side.RIGHT))
                .isInstanceOf(LinkageException.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining("id");
    }

    @Test
    void aRepeatedIdIsRefusedByBothLines() {
        assertThatThrownBy(() -> read("id,full name,born\n1,An,1990\n\n2,Le,1990\n\"1\",Le,1990\n", Side.RIGHT))
                .isInstanceOf(LinkageException.class)
                .hasMessageContaining("line 5")
                .hasMessageContaining("line 2");
    }

    @Test
    void absentHeadersAreNamedWithWhatThereIs() {
        assertThatThrownBy(() -> read("id,first,dob\n1,An,1990\n", Side.LEFT))
                .isInstanceOf(LinkageException.class)
                .hasMessageContaining("last, born")
                .hasMessageContaining("It has: id, first, dob");
        assertThatThrownBy(() -> read("no,full name,born\n1,An,1990\n", Side.RIGHT))
                .isInstanceOf(LinkageException.class)
                .hasMessageContaining("no column \"id\"");
    }

    @Test
    void absentColumnsMayBeTakenAsNotKnownAndTheIdMayHaveAnotherName() {
        CsvFile file = file("no,first\n7,An\n");

        Records records =
                CsvRecords.read(file, MODEL, Side.LEFT, new Headers("no", true), Room.ALL, () -> false, rows -> {});

        assertThat(records.id(0)).isEqualTo("7");
        assertThat(Headers.absent(file, MODEL, Side.LEFT)).containsExactly("last", "born");
    }

    @Test
    void aHeaderThatStandsTwiceIsRefused() {
        assertThatThrownBy(() -> read("id,born,full name,born\n1,1990,An,1991\n", Side.RIGHT))
                .isInstanceOf(LinkageException.class)
                .hasMessageContaining("columns 2 and 4");
    }

    @Test
    void headersMayBeDecomposed() {
        Model model = new Model(
                "vi", List.of(new Column("họ tên", Kind.CODE)), List.of(), List.of(BlockingRule.of("họ tên", "")));

        Records records =
                CsvRecords.read(file("id,ho\u0323 te\u0302n\n1,x\n"), model, Side.LEFT, () -> false, rows -> {});

        assertThat(records.size()).isEqualTo(1);
    }

    @Test
    void manyRowsTellHowFarTheyAreAndCanBeStopped() {
        StringBuilder text = new StringBuilder("id,full name,born\n");
        for (int i = 0; i < 10_000; i++) {
            text.append(i).append(",An,1990\n");
        }
        List<Long> told = new ArrayList<>();

        Records records = CsvRecords.read(file(text.toString()), MODEL, Side.RIGHT, () -> false, told::add);

        assertThat(records.size()).isEqualTo(10_000);
        assertThat(told).containsExactly(4096L, 8192L, 10_000L);
        assertThatThrownBy(() -> CsvRecords.read(file(text.toString()), MODEL, Side.RIGHT, () -> true, rows -> {}))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void idsAreTheirOwnAlsoWhenTheyAreMany() {
        IdSet ids = new IdSet(10);
        List<Integer> repeated = new ArrayList<>();
        int rows = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] id = ("rec-" + i + "-org").getBytes(StandardCharsets.UTF_8);
            ids.add(id, 0, id.length);
            rows++;
            if (i % 1000 == 999 && i > 150_000) {
                ids.add(id, 0, id.length);
                repeated.add(rows++);
            }
        }

        assertThat(ids.repeated())
                .containsExactly(repeated.stream().mapToInt(Integer::intValue).toArray());
        assertThat(repeated).hasSize(50);
    }

    private Records read(String text, Side side) {
        return CsvRecords.read(file(text), MODEL, side, () -> false, rows -> {});
    }

    private CsvFile file(String text) {
        try {
            return CsvFile.open(Files.writeString(folder.resolve("table.csv"), text));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
