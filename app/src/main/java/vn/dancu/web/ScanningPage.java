package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.audit.AuditLog;
import vn.dancu.job.JobId;
import vn.dancu.job.JobView;
import vn.dancu.job.Jobs;
import vn.dancu.scanning.PageId;
import vn.dancu.scanning.PageImages;
import vn.dancu.scanning.PageImages.Image;
import vn.dancu.scanning.ScanBoard;
import vn.dancu.scanning.ScanWork;
import vn.dancu.scanning.ScannedPage;
import vn.dancu.scanning.ScannedPages;
import vn.dancu.scanning.WatchedFolder;

/** {@code /scanning} (Quét phiếu): files go in, pages that need a person come out, and the board of the scanning room. */
@Controller
class ScanningPage {
    static final List<String> SHIFTS = List.of("MORNING", "AFTERNOON", "EVENING");
    static final int LONGEST_MACHINE = 60;

    private static final String LAST_MACHINE = "dancu.scanning-machine";
    private static final String LAST_SHIFT = "dancu.scanning-shift";
    private static final int MOST_FILES = 1_000;

    private final Jobs jobs;
    private final ScanBoard board;
    private final ScannedPages pages;
    private final PageImages images;
    private final WatchedFolder watched;
    private final AuditLog audit;
    private final Say say;

    ScanningPage(
            Jobs jobs,
            ScanBoard board,
            ScannedPages pages,
            PageImages images,
            WatchedFolder watched,
            AuditLog audit,
            Say say) {
        this.jobs = jobs;
        this.board = board;
        this.pages = pages;
        this.images = images;
        this.watched = watched;
        this.audit = audit;
        this.say = say;
    }

    @GetMapping("/scanning")
    String show(@RequestParam(defaultValue = "") String batch, Viewer viewer, HttpSession session, Model model) {
        String batchNo = batch.isBlank() ? null : batch.strip();
        model.addAttribute("shifts", SHIFTS);
        model.addAttribute("longestMachine", LONGEST_MACHINE);
        keep(model, "machine", session.getAttribute(LAST_MACHINE));
        keep(model, "shift", session.getAttribute(LAST_SHIFT));
        model.addAttribute("watched", watched.isSet());
        model.addAttribute("watchedThere", watched.isThere());
        model.addAttribute("waiting", watched.waiting().size());
        model.addAttribute("running", running(viewer));
        model.addAttribute("lines", board.lines(viewer.actor()));
        model.addAttribute("days", ScanBoard.DAYS);
        model.addAttribute("disk", board.disk());
        model.addAttribute("batch", batchNo == null ? "" : batchNo);
        model.addAttribute("batchPages", batchNo == null ? null : pages.countsOfBatch(batchNo, viewer.actor()));
        model.addAttribute("problems", board.problems(batchNo, viewer.actor()));
        model.addAttribute("problemCount", board.problemCount(batchNo, viewer.actor()));
        model.addAttribute("missing", board.missing(batchNo, viewer.actor()));
        model.addAttribute("most", ScanBoard.MOST_LINES);
        return "scanning";
    }

    private static void keep(Model model, String name, @Nullable Object before) {
        if (!model.containsAttribute(name)) {
            model.addAttribute(name, before == null ? "" : before);
        }
    }

    private List<JobView> running(Viewer viewer) {
        return jobs.list(viewer.actor()).stream()
                .filter(job -> job.kind().equals(ScanWork.KIND)
                        && (!job.state().isOver() || job.state().mayResume()))
                .toList();
    }

