package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.dancu.audit.AuditLog;
import vn.dancu.shared.document.PdfDocument;
import vn.dancu.verification.Sheet;

/** Sheets as a file to print; every person on them is logged as seen. */
@Component
class SheetPrints {
    /** More pages than this are printed in several goes. */
    static final int MOST = 250;

    private final SheetDocument document;
    private final AuditLog audit;
    private final Say say;
    private final Clock clock;

    SheetPrints(SheetDocument document, AuditLog audit, Say say, Clock clock) {
        this.document = document;
        this.audit = audit;
        this.say = say;
        this.clock = clock;
    }

    void write(String name, List<Sheet> sheets, Viewer viewer, HttpServletResponse response) throws IOException {
        List<Sheet> printed = sheets.size() > MOST ? sheets.subList(0, MOST) : sheets;
        seen(printed, viewer);
        head(name + ".pdf", "application/pdf", response);
        PdfDocument.write(
                document.of(printed, LocalDate.ofInstant(clock.instant(), Say.VIETNAM)), response.getOutputStream());
    }

    void seen(List<Sheet> sheets, Viewer viewer) {
        audit.viewEach(
                viewer.actor(),
                "verification-sheet",
                "form",
                sheets.stream()
                        .flatMap(sheet -> sheet.persons().stream())
                        .map(person -> String.valueOf(person.form().value()))
                        .toList(),
                say.text("web.purpose.verification"));
    }

    static void head(String name, String type, HttpServletResponse response) {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
}
