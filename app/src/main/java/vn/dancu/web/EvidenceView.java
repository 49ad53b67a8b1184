package vn.dancu.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import vn.dancu.audit.AuditLog;
import vn.dancu.audit.AuditTrail;
import vn.dancu.intake.Forms;
import vn.dancu.intake.StoredForm;
import vn.dancu.intake.StoredVersion;
import vn.dancu.journey.PathView;
import vn.dancu.quality.QualityService;
import vn.dancu.reconciliation.Comparison;
import vn.dancu.reconciliation.ReconciliationService;
import vn.dancu.reporting.Inspection;
import vn.dancu.reporting.InspectionId;
import vn.dancu.reporting.Inspections;
import vn.dancu.shared.FormId;
import vn.dancu.web.db.EvidenceQueries;

/** Everything known of how one sampled form came to what it says; only for the side that inspects, logged with the order. */
@Component
class EvidenceView {
    private static final int LATEST_VIEWS = 100;

    private final Inspections inspections;
    private final InspectionView view;
    private final Forms forms;
    private final PathView path;
    private final QualityService quality;
    private final ReconciliationService reconciliation;
    private final EvidenceQueries queries;
    private final AuditLog audit;
    private final AuditTrail trail;

    EvidenceView(
            Inspections inspections,
            InspectionView view,
            Forms forms,
            PathView path,
            QualityService quality,
            ReconciliationService reconciliation,
            EvidenceQueries queries,
            AuditLog audit,
            AuditTrail trail) {
        this.inspections = inspections;
        this.view = view;
        this.forms = forms;
        this.path = path;
        this.quality = quality;
        this.reconciliation = reconciliation;
        this.queries = queries;
        this.audit = audit;
        this.trail = trail;
    }

    /**
     * @return the sampled form
     * @throws NoSuchPageException when the form is not in the sample in force, or the viewer is not of the inspecting side
     */
    @Transactional
    public Inspection.Sampled fill(InspectionId id, FormId form, Viewer viewer, Model model) {
        Inspection inspection = inspections.find(id, viewer.actor()).orElseThrow(NoSuchPageException::new);
        List<Inspection.Sampled> sample = inspections.sample(id, viewer.actor());
        Inspection.Sampled sampled = sample.stream()
                .filter(one -> one.form().equals(form))
                .findFirst()
                .orElseThrow(NoSuchPageException::new);
        StoredForm stored = forms.find(form, viewer.actor()).orElseThrow(NoSuchPageException::new);
        String purpose = view.purpose(inspection);
        String key = String.valueOf(form.value());
        audit.view(viewer.actor(), "inspection-evidence", "form", key, purpose);
        List<StoredVersion> versions = new ArrayList<>(forms.versions(form, viewer.actor()));
        Comparison comparison =
                reconciliation.comparison(form, purpose, viewer.actor()).orElse(null);
        model.addAttribute("inspection", inspection);
        model.addAttribute("sampled", sampled);
        model.addAttribute("sampleSize", sample.size());
        model.addAttribute(
                "left", sample.stream().filter(one -> one.verdict() == null).count());
        model.addAttribute("form", stored.form());
        model.addAttribute("version", stored.version());
        model.addAttribute("state", path.state(form, viewer.actor()).orElseThrow(NoSuchPageException::new));
        model.addAttribute("sections", EntryFields.SECTIONS);
        model.addAttribute("versions", versions);
        model.addAttribute("findings", quality.rows(form));
        model.addAttribute("comparison", comparison);
        model.addAttribute("steps", path.steps(form));
        model.addAttribute("visits", queries.visits(form));
        model.addAttribute("lookups", queries.lookups(form));
        model.addAttribute("scan", queries.scan(form).orElse(null));
        model.addAttribute("views", trail.viewsOf("form", key, FormView.LISTS, LATEST_VIEWS));
        model.addAttribute("writable", !inspection.isClosed() && !inspection.isSigned());
        return sampled;
    }
}
