package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.audit.AuditLog;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.intake.Forms;
import vn.dancu.intake.StoredForm;
import vn.dancu.shared.Role;
import vn.dancu.sources.AnswerLookup;
import vn.dancu.sources.Archive;
import vn.dancu.sources.ArchiveEntry;
import vn.dancu.sources.ArchiveField;
import vn.dancu.sources.AskArchive;
import vn.dancu.sources.LookupId;
import vn.dancu.sources.LookupLine;
import vn.dancu.sources.LookupLineId;
import vn.dancu.sources.LookupRequest;
import vn.dancu.sources.LookupResult;
import vn.dancu.sources.Lookups;

/**
 * {@code /lookups/{id}/lines/{line}}: the archivist's answer about one form. The form's values stand there; she types only
 * what the sheet has otherwise, or says that there is no file.
 */
@Controller
class LookupAnswerPage {
    private final Lookups lookups;
    private final LookupDesk desk;
    private final LookupView view;
    private final Forms forms;
    private final Archive archive;
    private final AuditLog audit;
    private final Say say;

    LookupAnswerPage(
            Lookups lookups, LookupDesk desk, LookupView view, Forms forms, Archive archive, AuditLog audit, Say say) {
        this.lookups = lookups;
        this.desk = desk;
        this.view = view;
        this.forms = forms;
        this.archive = archive;
        this.audit = audit;
        this.say = say;
    }

    /**
     * One item of the sheet.
     *
     * @param form as the form says; null where the form has no such item
     * @param typed what was typed, now or in the last answer
     */
    public record Item(ArchiveField field, @Nullable String form, String typed, boolean silent) {
        public String column() {
            return field.column();
        }
    }

    @GetMapping("/lookups/{id:\\d{1,18}}/lines/{line:\\d{1,18}}")
    String show(@PathVariable long id, @PathVariable long line, Viewer viewer, Model model) {
        return page(id, line, null, viewer, model);
    }

    private String page(long id, long lineId, @Nullable Map<String, String> typed, Viewer viewer, Model model) {
        if (viewer.role() != Role.ARCHIVIST) {
            throw new NoSuchPageException();
        }
        LookupRequest request = lookups.find(new LookupId(id), viewer.actor()).orElseThrow(NoSuchPageException::new);
        List<LookupLine> lines = lookups.lines(request.id(), viewer.actor());
        LookupLine line = line(lines, lineId);
        StoredForm stored = forms.find(line.form(), viewer.actor()).orElseThrow(NoSuchPageException::new);
        audit.view(
                viewer.actor(),
                "lookup-answer",
                "form",
                String.valueOf(line.form().value()),
                view.purpose(request));
        LookupLine.Answer before = line.answer();
        ArchiveEntry sheet = before == null || !before.found()
                ? null
                : archive.load(before.entryId()).stream()
                        .map(found -> found.entry())
                        .findFirst()
                        .orElse(null);
        List<Item> items = new ArrayList<>();
        for (ArchiveField field : SheetItems.ORDER) {
            if (request.asked().contains(field) || isWho(field)) {
                items.add(item(field, stored.form(), sheet, typed));
            }
        }
        model.addAttribute("request", request);
        model.addAttribute("line", line);
        model.addAttribute("form", stored.form());
        model.addAttribute("items", items);
        model.addAttribute("envelope", typed(typed, "envelope", envelope(line, sheet)));
        model.addAttribute("note", typed(typed, "note", before == null ? "" : before.note()));
        model.addAttribute("seen", before == null ? 0 : before.id());
        model.addAttribute(
                "left", lines.stream().filter(other -> other.answer() == null).count());
        model.addAttribute("longest", AnswerLookup.LONGEST_ITEM);
        model.addAttribute("longestText", AskArchive.LONGEST_TEXT);
        return "lookup-answer";
    }

    private static String envelope(LookupLine line, @Nullable ArchiveEntry sheet) {
        String known = sheet == null || sheet.envelopeNo() == null ? line.envelopeNo() : sheet.envelopeNo();
        return known == null ? "" : known;
    }

