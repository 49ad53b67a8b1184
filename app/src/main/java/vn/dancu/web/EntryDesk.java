package vn.dancu.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.intake.Drafts;
import vn.dancu.intake.EnterResult;
import vn.dancu.intake.Forms;
import vn.dancu.journey.FormJourney;
import vn.dancu.quality.QualityService;
import vn.dancu.reconciliation.ReconciliationService;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;

/**
 * What saving a typed paper is, in one transaction: the form, its first step, what the checks and the books say, the draft
 * gone.
 */
@Service
class EntryDesk {
    private final Forms forms;
    private final Drafts drafts;
    private final FormJourney journey;
    private final QualityService quality;
    private final ReconciliationService reconciliation;

    EntryDesk(
            Forms forms,
            Drafts drafts,
            FormJourney journey,
            QualityService quality,
            ReconciliationService reconciliation) {
        this.forms = forms;
        this.drafts = drafts;
        this.journey = journey;
        this.quality = quality;
        this.reconciliation = reconciliation;
    }

    /**
     * @param form null when refused
     * @param blocking how many errors must be corrected
     * @param refusal why, a word with a text; empty when saved
     */
    record Saved(@Nullable FormId form, int blocking, String refusal) {}

    @Transactional
    Saved save(TypedPaper paper, @Nullable Long draft, Actor actor) {
        EnterResult result = forms.enter(paper.form(), paper.copied(), actor);
        if (result.entered().isEmpty()) {
            return new Saved(null, 0, refusal(result));
        }
        FormSet entered = FormSet.of(result.entered().get());
        journey.collect(entered, actor);
        quality.check(entered, Progress.NONE);
        reconciliation.compareOnArrival(entered);
        if (draft != null) {
            drafts.discard(draft, actor);
        }
        return new Saved(result.entered().get(), quality.blocked(entered).size(), "");
    }

    private static String refusal(EnterResult result) {
        if (result instanceof EnterResult.OutsideArea) {
            return "OUTSIDE_AREA";
        }
        return result instanceof EnterResult.NumberTaken ? "NUMBER_TAKEN" : "NUMBER_UNUSABLE";
    }
}
