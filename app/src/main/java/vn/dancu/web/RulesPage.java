package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.quality.RuleSettings;
import vn.dancu.shared.Severity;

/** {@code /rules} (Quy tắc rà soát): every check with its text, how grave this campaign takes it, and who said so. */
@Controller
class RulesPage {
    private final RuleSettings settings;
    private final Say say;

    RulesPage(RuleSettings settings, Say say) {
        this.settings = settings;
        this.say = say;
    }

    @GetMapping("/rules")
    String show(@RequestParam(defaultValue = "") String only, Model model) {
        List<RuleSettings.Setting> all = settings.all();
        List<RuleSettings.Setting> shown = all.stream()
                .filter(rule -> switch (only) {
                    case "changed" -> rule.isChanged();
                    case "adjustable" -> rule.isAdjustable();
                    case "fixed" -> !rule.isAdjustable();
                    default -> true;
                })
                .toList();
        model.addAttribute("only", only);
        model.addAttribute("total", all.size());
        model.addAttribute("shown", shown.size());
        model.addAttribute(
                "changed", all.stream().filter(RuleSettings.Setting::isChanged).count());
        model.addAttribute(
                "reaches",
                shown.stream()
                        .collect(Collectors.groupingBy(
                                RuleSettings.Setting::reach, LinkedHashMap::new, Collectors.toList())));
        return "rules";
    }

    @GetMapping("/rules/{code}")
    String one(@PathVariable String code, Model model) {
        RuleSettings.Setting rule = find(code).orElseThrow(NoSuchPageException::new);
        model.addAttribute("rule", rule);
        model.addAttribute(
                "history",
                settings.history().stream()
                        .filter(change -> change.code().equals(code))
                        .toList());
        model.addAttribute("other", rule.inForce() == Severity.EXPLAIN ? Severity.NOTE : Severity.EXPLAIN);
        model.addAttribute("longest", RuleSettings.LONGEST_REASON);
        return "rule";
    }

    private Optional<RuleSettings.Setting> find(String code) {
        return settings.all().stream().filter(rule -> rule.code().equals(code)).findFirst();
    }

    @PostMapping("/rules/{code}")
    String change(
            @PathVariable String code,
            @RequestParam(required = false) Optional<Severity> severity,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        RuleSettings.Result result = severity.map(chosen -> settings.change(code, chosen, reason, viewer.actor()))
                .orElse(RuleSettings.Result.SAME);
        HttpStatus status = switch (result) {
            case CHANGED -> HttpStatus.OK;
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case NO_SUCH_RULE -> throw new NoSuchPageException();
            case FIXED, SAME -> HttpStatus.CONFLICT;
            case REASON_MISSING, REASON_TOO_LONG -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        if (result == RuleSettings.Result.CHANGED) {
            then.addFlashAttribute("done", say.text("web.rules.changed", Map.of("code", code.substring(0, 4))));
            return "redirect:/rules/" + code;
        }
        response.setStatus(status.value());
        model.addAttribute("refused", say.text("web.rules.refused." + result));
        model.addAttribute("reason", reason);
        return one(code, model);
    }
}
