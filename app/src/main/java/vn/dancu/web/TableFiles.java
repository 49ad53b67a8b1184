package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dancu.reporting.FileMark;
import vn.dancu.reporting.RowFile;

/** {@code /progress/tables/NAME.csv} and {@code .xlsx}: counts leave freely; the file says whose figures these are, and of when. */
@Controller
class TableFiles {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ProgressTables tables;
    private final Say say;
    private final Clock clock;

    TableFiles(ProgressTables tables, Say say, Clock clock) {
        this.tables = tables;
        this.say = say;
        this.clock = clock;
    }

    @GetMapping("/progress/tables/{file}")
    void take(
            @PathVariable String file,
            @RequestParam(defaultValue = "") String commune,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        boolean csv = file.endsWith(".csv");
        if (!csv && !file.endsWith(".xlsx")) {
            throw new NoSuchPageException();
        }
        String name = file.substring(0, file.lastIndexOf('.'));
        ProgressTables.Rows table = tables.of(
                        name,
                        viewer.actor().scope(),
                        ProgressDesk.inArea(commune, viewer.actor().scope()))
                .orElseThrow(NoSuchPageException::new);
        FileMark mark = new FileMark(
                table.title(),
                "",
                List.of(say.text(
                        "web.tables.made-by",
                        Map.of(
                                "user",
                                viewer.login(),
                                "time",
                                say.time(clock.instant()),
                                "area",
                                commune.isEmpty() ? say.text("web.dashboard.all") : say.unit(commune)))));
        response.setContentType(csv ? "text/csv;charset=UTF-8" : XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("dancu-" + name + (commune.isEmpty() ? "" : "-" + commune) + (csv ? ".csv" : ".xlsx"))
                        .build()
                        .toString());
        try (RowFile rows = csv
                ? RowFile.csv(response.getOutputStream(), mark, table.heads())
                : RowFile.xlsx(response.getOutputStream(), mark, table.heads())) {
            for (List<@Nullable Object> row : table.rows()) {
                rows.row(row.toArray());
            }
        }
    }
}
