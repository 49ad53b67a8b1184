package vn.dancu.verification;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.LongStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Role;
import vn.dancu.shared.sample.StratifiedDraw;
import vn.dancu.verification.Agreement.Rate;
import vn.dancu.verification.Round.Acceptance.Outcome;
import vn.dancu.verification.RoundResult.Done;
import vn.dancu.verification.RoundResult.Refused;
import vn.dancu.verification.RoundResult.Why;
import vn.dancu.verification.db.AgreementQueries;
import vn.dancu.verification.db.RoundStore;
import vn.dancu.verification.db.VisitStore;
import vn.dancu.verification.domain.AcceptancePlan;
import vn.dancu.verification.domain.SampleSize;

/**
 * Rounds of re-verification: a unit's forms are drawn from by a seed, visited, and accepted or sent back as a whole by limits
 * that were set first. Nothing here moves a form: what is picked, {@code journey} puts on its track.
 */
@Service
public class Rounds {
    public static final int LONGEST_TEXT = 1_000;
    public static final int LONGEST_NAME = 120;

    private final RoundStore store;
    private final AgreementQueries agreements;
    private final VisitStore visits;
    private final AuditLog audit;
    private final Clock clock;

    Rounds(RoundStore store, AgreementQueries agreements, VisitStore visits, AuditLog audit, Clock clock) {
        this.store = store;
        this.agreements = agreements;
        this.visits = visits;
        this.audit = audit;
        this.clock = clock;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Round> list(Actor actor) {
        return store.list(actor.scope());
    }

    @Transactional(readOnly = true)
    public Optional<Round> find(RoundId id, Actor actor) {
        return store.find(id, actor.scope());
    }

    /** How many forms are visited, and how many of them may be wrong. */
    public record Size(int sample, int mostWrong) {}

    /** How many forms such a round visits of a lot, and how many wrong ones it bears. */
    public static Size sizeFor(int lot, OpenRound round) {
        AcceptancePlan plan = planFor(lot, round);
        return new Size(plan.sample(), plan.mostWrong());
    }

    private static AcceptancePlan planFor(int lot, OpenRound round) {
        return round.kind() == Round.Kind.CENSUS
                ? AcceptancePlan.ofSample(lot, lot, round.limits())
                : AcceptancePlan.ofSample(
                        lot, SampleSize.of(lot, round.expected(), round.margin(), round.confidence()), round.limits());
    }

    /**
     * Opens a round: what of {@code pool} lies in the unit and in no other lot becomes the lot, and the first sample is drawn.
     *
     * @param contradictory forms that are visited whatever the draw says, where the round asks for them; never part of the sample
     */
    @Transactional
    public RoundResult open(OpenRound command, FormSet pool, FormSet contradictory, Actor actor) {
        if (actor.role() != Role.CITY_TEAM) {
            return new Refused(Why.WRONG_ROLE);
        }
        if (!actor.scope().everywhere() && !actor.scope().communes().contains(command.unit())) {
            return new Refused(Why.OUTSIDE_AREA);
        }
        if (command.name().isBlank()) {
            return new Refused(Why.NO_NAME);
        }
        if (command.name().strip().length() > LONGEST_NAME) {
            return new Refused(Why.TOO_LONG);
        }
        SortedMap<String, long[]> strata = store.strata(pool, command.unit());
        FormSet lot = all(strata.values().stream().flatMapToLong(Arrays::stream));
        if (lot.isEmpty()) {
            return new Refused(Why.EMPTY_LOT);
        }
        Instant now = clock.instant();
        RoundId round = store.insert(command, lot.size(), actor.login(), now).orElse(null);
        if (round == null) {
            return new Refused(Why.NAME_TAKEN);
        }
        store.insertLot(round, lot);
        AcceptancePlan plan = planFor(lot.size(), command);
        FormSet drawn = draw(strata, command.kind(), plan.sample(), command.seed());
        store.insertDraw(round, 1, command.seed(), plan.mostWrong(), drawn, "", actor.login(), now);
        FormSet extra = command.withContradictory() ? contradictory.and(lot) : FormSet.ofKeys();
        FormSet picked = pick(round, command.name().strip(), command.seed(), lot.size(), drawn, extra, actor, now);
        log(actor, "OPEN_ROUND", round, command.unit(), Map.of("lot", String.valueOf(lot.size())));
        return new Done(round, picked);
    }

    private static FormSet draw(SortedMap<String, long[]> strata, Round.Kind kind, int size, long seed) {
        return kind == Round.Kind.CENSUS
                ? all(strata.values().stream().flatMapToLong(Arrays::stream))
                : all(StratifiedDraw.draw(strata, size, seed).values().stream().flatMapToLong(Arrays::stream));
    }

    private static FormSet all(LongStream keys) {
        return FormSet.ofKeys(keys.toArray());
    }

    private FormSet pick(
            RoundId round, String name, long seed, int lot, FormSet drawn, FormSet extra, Actor actor, Instant now) {
        double share = lot == 0 ? 0 : Math.min(1, (double) drawn.size() / lot);
        FormSet picked = visits.insertPlan(name, seed, share, drawn, extra, actor.login(), now);
        store.insertSheets(round, picked);
        return picked;
    }

    /** A further draw from the same lot, by the same limits, for a reason; both stay on record and are shown together. */
    @Transactional
    public RoundResult redraw(RoundId id, long seed, String reason, Actor actor) {
        store.lock(id);
        Round round = store.find(id, actor.scope()).orElse(null);
        Why not = notWritable(round, actor);
        if (round == null || not != null) {
            return new Refused(not == null ? Why.NO_SUCH_ROUND : not);
        }
        if (round.kind() == Round.Kind.CENSUS) {
            return new Refused(Why.CENSUS_IS_NOT_DRAWN);
        }
        if (reason.isBlank()) {
            return new Refused(Why.NO_REASON);
        }
        if (reason.length() > LONGEST_TEXT) {
            return new Refused(Why.TOO_LONG);
        }
        if (round.draws().stream().anyMatch(draw -> draw.standing() == Round.Standing.FAILS)) {
            return new Refused(Why.ALREADY_FAILED);
        }
        Instant now = clock.instant();
        Round.Draw last = round.draw();
        FormSet drawn = draw(store.lot(id), round.kind(), last.size(), seed);
        store.insertDraw(id, last.number() + 1, seed, last.mostWrong(), drawn, reason.strip(), actor.login(), now);
        FormSet picked = pick(id, round.name(), seed, round.lot(), drawn, FormSet.ofKeys(), actor, now);
        log(actor, "DRAW_AGAIN", id, round.unit(), Map.of("draw", String.valueOf(last.number() + 1)));
        return new Done(id, picked);
    }

    private static @org.jspecify.annotations.Nullable Why notWritable(
            @org.jspecify.annotations.Nullable Round round, Actor actor) {
        if (round == null) {
            return Why.NO_SUCH_ROUND;
        }
        if (actor.role() != Role.CITY_TEAM) {
            return Why.WRONG_ROLE;
        }
        return round.acceptance() == null ? null : Why.ALREADY_DECIDED;
    }

    /**
     * Writes down what the limits say of the sample, as soon as no further visit could change it. A lot that is sent back is
     * visited whole.
     */
    @Transactional
    public RoundResult decide(RoundId id, String note, Actor actor) {
        store.lock(id);
        Round round = store.find(id, actor.scope()).orElse(null);
        Why not = notWritable(round, actor);
        if (round == null || not != null) {
            return new Refused(not == null ? Why.NO_SUCH_ROUND : not);
        }
        if (note.length() > LONGEST_TEXT) {
            return new Refused(Why.TOO_LONG);
        }
        Round.Draw draw = round.draw();
        Round.Draw failed = round.draws().stream()
                .filter(one -> one.standing() == Round.Standing.FAILS)
                .findFirst()
                .orElse(null);
        if (failed == null && draw.standing() == Round.Standing.OPEN) {
            return new Refused(Why.STILL_OPEN);
        }
        Outcome outcome = failed == null ? Outcome.ACCEPTED : Outcome.SENT_BACK;
        Instant now = clock.instant();
        if (!store.insertAcceptance(id, failed == null ? draw : failed, outcome, note.strip(), actor.login(), now)) {
            return new Refused(Why.ALREADY_DECIDED);
        }
        FormSet picked = FormSet.ofKeys();
        if (outcome == Outcome.SENT_BACK) {
            FormSet lot = all(store.lot(id).values().stream().flatMapToLong(Arrays::stream));
            picked = pick(id, round.name(), draw.seed(), round.lot(), lot, FormSet.ofKeys(), actor, now);
        }
        log(actor, outcome == Outcome.ACCEPTED ? "ACCEPT_LOT" : "SEND_LOT_BACK", id, round.unit(), Map.of());
        return new Done(id, picked);
    }

    /** Of the draw that counts. */
    @Transactional(readOnly = true)
    public Agreement agreement(Round round) {
        Round.Draw draw = round.draw();
        List<Rate> fields = new ArrayList<>();
        for (AgreementQueries.Count count : agreements.byField(draw.id())) {
            fields.add(Rate.of(count.name(), count.right(), count.asked(), round.lot()));
        }
        List<Rate> collectors = new ArrayList<>();
        for (AgreementQueries.Count count : agreements.byCollector(round.id(), draw.id())) {
            collectors.add(Rate.of(count.name(), count.right(), count.asked(), count.population()));
        }
        Comparator<Rate> worstFirst = Comparator.comparingDouble(Rate::share).thenComparing(Rate::name);
        fields.sort(worstFirst);
        collectors.sort(worstFirst);
        return new Agreement(Rate.of("", draw.judged() - draw.wrong(), draw.judged(), round.lot()), fields, collectors);
    }

    /** Forms that wait for their lot: not decided yet, or sent back and not re-verified since. */
    @Transactional
    public FormSet awaiting(FormSet forms) {
        return store.awaiting(forms);
    }

    private void log(Actor actor, String act, RoundId id, String unit, Map<String, String> details) {
        audit.act(actor, act, "verification-round", String.valueOf(id.value()), unit, details);
    }
}
