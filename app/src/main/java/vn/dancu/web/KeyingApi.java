package vn.dancu.web;

import java.util.List;
import java.util.Set;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.audit.AuditLog;
import vn.dancu.civil.text.VietnameseText;
import vn.dancu.keying.KeyedPaper;
import vn.dancu.keying.Keying;
import vn.dancu.keying.PaperId;
import vn.dancu.web.db.BookNameQueries;

/** Names of the residence book while a name is keyed, never before the first key: what comes before it leads. */
@RestController
class KeyingApi {
    /** Of the form's own household; parents and spouses need not live there. */
    private static final Set<String> OFFERED = Set.of("full_name", "head_name");

    private static final int MOST = 5;
    private static final int LONGEST = 100;

    private final Keying keying;
    private final BookNameQueries books;
    private final AuditLog audit;
    private final Say say;

    KeyingApi(Keying keying, BookNameQueries books, AuditLog audit, Say say) {
        this.keying = keying;
        this.books = books;
        this.audit = audit;
        this.say = say;
    }

    /** Somebody in the book whose name begins so. */
    public record Candidate(String name, String birth) {
        /** Without the name. */
        @Override
        public String toString() {
            return "Candidate[]";
        }
    }

    @PostMapping("/api/keying/{id:\\d{1,18}}/candidates")
    @Transactional
    public List<Candidate> candidates(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "") String typed,
            Viewer viewer) {
        KeyedPaper paper = keying.find(new PaperId(id), viewer.actor()).orElseThrow(NoSuchPageException::new);
        String folded = typed.length() > LONGEST ? "" : VietnameseText.fold(typed);
        boolean isHeld = viewer.login().equals(paper.heldBy()) && paper.state().isOpen();
        if (!isHeld
                || folded.isEmpty()
                || !OFFERED.contains(field)
                || paper.communeCode().isEmpty()) {
            return List.of();
        }
        List<BookNameQueries.Entry> found = books.beginning(
                folded,
                paper.communeCode(),
                paper.residentialGroup(),
                MOST,
                viewer.actor().scope());
        audit.viewEach(
                viewer.actor(),
                "keying",
                "residence-entry",
                found.stream().map(BookNameQueries.Entry::entryNo).toList(),
                say.text("web.keying.purpose"));
        return found.stream()
                .map(entry -> new Candidate(entry.fullName(), say.date(entry.birthDate())))
                .toList();
    }
}
