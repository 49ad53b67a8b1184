package vn.dancu.sources;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Role;
import vn.dancu.sources.LookupResult.Refused;
import vn.dancu.sources.LookupResult.Why;
import vn.dancu.sources.db.LookupStore;
import vn.dancu.sources.domain.AnsweredSheet;

/**
 * Look-ups in the paper archive, which sits elsewhere: officers ask about forms, the archivist of the commune answers
 * line by line, and whatever she answers is a sheet of the archive from then on, or the word that there is none.
 */
@Service
public class Lookups {
    /** Who may ask, each in her own area. */
    public static final Set<Role> ASKERS = Set.copyOf(EnumSet.of(Role.COLLECTOR, Role.CHIEF, Role.CITY_TEAM));

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final LookupStore store;
    private final AuditLog audit;
    private final Clock clock;

    Lookups(LookupStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes one request a commune; forms that wait for an answer already are left out. */
    @Transactional
    public LookupResult ask(AskArchive ask, Actor actor) {
        if (!ASKERS.contains(actor.role())) {
            return new Refused(Why.WRONG_ROLE);
        }
        if (ask.lines().isEmpty() || ask.asked().stream().noneMatch(AskArchive.ITEMS::contains)) {
            return new Refused(Why.NOTHING_ASKED);
        }
        if (ask.lines().size() > AskArchive.MOST_LINES) {
            return new Refused(Why.TOO_MANY);
        }
        if (ask.purpose().isBlank()) {
            return new Refused(Why.NO_PURPOSE);
        }
        if (ask.purpose().length() > AskArchive.LONGEST_TEXT) {
            return new Refused(Why.TOO_LONG);
        }
        for (AskArchive.Line line : ask.lines()) {
            if (!actor.scope().covers(line.communeCode(), line.residentialGroup())) {
                return new Refused(Why.OUTSIDE_AREA);
            }
        }
        store.lock();
        FormSet waiting = store.waiting(
                FormSet.of(ask.lines().stream().map(AskArchive.Line::form).toList()));
        Map<String, List<AskArchive.Line>> byCommune = new LinkedHashMap<>();
        for (AskArchive.Line line : ask.lines()) {
            if (!waiting.contains(line.form())) {
                byCommune
                        .computeIfAbsent(line.communeCode(), commune -> new ArrayList<>())
                        .add(line);
            }
        }
        if (byCommune.isEmpty()) {
            return new Refused(Why.ALREADY_ASKED);
        }
        Instant now = clock.instant();
        int year = now.atZone(VIETNAM).getYear();
        List<LookupId> made = new ArrayList<>();
        byCommune.forEach((commune, lines) -> {
            String number = store.nextNumber(commune, year);
            LookupId id = store.insert(number, commune, ask, lines, actor.login(), now);
            audit.act(
                    actor,
                    "ASK_ARCHIVE",
                    "lookup-request",
                    number,
                    ask.purpose().strip(),
                    Map.of("lines", String.valueOf(lines.size())));
            made.add(id);
        });
        return new LookupResult.Done(made);
    }

    /** The latest requests of the area, those that wait first. */
    @Transactional(readOnly = true)
    public List<LookupRequest> list(Actor actor, int limit) {
        return store.list(actor.scope(), limit);
    }

    /** Empty when there is no such request in the actor's area. */
    @Transactional(readOnly = true)
    public Optional<LookupRequest> find(LookupId id, Actor actor) {
        return store.find(id, actor.scope());
    }

    /** In the order of the paper; of a request that the actor may see. */
    @Transactional(readOnly = true)
    public List<LookupLine> lines(LookupId id, Actor actor) {
        return store.find(id, actor.scope()).isEmpty() ? List.of() : store.lines(id);
    }

    /** Of these forms, those that wait for an answer. */
    @Transactional
    public FormSet waiting(FormSet forms) {
        return store.waiting(forms);
    }

    /** Keeps what the archivist found; an earlier answer of the line stays on record. */
    @Transactional
    public LookupResult answer(AnswerLookup answer, Actor actor) {
        if (actor.role() != Role.ARCHIVIST) {
            return new Refused(Why.WRONG_ROLE);
        }
        store.lock();
        LookupStore.Place place = store.place(answer.line(), actor.scope()).orElse(null);
        if (place == null) {
            return new Refused(Why.NO_SUCH_REQUEST);
        }
        if (place.cancelled()) {
            return new Refused(Why.CANCELLED);
        }
        if (place.latestAnswer() != answer.seen()) {
            return new Refused(Why.STALE);
        }
        String envelope = answer.envelopeNo() == null || answer.envelopeNo().isBlank()
                ? place.envelopeNo()
                : answer.envelopeNo().strip();
        if (answer.note().length() > AskArchive.LONGEST_TEXT
                || (envelope != null && envelope.length() > AnswerLookup.LONGEST_ITEM)
                || answer.otherwise().values().stream().anyMatch(item -> item.length() > AnswerLookup.LONGEST_ITEM)) {
            return new Refused(Why.TOO_LONG);
        }
        Instant now = clock.instant();
        long entry = 0;
        if (answer.found()) {
            String entryNo = "TC-" + place.requestNo() + "-" + place.lineNo()
                    + (place.answers() == 0 ? "" : "." + (place.answers() + 1));
            entry = store.insertSheet(
                    AnsweredSheet.of(answer, place.asked(), entryNo, envelope, place.communeCode()), answer.line());
        }
        store.insertAnswer(answer.line(), answer.found(), entry, answer.note().strip(), actor.login(), now);
        audit.act(
                actor,
                "ANSWER_LOOKUP",
                "form",
                String.valueOf(place.form().value()),
                place.purpose(),
                Map.of(
                        "request",
                        place.requestNo(),
                        "found",
                        String.valueOf(answer.found()),
                        "items",
                        answer.otherwise().keySet().stream()
                                .map(ArchiveField::column)
                                .sorted()
                                .collect(Collectors.joining(" "))));
        return new LookupResult.Done(List.of(place.request()));
    }

    /** Takes back what is still open of a request; answers that were given hold. */
    @Transactional
    public LookupResult cancel(LookupId id, String reason, Actor actor) {
        if (!ASKERS.contains(actor.role()) && actor.role() != Role.ARCHIVIST) {
            return new Refused(Why.WRONG_ROLE);
        }
        store.lock();
        LookupRequest request = store.find(id, actor.scope()).orElse(null);
        if (request == null) {
            return new Refused(Why.NO_SUCH_REQUEST);
        }
        if (actor.role() == Role.COLLECTOR && !request.askedBy().equals(actor.login())) {
            return new Refused(Why.WRONG_ROLE);
        }
        if (request.isCancelled()) {
            return new Refused(Why.CANCELLED);
        }
        if (!request.isOpen()) {
            return new Refused(Why.NOTHING_OPEN);
        }
        if (reason.isBlank()) {
            return new Refused(Why.NO_REASON);
        }
        if (reason.length() > AskArchive.LONGEST_TEXT) {
            return new Refused(Why.TOO_LONG);
        }
        store.cancel(id, reason.strip(), actor.login(), clock.instant());
        audit.act(actor, "CANCEL_LOOKUP", "lookup-request", request.requestNo(), "", Map.of());
        return new LookupResult.Done(List.of(id));
    }

    /** Writes down who took an envelope out of the archive. */
    @Transactional
    public LookupResult lend(LookupId id, String envelopeNo, String lentTo, Actor actor) {
        if (actor.role() != Role.ARCHIVIST) {
            return new Refused(Why.WRONG_ROLE);
        }
        store.lock();
        LookupRequest request = store.find(id, actor.scope()).orElse(null);
        if (request == null) {
            return new Refused(Why.NO_SUCH_REQUEST);
        }
        if (envelopeNo.isBlank()) {
            return new Refused(Why.NO_ENVELOPE);
        }
        if (lentTo.isBlank()) {
            return new Refused(Why.NO_BORROWER);
        }
        if (lentTo.length() > AnswerLookup.LONGEST_ITEM || envelopeNo.length() > AnswerLookup.LONGEST_ITEM) {
            return new Refused(Why.TOO_LONG);
        }
        if (!store.lend(
                request.communeCode(), envelopeNo.strip(), id, lentTo.strip(), actor.login(), clock.instant())) {
            return new Refused(Why.ENVELOPE_OUT);
        }
        audit.act(actor, "LEND_ENVELOPE", "envelope", envelopeNo.strip(), request.requestNo(), Map.of());
        return new LookupResult.Done(List.of(id));
    }

    /** The envelope is back in its place. */
    @Transactional
    public LookupResult takeBack(long loan, Actor actor) {
        if (actor.role() != Role.ARCHIVIST) {
            return new Refused(Why.WRONG_ROLE);
        }
        EnvelopeLoan known = store.loan(loan, actor.scope()).orElse(null);
        if (known == null) {
            return new Refused(Why.NO_SUCH_REQUEST);
        }
        if (!store.takeBack(loan, actor.login(), clock.instant())) {
            return new Refused(Why.NOT_OUT);
        }
        audit.act(actor, "RETURN_ENVELOPE", "envelope", known.envelopeNo(), "", Map.of());
        return new LookupResult.Done(known.request() == null ? List.of() : List.of(known.request()));
    }

    /** Envelopes that are out, the longest first; then the latest that came back, as far as the limit reaches. */
    @Transactional(readOnly = true)
    public List<EnvelopeLoan> loans(Actor actor, boolean outOnly, int limit) {
        return store.loans(actor.scope(), outOnly, limit);
    }
}
