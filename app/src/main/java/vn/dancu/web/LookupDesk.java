package vn.dancu.web;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.reconciliation.ReconciliationService;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.sources.AnswerLookup;
import vn.dancu.sources.LookupResult;
import vn.dancu.sources.Lookups;

/** An answer of the archivist, and the comparison that knows it: one act. */
@Component
class LookupDesk {
    private final Lookups lookups;
    private final ReconciliationService reconciliation;

    LookupDesk(Lookups lookups, ReconciliationService reconciliation) {
        this.lookups = lookups;
        this.reconciliation = reconciliation;
    }

    /**
     * @param compared whether the form was compared again; a city that was never linked is compared as a whole
     */
    record Answered(LookupResult result, boolean compared) {}

    @Transactional
    public Answered answer(AnswerLookup answer, FormId form, Actor actor) {
        LookupResult result = lookups.answer(answer, actor);
        boolean compared = result instanceof LookupResult.Done
                && reconciliation.compareOnArrival(FormSet.of(form)).isPresent();
        return new Answered(result, compared);
    }
}
