package vn.dancu.web;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.scanning.ScanLine;
import vn.dancu.scanning.ScanReport;
import vn.dancu.web.db.PaperQueries;

/** {@code /scan-lists} (Danh sách quét): {@code form_no,pages,sha256} from the scanning office, pasted or as a file. */
@Controller
class ScanListPage {
    private static final int LATEST = 50;
    private static final int MOST_LINES = 200_000;

    private final HandOverDesk desk;
    private final PaperQueries papers;
    private final Told told;
    private final Say say;

    ScanListPage(HandOverDesk desk, PaperQueries papers, Told told, Say say) {
        this.desk = desk;
        this.papers = papers;
        this.told = told;
        this.say = say;
    }

    @GetMapping("/scan-lists")
    String show(Model model) {
        model.addAttribute("lists", papers.scanLists(LATEST));
        return "scan-lists";
    }

    @PostMapping("/scan-lists")
    String takeIn(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String lines,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then)
            throws IOException {
        String text = file == null || file.isEmpty() ? lines : new String(file.getBytes(), StandardCharsets.UTF_8);
        List<ScanLine> list = read(text);
        if (name.isBlank() || list.isEmpty() || list.size() > MOST_LINES) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", say.text(name.isBlank() ? "web.scan.no-name" : "web.scan.no-lines"));
            model.addAttribute("name", name);
            model.addAttribute("lines", lines);
            return show(model);
        }
        HandOverDesk.Scanned scanned = desk.scan(name.strip(), list, viewer.actor());
        told.set(scanned.report(), then);
        List<String> refused = new ArrayList<>(told.refusals(scanned.report()));
        for (ScanReport.Refused line : scanned.lines().refused()) {
            refused.add(say.text(
                    "web.scan.line",
                    Map.of(
                            "line", String.valueOf(line.line()),
                            "no", line.formNo(),
                            "why", say.text("web.scan.refused." + line.why()))));
        }
        if (!refused.isEmpty()) {
            then.addFlashAttribute(
                    "refused",
                    say.text(
                            "web.scan.refused",
                            Map.of("n", say.number(scanned.lines().refused().size()))));
            then.addFlashAttribute("refusedLines", refused);
        }
        return "redirect:/scan-lists";
    }

    /** A head line is passed over; a line whose pages are no number counts as one without pages. */
    static List<ScanLine> read(String text) throws IOException {
        List<ScanLine> lines = new ArrayList<>();
        char separator = text.indexOf(';') >= 0 && text.indexOf(',') < 0 ? ';' : text.indexOf('\t') >= 0 ? '\t' : ',';
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .fieldSeparator(separator)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            for (CsvRecord row : rows) {
                if (row.getFieldCount() < 3 || row.getField(0).strip().equals("form_no")) {
                    continue;
                }
                String pages = row.getField(1).strip();
                lines.add(new ScanLine(
                        row.getField(0).strip(),
                        pages.matches("\\d{1,4}") ? Integer.parseInt(pages) : 0,
                        row.getField(2).strip().toLowerCase(Locale.ROOT)));
            }
        }
        return lines;
    }
}
