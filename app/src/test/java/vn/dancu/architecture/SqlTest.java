package vn.dancu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SqlTest {
    private static final Pattern SCHEMA = Pattern.compile("create schema (\\w+)");
    private static final Pattern WRITE = Pattern.compile(
            "(?i)(?:insert\\s+into|update|delete\\s+from|merge\\s+into|truncate(?:\\s+table)?|copy)\\s+(\\w+)\\.(\\w+)");
    private static final Pattern COPY_IN = Pattern.compile("\\.into\\(\\s*\"(\\w+)\\.(\\w+)\"");

    private record Write(Path file, String module, String schema, String table) {
        @Override
        public String toString() {
            return Sources.name(file) + " writes " + schema + "." + table;
        }
    }

    private static Set<String> schemas() {
        Set<String> schemas = new HashSet<>();
        for (Path migration : Sources.files(Sources.ROOT.resolve("app/src/main/resources/db/migration"), "sql")) {
            Matcher schema = SCHEMA.matcher(Sources.text(migration));
            while (schema.find()) {
                schemas.add(schema.group(1));
            }
        }
        return schemas;
    }

    private static List<Write> writes() {
        Set<String> schemas = schemas();
        List<Write> writes = new ArrayList<>();
        Path resources = Sources.ROOT.resolve("app/src/main/resources/vn/dancu");
        Stream.of(
                        Sources.files(Sources.APPLICATION, "java"),
                        Sources.files(Sources.APPLICATION, "sql"),
                        Sources.files(resources, "sql"))
                .flatMap(List::stream)
                .forEach(file -> {
                    Path base = file.startsWith(resources) ? resources : Sources.APPLICATION;
                    String module = base.relativize(file).getName(0).toString();
                    String text = Sources.text(file);
                    for (Pattern pattern : List.of(WRITE, COPY_IN)) {
                        Matcher write = pattern.matcher(text);
                        while (write.find()) {
                            if (schemas.contains(write.group(1))) {
                                writes.add(new Write(file, module, write.group(1), write.group(2)));
                            }
                        }
                    }
                });
        return writes;
    }

    @Test
    void theScanSeesWhatIsWritten() {
        assertThat(writes())
                .extracting(Write::schema)
                .contains("audit", "access", "intake", "journey", "quality", "reference");
    }

    @Test
    void aModuleWritesOnlyItsOwnSchema() {
        assertThat(writes().stream().filter(write -> !write.module().equals(write.schema())))
                .as("a table that two modules write belongs to neither")
                .isEmpty();
    }

    @Test
    void onlyThePathWritesAStage() {
        assertThat(writes().stream()
                        .filter(write -> write.schema().equals("journey"))
                        .filter(write -> write.table().startsWith("step")
                                || write.table().equals("form_state"))
                        .filter(write -> !write.file().startsWith(Sources.APPLICATION.resolve("journey/db"))))
                .as("the step log is the truth and journey.db alone writes it")
                .isEmpty();
    }

    @Test
    void sqlStandsInDbOnly() {
        assertThat(writes().stream().filter(write -> !write.file().toString().contains("/db/")))
                .as("whoever asks what a module writes reads one package")
                .isEmpty();
    }
}
