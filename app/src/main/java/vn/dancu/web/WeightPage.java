package vn.dancu.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dancu.reconciliation.PairWeight;
import vn.dancu.reconciliation.ReconciliationService;
import vn.dancu.reconciliation.Source;
import vn.dancu.shared.FormId;

/** {@code /forms/{id}/weight} (Vì sao là người này?): the waterfall of a form and an entry, also as a part of the desk. */
@Controller
class WeightPage {
    private static final String[] PURPOSE = {"q", "from", "p"};

    private final ReconciliationService reconciliation;
    private final Purposes purposes;

    WeightPage(ReconciliationService reconciliation, Purposes purposes) {
        this.reconciliation = reconciliation;
        this.purposes = purposes;
    }

    /** What the desk was opened for, to be sent along. */
    static Map<String, String> asked(HttpServletRequest request) {
        Map<String, String> asked = new TreeMap<>();
        for (String name : PURPOSE) {
            String value = request.getParameter(name);
            if (value != null) {
                asked.put(name, value);
            }
        }
        return asked;
    }

    @GetMapping("/forms/{id:\\d+}/weight")
    String show(
            @PathVariable long id,
            @RequestParam String source,
            @RequestParam long entry,
            Viewer viewer,
            HttpServletRequest request,
            Model model) {
        FormId form = new FormId(id);
        Source from = Source.byCode(source)
                .filter(found -> found == Source.RESIDENCE_BOOK || found == Source.ARCHIVE)
                .orElseThrow(NoSuchPageException::new);
        String purpose = purposes.of(
                        form,
                        request.getParameter("q"),
                        request.getParameter("from"),
                        request.getParameter("p"),
                        request.getSession())
                .orElseThrow(NoSuchPageException::new);
        PairWeight weight = reconciliation
                .weigh(form, from, entry, purpose, viewer.actor(), Say.locale())
                .orElseThrow(NoSuchPageException::new);
        model.addAttribute("id", id);
        model.addAttribute("weight", weight);
        return request.getHeader("HX-Request") == null ? "weight" : "weight :: pair";
    }
}