    @PostMapping("/scanning")
    String upload(
            @RequestParam(defaultValue = "") String machine,
            @RequestParam(defaultValue = "") String shift,
            @RequestParam(required = false) MultipartFile @Nullable [] files,
            Viewer viewer,
            HttpSession session,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        List<MultipartFile> chosen = files == null
                ? List.of()
                : Arrays.stream(files).filter(file -> !file.isEmpty()).toList();
        Optional<String> refused = refused(machine, shift);
        if (refused.isEmpty() && (chosen.isEmpty() || chosen.size() > MOST_FILES)) {
            refused = Optional.of(chosen.isEmpty() ? "web.scanning.no-file" : "web.scanning.too-many-files");
        }
        if (refused.isPresent()) {
            return again(refused.get(), machine, shift, viewer, session, response, model);
        }
        return begin(machine, shift, chosen.size(), folder -> keep(chosen, folder), viewer, session, then);
    }

    @PostMapping("/scanning/watched")
    String takeWatched(
            @RequestParam(defaultValue = "") String machine,
            @RequestParam(defaultValue = "") String shift,
            Viewer viewer,
            HttpSession session,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        List<Path> waiting = watched.waiting();
        Optional<String> refused =
                waiting.isEmpty() ? Optional.of("web.scanning.nothing-waits") : refused(machine, shift);
        if (refused.isPresent()) {
            return again(refused.get(), machine, shift, viewer, session, response, model);
        }
        return begin(
                machine,
                shift,
                waiting.size(),
                folder -> watched.take(waiting, Files.createDirectory(folder.resolve(ScanWork.UPLOAD))),
                viewer,
                session,
                then);
    }

    private static Optional<String> refused(String machine, String shift) {
        if (machine.isBlank() || machine.strip().length() > LONGEST_MACHINE) {
            return Optional.of("web.scanning.no-machine");
        }
        return SHIFTS.contains(shift) ? Optional.empty() : Optional.of("web.scanning.no-shift");
    }

    private String again(
            String why,
            String machine,
            String shift,
            Viewer viewer,
            HttpSession session,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refused", say.text(why));
        model.addAttribute("machine", machine);
        model.addAttribute("shift", shift);
        return show("", viewer, session, model);
    }

    private String begin(
            String machine,
            String shift,
            int files,
            Jobs.Filling filling,
            Viewer viewer,
            HttpSession session,
            RedirectAttributes then) {
        if (!jobs.mayStart(ScanWork.KIND, viewer.actor())) {
            throw new NoSuchPageException();
        }
        session.setAttribute(LAST_MACHINE, machine.strip());
        session.setAttribute(LAST_SHIFT, shift);
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(ScanWork.MACHINE, machine.strip());
        parameters.put(ScanWork.SHIFT, shift);
        JobId id = jobs.start(ScanWork.KIND, parameters, filling, viewer.actor());
        then.addFlashAttribute("done", say.text("web.scanning.begun", Map.of("n", say.number(files))));
        return "redirect:/jobs/" + id.value();
    }

    private static void keep(List<MultipartFile> files, Path folder) throws IOException {
        Path uploads = Files.createDirectory(folder.resolve(ScanWork.UPLOAD));
        for (int i = 0; i < files.size(); i++) {
            MultipartFile file = files.get(i);
            file.transferTo(uploads.resolve(ScanWork.fileName(i, JobsPage.fileName(file.getOriginalFilename()))));
        }
    }

    /** The image of a page in the list, as the scanner made it; being shown is logged. */
    @GetMapping("/scanning/pages/{page:\\d{1,18}}/image")
    @Transactional
    ResponseEntity<byte[]> image(@PathVariable long page, Viewer viewer) {
        ScannedPage found = pages.find(new PageId(page), viewer.actor()).orElseThrow(NoSuchPageException::new);
        audit.view(
                viewer.actor(),
                "scanned-page",
                found.form() == null ? "scanned-page" : "form",
                String.valueOf(found.form() == null ? page : found.form().value()),
                say.text("web.scanning.purpose"));
        return picture(images.page(found));
    }

    /** Kept by nobody on the way. */
    static ResponseEntity<byte[]> picture(Optional<Image> image) {
        Image found = image.orElseThrow(NoSuchPageException::new);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(found.mediaType()))
                .cacheControl(CacheControl.noStore())
                .body(found.bytes());
    }
}
