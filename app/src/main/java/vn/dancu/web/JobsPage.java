package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.job.JobId;
import vn.dancu.job.JobKind;
import vn.dancu.job.JobView;
import vn.dancu.job.Jobs;
import vn.dancu.shared.Texts;

/** {@code /jobs} (Việc chạy nền): what runs in the background, how far it is; imports and whole areas begin here. */
@Controller
class JobsPage {
    private static final int LONGEST_NAME = 100;

    private final Jobs jobs;
    private final Say say;

    JobsPage(Jobs jobs, Say say) {
        this.jobs = jobs;
        this.say = say;
    }

    /** One line of what a job came to. */
    public record Result(String label, String value, boolean isNumber) {}

    @GetMapping("/jobs")
    String list(Viewer viewer, Model model) {
        List<JobView> all = jobs.list(viewer.actor());
        model.addAttribute("jobs", all);
        model.addAttribute(
                "active", all.stream().filter(job -> !job.state().isOver()).count());
        model.addAttribute(
                "imports",
                JobWorks.IMPORTS.stream()
                        .filter(kind -> jobs.mayStart(kind, viewer.actor()))
                        .toList());
        model.addAttribute(
                "works",
                JobWorks.OF_AN_AREA.stream()
                        .filter(kind -> jobs.mayStart(kind, viewer.actor()))
                        .toList());
        model.addAttribute("communes", new TreeSet<>(viewer.actor().scope().communes()));
        return "jobs";
    }

    @GetMapping("/jobs/{id}")
    String show(@PathVariable long id, Viewer viewer, Model model) {
        JobView job = jobs.find(new JobId(id), viewer.actor()).orElseThrow(NoSuchPageException::new);
        model.addAttribute("job", job);
        model.addAttribute("results", results(job));
        model.addAttribute(
                "rejected",
                job.results().getOrDefault("rejected", "0").equals("0")
                        ? null
                        : jobs.file(job.id(), ImportWork.REJECTED, viewer.actor())
                                .orElse(null));
        return "job";
    }

    private List<Result> results(JobView job) {
        return new TreeMap<>(job.results())
                .entrySet().stream()
                        .map(result -> {
                            boolean isNumber = result.getValue().matches("\\d{1,15}");
                            return new Result(
                                    label(result.getKey()),
                                    isNumber ? say.number(Long.parseLong(result.getValue())) : result.getValue(),
                                    isNumber);
                        })
                        .toList();
    }

    private String label(String key) {
        if (key.startsWith("refused.")) {
            return say.text("refusal." + key.substring("refused.".length()));
        }
        if (key.startsWith("outcome.")) {
            return say.text("reconciliation." + key);
        }
        return Texts.of(Say.locale()).find("job.result." + key).orElse(key);
    }

    @PostMapping("/jobs/import")
    String importFile(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        Optional<JobKind> asked = JobWorks.IMPORTS.stream()
                .filter(known -> known.code().equals(kind))
                .findFirst();
        if (asked.isEmpty() || file == null || file.isEmpty()) {
            return refused("web.job.no-file", viewer, response, model);
        }
        String name = fileName(file.getOriginalFilename());
        Map<String, String> parameters =
                dryRun ? Map.of(ImportWork.FILE, name, "dry-run", "yes") : Map.of(ImportWork.FILE, name);
        return begin(asked.get(), parameters, folder -> keep(file, folder, name), viewer, then);
    }

    /** A list as of a day; the administrator's page shows the form. */
    @PostMapping("/jobs/list-import")
    String importList(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable LocalDate validFrom,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer viewer,
            RedirectAttributes then) {
        Optional<JobKind> asked = JobWorks.LISTS.stream()
                .filter(known -> known.code().equals(kind))
                .findFirst();
        boolean needsDay = !kind.equals(JobWorks.IMPORT_ETHNIC_GROUPS.code());
        if (asked.isEmpty() || file == null || file.isEmpty() || (needsDay && validFrom == null)) {
            then.addFlashAttribute("refused", say.text("web.settings.list.incomplete"));
            return "redirect:/settings";
        }
        String name = fileName(file.getOriginalFilename());
        Map<String, String> parameters = new TreeMap<>();
        parameters.put(ImportWork.FILE, name);
        parameters.put(ImportWork.VALID_FROM, validFrom == null ? LocalDate.EPOCH.toString() : validFrom.toString());
        if (dryRun) {
            parameters.put("dry-run", "yes");
        }
        return begin(asked.get(), parameters, folder -> keep(file, folder, name), viewer, then);
    }

