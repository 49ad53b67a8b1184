package vn.dancu.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import vn.dancu.cli.db.ResultQueries;
import vn.dancu.cli.db.ResultQueries.FindingRow;
import vn.dancu.cli.db.ResultQueries.VerdictRow;
import vn.dancu.shared.Finding;
import vn.dancu.shared.Json;
import vn.dancu.shared.Progress;
import vn.dancu.shared.Severity;
import vn.dancu.shared.Texts;

/**
 * The result files of a batch, in UTF-8 without a byte order mark. They hold personal data, so only their owner may read
 * them.
 */
final class ResultFiles {
    private static final int BUFFER = 1 << 18;

    private final ResultQueries queries;
    private final Texts texts;
    private final Path folder;

    ResultFiles(ResultQueries queries, Texts texts, Path folder) {
        this.queries = queries;
        this.texts = texts;
        this.folder = folder;
    }

    void write(Progress progress) throws IOException {
        progress.begin("results", ResultQueries.File.values().length + 2L);
        for (ResultQueries.File file : ResultQueries.File.values()) {
            try (OutputStream out = open(file.fileName())) {
                queries.copy(file, out);
            }
            progress.advance(1);
        }
        findings();
        progress.advance(1);
        fields();
        progress.advance(1);
    }

    private void findings() throws IOException {
        try (CsvWriter csv = csv("findings.csv")) {
            csv.writeRecord("form_no", "code", "severity", "field", "message", "details");
            queries.findings(row -> csv.writeRecord(
                    row.formNo(), row.code(), row.severity(), row.field(), message(row), row.detailsJson()));
        }
    }

    private String message(FindingRow row) {
        Map<String, String> details = Json.read(row.detailsJson());
        return texts.finding(new Finding(row.code(), Severity.valueOf(row.severity()), row.field(), details));
    }

    private void fields() throws IOException {
        try (CsvWriter csv = csv("fields.csv")) {
            csv.writeRecord(
                    "form_no",
                    "field",
                    "form",
                    "residence_book",
                    "archive",
                    "verdict",
                    "rule",
                    "suggested_source",
                    "reason");
            queries.verdicts(row -> csv.writeRecord(
                    row.formNo(),
                    row.field(),
                    row.form(),
                    row.residenceBook(),
                    row.archive(),
                    row.verdict(),
                    row.rule(),
                    row.suggestedSource(),
                    reason(row)));
        }
    }

    private String reason(VerdictRow row) {
        return row.reason().isEmpty()
                ? ""
                : texts.find("reconciliation.reason." + row.reason()).orElse(row.reason());
    }

    private CsvWriter csv(String name) throws IOException {
        return CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(BUFFER)
                .build(open(name), StandardCharsets.UTF_8);
    }

    OutputStream open(String name) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(PrivateFiles.create(folder.resolve(name))), BUFFER);
    }
}
