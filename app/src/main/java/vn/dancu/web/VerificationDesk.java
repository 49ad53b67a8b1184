package vn.dancu.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.intake.FormField;
import vn.dancu.journey.Detours;
import vn.dancu.journey.FormJourney;
import vn.dancu.journey.Remarks;
import vn.dancu.journey.StepReport;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Texts;
import vn.dancu.verification.OpenRound;
import vn.dancu.verification.RecordAttempt;
import vn.dancu.verification.RoundId;
import vn.dancu.verification.RoundResult;
import vn.dancu.verification.Rounds;
import vn.dancu.verification.SheetResult;
import vn.dancu.verification.Sheets;
import vn.dancu.verification.Verification;
import vn.dancu.verification.Visit;
import vn.dancu.verification.VisitReport;
import vn.dancu.web.db.VerificationQueries;

/**
 * What happens at re-verification and the steps on the path that follow from it, in one transaction each: what is picked waits
 * for a visit, what was found right goes on, what was found wrong goes back to its collector with what is right beside each
 * item. Nothing here changes what a form says.
 */
@Service
class VerificationDesk {
    private final Rounds rounds;
    private final Sheets sheets;
    private final Verification verification;
    private final FormJourney journey;
    private final Detours detours;
    private final VerificationQueries queries;

    VerificationDesk(
            Rounds rounds,
            Sheets sheets,
            Verification verification,
            FormJourney journey,
            Detours detours,
            VerificationQueries queries) {
        this.rounds = rounds;
        this.sheets = sheets;
        this.verification = verification;
        this.journey = journey;
        this.detours = detours;
        this.queries = queries;
    }

    @Transactional
    RoundResult open(OpenRound command, Actor actor) {
        FormSet contradictory = command.withContradictory() ? queries.contradictory(actor.scope()) : FormSet.ofKeys();
        return planned(rounds.open(command, queries.plannable(actor.scope()), contradictory, actor), actor);
    }

    @Transactional
    RoundResult redraw(RoundId round, long seed, String reason, Actor actor) {
        return planned(rounds.redraw(round, seed, reason, actor), actor);
    }

    @Transactional
    RoundResult decide(RoundId round, String note, Actor actor) {
        return planned(rounds.decide(round, note, actor), actor);
    }

    private RoundResult planned(RoundResult result, Actor actor) {
        if (result instanceof RoundResult.Done done && !done.picked().isEmpty()) {
            journey.planVerification(done.picked(), actor);
        }
        return result;
    }

    /** @param report null when the call was refused */
    record Keyed(SheetResult result, @Nullable StepReport report) {}

    @Transactional
    Keyed key(RecordAttempt attempt, Actor actor) {
        SheetResult result = sheets.record(attempt, actor);
        if (!(result instanceof SheetResult.Recorded recorded)) {
            return new Keyed(result, null);
        }
        // A form that was off the path when its lot was drawn (returned, say) is put on the track now.
        journey.planVerification(recorded.visited(), actor);
        StepReport report = journey.verify(recorded.visited(), actor);
        List<Visit> visits = new ArrayList<>();
        for (RecordAttempt.Answers answers : attempt.answers()) {
            if (recorded.differed().contains(answers.form())) {
                visits.add(new Visit(
                        answers.form(),
                        answers.version(),
                        attempt.judges().get(0),
                        attempt.endedAt(),
                        answers.fields()));
            }
        }
        sendBack(visits, report.advanced(), actor);
        return new Keyed(result, report);
    }

    /** @param report null when the visit was refused */
    record Visited(VisitReport visit, @Nullable StepReport report) {}

    @Transactional
    Visited visit(Visit visit, Actor recorder) {
        VisitReport kept = verification.record(List.of(visit), recorder);
        if (!kept.refused().isEmpty()) {
            return new Visited(kept, null);
        }
        StepReport report = journey.verify(FormSet.of(visit.form()), recorder);
        if (visit.outcome() == Visit.Outcome.DIFFERED) {
            sendBack(List.of(visit), report.advanced(), recorder);
        }
        return new Visited(kept, report);
    }

    /** Forms that differed go back to be corrected: beside each item what the visit found, and by which paper. */
    private void sendBack(List<Visit> differed, FormSet verified, Actor actor) {
        List<Remarks> returned = new ArrayList<>();
        for (Visit visit : differed) {
            FormId form = visit.form();
            if (verified.contains(form)) {
                returned.add(new Remarks(form, remarks(visit)));
            }
        }
        if (!returned.isEmpty()) {
            detours.returnForms(returned, actor);
        }
    }

    static Map<String, String> remarks(Visit visit) {
        Texts texts = Texts.of(Texts.VIETNAMESE);
        Map<String, String> remarks = new LinkedHashMap<>();
        for (Map.Entry<FormField, Visit.Answer> answer : visit.fields().entrySet()) {
            Visit.Answer found = answer.getValue();
            if (found.kind() == Visit.Answer.Kind.DIFFER) {
                String paper = found.paper();
                Map<String, String> details = Map.of(
                        "value", found.value() == null ? "" : found.value(), "paper", paper == null ? "" : paper);
                remarks.put(
                        answer.getKey().column(),
                        texts.get(paper == null ? "web.verify.remark" : "web.verify.remark-paper", details));
            }
        }
        return remarks;
    }
}