    private static String typed(@Nullable Map<String, String> typed, String key, String otherwise) {
        return typed == null ? otherwise : typed.getOrDefault(key, "");
    }

    private static LookupLine line(List<LookupLine> lines, long id) {
        return lines.stream().filter(one -> one.id().value() == id).findFirst().orElseThrow(NoSuchPageException::new);
    }

    private static boolean isWho(ArchiveField field) {
        return field == ArchiveField.FULL_NAME || field == ArchiveField.BIRTH_DATE;
    }

    /** Of an earlier answer, what it said differently from the form as it is now stands in the fields again. */
    private Item item(
            ArchiveField field,
            CollectionForm form,
            @Nullable ArchiveEntry sheet,
            @Nullable Map<String, String> typed) {
        String column = field.column();
        String own = SheetItems.ofForm(field).map(form::written).orElse(null);
        String shown = own == null ? null : say.value(formColumn(field), own);
        if (typed != null) {
            return new Item(
                    field, shown, typed.getOrDefault("otherwise." + column, ""), typed.containsKey("silent." + column));
        }
        if (sheet == null) {
            return new Item(field, shown, "", false);
        }
        String said = sheet.written(field);
        return new Item(field, shown, said == null || said.equals(own) ? "" : said, said == null && own != null);
    }

    private static String formColumn(ArchiveField field) {
        return SheetItems.ofForm(field).map(FormField::column).orElse(field.column());
    }

    @PostMapping("/lookups/{id:\\d{1,18}}/lines/{line:\\d{1,18}}")
    String answer(
            @PathVariable long id,
            @PathVariable long line,
            @RequestParam(defaultValue = "0") long seen,
            @RequestParam(defaultValue = "") String found,
            @RequestParam Map<String, String> sent,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        LookupLine asked = line(lookups.lines(new LookupId(id), viewer.actor()), line);
        StoredForm stored = forms.find(asked.form(), viewer.actor()).orElseThrow(NoSuchPageException::new);
        if (!found.equals("yes") && !found.equals("no")) {
            throw new NoSuchPageException();
        }
        Map<ArchiveField, String> otherwise = new EnumMap<>(ArchiveField.class);
        Set<ArchiveField> silent = EnumSet.noneOf(ArchiveField.class);
        for (ArchiveField field : SheetItems.ORDER) {
            String typed = sent.getOrDefault("otherwise." + field.column(), "");
            if (!typed.isBlank()) {
                otherwise.put(field, typed);
            } else if (sent.containsKey("silent." + field.column())) {
                silent.add(field);
            }
        }
        AnswerLookup answer = new AnswerLookup(
                new LookupLineId(line),
                seen,
                found.equals("yes"),
                SheetItems.asForm(stored.form()),
                otherwise,
                silent,
                sent.get("envelope"),
                sent.getOrDefault("note", ""));
        LookupDesk.Answered answered = desk.answer(answer, asked.form(), viewer.actor());
        if (answered.result() instanceof LookupResult.Refused refused) {
            response.setStatus(LookupView.status(refused.why()).value());
            model.addAttribute("refused", say.text("web.archive.refused." + refused.why()));
            return page(id, line, sent, viewer, model);
        }
        then.addFlashAttribute(
                "done", say.text(answered.compared() ? "web.archive.answered-now" : "web.archive.answered-later"));
        return next(id, line, viewer);
    }

    /** The next line that waits, in the order of the paper; from the last one back to the first, then to the request. */
    private String next(long id, long line, Viewer viewer) {
        List<LookupLine> lines = lookups.lines(new LookupId(id), viewer.actor());
        int at = line(lines, line).lineNo();
        return lines.stream()
                .filter(other -> other.answer() == null)
                .min((one, other) -> Integer.compare(after(one, at, lines), after(other, at, lines)))
                .map(waits -> "redirect:/lookups/" + id + "/lines/" + waits.id().value())
                .orElse("redirect:/lookups/" + id);
    }

    private static int after(LookupLine line, int at, List<LookupLine> lines) {
        return line.lineNo() > at ? line.lineNo() : line.lineNo() + lines.size();
    }
}
