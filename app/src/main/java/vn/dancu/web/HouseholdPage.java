package vn.dancu.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.dancu.audit.AuditLog;
import vn.dancu.intake.Forms;
import vn.dancu.intake.StoredForm;
import vn.dancu.journey.Queue;
import vn.dancu.shared.FormId;
import vn.dancu.web.db.HouseholdSides;
import vn.dancu.web.db.HouseholdSides.Entry;
import vn.dancu.web.db.NextHousehold;

/** {@code /forms/{id}/household} (Cả hộ): all members in all sources side by side, and how they are related. */
@Controller
class HouseholdPage {
    private static final String SCREEN = "household";

    private final HouseholdSides sides;
    private final NextHousehold next;
    private final Forms forms;
    private final CompareView view;
    private final AuditLog audit;
    private final Say say;

    HouseholdPage(HouseholdSides sides, NextHousehold next, Forms forms, CompareView view, AuditLog audit, Say say) {
        this.sides = sides;
        this.next = next;
        this.forms = forms;
        this.view = view;
        this.audit = audit;
        this.say = say;
    }

    @GetMapping("/forms/{id:\\d+}/household")
    @Transactional
    public String show(@PathVariable long id, Viewer viewer, HttpServletRequest request, Model model) {
        FormId form = new FormId(id);
        StoredForm stored = forms.find(form, viewer.actor()).orElseThrow(NoSuchPageException::new);
        model.addAttribute("id", id);
        model.addAttribute("purposes", Purposes.WORDS);
        Optional<String> purpose = view.purpose(form, request);
        if (purpose.isEmpty()) {
            return "purpose";
        }
        List<HouseholdSides.Form> members = sides.forms(form, viewer.actor().scope());
        List<Long> keys = members.stream().map(HouseholdSides.Form::id).toList();
        List<Entry> books = sides.books(
                members.stream().map(HouseholdSides.Form::residence).toList(),
                members.stream()
                        .map(member -> member.said().place())
                        .filter(Objects::nonNull)
                        .map(String::strip)
                        .filter(book -> !book.isEmpty())
                        .distinct()
                        .toList(),
                keys,
                viewer.actor().scope());
        List<Entry> archives = sides.archives(
                members.stream().map(HouseholdSides.Form::archive).toList(), keys);
        log(members, books, archives, purpose.get(), viewer);
        model.addAttribute("form", stored.form());
        model.addAttribute("house", HouseholdView.of(members, books, archives, say));
        model.addAttribute("asked", WeightPage.asked(request));
        model.addAttribute("q", request.getParameter("q"));
        return "household";
    }

    private void log(
            List<HouseholdSides.Form> members, List<Entry> books, List<Entry> archives, String purpose, Viewer viewer) {
        audit.viewEach(
                viewer.actor(),
                SCREEN,
                "form",
                members.stream().map(member -> String.valueOf(member.id())).toList(),
                purpose);
        audit.viewEach(viewer.actor(), SCREEN, "residence-entry", keys(books), purpose);
        audit.viewEach(viewer.actor(), SCREEN, "archive-entry", keys(archives), purpose);
    }

    private static List<String> keys(List<Entry> entries) {
        return entries.stream().map(entry -> String.valueOf(entry.id())).toList();
    }

    /** The first form of the next household of the queue; the queue itself when this was the last. */
    @GetMapping("/forms/{id:\\d+}/next")
    String next(@PathVariable long id, Viewer viewer, HttpServletRequest request) {
        FormId form = new FormId(id);
        if (forms.find(form, viewer.actor()).isEmpty()) {
            throw new NoSuchPageException();
        }
        Optional<Queue> queue = Optional.ofNullable(request.getParameter("q")).flatMap(Queue::byWord);
        if (queue.isEmpty()) {
            return "redirect:/queue";
        }
        String word = queue.get().word();
        return next.after(queue.get(), viewer.actor().scope(), form)
                .map(found -> "redirect:/forms/" + found.value() + "/compare?q=" + word)
                .orElse("redirect:/queue?q=" + word);
    }
}
