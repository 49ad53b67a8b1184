package vn.dancu.linkage.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.linkage.command.Shell.Outcome;

class LinkCommandTest {

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void twoFilesThatShareEightHundred() {
        shell = new Shell(folder);
        shell.write("a.csv", Shell.people("L", 0, 900));
        shell.write("b.csv", Shell.people("R", 100, 1000));
        StringBuilder truth = new StringBuilder("left_id,right_id\n");
        for (int i = 100; i < 900; i++) {
            truth.append('L').append(i).append(",R").append(i).append('\n');
        }
        shell.write("t.csv", truth.toString());
    }

    @Test
    void linksAreWrittenInTheOrderOfTheLeftFileWithTheirWeights() {
        Outcome outcome = shell.link("--truth", "@t.csv");

        assertThat(outcome.status()).as(outcome.err()).isZero();
        List<String> lines = shell.lines("links.csv");
        assertThat(lines).hasSize(801).startsWith("left_id,right_id,weight,probability");
        for (int i = 100; i < 900; i++) {
            assertThat(lines.get(i - 99)).matches("L" + i + ",R" + i + ",\\d+\\.\\d{6},[01]\\.\\d{9}");
        }
        assertThat(outcome.out()).contains("precision 1.000000  (800/800)").contains("recall    1.000000  (800/800)");
    }

    @Test
    void theThresholdCurveIsDrawnAsExpectedAndAsCountedFromTheTruth() {
        Outcome expected = shell.link("--curve", "@curve.svg");
        assertThat(expected.status()).as(expected.err()).isZero();
        String alone = String.join("\n", shell.lines("curve.svg"));

        Outcome counted = shell.link("--curve", "@curve.svg", "--truth", "@t.csv");
        assertThat(counted.status()).as(counted.err()).isZero();
        String both = String.join("\n", shell.lines("curve.svg"));

        assertThat(alone).startsWith("<svg").endsWith("</svg>");
        assertThat(both).startsWith("<svg").endsWith("</svg>").isNotEqualTo(alone);
    }

