package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dancu.intake.FormSearch;
import vn.dancu.intake.Forms;

/**
 * {@code /search} (Tra cứu): by number, or by name without marks and year of birth, inside the area, for a purpose. What is
 * looked for goes in the body, so that no name stands in an address or a log of addresses.
 */
@Controller
class SearchPage {
    private static final int A_PAGE = 50;

    private final Forms forms;
    private final Purposes purposes;
    private final Say say;

    SearchPage(Forms forms, Purposes purposes, Say say) {
        this.forms = forms;
        this.purposes = purposes;
        this.say = say;
    }

    @GetMapping("/search")
    String show(Model model) {
        model.addAttribute("purposes", Purposes.WORDS);
        return "search";
    }

    @PostMapping("/search")
    String search(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(required = false) @Nullable String purpose,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable String afterKey,
            @RequestParam(defaultValue = "0") long afterId,
            Viewer viewer,
            HttpSession session,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("purposes", Purposes.WORDS);
        model.addAttribute("text", text);
        model.addAttribute("year", year);
        model.addAttribute("purpose", purpose);
        model.addAttribute("words", words);
        Optional<String> said = purposes.spelled(purpose, words);
        if (text.isBlank() || said.isEmpty() || !year.matches("|\\d{4}")) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(
                    "refused",
                    say.text(
                            text.isBlank()
                                    ? "web.search.no-text"
                                    : said.isEmpty() ? "web.search.no-purpose" : "web.search.no-year"));
            return "search";
        }
        FormSearch asked = new FormSearch(
                text.strip(),
                year.isEmpty() ? null : Integer.valueOf(year),
                afterKey == null ? null : new FormSearch.Cursor(afterKey, afterId),
                A_PAGE);
        purposes.remember(said.get(), session);
        model.addAttribute("found", forms.search(asked, said.get(), viewer.actor()));
        return "search";
    }
}
