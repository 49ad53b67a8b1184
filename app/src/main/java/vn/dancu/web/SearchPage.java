package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dancu.audit.AuditLog;
import vn.dancu.intake.FormSearch;
import vn.dancu.intake.FormSummary;
import vn.dancu.intake.Forms;
import vn.dancu.register.Persons;
import vn.dancu.register.RegisteredPerson;
import vn.dancu.web.db.BookQueries;
import vn.dancu.web.db.QueueQueries;

/**
 * {@code /search} (Tra cứu): by number, or by name without marks and year of birth, inside the area, for a purpose. What is
 * looked for goes in the body, so that no name stands in an address or a log of addresses.
 */
@Controller
class SearchPage {
    private static final int A_PAGE = 50;

    private static final int MOST_OF_BOOKS = 10;
    private static final int MOST_OF_REGISTER = 20;

    /** Of more namesakes the register shows those whose forms stand on the page. */
    private static final int MOST_OF_A_NAME = 100;

    private static final int LONGEST = 200;

    private final Forms forms;
    private final Persons persons;
    private final BookQueries books;
    private final QueueQueries queues;
    private final Purposes purposes;
    private final AuditLog audit;
    private final Say say;

    SearchPage(
            Forms forms,
            Persons persons,
            BookQueries books,
            QueueQueries queues,
            Purposes purposes,
            AuditLog audit,
            Say say) {
        this.forms = forms;
        this.persons = persons;
        this.books = books;
        this.queues = queues;
        this.purposes = purposes;
        this.audit = audit;
        this.say = say;
    }

    @GetMapping("/search")
    String show(Viewer viewer, Model model) {
        frame(viewer, model);
        return "search";
    }

    @PostMapping("/search")
    String search(
            @RequestParam(name = "text", defaultValue = "") String typed,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(required = false) @Nullable String purpose,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(defaultValue = "") String commune,
            @RequestParam(required = false) @Nullable String afterKey,
            @RequestParam(defaultValue = "0") long afterId,
            Viewer viewer,
            HttpSession session,
            HttpServletResponse response,
            Model model) {
        frame(viewer, model);
        String text = typed.replace("\0", "");
        model.addAttribute("text", text);
        model.addAttribute("year", year);
        model.addAttribute("purpose", purpose);
        model.addAttribute("words", words);
        model.addAttribute("commune", commune);
        Optional<String> said = purposes.spelled(purpose, words);
        Map<String, String> wrong = new LinkedHashMap<>();
        if (text.isBlank() || text.length() > LONGEST) {
            wrong.put("text", say.text(text.isBlank() ? "web.search.no-text" : "web.search.long-text"));
        }
        if (!year.isBlank() && !year.strip().matches("1[89]\\d\\d|20\\d\\d")) {
            wrong.put("year", say.text("web.search.no-year"));
        }
        if (said.isEmpty()) {
            wrong.put("purpose", say.text("web.search.no-purpose"));
        }
        if (!wrong.isEmpty() || said.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("wrong", wrong);
            model.addAttribute("refused", say.text("web.search.wrong"));
            return "search";
        }
        Integer born = year.isBlank() ? null : Integer.valueOf(year.strip());
        String ward = commune.isBlank() || commune.indexOf(0) >= 0 ? null : commune;
        FormSearch asked = new FormSearch(
                text.strip(),
                born,
                ward,
                afterKey == null || afterKey.indexOf(0) >= 0 ? null : new FormSearch.Cursor(afterKey, afterId),
                A_PAGE);
        purposes.remember(said.get(), session);
        FormSearch.Page found = forms.search(asked, said.get(), viewer.actor());
        model.addAttribute("found", found);
        List<BookQueries.BookLine> ofBooks = afterKey == null && found.next() == null
                ? books.withoutForm(text.strip(), born, ward, viewer.actor().scope(), MOST_OF_BOOKS)
                : List.of();
        audit.viewEach(
                viewer.actor(),
                "search",
                "residence-entry",
                ofBooks.stream().map(line -> String.valueOf(line.id())).toList(),
                said.get());
        model.addAttribute("ofBooks", ofBooks);
        if (afterKey == null) {
            registered(text.strip(), born, ward, said.get(), found, viewer, model);
        }
        return "search";
    }

    /** Persons of the register: by number, by a name that few have, else those of the forms on the page. */
    private void registered(
            String text,
            @Nullable Integer born,
            @Nullable String ward,
            String purpose,
            FormSearch.Page found,
            Viewer viewer,
            Model model) {
        boolean isNumber = text.chars().anyMatch(Character::isDigit);
        boolean isFrequent =
                !isNumber && found.inArea().forms() + found.hidden().forms() > MOST_OF_A_NAME;
        List<RegisteredPerson> ofRegister = isFrequent
                ? persons.ofPapers(
                        found.hits().stream().map(FormSummary::formNo).toList(),
                        MOST_OF_REGISTER,
                        purpose,
                        viewer.actor())
                : persons.search(text, born, ward, MOST_OF_REGISTER, purpose, viewer.actor());
        model.addAttribute("tooFrequent", isFrequent);
        model.addAttribute("ofRegister", ofRegister);
        model.addAttribute(
                "formOf",
                books.formsByNumber(
                        ofRegister.stream().map(RegisteredPerson::sourceNo).toList(),
                        viewer.actor().scope()));
    }

    private void frame(Viewer viewer, Model model) {
        model.addAttribute("purposes", Purposes.WORDS);
        model.addAttribute("wrong", Map.of());
        model.addAttribute("communes", queues.communes(viewer.actor().scope()));
    }
}
