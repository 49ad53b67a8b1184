package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.intake.FormField;
import vn.dancu.keying.Keying;
import vn.dancu.keying.KeyingRule;

/** {@code /keying/figures}: what each operator keyed and how well, by field too; and the rule of what is keyed twice. */
@Controller
class KeyingFiguresPage {
    private static final int USUAL_DAYS = 30;

    private final Keying keying;
    private final Say say;
    private final Clock clock;

    KeyingFiguresPage(Keying keying, Say say, Clock clock) {
        this.keying = keying;
        this.say = say;
        this.clock = clock;
    }

    @GetMapping("/keying/figures")
    String show(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Viewer viewer,
            HttpServletResponse response,
            Model model) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Say.VIETNAM);
        Optional<LocalDate> last = to.isBlank() ? Optional.of(today) : TypedDay.of(to);
        Optional<LocalDate> first =
                from.isBlank() ? Optional.of(last.orElse(today).minusDays(USUAL_DAYS - 1)) : TypedDay.of(from);
        boolean isStretch = first.isPresent()
                && last.isPresent()
                && !first.get().isAfter(last.get())
                && first.get().getYear() > 0
                && last.get().getYear() < 10_000;
        if (!isStretch) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", say.text("web.keying.no-stretch"));
        }
        LocalDate begins = isStretch ? first.orElse(today) : today.minusDays(USUAL_DAYS - 1);
        LocalDate ends = isStretch ? last.orElse(today) : today;
        Instant begin = begins.atStartOfDay(Say.VIETNAM).toInstant();
        Instant end = ends.plusDays(1).atStartOfDay(Say.VIETNAM).toInstant();
        model.addAttribute("from", from.isBlank() || isStretch ? say.day(begins) : from);
        model.addAttribute("to", to.isBlank() || isStretch ? say.day(ends) : to);
        model.addAttribute("asOf", clock.instant());
        model.addAttribute("operators", keying.byOperator(begin, end, viewer.actor()));
        model.addAttribute("fields", keying.byField(begin, end, viewer.actor()));
        model.addAttribute("rule", keying.rule());
        model.addAttribute(
                "all", Arrays.stream(FormField.values()).map(FormField::column).toList());
        model.addAttribute("longestReason", Keying.LONGEST_REASON);
        return "keying-figures";
    }

    @PostMapping("/keying/rule")
    String rule(
            @RequestParam(defaultValue = "") List<String> twice,
            @RequestParam(defaultValue = "") String perMille,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        boolean isShare = perMille.strip().matches("\\d{1,4}") && Integer.parseInt(perMille.strip()) <= 1000;
        boolean isKnown =
                twice.stream().allMatch(column -> FormField.byColumn(column).isPresent());
        if (isShare
                && isKnown
                && keying.setRule(new KeyingRule(twice, Integer.parseInt(perMille.strip())), reason, viewer.actor())) {
            then.addFlashAttribute("done", say.text("web.keying.rule-set"));
            return "redirect:/keying/figures";
        }
        String page = show("", "", viewer, response, model);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute(
                "refused", say.text("web.keying.rule-refused", Map.of("longest", say.number(Keying.LONGEST_REASON))));
        model.addAttribute("perMille", perMille);
        model.addAttribute("reason", reason);
        model.addAttribute("twice", twice);
        return page;
    }
}
