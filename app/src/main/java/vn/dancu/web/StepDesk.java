package vn.dancu.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.intake.Forms;
import vn.dancu.intake.StoredForm;
import vn.dancu.journey.Assignments;
import vn.dancu.journey.CorrectForm;
import vn.dancu.journey.Detours;
import vn.dancu.journey.FormJourney;
import vn.dancu.journey.Remarks;
import vn.dancu.journey.StepReport;
import vn.dancu.quality.QualityService;
import vn.dancu.reconciliation.ReconciliationService;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;

/** Steps that a desk takes together with the computation that the next page needs, in one transaction. */
@Service
class StepDesk {
    private final FormJourney journey;
    private final Detours detours;
    private final Assignments assignments;
    private final Forms forms;
    private final QualityService quality;
    private final ReconciliationService reconciliation;

    StepDesk(
            FormJourney journey,
            Detours detours,
            Assignments assignments,
            Forms forms,
            QualityService quality,
            ReconciliationService reconciliation) {
        this.journey = journey;
        this.detours = detours;
        this.assignments = assignments;
        this.forms = forms;
        this.quality = quality;
        this.reconciliation = reconciliation;
    }

    /** Checked forms are compared at once, so that the desk finds them in their queue. */
    @Transactional
    StepReport check(FormSet forms, Actor actor) {
        return check(forms, actor, Progress.NONE);
    }

    /** The same, telling how far it is. */
    @Transactional
    StepReport check(FormSet forms, Actor actor, Progress progress) {
        StepReport report = journey.check(forms, actor, progress);
        if (!report.advanced().isEmpty()) {
            reconciliation.compare(report.advanced(), progress);
        }
        return report;
    }

    /**
     * A returned form is from now on its collector's own, where nobody was named for it and another one works in its group
     * today; who was named keeps it.
     *
     * @param reason of the assignment, as lists show it
     */
    @Transactional
    StepReport sendBack(Remarks remarks, String reason, Actor actor) {
        StepReport report = detours.returnForms(List.of(remarks), actor);
        Optional<CollectionForm> form = report.advanced().isEmpty() || !Assignments.mayAssign(actor)
                ? Optional.empty()
                : forms.find(remarks.form(), actor).map(StoredForm::form);
        String collector =
                form.map(written -> written.written(FormField.COLLECTOR)).orElse(null);
        if (form.isPresent()
                && collector != null
                && assignments.of(remarks.form(), actor).isEmpty()
                && !isDefault(collector, form.get(), actor)) {
            // Refused where the name on the paper is no account in office: the group's collector has it then.
            assignments.assign(FormSet.of(remarks.form()), collector, reason, actor);
        }
        return report;
    }

    private boolean isDefault(String login, CollectionForm form, Actor actor) {
        String commune = Objects.requireNonNullElse(form.written(FormField.COMMUNE_CODE), "");
        String group = Objects.requireNonNullElse(form.written(FormField.RESIDENTIAL_GROUP), "");
        return assignments.holders(actor).stream()
                .anyMatch(holder -> holder.login().equals(login) && holder.isCollectorOf(commune, group));
    }

    /** A corrected form shows at once what still stands. */
    @Transactional
    StepReport correct(CorrectForm correction, Actor actor) {
        StepReport report = detours.correct(List.of(correction), actor);
        quality.check(report.advanced(), Progress.NONE);
        if (!report.advanced().isEmpty()) {
            reconciliation.compareOnArrival(report.advanced());
        }
        return report;
    }
}
