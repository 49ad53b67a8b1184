package vn.dancu.keying;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.keying.db.KeyingFigures;
import vn.dancu.keying.db.KeyingStore;
import vn.dancu.keying.domain.Keyed;
import vn.dancu.keying.domain.PaperBears;
import vn.dancu.keying.domain.WhatToKey;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;
import vn.dancu.shared.Role;

/**
 * Papers are keyed: once, where the machine could not read; twice, blind, where a rule or the sample says so; what differs is
 * settled by a third. Showing a paper is to be logged by whoever shows it.
 */
@Service
public class Keying {
    /** What is typed where nobody can read what stands there. */
    public static final String UNREADABLE = "?";

    public static final int LONGEST_VALUE = 1_000;
    public static final int LONGEST_REASON = 500;

    private static final Duration HELD_FOR = Duration.ofHours(2);
    private static final int MOST_KEYSTROKES = 100_000;
    private static final int LONGEST_MILLIS = 3_600_000;

    private final KeyingStore store;
    private final KeyingFigures figures;
    private final AuditLog audit;
    private final Clock clock;

    Keying(KeyingStore store, KeyingFigures figures, AuditLog audit, Clock clock) {
        this.store = store;
        this.figures = figures;
        this.audit = audit;
        this.clock = clock;
    }

    public static boolean mayKey(Actor actor) {
        return actor.role() == Role.PROVINCE_OPERATOR;
    }

    /** What is keyed of a paper is said now, once. Empty when the actor may not, or a paper of this number is in the keying. */
    @Transactional
    public Optional<PaperId> takeUp(PaperToKey paper, Actor actor) {
        if (!mayKey(actor) || !actor.scope().covers(paper.communeCode(), paper.residentialGroup())) {
            return Optional.empty();
        }
        KeyingRule rule = rule();
        boolean isSample = WhatToKey.isSample(paper.formNo(), rule);
        List<Integer> passes = paper.items().stream()
                .map(item -> WhatToKey.passes(item, rule, isSample))
                .toList();
        boolean isRead = passes.stream().allMatch(count -> count == 0);
        Optional<PaperId> id = store.insert(
                paper, passes, isRead ? PaperState.READY : PaperState.FIRST, actor.login(), clock.instant());
        id.ifPresent(taken -> audit.act(
                actor,
                "TAKE_UP_PAPER",
                "keyed-paper",
                String.valueOf(taken.value()),
                "",
                Map.of("items", String.valueOf(paper.items().size()))));
        return id;
    }

    @Transactional(readOnly = true)
    public Optional<KeyedPaper> find(PaperId paper, Actor actor) {
        return store.find(paper, actor.scope());
    }

    /** As {@link #find}, and nobody else changes it until the transaction ends. */
    @Transactional
    public Optional<KeyedPaper> lock(PaperId paper, Actor actor) {
        return store.lock(paper, actor.scope());
    }

    /** The scanned page on which a field stands; empty when the sheet itself is keyed. */
    @Transactional(readOnly = true)
    public Optional<Long> pageOf(KeyedPaper paper, String field) {
        return store.items(paper.id()).stream()
                .filter(item -> item.field().equals(field))
                .flatMap(item -> Optional.ofNullable(item.page()).stream())
                .findFirst();
    }

    @Transactional(readOnly = true)
    public Optional<KeyedPaper> byNumber(String formNo, Actor actor) {
        return store.byNumber(formNo.strip(), actor.scope());
    }

    /** What was keyed of the papers of a form that the actor may see. */
    @Transactional(readOnly = true)
    public List<KeyedPaper> ofForm(FormId form, Actor actor) {
        return store.ofForm(form, actor.scope());
    }

    @Transactional(readOnly = true)
    public List<KeyedPaper> in(PaperState state, int most, Actor actor) {
        return state == PaperState.DONE ? store.done(most, actor.scope()) : store.in(state, most, actor.scope());
    }

    @Transactional(readOnly = true)
    public KeyingCounts counts(Actor actor) {
        Map<PaperState, Long> counts = new EnumMap<>(PaperState.class);
        for (PaperState state : PaperState.values()) {
            counts.put(state, 0L);
        }
        counts.putAll(store.counts(actor.scope()));
        return new KeyingCounts(counts);
    }

