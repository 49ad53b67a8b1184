package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.access.AccessService;
import vn.dancu.access.Account;
import vn.dancu.access.DataRights;
import vn.dancu.reporting.ExportRights;
import vn.dancu.shared.Role;

/** {@code /export-rights} (Quyền lấy dữ liệu ra), for the administrator: who may take persons' data out, as files or letters. */
@Controller
class ExportRightsPage {
    private final DataRights rights;
    private final ExportRights limits;
    private final AccessService access;
    private final Say say;

    ExportRightsPage(DataRights rights, ExportRights limits, AccessService access, Say say) {
        this.rights = rights;
        this.limits = limits;
        this.access = access;
        this.say = say;
    }

    /** Accounts that could have a right, and who has it. */
    public record Holders(DataRights.Kind kind, List<Account> accounts, List<String> logins) {}

    @GetMapping("/export-rights")
    String show(Model model) {
        List<Account> accounts =
                access.list().stream().filter(account -> !account.isDisabled()).toList();
        List<Holders> kinds = new ArrayList<>();
        for (DataRights.Kind kind : DataRights.Kind.values()) {
            kinds.add(new Holders(
                    kind,
                    accounts.stream()
                            .filter(account -> kind.roles().contains(account.role()))
                            .toList(),
                    rights.holders(kind)));
        }
        model.addAttribute("kinds", kinds);
        model.addAttribute("limits", limits.limits());
        model.addAttribute("highest", ExportRights.HIGHEST_LIMIT);
        return "export-rights";
    }

    @PostMapping("/export-rights")
    String set(
            @RequestParam(defaultValue = "EXPORT") DataRights.Kind kind,
            @RequestParam String login,
            @RequestParam boolean given,
            @RequestParam(defaultValue = "") String note,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        DataRights.Result result = rights.set(kind, login, given, note, viewer.actor());
        if (result == DataRights.Result.DONE) {
            then.addFlashAttribute(
                    "done",
                    say.text("web.data-rights." + kind + (given ? ".given" : ".taken"), Map.of("login", login)));
            return "redirect:/export-rights";
        }
        HttpStatus status = switch (result) {
            case DONE -> HttpStatus.OK;
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case NO_SUCH_ACCOUNT -> HttpStatus.NOT_FOUND;
            case WRONG_ROLE, NO_NOTE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        response.setStatus(status.value());
        model.addAttribute("refused", say.text("export.right." + result));
        return show(model);
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
                ? limits.setLimit(role, Integer.parseInt(digits), note, viewer.actor())
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
            case WRONG_ROLE, NO_NOTE, NO_NUMBER -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        response.setStatus(status.value());
        model.addAttribute("refused", say.text("export.right." + result));
        return show(model);
    }
}
