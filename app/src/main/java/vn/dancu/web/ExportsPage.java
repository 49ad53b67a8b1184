package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.intake.FormField;
import vn.dancu.reporting.AskExport;
import vn.dancu.reporting.ExportField;
import vn.dancu.reporting.ExportResult;
import vn.dancu.reporting.ExportRights;
import vn.dancu.reporting.Exports;
import vn.dancu.reporting.Measure;

/** {@code /exports} (Xuất dữ liệu): persons' data out, for whoever has the right; one's requests, and those to be decided. */
@Controller
class ExportsPage {
    /** Which forms may be asked for. */
    static final List<Measure> OFFERED = List.of(
            Measure.PERSONS,
            Measure.NOT_FIT,
            Measure.FIT,
            Measure.REGISTERED,
            Measure.RETURNED,
            Measure.ON_HOLD,
            Measure.TO_VERIFY,
            Measure.DIFFERED,
            Measure.INCOMPLETE,
            Measure.INCONSISTENT,
            Measure.STANDING,
            Measure.DUPLICATES,
            Measure.FORMS);

    private final Exports exports;
    private final ExportRights rights;
    private final Purposes purposes;
    private final Say say;

    ExportsPage(Exports exports, ExportRights rights, Purposes purposes, Say say) {
        this.exports = exports;
        this.rights = rights;
        this.purposes = purposes;
        this.say = say;
    }

    @GetMapping("/exports")
    String show(Viewer viewer, Model model) {
        model.addAttribute("own", exports.own(viewer.actor()));
        model.addAttribute("waiting", exports.toDecide(viewer.actor()));
        model.addAttribute("limit", rights.limit(viewer.actor()).orElse(-1));
        model.addAttribute("communes", new TreeSet<>(viewer.actor().scope().communes()));
        model.addAttribute("measures", OFFERED);
        model.addAttribute("offered", ExportField.OFFERED);
        model.addAttribute("sensitive", ExportField.SENSITIVE);
        model.addAttribute("purposes", Purposes.WORDS);
        model.addAttribute("longest", Exports.LONGEST_TEXT);
        for (Map.Entry<String, Object> usual : Map.<String, Object>of(
                        "m", Measure.PERSONS,
                        "commune", "",
                        "group", "",
                        "ticked", ExportField.USUAL,
                        "purpose", "",
                        "words", "",
                        "reason", "",
                        "format", "xlsx")
                .entrySet()) {
            if (!model.containsAttribute(usual.getKey())) {
                model.addAttribute(usual.getKey(), usual.getValue());
            }
        }
        return "exports";
    }

    /** With {@code act=count} only says how many that would be. */
    @PostMapping("/exports")
    String ask(
            @RequestParam(name = "m", defaultValue = "persons") String word,
            @RequestParam(defaultValue = "") String commune,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(name = "field", defaultValue = "") List<String> columns,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(defaultValue = "ask") String act,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        Optional<Measure> measure = Measure.byWord(word).filter(OFFERED::contains);
        List<FormField> fields = new ArrayList<>();
        for (FormField field : ExportField.OFFERED) {
            if (columns.contains(field.column())) {
                fields.add(field);
            }
        }
        model.addAttribute("m", measure.orElse(Measure.PERSONS));
        model.addAttribute("commune", commune);
        model.addAttribute("group", group);
        model.addAttribute("ticked", List.copyOf(fields));
        model.addAttribute("purpose", purpose);
        model.addAttribute("words", words);
        model.addAttribute("reason", reason);
        model.addAttribute("format", format);
        if (measure.isEmpty()) {
            return refuse(ExportResult.Why.MALFORMED, viewer, response, model);
        }
        if (act.equals("count")) {
            if (rights.limit(viewer.actor()).isEmpty()) {
                return refuse(ExportResult.Why.NO_RIGHT, viewer, response, model);
            }
            model.addAttribute("counted", exports.count(measure.get(), commune, group.strip(), viewer.actor()));
            return show(viewer, model);
        }
        ExportResult result = exports.ask(
                new AskExport(
                        measure.get(),
                        commune,
                        group.strip(),
                        fields,
                        reason.strip(),
                        purposes.spelled(purpose, words).orElse(""),
                        format),
                viewer.actor());
        if (result.done().isEmpty()) {
            return refuse(result.refused().orElseThrow(), viewer, response, model);
        }
        then.addFlashAttribute(
                "done",
                say.text(
                        result.done().get().aboveLimit() ? "web.exports.asked-waiting" : "web.exports.asked",
                        Map.of("serial", result.done().get().serial())));
        return "redirect:/exports";
    }

    private String refuse(ExportResult.Why why, Viewer viewer, HttpServletResponse response, Model model) {
        HttpStatus status = switch (why) {
            case NO_RIGHT, NOT_APPROVER, OWN_REQUEST -> HttpStatus.FORBIDDEN;
            case NOT_FOUND, OUTSIDE_AREA -> throw new NoSuchPageException();
            case WRONG_STATE -> HttpStatus.CONFLICT;
            case NO_PURPOSE, NO_FIELDS, MALFORMED, SENSITIVE_WITHOUT_REASON, NOTHING_TO_EXPORT, NO_NOTE ->
                HttpStatus.UNPROCESSABLE_CONTENT;
        };
        response.setStatus(status.value());
        model.addAttribute("refused", say.text("export.refused." + why));
        return show(viewer, model);
    }

    @PostMapping("/exports/{id}/decide")
    String decide(
            @PathVariable long id,
            @RequestParam String word,
            @RequestParam(defaultValue = "") String note,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        ExportResult result = exports.decide(id, word.equals("approve"), note, viewer.actor());
        if (result.done().isEmpty()) {
            return refuse(result.refused().orElseThrow(), viewer, response, model);
        }
        then.addFlashAttribute(
                "done",
                say.text(
                        word.equals("approve") ? "web.exports.approved" : "web.exports.refused",
                        Map.of("serial", result.done().get().serial())));
        return "redirect:/exports";
    }

    /** A GET would be fetched ahead by a browser and logged as taken: the file is taken by a POST. */
    @PostMapping("/exports/{id}/file")
    void file(@PathVariable long id, Viewer viewer, HttpServletResponse response) throws IOException {
        Exports.File file = exports.take(id, viewer.actor()).orElseThrow(NoSuchPageException::new);
        response.setContentType(file.format().equals("csv") ? "text/csv;charset=UTF-8" : TableFiles.XLSX);
        response.setContentLengthLong(Files.size(file.path()));
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(file.name()).build().toString());
        Files.copy(file.path(), response.getOutputStream());
    }
}
