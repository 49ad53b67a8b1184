package vn.dancu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    private static int report(Path folder, String... more) {
        String[] command = new String[more.length + 4];
        command[0] = "report";
        command[1] = "progress";
        command[2] = "--data";
        command[3] = folder.resolve("data").toString();
        System.arraycopy(more, 0, command, 4, more.length);
        return RootCommand.execute(command);
    }

    @Test
    void badInputIsRefusedBeforeAnyDatabaseIsOpened(@TempDir Path folder) {
        String out = folder.resolve("r.pdf").toString();

        assertThat(report(folder, "--from", "2020-02-30", "--to", "2020-03-01", "--format", "pdf", "--out", out))
                .isEqualTo(RootCommand.FAILED);
        assertThat(report(folder, "--from", "15/8/2020", "--to", "14/8/2020", "--format", "pdf", "--out", out))
                .isEqualTo(RootCommand.FAILED);
        assertThat(report(folder, "--from", "15/8/2020", "--to", "14/9/2020", "--format", "doc", "--out", out))
                .isEqualTo(RootCommand.FAILED);
        assertThat(report(folder, "--from", "15/8/2020", "--to", "14/9/2030", "--format", "pdf", "--out", out))
                .isEqualTo(RootCommand.FAILED);
        assertThat(report(folder, "--from", "15/8/2020", "--format", "pdf", "--out", out))
                .isEqualTo(RootCommand.USAGE);
        assertThat(report(
                        folder,
                        "--from",
                        "15/8/2020",
                        "--to",
                        "14/9/2020",
                        "--format",
                        "pdf",
                        "--out",
                        folder.toString()))
                .isEqualTo(RootCommand.FAILED);
        assertThat(Files.exists(folder.resolve("data"))).isFalse();
    }

    @Test
    void aMonthWithoutDataIsAReportOfZeros(@TempDir Path folder) throws Exception {
        Path out = folder.resolve("reports").resolve("thang.html");

        int status = report(
                folder,
                "--from",
                "2020-08-15",
                "--to",
                "14/9/2020",
                "--unit",
                "024",
                "--format",
                "HTML",
                "--out",
                out.toString());

        assertThat(status).isEqualTo(RootCommand.OK);
        assertThat(Files.readString(out))
                .contains("Trong kỳ không phát sinh số liệu", "Phường Trần Phú", "CÔNG AN THÀNH PHỐ HÀ GIANG")
                .contains("DỰ THẢO");
        assertThat(report(
                        folder,
                        "--from",
                        "2020-08-15",
                        "--to",
                        "14/9/2020",
                        "--unit",
                        "77777",
                        "--format",
                        "pdf",
                        "--out",
                        out.toString()))
                .isEqualTo(RootCommand.FAILED);
    }
}
