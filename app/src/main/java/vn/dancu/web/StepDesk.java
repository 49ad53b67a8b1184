package vn.dancu.web;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.journey.CorrectForm;
import vn.dancu.journey.Detours;
import vn.dancu.journey.FormJourney;
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
    private final QualityService quality;
    private final ReconciliationService reconciliation;

    StepDesk(FormJourney journey, Detours detours, QualityService quality, ReconciliationService reconciliation) {
        this.journey = journey;
        this.detours = detours;
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
