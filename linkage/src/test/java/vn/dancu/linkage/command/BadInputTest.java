package vn.dancu.linkage.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.linkage.command.Shell.Outcome;

class BadInputTest {

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void goodFiles() {
        shell = new Shell(folder);
        shell.write("a.csv", Shell.people("L", 0, 400));
        shell.write("b.csv", Shell.people("R", 0, 400));
    }

    private void isRefused(Outcome outcome, String... told) {
        assertThat(outcome.status()).as(outcome.err()).isEqualTo(1);
        assertThat(outcome.err())
                .contains(told)
                .contains("✗")
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
        assertThat(shell.names())
                .allMatch(name ->
                        name.endsWith(".yaml") || List.of("a.csv", "b.csv").contains(name));
    }

    @Test
    void anEmptyFileIsRefused() {
        shell.write("b.csv", "");

        isRefused(shell.link(), "b.csv is empty");
        shell.write("a.csv", "\n\n");
        isRefused(shell.dedupe(), "a.csv is empty");
    }

    @Test
    void aHeaderAloneIsNoRecordAndNoLink() {
        shell.write("b.csv", "id,name,born,town\n");

        assertThat(shell.link().status()).isZero();
        assertThat(shell.lines("links.csv")).containsExactly("left_id,right_id,weight,probability");
        shell.write("a.csv", "id,name,born,town\n");
        assertThat(shell.link().status()).isZero();
        assertThat(shell.dedupe().status()).isZero();
        assertThat(shell.lines("clusters.csv")).containsExactly("id,cluster_id");
    }

    @Test
    void oneRowIsEnough() {
        shell.write("a.csv", "id,name,born,town\n1,bavo,1980-01-02,t\n");

        assertThat(shell.link().status()).isZero();
        assertThat(shell.dedupe().status()).isZero();
        assertThat(shell.lines("clusters.csv")).containsExactly("id,cluster_id", "1,1");
        shell.write("b.csv", "id,name,born,town\n2,bavo,1980-01-02,t\n");
        assertThat(shell.link().status()).isZero();
    }

    @Test
    void rowsThatAreAllEqualEndWell() {
        StringBuilder rows = new StringBuilder("id,name,born,town\n");
        for (int i = 0; i < 500; i++) {
            rows.append(i).append(",bavo,1980-01-02,t\n");
        }
        shell.write("a.csv", rows.toString());
        shell.write("b.csv", rows.toString());

        assertThat(shell.link().status()).isZero();
        assertThat(shell.dedupe().status()).isZero();
        assertThat(shell.lines("clusters.csv")).hasSize(501);
    }

    @Test
    void aColumnOfNothingAndAConstantColumnEndWell() {
        for (String town : List.of("", "t")) {
            shell.write("a.csv", Shell.people("L", 0, 400).replaceAll(",t\\d\n", "," + town + "\n"));
            shell.write("b.csv", Shell.people("R", 0, 400).replaceAll(",t\\d\n", "," + town + "\n"));

            Outcome outcome = shell.link();

            assertThat(outcome.status()).as(outcome.err()).isZero();
            assertThat(shell.lines("links.csv")).hasSize(401);
            assertThat(shell.dedupe().status()).isZero();
        }
    }

    @Test
    void allColumnsOfNothingEndWell() {
        shell.write("a.csv", "id,name,born,town\n1,,,\n2,,,\n");
        shell.write("b.csv", "id,name,born,town\n1,,,\n2,,,\n");

        Outcome outcome = shell.link();

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(shell.lines("links.csv")).hasSize(1);
        assertThat(shell.dedupe().status()).isZero();
    }

    @Test
    void aRepeatedIdIsNamedByBothLines() {
        shell.write("b.csv", Shell.people("R", 0, 400) + "R7,bavo,1980-01-02,t\n");

        // The header is line 1, so R7 stands in line 9 and again in line 402.
        isRefused(shell.link(), "b.csv, line 402", "line 9");
        isRefused(
                shell.run("dedupe", "--input", "@b.csv", "--model", "@people.yaml", "--out", "@clusters.csv"),
                "line 402");
    }

