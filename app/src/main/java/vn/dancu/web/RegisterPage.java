package vn.dancu.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.journey.FormJourney;
import vn.dancu.register.Register;
import vn.dancu.shared.FormSet;
import vn.dancu.web.db.PaperQueries;

/** {@code /register} (Nhập CSDL): approved forms whose paper is scanned become persons of the register. */
@Controller
class RegisterPage {
    private static final int MOST_AT_ONCE = 5_000;

    private final PaperQueries papers;
    private final FormJourney journey;
    private final Register register;
    private final Told told;

    RegisterPage(PaperQueries papers, FormJourney journey, Register register, Told told) {
        this.papers = papers;
        this.journey = journey;
        this.register = register;
        this.told = told;
    }

    @GetMapping("/register")
    String show(Viewer viewer, Model model) {
        FormSet ready = papers.readyToRegister(viewer.actor().scope(), MOST_AT_ONCE);
        model.addAttribute("ready", ready.size());
        model.addAttribute("more", ready.size() == MOST_AT_ONCE);
        model.addAttribute("persons", register.persons());
        return "register";
    }

    @PostMapping("/register")
    String enter(Viewer viewer, RedirectAttributes then) {
        FormSet ready = papers.readyToRegister(viewer.actor().scope(), MOST_AT_ONCE);
        told.set(journey.register(ready, viewer.actor()), then);
        return "redirect:/register";
    }
}
