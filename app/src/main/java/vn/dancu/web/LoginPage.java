package vn.dancu.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dancu.access.AccessService;

/** {@code /login}: name and password, and which language. */
@Controller
class LoginPage {
    private final AccessService access;

    LoginPage(AccessService access) {
        this.access = access;
    }

    @GetMapping("/login")
    String show(
            @RequestParam(required = false) @Nullable String wrong,
            @RequestParam(required = false) @Nullable String locked,
            @RequestParam(required = false) @Nullable String expired,
            @RequestParam(required = false) @Nullable String out,
            Model model) {
        model.addAttribute(
                "said",
                Optional.ofNullable(wrong)
                        .map(given -> "wrong")
                        .or(() -> Optional.ofNullable(locked).map(given -> "locked"))
                        .or(() -> Optional.ofNullable(expired).map(given -> "expired"))
                        .or(() -> Optional.ofNullable(out).map(given -> "out"))
                        .orElse(""));
        model.addAttribute("demo", access.isDemo());
        return "login";
    }
}
