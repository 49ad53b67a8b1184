package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.shared.Role;
import vn.dancu.shared.document.Document;
import vn.dancu.shared.document.DocxDocument;
import vn.dancu.shared.document.PdfDocument;
import vn.dancu.verification.Round;
import vn.dancu.verification.RoundId;
import vn.dancu.verification.RoundResult;
import vn.dancu.verification.Rounds;
import vn.dancu.verification.Sheet;
import vn.dancu.verification.Sheets;

/** {@code /verification/rounds/{id}}: one unit's round; its sheets, what the sample says, acceptance, minutes. */
@Controller
class RoundPage {
    /** Homes still to visit come first; the others are found by their number. */
    private static final int SHOWN = 300;

    private final Rounds rounds;
    private final Sheets sheets;
    private final VerificationDesk desk;
    private final RoundMinutes minutes;
    private final SheetPrints prints;
    private final Say say;

    RoundPage(Rounds rounds, Sheets sheets, VerificationDesk desk, RoundMinutes minutes, SheetPrints prints, Say say) {
        this.rounds = rounds;
        this.sheets = sheets;
        this.desk = desk;
        this.minutes = minutes;
        this.prints = prints;
        this.say = say;
    }

    @GetMapping("/verification/rounds/{id:\\d{1,18}}")
    String show(@PathVariable long id, Viewer viewer, Model model) {
        Round round = find(id, viewer);
        List<Sheet> all = sheets.ofRound(round.id(), viewer.actor());
        model.addAttribute("round", round);
        model.addAttribute("agreement", rounds.agreement(round));
        model.addAttribute("total", all.size());
        model.addAttribute(
                "sheets",
                all.stream()
                        .sorted(Comparator.comparing(Sheet::isOpen).reversed())
                        .limit(SHOWN)
                        .toList());
        model.addAttribute("open", all.stream().filter(Sheet::isOpen).count());
        model.addAttribute("mayAct", viewer.role() == Role.CITY_TEAM);
        model.addAttribute("failed", round.draws().stream().anyMatch(draw -> draw.standing() == Round.Standing.FAILS));
        model.addAttribute("longest", Rounds.LONGEST_TEXT);
        return "verification-round";
    }

    private Round find(long id, Viewer viewer) {
        return rounds.find(new RoundId(id), viewer.actor()).orElseThrow(NoSuchPageException::new);
    }

    @PostMapping("/verification/rounds/{id:\\d{1,18}}/draw")
    String draw(
            @PathVariable long id,
            @RequestParam(defaultValue = "1") long seed,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        RoundResult result = desk.redraw(new RoundId(id), seed, reason, viewer.actor());
        model.addAttribute("typedReason", reason);
        return answered(id, result, "web.verify.drawn", viewer, response, model, then);
    }

    @PostMapping("/verification/rounds/{id:\\d{1,18}}/decide")
    String decide(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String note,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        RoundResult result = desk.decide(new RoundId(id), note, viewer.actor());
        model.addAttribute("typedNote", note);
        return answered(id, result, "web.verify.decided", viewer, response, model, then);
    }

    private String answered(
            long id,
            RoundResult result,
            String done,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        if (result instanceof RoundResult.Refused refused) {
            if (refused.why() == RoundResult.Why.NO_SUCH_ROUND) {
                throw new NoSuchPageException();
            }
            response.setStatus(
                    switch (refused.why()) {
                        case WRONG_ROLE, OUTSIDE_AREA -> HttpStatus.FORBIDDEN.value();
                        case ALREADY_DECIDED, ALREADY_FAILED, STILL_OPEN, NAME_TAKEN -> HttpStatus.CONFLICT.value();
                        case NO_SUCH_ROUND,
                                NO_NAME,
                                TOO_LONG,
                                LIMITS_WRONG,
                                EMPTY_LOT,
                                NO_REASON,
                                CENSUS_IS_NOT_DRAWN -> HttpStatus.UNPROCESSABLE_CONTENT.value();
                    });
            model.addAttribute("refused", say.text("web.verify.refused." + refused.why()));
            return show(id, viewer, model);
        }
        int picked = result instanceof RoundResult.Done ok ? ok.picked().size() : 0;
        then.addFlashAttribute("done", say.text(done, Map.of("picked", say.number(picked))));
        return "redirect:/verification/rounds/" + id;
    }

    /** The sheets on which somebody still has to be met; all of them where none is open. */
    @GetMapping("/verification/rounds/{id:\\d{1,18}}/sheets.pdf")
    void print(@PathVariable long id, Viewer viewer, HttpServletResponse response) throws IOException {
        Round round = find(id, viewer);
        List<Sheet> all = sheets.ofRound(round.id(), viewer.actor());
        List<Sheet> open = all.stream().filter(Sheet::isOpen).toList();
        prints.write("phieu-phuc-tra-" + id, open.isEmpty() ? all : open, viewer, response);
    }

    @GetMapping("/verification/sheets/{id:\\d{1,18}}/print")
    void printOne(@PathVariable long id, Viewer viewer, HttpServletResponse response) throws IOException {
        Sheet sheet = sheets.find(new vn.dancu.verification.SheetId(id), viewer.actor())
                .orElseThrow(NoSuchPageException::new);
        prints.write("phieu-phuc-tra-" + sheet.number(), List.of(sheet), viewer, response);
    }

    @GetMapping("/verification/rounds/{id:\\d{1,18}}/minutes.pdf")
    void pdf(@PathVariable long id, Viewer viewer, HttpServletResponse response) throws IOException {
        SheetPrints.head("bien-ban-phuc-tra-" + id + ".pdf", "application/pdf", response);
        PdfDocument.write(document(id, viewer), response.getOutputStream());
    }

    @GetMapping("/verification/rounds/{id:\\d{1,18}}/minutes.docx")
    void docx(@PathVariable long id, Viewer viewer, HttpServletResponse response) throws IOException {
        SheetPrints.head(
                "bien-ban-phuc-tra-" + id + ".docx",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                response);
        DocxDocument.write(document(id, viewer), response.getOutputStream());
    }

    private Document document(long id, Viewer viewer) {
        Round round = find(id, viewer);
        return minutes.of(round, rounds.agreement(round), sheets.ofRound(round.id(), viewer.actor()));
    }
}