    @Test
    void onlyTheOwnerMayReadTheResultAndNothingElseIsLeft() throws IOException {
        Outcome outcome = shell.link();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("links.csv"))))
                .isEqualTo("rw-------");
        assertThat(outcome.err()).contains("0600");
        assertThat(shell.names())
                .containsExactly("a.csv", "b.csv", "links.csv", "links.uncertain.csv", "people.yaml", "t.csv");
    }

    @Test
    void whatCannotBeToldApartGoesToTheUncertainPairsOnly() {
        // Two persons of one name, and a record that gives the name only.
        shell.write("a.csv", Shell.people("L", 0, 300) + "Lx,bavo,,\n");
        shell.write("b.csv", Shell.people("R", 0, 300) + "Rx,bavo,1980-02-03,t1\nRy,bavo,1999-11-20,t2\n");

        shell.link("--uncertain-from", ".05");

        assertThat(shell.lines("links.csv")).noneMatch(line -> line.startsWith("Lx,"));
        assertThat(shell.lines("links.uncertain.csv"))
                .anyMatch(line -> line.startsWith("Lx,Rx,"))
                .anyMatch(line -> line.startsWith("Lx,Ry,"));
    }

    @Test
    void withoutOneToOneARecordMayHaveSeveralPartners() {
        String twin = "bavo,1980-02-03,t1\n";
        shell.write("a.csv", Shell.people("L", 0, 300) + "Lx," + twin);
        shell.write("b.csv", Shell.people("R", 0, 300) + "Rx," + twin + "Ry," + twin);

        shell.link("--no-one-to-one");

        assertThat(shell.lines("links.csv"))
                .anyMatch(line -> line.startsWith("Lx,Rx,"))
                .anyMatch(line -> line.startsWith("Lx,Ry,"));
    }

    @Test
    void whatWasLearntCanBeUsedAgainAndGivesTheSameLinks() throws IOException {
        shell.link("--save-parameters", "@learnt.txt", "--chart", "@model.svg");
        String first = Files.readString(folder.resolve("links.csv"));

        Outcome again = shell.link("--parameters", "@learnt.txt");

        assertThat(again.status()).as(again.err()).isZero();
        assertThat(Files.readString(folder.resolve("links.csv"))).isEqualTo(first);
        assertThat(Files.readString(folder.resolve("model.svg"))).startsWith("<svg");
    }

    @Test
    void parametersOfAnotherModelAreRefused() {
        shell.write("learnt.txt", "nonsense\n");

        Outcome outcome = shell.link("--parameters", "@learnt.txt");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("learnt.txt: not parameters of this model");
    }

    @Test
    void thePairsClosestToTheThresholdAreExplainedWithoutTheirValues() {
        Outcome outcome = shell.link("--explain", "2");

        assertThat(outcome.out())
                .contains("no value is shown")
                .contains("prior")
                .contains("probability");
        assertThat(outcome.out()
                        .lines()
                        .filter(line -> line.startsWith("probability"))
                        .count())
                .isEqualTo(2);
        assertThat(outcome.out()).doesNotContain("1980-02-03");
    }

    @Test
    void labelsAreTaken() {
        shell.write("labels.csv", "left_id,right_id,same\nL100,R100,1\nL101,R102,0\n");
        shell.write("wrong.csv", "left_id,right_id,same\nL100,R100,1\nL101,R102,maybe\n");

        assertThat(shell.link("--labels", "@labels.csv").status()).isZero();
        assertThat(shell.link("--labels", "@wrong.csv").err()).contains("wrong.csv, line 3");
    }

    @Test
    void theCountOfPairsCanBeAskedForAlone() {
        Outcome outcome = shell.link("--estimate");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("  name: ").contains("  born: ");
        assertThat(shell.names()).doesNotContain("links.csv");
    }

    @Test
    void moreThreadsGiveTheSameFile() throws IOException {
        shell.link();
        String one = Files.readString(folder.resolve("links.csv"));

        shell.run(
                "link",
                "--left",
                "@a.csv",
                "--right",
                "@b.csv",
                "--model",
                "@people.yaml",
                "--out=" + folder.resolve("l3.csv"),
                "--threads",
                "3");

        assertThat(Files.readString(folder.resolve("l3.csv"))).isEqualTo(one);
    }

    @Test
    void whatIsTypedWrongIsToldWithStatusTwo() {
        for (String[] words : List.of(
                new String[] {"link", "--lft", "x"},
                new String[] {"link", "--left"},
                new String[] {"link", "--left", "a", "--left", "b"},
                new String[] {"link", "x"},
                new String[] {"link", "--left", "a"},
                new String[] {"lnk"},
                new String[] {"link", "--train=1"})) {
            Outcome outcome = shell.run(words);

            assertThat(outcome.status()).as(String.join(" ", words)).isEqualTo(2);
            assertThat(outcome.err()).contains("✗").contains("--help");
        }
        for (String[] more : List.of(
                new String[] {"--threshold", "1.5"},
                new String[] {"--threshold", "x"},
                new String[] {"--memory", "2x"},
                new String[] {"--max-pairs", "0"},
                new String[] {"--one-to-one", "--no-one-to-one"},
                new String[] {"--uncertain-from", ".9"},
                new String[] {"--train", "--parameters", "p"})) {
            assertThat(shell.link(more).status()).as(String.join(" ", more)).isEqualTo(2);
        }
    }

    @Test
    void helpIsGiven() {
        assertThat(shell.run("link", "--help").out()).contains("--left A.csv --right B.csv");
        assertThat(shell.run("dedupe", "--help").out()).contains("clusters.csv");
        assertThat(shell.run("--help").status()).isZero();
    }

    @Test
    void aFirstModelIsSuggestedAndLinksTheFilesItCameFrom() {
        Outcome printed = shell.run("link", "--suggest", "@a.csv", "@b.csv");
        Outcome written = shell.run("link", "--suggest", "@a.csv", "@b.csv", "--out", "@first.yaml");

        assertThat(printed.status()).as(printed.err()).isZero();
        assertThat(printed.out()).contains("columns:").contains("blocking:");
        assertThat(written.status()).isZero();
        assertThat(shell.run(
                                "link",
                                "--left",
                                "@a.csv",
                                "--right",
                                "@b.csv",
                                "--model",
                                "@first.yaml",
                                "--out",
                                "@links.csv")
                        .status())
                .isZero();
        assertThat(shell.lines("links.csv")).hasSizeGreaterThan(700);
        assertThat(shell.run("link", "--suggest", "@a.csv").status()).isEqualTo(2);
        assertThat(shell.run("dedupe", "--suggest", "@a.csv").out()).contains("columns:");
    }

    @Test
    void anInputIsNeverOverwritten() {
        Outcome outcome = shell.run(
                "link", "--left", "@a.csv", "--right", "@b.csv", "--model", "@people.yaml", "--out", "@a.csv");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("is a file that is read");
        assertThat(shell.lines("a.csv")).hasSize(901);
    }

    @Test
    void idsMayHaveAnotherHeader() {
        shell.write("b.csv", Shell.people("R", 100, 1000).replace("id,name", "entry,name"));

        assertThat(shell.link().err()).contains("no column \"id\"");
        assertThat(shell.link("--right-id", "entry").status()).isZero();
    }
}
