package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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
import vn.dancu.campaign.Announcement.Purpose;
import vn.dancu.campaign.Announcements;
import vn.dancu.campaign.CampaignResult;
import vn.dancu.campaign.Category;
import vn.dancu.shared.Role;

/** {@code /announcements/categories} (Diện và giấy tờ): whom announcements call, by age or arrival, and what they bring. */
@Controller
class CategoriesPage {
    private final Announcements announcements;
    private final CampaignDesk campaign;
    private final Say say;

    CategoriesPage(Announcements announcements, CampaignDesk campaign, Say say) {
        this.announcements = announcements;
        this.campaign = campaign;
        this.say = say;
    }

    @GetMapping("/announcements/categories")
    String show(Viewer viewer, Model model) {
        model.addAttribute("categories", announcements.categories());
        model.addAttribute("papers", AnnouncementPage.PAPERS);
        model.addAttribute("purposes", Purpose.values());
        model.addAttribute("sets", viewer.role() == Role.CITY_TEAM);
        return "categories";
    }

    @PostMapping("/announcements/categories/{code:[A-Z0-9_]{2,40}}")
    String set(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String ageFrom,
            @RequestParam(defaultValue = "") String ageTo,
            @RequestParam(defaultValue = "") String months,
            @RequestParam(name = "purpose", required = false) Purpose @Nullable [] purposes,
            @RequestParam(name = "paper", required = false) String @Nullable [] papers,
            @RequestParam(defaultValue = "") String note,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        for (String typed : List.of(ageFrom, ageTo, months)) {
            if (!typed.isBlank() && CampaignDesk.number(typed).isEmpty()) {
                campaign.malformed("T128_NO_NUMBER", typed, response, model);
                return show(viewer, model);
            }
        }
        List<String> known = new ArrayList<>(papers == null ? List.of() : Arrays.asList(papers));
        known.retainAll(AnnouncementPage.PAPERS);
        CampaignResult result = announcements.setCategory(
                new Category(
                        code,
                        CampaignDesk.number(ageFrom).orElse(null),
                        CampaignDesk.number(ageTo).orElse(null),
                        CampaignDesk.number(months).orElse(null),
                        false,
                        purposes == null ? List.of() : Arrays.asList(purposes),
                        known,
                        note.strip(),
                        "",
                        Instant.EPOCH),
                viewer.actor());
        if (!result.isDone()) {
            campaign.refuse(result, response, model);
            return show(viewer, model);
        }
        then.addFlashAttribute("done", say.text("web.category.set", Map.of("category", say.text("category." + code))));
        return "redirect:/announcements/categories";
    }
}