    private static void keep(MultipartFile file, Path folder, String name) throws IOException {
        Path uploads = Files.createDirectory(folder.resolve(ImportWork.UPLOAD));
        file.transferTo(uploads.resolve(name));
    }

    /** What an officer called it, without what a folder could mistake. */
    static String fileName(@Nullable String given) {
        String name = given == null ? "" : given.replaceAll("^.*[/\\\\]", "");
        String plain = name.replaceAll("[^\\p{L}\\p{N}._ ()-]", "_").strip();
        String fitting = plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
        return fitting.isEmpty() || fitting.startsWith(".") ? "tep" + fitting : fitting;
    }

    @PostMapping("/jobs/area")
    String ofAnArea(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String commune,
            Viewer viewer,
            RedirectAttributes then) {
        JobKind asked = JobWorks.OF_AN_AREA.stream()
                .filter(known -> known.code().equals(kind))
                .findFirst()
                .orElseThrow(NoSuchPageException::new);
        if (!commune.isEmpty() && !AreaWork.isWhole(viewer.actor(), commune)) {
            throw new NoSuchPageException();
        }
        return begin(asked, Map.of(AreaWork.COMMUNE, commune), folder -> {}, viewer, then);
    }

    /** Pressed twice, it is one job: the same, still at work, is shown instead. */
    private String begin(
            JobKind kind,
            Map<String, String> parameters,
            Jobs.Filling filling,
            Viewer viewer,
            RedirectAttributes then) {
        if (!jobs.mayStart(kind, viewer.actor())) {
            throw new NoSuchPageException();
        }
        Optional<JobView> same = jobs.list(viewer.actor()).stream()
                .filter(job -> job.isOwn()
                        && !job.state().isOver()
                        && job.kind().equals(kind)
                        && job.parameters().equals(parameters))
                .findFirst();
        if (same.isPresent()) {
            then.addFlashAttribute("done", say.text("web.job.same"));
            return "redirect:/jobs/" + same.get().id().value();
        }
        JobId id = jobs.start(kind, parameters, filling, viewer.actor());
        then.addFlashAttribute("done", say.text("web.job.begun"));
        return "redirect:/jobs/" + id.value();
    }

    private String refused(String why, Viewer viewer, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refused", say.text(why));
        return list(viewer, model);
    }

    @PostMapping("/jobs/{id}/stop")
    String stop(@PathVariable long id, Viewer viewer, RedirectAttributes then) {
        return changed(id, jobs.stop(new JobId(id), viewer.actor()), "web.job.stop-asked", viewer, then);
    }

    @PostMapping("/jobs/{id}/resume")
    String resume(@PathVariable long id, Viewer viewer, RedirectAttributes then) {
        return changed(id, jobs.resume(new JobId(id), viewer.actor()), "web.job.resumed", viewer, then);
    }

    private String changed(long id, boolean changed, String done, Viewer viewer, RedirectAttributes then) {
        if (jobs.find(new JobId(id), viewer.actor()).isEmpty()) {
            throw new NoSuchPageException();
        }
        then.addFlashAttribute(changed ? "done" : "refused", say.text(changed ? done : "web.job.not-now"));
        return "redirect:/jobs/" + id;
    }

    /** Rejected rows of an import: they hold numbers of forms or entries. */
    @GetMapping("/jobs/{id}/rejected.csv")
    ResponseEntity<Resource> rejected(@PathVariable long id, Viewer viewer) {
        Path file =
                jobs.file(new JobId(id), ImportWork.REJECTED, viewer.actor()).orElseThrow(NoSuchPageException::new);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("dong-bi-loai-" + id + ".csv")
                                .build()
                                .toString())
                .body(new FileSystemResource(file));
    }
}
