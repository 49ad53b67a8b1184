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
        HttpStatus status = switch (result) {
            case DONE -> HttpStatus.OK;
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case NO_SUCH_ACCOUNT -> HttpStatus.NOT_FOUND;
            case WRONG_ROLE, NO_NOTE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        if (result == ExportRights.Result.DONE) {
            then.addFlashAttribute(
                    "done",
                    say.text(given ? "web.export-rights.given" : "web.export-rights.taken", Map.of("login", login)));
            return "redirect:/export-rights";
        }
        response.setStatus(status.value());
        model.addAttribute("refused", say.text("export.right." + result));
        return show(model);
    }
}
