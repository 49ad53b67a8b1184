package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.keying.KeyResult;
import vn.dancu.keying.KeyedItem;
import vn.dancu.keying.KeyedPaper;
import vn.dancu.keying.Keying;
import vn.dancu.keying.PaperFinding;
import vn.dancu.keying.PaperId;
import vn.dancu.keying.PaperState;
import vn.dancu.keying.TypedItem;
import vn.dancu.keying.TypedValue;
import vn.dancu.paper.Field;
import vn.dancu.paper.FormLayout;
import vn.dancu.paper.Forms;

/** {@code /keying} (Nhập từ ảnh): papers are taken up, keyed by Enter alone, settled, and joined with their form. */
@Controller
class KeyingPage {
    private static final int LISTED = 50;
    private static final int MOST_NUMBERS = 500;
    private static final int LONGEST_LIST = 20_000;

    private final Keying keying;
    private final KeyingDesk desk;
    private final Say say;

    KeyingPage(Keying keying, KeyingDesk desk, Say say) {
        this.keying = keying;
        this.desk = desk;
        this.say = say;
    }

    /** One field on the page of keying. */
    public record Row(KeyedItem item, Field field) {
        public String id() {
            return item.field();
        }

        public boolean byNumber() {
            return TypedValue.isByNumber(field);
        }

        public boolean digits() {
            return field.kind().isComb();
        }
    }

    @GetMapping("/keying")
    String board(Viewer viewer, Model model) {
        model.addAttribute("counts", keying.counts(viewer.actor()));
        Map<PaperState, List<KeyedPaper>> lists = new EnumMap<>(PaperState.class);
        for (PaperState state : PaperState.values()) {
            lists.put(state, keying.in(state, LISTED, viewer.actor()));
        }
        model.addAttribute("lists", lists);
        model.addAttribute("states", PaperState.values());
        model.addAttribute("listed", LISTED);
        model.addAttribute(
                "versions",
                Forms.all().stream()
                        .filter(layout -> layout.id().startsWith("DC01"))
                        .sorted(Comparator.comparing(FormLayout::validFrom).reversed())
                        .map(FormLayout::id)
                        .toList());
        model.addAttribute("mostNumbers", MOST_NUMBERS);
        model.addAttribute("longestList", LONGEST_LIST);
        return "keying";
    }

    @PostMapping("/keying/take-up")
    String takeUp(
            @RequestParam(defaultValue = "") String numbers,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String commune,
            @RequestParam(defaultValue = "") String group,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        Set<String> list = new LinkedHashSet<>();
        numbers.lines()
                .flatMap(line -> List.of(line.split("[,;\\s]+")).stream())
                .forEach(list::add);
        list.remove("");
        boolean isPlace = commune.isBlank() || commune.strip().matches("\\d{5}");
        if (list.isEmpty()
                || list.size() > MOST_NUMBERS
                || numbers.length() > LONGEST_LIST
                || !isPlace
                || group.length() > 200) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(
                    "refused",
                    isPlace
                            ? say.text("web.keying.no-numbers", Map.of("most", say.number(MOST_NUMBERS)))
                            : say.text("web.keying.no-commune"));
            model.addAttribute("numbers", numbers);
            model.addAttribute("commune", commune);
            model.addAttribute("group", group);
            return board(viewer, model);
        }
        int taken = 0;
        List<String> refused = new ArrayList<>();
        for (String number : list) {
            KeyingDesk.TakeUp how = desk.takeUp(number, version, commune, group, viewer.actor());
            if (how == KeyingDesk.TakeUp.TAKEN) {
                taken++;
            } else {
                refused.add(shortened(number) + ": " + say.text("web.keying.not-taken." + how));
            }
        }
        if (taken > 0) {
            then.addFlashAttribute("done", say.text("web.keying.taken", Map.of("n", say.number(taken))));
        }
        if (!refused.isEmpty()) {
            then.addFlashAttribute(
                    "refused", say.text("web.keying.not-taken", Map.of("n", say.number(refused.size()))));
            then.addFlashAttribute("refusedLines", refused);
        }
        return "redirect:/keying";
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    @PostMapping("/keying/next")
    String next(Viewer viewer, RedirectAttributes then) {
        Optional<KeyedPaper> paper = keying.next(viewer.actor());
        if (paper.isEmpty()) {
            if (!then.getFlashAttributes().containsKey("done")) {
                then.addFlashAttribute("done", say.text("web.keying.nothing-left"));
            }
            return "redirect:/keying";
        }
        return "redirect:/keying/" + paper.get().id().value();
    }

    @GetMapping("/keying/{id:\\d{1,18}}")
    String show(@PathVariable long id, Viewer viewer, HttpServletResponse response, Model model) {
        KeyedPaper paper = paper(id, viewer);
        Optional<KeyResult.Why> why = desk.open(paper, viewer.actor());
        if (why.isPresent()) {
            return refused(why.get(), viewer, response, model);
        }
        return paper.state().isOpen() ? toKey(paper, Map.of(), Set.of(), model) : keyed(paper, viewer, model);
    }

    private KeyedPaper paper(long id, Viewer viewer) {
        return keying.find(new PaperId(id), viewer.actor()).orElseThrow(NoSuchPageException::new);
    }