    @Test
    void aMissingIdIsNamedByItsLine() {
        shell.write("a.csv", Shell.people("L", 0, 3) + ",bavo,1980-01-02,t\n");

        isRefused(shell.link(), "a.csv, line 5", "id is missing");
    }

    @Test
    void idsWithQuotesAndLineEndsComeOutAsTheyWentIn() {
        String id = "\"a \"\"quoted\"\"\nid, with all\"";
        shell.write("a.csv", Shell.people("L", 0, 400) + id + ",bavo,1980-01-02,t\n");
        shell.write("b.csv", Shell.people("R", 0, 400) + id + ",bavo,1980-01-02,t\n");

        assertThat(shell.link().status()).isZero();
        assertThat(String.join("\n", shell.lines("links.csv"))).contains("\n" + id + "," + id + ",");
        assertThat(shell.dedupe().status()).isZero();
        assertThat(String.join("\n", shell.lines("clusters.csv"))).contains("\n" + id + ",401");
    }

    @Test
    void aCellOfTenMegabytesIsTaken() {
        String name = "x".repeat(10 << 20);
        shell.write("a.csv", Shell.people("L", 0, 100) + "Lx," + name + ",1980-01-02,t\n");
        shell.write("b.csv", Shell.people("R", 0, 100) + "Rx,\"" + name + "\",1980-01-02,t\n");

        Outcome outcome = shell.link();

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(shell.lines("links.csv")).anyMatch(line -> line.startsWith("Lx,Rx,"));
    }

    @Test
    void aMarkUtf16SemicolonsAndAnotherOrderChangeNothing() {
        shell.link();
        List<String> plain = shell.lines("links.csv");
        String a = "\uFEFF" + Shell.people("L", 0, 400).replace(",", ";").replace("\n", "\r\n");
        String b = "\uFEFF" + Shell.people("R", 0, 400).replace(",", "\t");
        shell.write("a.csv", a);
        shell.write("b.csv", b.getBytes(StandardCharsets.UTF_16LE));

        assertThat(shell.link().status()).isZero();

        assertThat(shell.lines("links.csv")).isEqualTo(plain);
    }

    @Test
    void anAbsentColumnIsNamedWithTheFileThatLacksIt() {
        shell.write("b.csv", Shell.people("R", 0, 400).replace("born", "dob"));

        isRefused(
                shell.link(), "b.csv: the model people reads born, which the file lacks. It has: id, name, dob, town");
        shell.write("a.csv", Shell.people("L", 0, 400).replace("born", "dob"));
        Outcome both = shell.link();
        isRefused(both, "a.csv: the model people reads born", "b.csv: the model people reads born");
    }

    @Test
    void anAbsentFileOrModelIsNamed() {
        isRefused(
                shell.run(
                        "link", "--left", "@c.csv", "--right", "@b.csv", "--model", "@people.yaml", "--out", "@l.csv"),
                "there is no file");
        isRefused(
                shell.run("link", "--left", "@a.csv", "--right", "@b.csv", "--model", "@none.yaml", "--out", "@l.csv"),
                "none.yaml");
        shell.write("bad.yaml", "columns: {name: texxt}\n");
        isRefused(
                shell.run("link", "--left", "@a.csv", "--right", "@b.csv", "--model", "@bad.yaml", "--out", "@l.csv"),
                "bad.yaml",
                "line 1");
    }

    @Test
    void anUnclosedQuoteIsNamedByItsLine() {
        shell.write("b.csv", Shell.people("R", 0, 400) + "x,\"open,1980-01-02,t\n" + Shell.people("S", 0, 10));

        isRefused(shell.link(), "line 402", "not closed");
    }

    @Test
    void rulesThatMakeTooManyPairsAreRefusedByName() {
        isRefused(shell.link("--max-pairs", "10"), "Blocking rule \"born\"");
    }