    /** The next paper for this operator, held for her: what is to be settled before second entries, these before first ones. */
    @Transactional
    public Optional<KeyedPaper> next(Actor actor) {
        if (!mayKey(actor)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        for (PaperState state : List.of(PaperState.SETTLE, PaperState.SECOND, PaperState.FIRST)) {
            Optional<KeyedPaper> paper = store.next(state, actor.login(), now.minus(HELD_FOR), actor.scope());
            if (paper.isPresent()) {
                store.hold(paper.get().id(), actor.login(), now, now.minus(HELD_FOR));
                return paper;
            }
        }
        return Optional.empty();
    }

    /** Holds a paper for this operator; why she may not key it, empty when she may. */
    @Transactional
    public Optional<KeyResult.Why> hold(PaperId paper, Actor actor) {
        Optional<KeyedPaper> known = store.lock(paper, actor.scope());
        if (known.isEmpty()) {
            return Optional.of(KeyResult.Why.NO_SUCH_PAPER);
        }
        return refusal(known.get(), known.get().state().pass(), actor);
    }

    /** Gives a paper back that was opened and not keyed. */
    @Transactional
    public void release(PaperId paper, Actor actor) {
        store.release(paper, actor.login());
    }

    private Optional<KeyResult.Why> refusal(KeyedPaper paper, int pass, Actor actor) {
        if (!mayKey(actor)) {
            return Optional.of(KeyResult.Why.WRONG_ROLE);
        }
        if (pass == 0 || paper.state().pass() != pass) {
            return Optional.of(KeyResult.Why.STALE);
        }
        if (pass > 1 && store.operators(paper.id()).contains(actor.login())) {
            return Optional.of(KeyResult.Why.SAME_EYES);
        }
        Instant now = clock.instant();
        return store.hold(paper.id(), actor.login(), now, now.minus(HELD_FOR))
                ? Optional.empty()
                : Optional.of(KeyResult.Why.HELD);
    }

    /**
     * What is to be keyed now. Of a first or second entry nothing comes along that was read or keyed before; whoever settles
     * sees both.
     */
    @Transactional(readOnly = true)
    public List<KeyedItem> toKey(KeyedPaper paper) {
        int pass = paper.state().pass();
        return store.items(paper.id()).stream()
                .filter(item -> Keyed.isIn(item, pass))
                .map(item -> pass == 3 ? item : item.blind())
                .toList();
    }

    /** Everything of a paper that is keyed; none while it is not, lest a second entry be led. */
    @Transactional(readOnly = true)
    public List<KeyedItem> items(KeyedPaper paper) {
        return paper.state().isOpen() ? List.of() : store.items(paper.id());
    }

    /** Saves one pass over a paper: all of its fields, or nothing. */
    @Transactional
    public KeyResult key(PaperId id, int pass, Collection<TypedItem> typed, Actor actor) {
        Optional<KeyedPaper> known = store.lock(id, actor.scope());
        if (known.isEmpty()) {
            return new KeyResult.Refused(KeyResult.Why.NO_SUCH_PAPER);
        }
        KeyedPaper paper = known.get();
        Optional<KeyResult.Why> why = refusal(paper, pass, actor);
        if (why.isPresent()) {
            return new KeyResult.Refused(why.get());
        }
        Map<String, TypedItem> byField = new HashMap<>();
        typed.forEach(item -> byField.put(item.field(), item));
        List<TypedItem> entries = new ArrayList<>();
        for (KeyedItem item : toKey(paper)) {
            TypedItem entry = byField.get(item.field());
            if (entry == null) {
                return new KeyResult.Refused(KeyResult.Why.INCOMPLETE);
            }
            if (entry.value().length() > LONGEST_VALUE) {
                return new KeyResult.Refused(KeyResult.Why.TOO_LONG);
            }
            entries.add(new TypedItem(
                    entry.field(),
                    entry.value(),
                    Math.max(0, Math.min(entry.keystrokes(), MOST_KEYSTROKES)),
                    Math.max(0, Math.min(entry.millis(), LONGEST_MILLIS))));
        }
        store.enter(id, pass, entries, actor.login(), clock.instant());
        PaperState next = Keyed.next(store.items(id));
        store.move(id, next);
        audit.act(
                actor,
                pass == 3 ? "SETTLE_PAPER" : "KEY_PAPER",
                "keyed-paper",
                String.valueOf(id.value()),
                "",
                Map.of("pass", String.valueOf(pass), "fields", String.valueOf(entries.size())));
        return new KeyResult.Saved(next);
    }

    /** What the paper says, once all of it is known. */
    @Transactional(readOnly = true)
    public CollectionForm form(KeyedPaper paper) {
        CollectionForm form = CollectionForm.of(new @Nullable String[FormField.values().length])
                .with(FormField.FORM_NO, paper.formNo())
                .with(FormField.FORM_VERSION, paper.formVersion())
                .with(FormField.COMMUNE_CODE, paper.communeCode())
                .with(FormField.RESIDENTIAL_GROUP, paper.residentialGroup());
        for (KeyedItem item : store.items(paper.id())) {
            Optional<FormField> field = FormField.byColumn(item.field());
            String value = item.value();
            if (field.isPresent() && value != null && !(value.isEmpty() && isPlace(field.get()))) {
                form = form.with(field.get(), value);
            }
        }
        return form;
    }

    /** Where the paper lies is known from its batch when nobody wrote it down. */
    private static boolean isPlace(FormField field) {
        return field == FormField.COMMUNE_CODE || field == FormField.RESIDENTIAL_GROUP;
    }

    /** The form that this paper belongs to; empty in the scan-first route. */
    @Transactional(readOnly = true)
    public Optional<FormId> formOf(String formNo) {
        return Optional.ofNullable(store.formOf(formNo.strip()));
    }

    /**
     * What a paper of this number should say.
     *
     * @param revisions of the form, oldest first
     * @return empty when no version was ever written on a paper of this number
     */
    public static Optional<CollectionForm> bears(List<PaperRevision> revisions, String formNo) {
        return PaperBears.of(revisions, formNo);
    }

    /**
     * The keyed paper as second reading of its form: what it says otherwise than the version that it should bear is found.
     * Items that nobody could read are not compared.
     *
     * @param bears what the paper should say
     */
    @Transactional
    public List<PaperFinding> join(KeyedPaper paper, FormId form, CollectionForm bears, Actor actor) {
        Set<FormField> fields = new HashSet<>();
        for (KeyedItem item : store.items(paper.id())) {
            if (!(UNREADABLE.equals(item.settled()) || UNREADABLE.equals(item.first()) && item.settled() == null)) {
                FormField.byColumn(item.field()).ifPresent(fields::add);
            }
        }
        List<PaperFinding> findings = PaperBears.compare(bears, form(paper), fields);
        store.found(paper.id(), findings, clock.instant());
        store.finish(paper.id(), form, false, clock.instant());
        done(paper, form, findings.size(), actor);
        return findings;
    }

    /** The keyed paper has become this form. */
    @Transactional
    public void became(KeyedPaper paper, FormId form, Actor actor) {
        store.finish(paper.id(), form, true, clock.instant());
        done(paper, form, 0, actor);
    }

    private void done(KeyedPaper paper, FormId form, int findings, Actor actor) {
        audit.act(
                actor,
                "JOIN_PAPER",
                "form",
                String.valueOf(form.value()),
                "",
                Map.of("paper", String.valueOf(paper.id().value()), "findings", String.valueOf(findings)));
    }

    @Transactional(readOnly = true)
    public List<PaperFinding> findings(KeyedPaper paper) {
        return store.findings(paper.id());
    }

    /** What papers of a form say otherwise than they should; none when the actor may not see the papers. */
    @Transactional(readOnly = true)
    public List<PaperFinding> findingsOfForm(FormId form, Actor actor) {
        return store.findingsOfForm(form, actor.scope());
    }

    @Transactional(readOnly = true)
    public KeyingRule rule() {
        return store.rule().orElse(KeyingRule.USUAL);
    }

    /** For papers that are taken up from now on; false when the actor may not, or says no reason. */
    @Transactional
    public boolean setRule(KeyingRule rule, String reason, Actor actor) {
        if (!mayKey(actor) || reason.isBlank() || reason.length() > LONGEST_REASON) {
            return false;
        }
        store.setRule(rule, reason.strip(), actor.login(), clock.instant());
        audit.act(
                actor,
                "SET_KEYING_RULE",
                "keying-rule",
                "",
                reason.strip(),
                Map.of("twice", String.join(" ", rule.twice()), "perMille", String.valueOf(rule.perMille())));
        return true;
    }

    /** What each operator keyed; {@code to} excluded. */
    @Transactional(readOnly = true)
    public List<KeyingFigure> byOperator(Instant from, Instant to, Actor actor) {
        return figures.byOperator(from, to, actor.scope());
    }

    /** What was keyed in each field; {@code to} excluded. */
    @Transactional(readOnly = true)
    public List<KeyingFigure> byField(Instant from, Instant to, Actor actor) {
        return figures.byField(from, to, actor.scope());
    }
}
