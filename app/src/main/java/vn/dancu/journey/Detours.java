package vn.dancu.journey;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.intake.CorrectResult;
import vn.dancu.intake.Correction;
import vn.dancu.intake.Forms;
import vn.dancu.journey.db.PathStore;
import vn.dancu.reconciliation.ReconciliationService;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Json;

/** Steps off the path: return to the collector, correct, cancel, hold, resume. */
@Service
public class Detours {
    private final PathStore path;
    private final Forms forms;
    private final ReconciliationService reconciliation;
    private final AuditLog audit;
    private final Clock clock;

    Detours(PathStore path, Forms forms, ReconciliationService reconciliation, AuditLog audit, Clock clock) {
        this.path = path;
        this.forms = forms;
        this.reconciliation = reconciliation;
        this.audit = audit;
        this.clock = clock;
    }

    /** → RETURNED, each form with its remarks. */
    @Transactional
    public StepReport returnForms(Collection<Remarks> returned, Actor actor) {
        Walk walk = path.begin(
                Step.RETURN, FormSet.of(returned.stream().map(Remarks::form).toList()), actor);
        Map<FormId, String> details = new HashMap<>();
        for (Remarks remarks : returned) {
            details.put(remarks.form(), Json.object(remarks.remarks()));
        }
        path.advanceEach(walk, details, clock.instant());
        log(walk);
        return walk.report();
    }

    /** → COLLECTED with a new version; the old one stays. */
    @Transactional
    public StepReport correct(Collection<CorrectForm> corrections, Actor actor) {
        Instant now = clock.instant();
        Walk walk = path.begin(
                Step.CORRECT,
                FormSet.of(corrections.stream().map(CorrectForm::form).toList()),
                actor);
        List<CorrectForm> going = corrections.stream()
                .filter(correction -> walk.going().contains(correction.form()))
                .toList();
        Map<FormId, CorrectResult> results = forms.correct(
                going.stream()
                        .map(correction ->
                                new Correction(correction.form(), correction.expectedVersion(), correction.changed()))
                        .toList(),
                actor,
                now);
        results.forEach((form, result) -> refusal(result).ifPresent(why -> walk.refuse(why, FormSet.of(form))));
        Map<FormId, String> details = new HashMap<>();
        for (CorrectForm correction : going) {
            details.putIfAbsent(correction.form(), Json.object(correction.details()));
        }
        path.advanceEach(walk, details, now);
        log(walk);
        return walk.report();
    }

    private static Optional<Refusal> refusal(CorrectResult result) {
        if (result.isCorrected()) {
            return Optional.empty();
        }
        if (result instanceof CorrectResult.Stale) {
            return Optional.of(Refusal.STALE);
        }
        return Optional.of(result instanceof CorrectResult.NotFound ? Refusal.NOT_FOUND : Refusal.NUMBER_TAKEN);
    }

    /** → CANCELLED. */
    @Transactional
    public StepReport cancel(FormSet chosen, CancelReason why, String note, Actor actor) {
        Walk walk = path.begin(Step.CANCEL, chosen, actor);
        path.advance(walk, walk.going(), why.name(), Json.object(Map.of("note", note)), clock.instant());
        reconciliation.withdraw(walk.going());
        log(walk);
        return walk.report();
    }

    /** The stage stays; the form waits. */
    @Transactional
    public StepReport hold(FormSet chosen, HoldFor hold, Actor actor) {
        Instant now = clock.instant();
        Walk walk = path.begin(Step.HOLD, chosen, actor);
        path.advance(walk, walk.going(), hold.reason(), Json.object(hold.details()), now);
        path.hold(walk, hold.reason(), hold.whom().name(), hold.until(), now);
        log(walk);
        return walk.report();
    }

    /** What a held form waited for has come. */
    @Transactional
    public StepReport resume(FormSet chosen, Actor actor) {
        Walk walk = path.begin(Step.RESUME, chosen, actor);
        Instant now = clock.instant();
        path.advance(walk, now);
        path.resume(walk, now);
        log(walk);
        return walk.report();
    }

    private void log(Walk walk) {
        audit.actOnForms(walk.actor(), walk.step().name(), walk.going());
    }
}
