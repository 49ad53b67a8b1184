package vn.dancu.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.dancu.audit.AuditLog;
import vn.dancu.paper.read.Verdict;
import vn.dancu.scanning.PageId;
import vn.dancu.scanning.PageImages;
import vn.dancu.scanning.ScannedPage;
import vn.dancu.scanning.ScannedPages;
import vn.dancu.shared.FormId;

/** The scanned paper of one form: what its page shows beside the fields, and the images themselves. */
@Controller
class FormScans {
    private static final List<String> PURPOSE = List.of("q", "from", "p");

    private final ScannedPages pages;
    private final PageImages images;
    private final Purposes purposes;
    private final AuditLog audit;

    FormScans(ScannedPages pages, PageImages images, Purposes purposes, AuditLog audit) {
        this.pages = pages;
        this.images = images;
        this.purposes = purposes;
        this.audit = audit;
    }

    /**
     * One page of the paper as the form's page shows it.
     *
     * @param address of its image, with the purpose that the form was opened for
     */
    public record Sheet(
            int page,
            String version,
            Verdict verdict,
            boolean isDuplicate,
            String machine,
            String operator,
            Instant takenAt,
            String batchNo,
            String address) {}

    List<Sheet> of(FormId form, Viewer viewer, HttpServletRequest request) {
        String query = PURPOSE.stream()
                .filter(name -> request.getParameter(name) != null)
                .flatMap(name ->
                        Stream.of(name + "=" + URLEncoder.encode(request.getParameter(name), StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        return pages.ofForm(form, viewer.actor()).stream()
                .filter(ScannedPage::hasImage)
                .map(page -> new Sheet(
                        page.formPage(),
                        page.formVersion(),
                        page.verdict(),
                        page.duplicateOf() != null,
                        page.machine(),
                        page.operator(),
                        page.takenAt(),
                        page.batchNo(),
                        "/forms/" + form.value() + "/scans/" + page.id().value()
                                + (query.isEmpty() ? "" : "?" + query)))
                .toList();
    }

    /** Upright and cut to the sheet; being shown is logged with the purpose for which the form was opened. */
    @GetMapping("/forms/{id:\\d{1,18}}/scans/{page:\\d{1,18}}")
    @Transactional
    public ResponseEntity<byte[]> image(
            @PathVariable long id, @PathVariable long page, Viewer viewer, HttpServletRequest request) {
        Optional<ScannedPage> found = pages.ofForm(new FormId(id), viewer.actor()).stream()
                .filter(one -> one.id().equals(new PageId(page)))
                .findFirst();
        Optional<String> purpose = found.flatMap(one -> purposes.of(
                new FormId(id),
                request.getParameter("q"),
                request.getParameter("from"),
                request.getParameter("p"),
                request.getSession()));
        if (purpose.isEmpty()) {
            throw new NoSuchPageException();
        }
        audit.view(viewer.actor(), "scanned-page", "form", String.valueOf(id), purpose.get());
        return ScanningPage.picture(found.flatMap(images::straightened));
    }
}