    @Test
    void aKeyThatAllRowsShareIsRefusedByItsCountBeforeAnyPairIsMade() {
        StringBuilder left = new StringBuilder("id,name,born,town\n");
        for (int i = 0; i < 400_000; i++) {
            left.append(i).append(",n,1980-01-02,t\n");
        }
        shell.write("a.csv", left.toString());
        shell.write("b.csv", left.toString());

        isRefused(shell.link(), "160,000,000,000 pairs", "large-blocks: leave-out");
    }

    @Test
    void memoryThatIsTooSmallForRowsAndPairsGivesTheSameBytesByWayOfFiles() {
        shell.write("a.csv", Shell.people("L", 0, 20_000));
        shell.write("b.csv", Shell.people("R", 0, 20_000));

        assertThat(shell.link("--uncertain-from", "0.01").status()).isZero();
        List<String> links = shell.lines("links.csv");
        List<String> uncertain = shell.lines("links.uncertain.csv");
        assertThat(links).hasSizeGreaterThan(19_000);
        List<String> names = shell.names();

        assertThat(shell.link("--uncertain-from", "0.01", "--memory", "1m").status())
                .isZero();
        assertThat(shell.lines("links.csv")).isEqualTo(links);
        assertThat(shell.lines("links.uncertain.csv")).isEqualTo(uncertain);
        assertThat(shell.names()).as("nothing else is left").isEqualTo(names);
    }

    @Test
    void doublesOfAFileThatMemoryIsTooSmallForAreTheSame() {
        shell.write(
                "a.csv",
                Shell.people("L", 0, 20_000)
                        + Shell.people("M", 10_000, 15_000)
                                .lines()
                                .skip(1)
                                .collect(java.util.stream.Collectors.joining("\n", "", "\n")));

        assertThat(shell.dedupe().status()).isZero();
        List<String> clusters = shell.lines("clusters.csv");
        assertThat(clusters).hasSizeGreaterThan(5_000);

        assertThat(shell.dedupe("--memory", "1m").status()).isZero();
        assertThat(shell.lines("clusters.csv")).isEqualTo(clusters);
    }

    @Test
    void rowsInAnyOrderGiveTheSamePairs() {
        shell.link();
        List<String> inOrder = shell.lines("links.csv").stream().sorted().toList();
        List<String> rows =
                new java.util.ArrayList<>(Shell.people("R", 0, 400).lines().toList());
        String header = rows.remove(0);
        java.util.Collections.shuffle(rows, new java.util.Random(5));
        shell.write("b.csv", header + "\n" + String.join("\n", rows));

        assertThat(shell.link().status()).isZero();

        assertThat(pairs(shell.lines("links.csv"))).isEqualTo(pairs(inOrder));
    }

    /** Left and right id of each line. */
    private static List<String> pairs(List<String> lines) {
        return lines.stream()
                .map(line -> line.split(",")[0] + "," + line.split(",")[1])
                .sorted()
                .toList();
    }

    @Test
    void theBuiltInModelTakesWhatThereIs() {
        shell.write("a.csv", "id,full_name,birth_date\n1,Vì Công Chiến,1977-03-24\n2,Lò Thị Mai,1980-01-02\n");
        shell.write("b.csv", "id,full_name,birth_date\n8,Vì Công Chiến,1977-03-24\n9,Lò Thị Mai,1980-01-02\n");

        Outcome outcome = shell.run(
                "link", "--left", "@a.csv", "--right", "@b.csv", "--model", "person-vi", "--out", "@links.csv");

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("lacks, so not compared").contains("personal_id");
        shell.write("b.csv", "id,x\n1,2\n");
        assertThat(shell.run(
                                "link",
                                "--left",
                                "@a.csv",
                                "--right",
                                "@b.csv",
                                "--model",
                                "person-vi",
                                "--out",
                                "@links.csv")
                        .status())
                .isEqualTo(1);
    }
}
