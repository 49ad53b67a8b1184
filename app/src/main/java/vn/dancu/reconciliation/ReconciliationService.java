package vn.dancu.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;

/**
 * Compares forms with the residence books and the household archive, and keeps what officers decided where they differ.
 *
 * <p>Comparing is a computation: any form may be compared at any time, and comparing again replaces the comparison. Only
 * {@link #decide}, {@link #accept} and {@link #undo} are acts of officers. Nothing here moves a form.
 */
@Service
public class ReconciliationService {
    private final ComparisonRun run;
    private final Decisions decisions;
    private final Desk desk;
    private final Weighing weighing;

    ReconciliationService(ComparisonRun run, Decisions decisions, Desk desk, Weighing weighing) {
        this.run = run;
        this.decisions = decisions;
        this.desk = desk;
        this.weighing = weighing;
    }

    /**
     * Links the chosen forms with the sources and writes links, verdicts, outcomes and duplicates anew. A few forms of a
     * large city are linked by the model that the city was linked with; more are linked all at once.
     */
    @Transactional
    public CompareReport compare(FormSet chosen, Progress progress) {
        return run.compare(chosen, progress);
    }

    /**
     * Compares forms that were just typed or corrected, so that whoever opens them sees where they stand; no step is taken.
     *
     * @return empty where a large city was never linked: it is compared as a whole, not while an officer waits
     */
    @Transactional
    public Optional<CompareReport> compareOnArrival(FormSet arrived) {
        return run.compareOnArrival(arrived);
    }

    /** The same for all forms that were never compared, where they are few: a small batch after its import. */
    @Transactional
    public Optional<CompareReport> compareArrived() {
        return run.compareArrived();
    }

    /** Forms that stand for nobody any more (cancelled): they no longer take an entry or make another form a duplicate. */
    @Transactional
    public void withdraw(FormSet forms) {
        run.withdraw(forms);
    }

    /**
     * Forms that may not be called reconciled: not compared as they are now, a differing field without a decision, or no
     * decision on a form that is not in the books, uncertain or a duplicate.
     */
    @Transactional
    public FormSet unsettled(FormSet forms) {
        return decisions.unsettled(forms);
    }

    /** By form, what officers decided a field of its current version to be, where that is not what the form says. */
    @Transactional
    public Map<FormId, Map<String, String>> decidedValues(FormSet forms) {
        return decisions.decidedValues(forms);
    }

    /** Writes decisions on fields; one that breaks a rule is refused and the others are kept. */
    @Transactional
    public DecideReport decide(List<Decide> chosen, Actor actor) {
        return decisions.decide(chosen, actor);
    }

    /** Whether somebody else decided something of this form after the decision that the actor has seen last (0: none). */
    @Transactional(readOnly = true)
    public boolean isDecidedByOthersSince(FormId form, long seen, Actor actor) {
        return decisions.isDecidedByOthersSince(form, seen, actor.login());
    }

    /** Takes a decision back; it stays on record. False when there is none in the actor's area, or it is undone already. */
    @Transactional
    public boolean undo(FormId form, long decisionId, Actor actor) {
        return decisions.undo(form, decisionId, actor);
    }

    /**
     * Accepts what one rule explains, in all these forms at once: for each such field a decision for what the form says, with
     * the rule as its reason. Forms outside the actor's area, fields decided already, and forms compared later than
     * {@code until} are left out: nobody accepts what she could not have seen.
     *
     * @return the forms in which something was accepted now
     */
    @Transactional
    public FormSet acceptExplained(FormSet forms, String rule, Instant until, Actor actor) {
        return decisions.acceptExplained(forms, rule, until, actor);
    }

    /**
     * Accepts forms as they stand, for one written reason: not in the books, uncertain, a duplicate that is none, or
     * explained. Differing fields are decided one by one all the same.
     *
     * @return the forms accepted now
     */
    @Transactional
    public FormSet accept(FormSet forms, String reason, Actor actor) {
        return decisions.accept(forms, reason, actor);
    }

    /** One form beside the sources; empty outside the actor's area or before it was compared. */
    @Transactional
    public Optional<Comparison> comparison(FormId form, String purpose, Actor actor) {
        return desk.comparison(form, purpose, actor);
    }

    /**
     * Why a form and an entry weigh what they weigh; logged as a view of the form.
     *
     * @param entry the entry linked to the form in this source, or one of its candidates
     * @return empty outside the actor's area, for any other entry, or before the city was linked
     */
    @Transactional
    public Optional<PairWeight> weigh(
            FormId form, Source source, long entry, String purpose, Actor actor, Locale language) {
        return weighing.weigh(form, source, entry, purpose, actor, language);
    }

    /** Persons in the books without a form, by household; a page of the actor's area. */
    @Transactional(readOnly = true)
    public List<MissingForm> missingForms(
            String communeCode, String residentialGroup, int offset, int limit, Actor actor) {
        return desk.missingForms(communeCode, residentialGroup, offset, limit, actor);
    }
}
