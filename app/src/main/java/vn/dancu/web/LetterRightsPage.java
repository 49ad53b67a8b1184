package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.access.AccessService;
import vn.dancu.campaign.CampaignResult;
import vn.dancu.campaign.LetterRights;

/** {@code /letter-rights} (Quyền làm giấy mời): who may make letters that name persons. */
@Controller
class LetterRightsPage {
    private final LetterRights rights;
    private final AccessService access;
    private final CampaignDesk campaign;
    private final Say say;

    LetterRightsPage(LetterRights rights, AccessService access, CampaignDesk campaign, Say say) {
        this.rights = rights;
        this.access = access;
        this.campaign = campaign;
        this.say = say;
    }

    @GetMapping("/letter-rights")
    String show(Model model) {
        model.addAttribute("holders", rights.holders());
        model.addAttribute(
                "accounts",
                access.list().stream()
                        .filter(account -> LetterRights.ROLES.contains(account.role()) && !account.isDisabled())
                        .toList());
        return "letter-rights";
    }

    @PostMapping("/letter-rights")
    String set(
            @RequestParam String login,
            @RequestParam boolean given,
            @RequestParam(defaultValue = "") String note,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        CampaignResult result = rights.set(login, given, note, viewer.actor());
        if (!result.isDone()) {
            campaign.refuse(result, response, model);
            return show(model);
        }
        then.addFlashAttribute(
                "done",
                say.text(given ? "web.letter-rights.given" : "web.letter-rights.taken", Map.of("login", login)));
        return "redirect:/letter-rights";
    }
}
