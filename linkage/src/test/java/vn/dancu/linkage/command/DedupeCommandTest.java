package vn.dancu.linkage.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.linkage.command.Shell.Outcome;

class DedupeCommandTest {

    @TempDir
    private Path folder;

    @Test
    void everyRecordHasAClusterCalledByItsFirstMember() {
        Shell shell = new Shell(folder);
        String doubles = Shell.people("D", 0, 40).replace("id,name,born,town\n", "");
        shell.write("a.csv", Shell.people("L", 0, 400) + doubles);
        StringBuilder truth = new StringBuilder("id,cluster_id\n");
        for (int i = 0; i < 40; i++) {
            truth.append("L").append(i).append(",c").append(i).append('\n');
            truth.append("D").append(i).append(",c").append(i).append('\n');
        }
        shell.write("t.csv", truth.toString());

        Outcome outcome = shell.dedupe("--truth", "@t.csv");

        assertThat(outcome.status()).as(outcome.err()).isZero();
        List<String> lines = shell.lines("clusters.csv");
        assertThat(lines)
                .hasSize(441)
                .startsWith("id,cluster_id", "L0,1", "L1,2")
                .endsWith("D39,40");
        assertThat(outcome.out()).contains("precision 1.000000  (40/40)").contains("F1        1.000000");
    }

    @Test
    void anOptionThatOnlyLinkingHasIsRefused() {
        Shell shell = new Shell(folder);
        shell.write("a.csv", Shell.people("L", 0, 10));

        assertThat(shell.dedupe("--uncertain-from", "0.4").status()).isEqualTo(2);
    }

    @Test
    void thePairsClosestToTheThresholdAreExplainedOnBothOfItsSidesWithoutAValue() {
        Shell shell = new Shell(folder);
        String doubles = Shell.people("D", 0, 40)
                .replace("id,name,born,town\n", "")
                .replaceAll("(?m)^(D1?\\d),([^,]+),", "$1,$2x,");
        shell.write("a.csv", Shell.people("L", 0, 400) + doubles);

        Outcome outcome = shell.dedupe("--explain", "6");

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out().lines().filter(line -> line.contains(" ~ "))).hasSize(6);
        assertThat(outcome.out().lines().filter(line -> line.startsWith("probability ")))
                .hasSize(6);
        assertThat(outcome.out().lines().filter(line -> line.contains("one cluster")))
                .hasSize(6);
        assertThat(outcome.out()).doesNotContain("1980-");
    }

    @Test
    void figuresCountPairs() {
        // Found {1,2,3}, truth {1,2} and {3,4}: one pair of three is right, of two true ones one is found.
        assertThat(new Score(1, 3, 2).text())
                .isEqualTo("precision 0.333333  (1/3)\nrecall    0.500000  (1/2)\nF1        0.400000");
        assertThat(new Score(0, 0, 0).f1()).isEqualTo(1);
        assertThat(new Score(0, 5, 7).f1()).isEqualTo(0);
        assertThat(new Score(9_999_999, 10_000_000, 1).text()).startsWith("precision 0.999999");
    }
}
