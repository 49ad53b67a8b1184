package vn.dancu.journey;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.access.Delegation;
import vn.dancu.access.Delegations;
import vn.dancu.audit.AuditLog;
import vn.dancu.custody.Custody;
import vn.dancu.intake.Forms;
import vn.dancu.journey.db.PathStore;
import vn.dancu.journey.db.SigningQueries;
import vn.dancu.quality.QualityService;
import vn.dancu.reconciliation.ReconciliationService;
import vn.dancu.register.Register;
import vn.dancu.scanning.ScanLists;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Json;
import vn.dancu.shared.Progress;
import vn.dancu.verification.Rounds;
import vn.dancu.verification.Verification;
import vn.dancu.verification.Visit;

/**
 * The path of a form, from the door to the register. One method a step, in the order of the default route; each takes a
 * set of forms, so that one form at a desk and a million in a batch walk the same way.
 *
 * <p>Every step goes alike: {@link Walk} holds back the forms that may not start (stage, tracks, hold, area, role), the
 * module that owns the step judges the others, and what is left is written: a line in the step log, and the state that
 * follows from it. Steps off the path (return, correct, cancel, hold) are in {@link Detours}.
 */
@Service
public class FormJourney {
    private final PathStore path;
    private final Forms forms;
    private final QualityService quality;
    private final ReconciliationService reconciliation;
    private final Verification verification;
    private final Rounds rounds;
    private final Custody custody;
    private final ScanLists scanLists;
    private final Register register;
    private final Enrolment enrolment;
    private final SigningQueries desk;
    private final Delegations delegations;
    private final AuditLog audit;
    private final Clock clock;

    FormJourney(
            PathStore path,
            Forms forms,
            QualityService quality,
            ReconciliationService reconciliation,
            Verification verification,
            Rounds rounds,
            Custody custody,
            ScanLists scanLists,
            Register register,
            Enrolment enrolment,
            SigningQueries desk,
            Delegations delegations,
            AuditLog audit,
            Clock clock) {
        this.path = path;
        this.forms = forms;
        this.quality = quality;
        this.reconciliation = reconciliation;
        this.verification = verification;
        this.rounds = rounds;
        this.custody = custody;
        this.scanLists = scanLists;
        this.register = register;
        this.enrolment = enrolment;
        this.desk = desk;
        this.delegations = delegations;
        this.audit = audit;
        this.clock = clock;
    }

    /** Sets foot on the path: these forms, typed or imported, become COLLECTED; those already on it stay where they are. */
    @Transactional
    public FormSet collect(FormSet entered, Actor actor) {
        FormSet collected = path.collect(entered, actor, clock.instant());
        log(Step.COLLECT, collected, actor);
        return collected;
    }

    /** All forms that are not on the path yet, as an import leaves them. */
    @Transactional(readOnly = true)
    public FormSet notCollected() {
        return path.notCollected();
    }

    /** COLLECTED → CHECKED, unless a check blocks. */
    @Transactional
    public StepReport check(FormSet chosen, Actor actor, Progress progress) {
        Walk walk = begin(Step.CHECK, chosen, actor);
        quality.check(walk.going(), progress);
        walk.refuse(Refusal.BLOCKED, quality.blocked(walk.going()));
        return finish(walk);
    }

    /**
     * CHECKED → RECONCILED for forms whose comparison with the books left nothing to decide, or where an officer has
     * decided. The comparison itself is {@link ReconciliationService#compare}, which any form may have at any time.
     */
    @Transactional
    public StepReport reconcile(FormSet chosen, Actor actor) {
        Walk walk = begin(Step.RECONCILE, chosen, actor);
        walk.refuse(Refusal.UNSETTLED, reconciliation.unsettled(walk.going()));
        return finish(walk);
    }

    /** Track: re-verification, as the latest visit of another officer found it. */
    @Transactional
    public StepReport verify(FormSet chosen, Actor actor) {
        Walk walk = begin(Step.VERIFY, chosen, actor);
        Map<Visit.Outcome, FormSet> results = verification.results(walk.going());
        Map<VerificationTrack, FormSet> reached = new EnumMap<>(VerificationTrack.class);
        results.forEach((outcome, visited) -> reached.put(
                switch (outcome) {
                    case CONFIRMED -> VerificationTrack.CONFIRMED;
                    case DIFFERED -> VerificationTrack.DIFFERED;
                    case NOT_MET -> VerificationTrack.NOT_MET;
                },
                visited));
        walk.keep(reached.values(), Refusal.NOT_REVERIFIED);
        reached.forEach((track, visited) -> path.advance(walk, visited, track, clock.instant()));
        log(Step.VERIFY, walk.going(), actor);
        return walk.report();
    }

