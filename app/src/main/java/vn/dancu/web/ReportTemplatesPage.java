package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.reporting.Figure;
import vn.dancu.reporting.PeriodKind;
import vn.dancu.reporting.ReportPeriods;
import vn.dancu.reporting.ReportResult;
import vn.dancu.reporting.ReportTemplate;
import vn.dancu.reporting.ReportTemplates;

/** {@code /reports/templates} (Mẫu báo cáo, kỳ báo cáo): what stands around the figures, and the rhythms, as data. */
@Controller
class ReportTemplatesPage {
    private final ReportTemplates templates;
    private final ReportPeriods periods;
    private final Say say;

    ReportTemplatesPage(ReportTemplates templates, ReportPeriods periods, Say say) {
        this.templates = templates;
        this.periods = periods;
        this.say = say;
    }

    @GetMapping("/reports/templates")
    String show(Model model) {
        return page(null, model);
    }

    /** @param typed what was refused, shown again in place of the version in force */
    private String page(@Nullable ReportTemplate typed, Model model) {
        Map<ReportTemplate.Level, ReportTemplate> shown = new LinkedHashMap<>();
        Map<ReportTemplate.Level, List<ReportTemplate>> versions = new LinkedHashMap<>();
        for (ReportTemplate.Level level : ReportTemplate.Level.values()) {
            List<ReportTemplate> all = templates.versions(level);
            versions.put(level, all);
            shown.put(level, typed != null && typed.level() == level ? typed : all.get(0));
        }
        model.addAttribute("levels", ReportTemplate.Level.values());
        model.addAttribute("shown", shown);
        model.addAttribute("versions", versions);
        model.addAttribute("typedLevel", typed == null ? null : typed.level());
        model.addAttribute("figures", Figure.values());
        model.addAttribute("kinds", periods.kinds());
        model.addAttribute("units", PeriodKind.Unit.values());
        model.addAttribute("latestStart", PeriodKind.LATEST_START);
        model.addAttribute("longestLine", ReportTemplates.LONGEST_LINE);
        model.addAttribute("longest", ReportTemplates.LONGEST_TEXT);
        return "report-templates";
    }

    @PostMapping("/reports/templates/{level}")
    String change(
            @PathVariable String level,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String opening,
            @RequestParam(defaultValue = "") String closing,
            @RequestParam(defaultValue = "") String recipients,
            @RequestParam(defaultValue = "") String authority,
            @RequestParam(defaultValue = "") String deputy,
            @RequestParam(defaultValue = "") String reminder,
            @RequestParam(defaultValue = "") List<String> columns,
            @RequestParam(defaultValue = "") String why,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        List<Figure> chosen = new ArrayList<>();
        columns.forEach(column -> Figure.byWord(column).ifPresent(chosen::add));
        ReportTemplate wanted = new ReportTemplate(
                0,
                level(level),
                version,
                title.strip(),
                subject.strip(),
                opening.strip(),
                closing.strip(),
                recipients.strip(),
                authority.strip(),
                deputy.strip(),
                reminder.strip(),
                chosen,
                why.strip(),
                "",
                Instant.EPOCH);
        ReportResult result = templates.change(wanted, viewer.actor());
        if (result instanceof ReportResult.Refused refused) {
            refuse(refused.why(), response, model);
            return page(wanted, model);
        }
        then.addFlashAttribute("done", say.text("web.reports.template-changed"));
        return "redirect:/reports/templates";
    }

    private static ReportTemplate.Level level(String word) {
        return switch (word) {
            case "ward" -> ReportTemplate.Level.WARD;
            case "city" -> ReportTemplate.Level.CITY;
            default -> throw new NoSuchPageException();
        };
    }

    @PostMapping("/reports/periods")
    String period(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "0") int startsOn,
            @RequestParam(defaultValue = "0") int dueDays,
            @RequestParam(defaultValue = "true") boolean inUse,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        ReportResult result;
        try {
            PeriodKind kind =
                    new PeriodKind(code.strip(), name.strip(), PeriodKind.Unit.valueOf(unit), startsOn, dueDays);
            result = periods.set(kind, inUse, viewer.actor());
        } catch (IllegalArgumentException e) {
            result = new ReportResult.Refused(ReportResult.Why.INCOMPLETE);
        }
        if (result instanceof ReportResult.Refused refused) {
            refuse(refused.why(), response, model);
            return page(null, model);
        }
        then.addFlashAttribute("done", say.text("web.reports.period-changed"));
        return "redirect:/reports/templates";
    }

    private void refuse(ReportResult.Why why, HttpServletResponse response, Model model) {
        response.setStatus(ReportsPage.status(why).value());
        model.addAttribute("refused", say.text("web.reports.refused." + why));
    }
}