    private String refused(KeyResult.Why why, Viewer viewer, HttpServletResponse response, Model model) {
        response.setStatus(
                why == KeyResult.Why.WRONG_ROLE ? HttpStatus.FORBIDDEN.value() : HttpStatus.CONFLICT.value());
        model.addAttribute("refused", say.text("web.keying.refused." + why));
        return board(viewer, model);
    }

    private List<Row> rows(KeyedPaper paper) {
        List<Row> rows = new ArrayList<>();
        for (KeyedItem item : keying.toKey(paper)) {
            rows.add(new Row(item, KeyingDesk.field(paper, item.field()).orElseThrow(NoSuchPageException::new)));
        }
        return rows;
    }

    private String toKey(KeyedPaper paper, Map<String, String> kept, Set<String> wrong, Model model) {
        model.addAttribute("paper", paper);
        model.addAttribute("rows", rows(paper));
        model.addAttribute("pass", paper.state().pass());
        model.addAttribute("kept", kept);
        model.addAttribute("wrong", wrong);
        model.addAttribute("longest", Keying.LONGEST_VALUE);
        return "keying-paper";
    }

    private String keyed(KeyedPaper paper, Viewer viewer, Model model) {
        model.addAttribute("paper", paper);
        model.addAttribute("items", keying.items(paper));
        Map<String, PaperFinding> findings = new LinkedHashMap<>();
        keying.findings(paper).forEach(finding -> findings.put(finding.field(), finding));
        model.addAttribute("findings", findings);
        model.addAttribute("collected", keying.formOf(paper.formNo()).isPresent());
        return "keying-done";
    }

    @PostMapping("/keying/{id:\\d{1,18}}")
    String key(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") String pass,
            @RequestParam Map<String, String> sent,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        KeyedPaper paper = paper(id, viewer);
        int number = pass.matches("[1-3]") ? pass.charAt(0) - '0' : 0;
        if (number != paper.state().pass()) {
            return refused(KeyResult.Why.STALE, viewer, response, model);
        }
        List<TypedItem> typed = new ArrayList<>();
        Set<String> wrong = new LinkedHashSet<>();
        Map<String, String> kept = new HashMap<>();
        for (Row row : rows(paper)) {
            String value = sent.getOrDefault("v." + row.id(), "");
            kept.put(row.id(), value);
            Optional<String> plain =
                    value.length() > Keying.LONGEST_VALUE ? Optional.empty() : TypedValue.of(row.field(), value);
            plain.ifPresentOrElse(
                    known -> typed.add(new TypedItem(
                            row.id(), known, count(sent.get("k." + row.id())), count(sent.get("m." + row.id())))),
                    () -> wrong.add(row.id()));
        }
        if (!wrong.isEmpty()) {
            Optional<KeyResult.Why> why = desk.open(paper, viewer.actor());
            if (why.isPresent()) {
                return refused(why.get(), viewer, response, model);
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", say.text("web.keying.wrong", Map.of("n", say.number(wrong.size()))));
            return toKey(paper, kept, wrong, model);
        }
        KeyResult result = keying.key(paper.id(), number, typed, viewer.actor());
        if (result instanceof KeyResult.Refused refused) {
            return refused(refused.why(), viewer, response, model);
        }
        then.addFlashAttribute("done", say.text("web.keying.saved", Map.of("no", paper.formNo())));
        return "stay".equals(sent.get("then")) ? "redirect:/keying" : next(viewer, then);
    }

    private static int count(@org.jspecify.annotations.Nullable String sent) {
        return sent != null && sent.matches("\\d{1,9}") ? Integer.parseInt(sent) : 0;
    }

    @PostMapping("/keying/{id:\\d{1,18}}/release")
    String release(@PathVariable long id, Viewer viewer) {
        keying.release(paper(id, viewer).id(), viewer.actor());
        return "redirect:/keying";
    }

    @PostMapping("/keying/{id:\\d{1,18}}/finish")
    String finish(
            @PathVariable long id, Viewer viewer, HttpServletResponse response, Model model, RedirectAttributes then) {
        KeyedPaper paper = paper(id, viewer);
        KeyingDesk.Finished how = desk.finish(paper.id(), viewer.actor());
        if (how instanceof KeyingDesk.Finished.Refused refused) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("refused", say.text("web.keying.not-finished." + refused.why()));
            return board(viewer, model);
        }
        if (how instanceof KeyingDesk.Finished.Joined joined) {
            then.addFlashAttribute(
                    "done",
                    say.text(
                            joined.findings().isEmpty() ? "web.keying.joined" : "web.keying.joined-differs",
                            Map.of(
                                    "no",
                                    paper.formNo(),
                                    "n",
                                    say.number(joined.findings().size()))));
        } else if (how instanceof KeyingDesk.Finished.Became became) {
            then.addFlashAttribute(
                    "done",
                    say.text("web.keying.became", Map.of("no", paper.formNo(), "n", say.number(became.blocking()))));
        }
        return "redirect:/keying/" + id;
    }

    /** Seen by whoever has the paper open; that was logged when it was opened. */
    @GetMapping("/keying/{id:\\d{1,18}}/strip/{field:[a-z][a-z0-9_]{0,49}}")
    ResponseEntity<byte[]> strip(@PathVariable long id, @PathVariable String field, Viewer viewer) {
        return desk.strip(new PaperId(id), field, viewer.actor())
                .map(png -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_PNG)
                        .cacheControl(CacheControl.noStore())
                        .body(png))
                .orElseThrow(NoSuchPageException::new);
    }
}
