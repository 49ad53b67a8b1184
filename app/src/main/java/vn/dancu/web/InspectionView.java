package vn.dancu.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import vn.dancu.audit.AuditLog;
import vn.dancu.reporting.Inspection;
import vn.dancu.reporting.InspectionId;
import vn.dancu.reporting.InspectionResult;
import vn.dancu.reporting.InspectionTotals;
import vn.dancu.reporting.Inspections;
import vn.dancu.shared.FormSet;
import vn.dancu.web.db.EvidenceQueries;

/** The page of one inspection; who is named in the sample is seen by the inspecting side only, and that is logged. */
@Component
class InspectionView {
    private final Inspections inspections;
    private final EvidenceQueries queries;
    private final AuditLog audit;
    private final Say say;

    InspectionView(Inspections inspections, EvidenceQueries queries, AuditLog audit, Say say) {
        this.inspections = inspections;
        this.queries = queries;
        this.audit = audit;
        this.say = say;
    }

    /** A sampled form with who it is about. */
    public record Row(Inspection.Sampled sampled, EvidenceQueries.@Nullable Who who) {}

    /**
     * @throws NoSuchPageException when there is no such inspection for this viewer
     */
    @Transactional
    public Inspection fill(InspectionId id, Viewer viewer, Model model) {
        Inspection inspection = inspections.find(id, viewer.actor()).orElseThrow(NoSuchPageException::new);
        boolean inspects = Inspections.inspects(inspection, viewer.actor());
        List<Row> rows = new ArrayList<>();
        if (inspects) {
            List<Inspection.Sampled> sample = inspections.sample(id, viewer.actor());
            Map<Long, EvidenceQueries.Who> who = queries.who(
                    FormSet.of(sample.stream().map(Inspection.Sampled::form).toList()));
            sample.forEach(form -> rows.add(new Row(form, who.get(form.form().value()))));
            if (!sample.isEmpty()) {
                audit.viewEach(
                        viewer.actor(),
                        "inspection",
                        "form",
                        sample.stream()
                                .map(form -> String.valueOf(form.form().value()))
                                .toList(),
                        purpose(inspection));
            }
        }
        model.addAttribute("inspection", inspection);
        model.addAttribute("inspects", inspects);
        model.addAttribute("rows", rows);
        model.addAttribute("draws", inspections.draws(id));
        model.addAttribute("totals", totals(inspection));
        model.addAttribute("writable", inspects && !inspection.isClosed() && !inspection.isSigned());
        model.addAttribute(
                "allJudged",
                !rows.isEmpty() && rows.stream().allMatch(row -> row.sampled().verdict() != null));
        return inspection;
    }

    InspectionTotals totals(Inspection inspection) {
        Inspection.Draw draw = inspection.draw();
        return InspectionTotals.of(draw == null ? List.of() : draw.strata(), inspections.counted(inspection));
    }

    String purpose(Inspection inspection) {
        return say.text("web.inspection.purpose", Map.of("order", inspection.orderNo()));
    }

    static HttpStatus status(InspectionResult.Why why) {
        return switch (why) {
            case NO_SUCH_INSPECTION, NOT_IN_SAMPLE -> throw new NoSuchPageException();
            case WRONG_ROLE, OUTSIDE_AREA, NOT_A_SIDE -> HttpStatus.FORBIDDEN;
            case INCOMPLETE, DATES_WRONG, TOO_LONG, NO_UNITS, SIZE_WRONG, NO_REASON, NOTE_MISSING ->
                HttpStatus.UNPROCESSABLE_CONTENT;
            case ORDER_TAKEN, EMPTY_POOL, STALE, SIGNED, CLOSED, NOT_ALL_JUDGED, NO_MINUTES, OUTDATED, ALREADY_SIGNED ->
                HttpStatus.CONFLICT;
        };
    }
}