    /**
     * RECONCILED → APPROVED by a chief who neither collected, typed nor corrected the form, and who has opened it unless
     * it plainly agrees with the books. A deputy signs for the chief who delegated to her; the step says by which paper.
     */
    @Transactional
    public StepReport approve(FormSet chosen, Actor actor) {
        Walk walk = begin(Step.APPROVE, chosen, actor);
        walk.refuse(Refusal.SAME_EYES, path.handledBy(walk.going(), actor.login()));
        walk.refuse(Refusal.BLOCKED, quality.blocked(walk.going()));
        walk.refuse(Refusal.UNSETTLED, quality.unexplained(walk.going()));
        walk.refuse(Refusal.UNSETTLED, reconciliation.unsettled(walk.going()));
        walk.refuse(Refusal.UNSETTLED, verification.differingUncorrected(walk.going()));
        walk.refuse(Refusal.LOT_NOT_ACCEPTED, rounds.awaiting(walk.going()));
        walk.refuse(Refusal.NOT_OPENED, desk.unopened(walk.going(), actor.login()));
        Optional<String> signedFor = delegations.inForce(actor.login()).map(FormJourney::signedFor);
        if (signedFor.isEmpty()) {
            return finish(walk);
        }
        path.advance(walk, walk.going(), null, signedFor.get(), clock.instant());
        log(Step.APPROVE, walk.going(), actor);
        return walk.report();
    }

    /** KT.: for whom a deputy signs, and by which paper. */
    private static String signedFor(Delegation delegation) {
        Map<String, String> details = new TreeMap<>();
        details.put("signed-for", delegation.chief());
        details.put("signed-for-name", delegation.chiefName());
        details.put("document", delegation.documentNo());
        return Json.object(details);
    }

    /** Track: the paper changes hands with its batch, once giver and taker have confirmed the same count. */
    @Transactional
    public StepReport handOver(FormSet chosen, Actor actor) {
        Walk walk = begin(Step.HAND_OVER, chosen, actor);
        walk.keepOnly(custody.handedOver(walk.going()), Refusal.PAPER_NOT_READY);
        path.advance(walk, PaperTrack.HANDED_OVER, clock.instant());
        log(Step.HAND_OVER, walk.going(), actor);
        return walk.report();
    }

    /** Track: the scanning office has reported the images of the paper. */
    @Transactional
    public StepReport scan(FormSet chosen, Actor actor) {
        Walk walk = begin(Step.SCAN, chosen, actor);
        walk.keepOnly(scanLists.scanned(walk.going()), Refusal.PAPER_NOT_READY);
        path.advance(walk, PaperTrack.SCANNED, clock.instant());
        log(Step.SCAN, walk.going(), actor);
        return walk.report();
    }

    /** APPROVED → REGISTERED: what the form resolved to becomes a person of the register. */
    @Transactional
    public StepReport register(FormSet chosen, Actor actor) {
        Walk walk = begin(Step.REGISTER, chosen, actor);
        walk.refuse(Refusal.BLOCKED, enrolment.enter(walk.going(), register, actor));
        return finish(walk);
    }

    /** Track: forms picked by a plan of re-verification wait for a visit. */
    @Transactional
    public StepReport planVerification(FormSet picked, Actor actor) {
        Walk walk = begin(Step.PLAN_VERIFICATION, picked, actor);
        path.advance(walk, walk.going(), VerificationTrack.PLANNED, clock.instant());
        log(Step.PLAN_VERIFICATION, walk.going(), actor);
        return walk.report();
    }

    /** All forms that stand at a stage, in the actor's area. */
    @Transactional(readOnly = true)
    public FormSet at(Stage stage, Actor actor) {
        return path.at(stage, actor.scope());
    }

    private Walk begin(Step step, FormSet chosen, Actor actor) {
        return path.begin(step, chosen, actor);
    }

    private StepReport finish(Walk walk) {
        path.advance(walk, clock.instant());
        log(walk.step(), walk.going(), walk.actor());
        return walk.report();
    }

    private void log(Step step, FormSet advanced, Actor actor) {
        audit.actOnForms(actor, step.name(), advanced);
    }
}
