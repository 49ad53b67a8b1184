package vn.dancu.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --data}, as every command has it that works on the database. */
final class DataFolder {
    @Option(
            names = "--data",
            defaultValue = "./data",
            paramLabel = "DIR",
            description =
                    "thư mục dữ liệu / data folder (${DEFAULT-VALUE}); DANCU_DB_URL thay cho PostgreSQL kèm theo /"
                            + " names another PostgreSQL")
    private Path folder = Path.of("data");

    Path path() {
        return folder;
    }
}
