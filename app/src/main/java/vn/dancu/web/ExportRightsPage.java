package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.access.AccessService;
import vn.dancu.reporting.ExportRights;
import vn.dancu.shared.Role;

/** {@code /export-rights} (Quyền xuất dữ liệu), for the administrator: who may take persons' data out. */
@Controller
class ExportRightsPage {
    private final ExportRights rights;
    private final AccessService access;
    private final Say say;

    ExportRightsPage(ExportRights rights, AccessService access, Say say) {
        this.rights = rights;
        this.access = access;
        this.say = say;
    }

    @GetMapping("/export-rights")
    String show(Model model) {
        model.addAttribute("holders", rights.holders());
        model.addAttribute("limits", rights.limits());
        model.addAttribute("highest", ExportRights.HIGHEST_LIMIT);
        model.addAttribute(
                "accounts",
                access.list().stream()
                        .filter(account -> ExportRights.ROLES.contains(account.role()) && !account.isDisabled())
                        .toList());
        return "export-rights";
    }

    @PostMapping("/export-rights")
    String set(
            @RequestParam String login,
            @RequestParam boolean given,
            @RequestParam(defaultValue = "") String note,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        ExportRights.Result result = rights.set(login, given, note, viewer.actor());
        if (result == ExportRights.Result.DONE) {
            then.addFlashAttribute(
                    "done",
                    say.text(given ? "web.export-rights.given" : "web.export-rights.taken", Map.of("login", login)));
            return "redirect:/export-rights";
        }
        return refused(result, response, model);
    }

    /** How many rows a role takes without the word of another. */
    @PostMapping("/export-rights/limit")
    String setLimit(
            @RequestParam Role role,
            @RequestParam(defaultValue = "") String rows,
            @RequestParam(defaultValue = "") String note,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        String digits = rows.replaceAll("[\\s.,]", "");
        ExportRights.Result result = digits.matches("\\d{1,9}")
                ? rights.setLimit(role, Integer.parseInt(digits), note, viewer.actor())
                : ExportRights.Result.NO_NUMBER;
        if (result == ExportRights.Result.DONE) {
            then.addFlashAttribute("done", say.text("web.export-rights.limit-set"));
            return "redirect:/export-rights";
        }
        return refused(result, response, model);
    }

    private String refused(ExportRights.Result result, HttpServletResponse response, Model model) {
        HttpStatus status = switch (result) {
            case DONE -> HttpStatus.OK;
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case NO_SUCH_ACCOUNT -> HttpStatus.NOT_FOUND;
            case WRONG_ROLE, NO_NOTE, NO_NUMBER -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        response.setStatus(status.value());
        model.addAttribute("refused", say.text("export.right." + result));
        return show(model);
    }
}
