package vn.dancu.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.dancu.journey.Comment;
import vn.dancu.journey.Comments;
import vn.dancu.journey.PathView;
import vn.dancu.journey.StepTaken;
import vn.dancu.shared.FormId;

/**
 * Two officers at one form: what happened since the second one's page was made. A page says what it has seen ({@code seen},
 * the last line of the step log; {@code heard}, the last comment); an act from a page that has not seen all is not taken,
 * the officer is told, and keeps what she typed.
 */
@Component
class Meanwhile {
    private final PathView path;
    private final Comments comments;

    Meanwhile(PathView path, Comments comments) {
        this.path = path;
        this.comments = comments;
    }

    /** The last line of the step log, for a page to say that it has seen it; 0 when there is none. */
    static long lastOf(List<StepTaken> steps) {
        return steps.isEmpty() ? 0 : steps.get(steps.size() - 1).id();
    }

    static long lastSaid(List<Comment> comments) {
        return comments.stream().mapToLong(Comment::id).max().orElse(0);
    }

    /** Steps that others took since the page was made; none for a page that says nothing of itself. */
    List<StepTaken> since(FormId form, HttpServletRequest request) {
        long seen = number(request.getParameter("seen"));
        return seen < 0
                ? List.of()
                : path.steps(form).stream().filter(step -> step.id() > seen).toList();
    }

    /** What was said since the page was made, by somebody else. */
    List<Comment> saidSince(FormId form, HttpServletRequest request, Viewer viewer) {
        long heard = number(request.getParameter("heard"));
        return heard < 0
                ? List.of()
                : comments.of(form).stream()
                        .filter(comment -> comment.id() > heard)
                        .filter(comment -> !comment.author().equals(viewer.login()))
                        .toList();
    }

    /** Whether an act at the form's page comes from a page that has seen all; if not, the model is told what it missed. */
    boolean missed(AtForm at) {
        List<StepTaken> steps = since(at.id(), at.request());
        if (steps.isEmpty()) {
            return false;
        }
        at.response().setStatus(HttpStatus.CONFLICT.value());
        at.model().addAttribute("meanwhile", steps);
        return true;
    }

    /** What was typed, so that the page that is shown again holds it: single values by name. */
    static void keep(HttpServletRequest request, Model model) {
        Map<String, String> kept = new LinkedHashMap<>();
        List<String> texts = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            kept.put(name, String.join("\n", values));
            boolean text = name.startsWith("remark.") || TEXTS.contains(name);
            if (text && !String.join("", values).isBlank()) {
                texts.add(String.join("\n", values));
            }
        });
        model.addAttribute("kept", kept);
        model.addAttribute("keptTexts", texts);
    }

    private static final List<String> TEXTS =
            List.of("more", "more2", "more3", "reason", "note", "comment", "ground", "papers", "shouldBe");

    private static long number(@org.jspecify.annotations.Nullable String text) {
        return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }
}
