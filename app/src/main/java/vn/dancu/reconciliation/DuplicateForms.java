package vn.dancu.reconciliation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.intake.Forms;
import vn.dancu.intake.StoredForm;
import vn.dancu.reconciliation.db.DuplicateStore;
import vn.dancu.reconciliation.db.DuplicateStore.Place;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;

/**
 * Forms of one person: clusters side by side, and what officers say of them. Who is two persons is never clustered again;
 * of one person the officer says which form is kept. Nothing here cancels a form: that is a step of its path.
 */
@Service
public class DuplicateForms {
    private static final String SCREEN = "duplicates";

    private final DuplicateStore store;
    private final Forms forms;
    private final Weighing weighing;
    private final ComparisonRun run;
    private final AuditLog audit;
    private final Clock clock;

    DuplicateForms(
            DuplicateStore store, Forms forms, Weighing weighing, ComparisonRun run, AuditLog audit, Clock clock) {
        this.store = store;
        this.forms = forms;
        this.weighing = weighing;
        this.run = run;
        this.audit = audit;
        this.clock = clock;
    }

    /** Of the actor's area. */
    public record Count(int clusters, int answered) {}

    @Transactional(readOnly = true)
    public Count count(Actor actor) {
        DuplicateStore.Count count = store.count(actor.scope());
        return new Count(count.clusters(), count.answered());
    }

    /** A page of the actor's area, those first of which nobody said anything; each form shown is logged as seen. */
    @Transactional
    public List<DuplicateCluster> clusters(int offset, int limit, String purpose, Actor actor) {
        return shown(store.clusters(actor.scope(), 0, offset, limit), purpose, actor);
    }

    private List<DuplicateCluster> shown(List<Place> places, String purpose, Actor actor) {
        long[] keys = places.stream()
                .filter(Place::inArea)
                .mapToLong(Place::form)
                .sorted()
                .toArray();
        Map<Long, StoredForm> stored = new HashMap<>();
        forms.stream(
                FormSet.ofKeys(keys),
                Forms.Order.ID,
                form -> stored.put(form.id().value(), form));
        Map<Long, List<Place>> byCluster = new LinkedHashMap<>();
        places.forEach(place -> byCluster
                .computeIfAbsent(place.cluster(), key -> new ArrayList<>())
                .add(place));
        List<DuplicateAnswer> said = store.standing(keys);
        List<DuplicateCluster> clusters = new ArrayList<>();
        byCluster.forEach((cluster, members) -> clusters.add(cluster(cluster, members, stored, said)));
        audit.viewEach(
                actor,
                SCREEN,
                "form",
                LongStream.of(keys).mapToObj(String::valueOf).toList(),
                purpose);
        return clusters;
    }

    private static DuplicateCluster cluster(
            long cluster, List<Place> places, Map<Long, StoredForm> stored, List<DuplicateAnswer> said) {
        long kept = places.stream()
                .filter(Place::keeps)
                .mapToLong(Place::form)
                .findFirst()
                .orElse(0);
        List<DuplicateCluster.Member> members = new ArrayList<>();
        for (Place place : places) {
            StoredForm form = stored.get(place.form());
            if (place.inArea() && form != null) {
                members.add(new DuplicateCluster.Member(
                        form, place.keeps(), place.weight(), said(said, place.form(), kept)));
            }
        }
        return new DuplicateCluster(cluster, members, places.size() - members.size());
    }

    private static @Nullable DuplicateAnswer said(List<DuplicateAnswer> said, long form, long other) {
        return said.stream()
                .filter(one -> one.form().value() == Math.min(form, other)
                        && one.other().value() == Math.max(form, other))
                .findFirst()
                .orElse(null);
    }

    /** The cluster of a form with all its members in the actor's area; empty otherwise. */
    private Optional<List<Place>> whole(FormId form, Actor actor) {
        long cluster = store.clusterOf(form);
        if (cluster == 0) {
            return Optional.empty();
        }
        return Optional.of(store.clusters(actor.scope(), cluster, 0, 1))
                .filter(places -> places.size() > 1 && places.stream().allMatch(Place::inArea));
    }

    /**
     * What an officer says of two forms of one cluster; they are compared anew at once.
     *
     * @param keeps which of the two stands for the person, when they are one; the other may then be cancelled
     * @param expected what the officer's page showed of the pair; null when nobody had said anything
     */
    @Transactional
    public DuplicateResult answer(
            FormId one,
            FormId two,
            PairAnswer answer,
            FormId keeps,
            String reason,
            @Nullable PairAnswer expected,
            Actor actor) {
        if (!Reviews.REVIEWERS.contains(actor.role())) {
            return DuplicateResult.WRONG_ROLE;
        }
        long low = Math.min(one.value(), two.value());
        long high = Math.max(one.value(), two.value());
        List<Place> places = whole(one, actor).orElse(List.of());
        boolean together = low != high
                && places.stream().anyMatch(place -> place.form() == low)
                && places.stream().anyMatch(place -> place.form() == high);
        if (!together || (keeps.value() != low && keeps.value() != high)) {
            return DuplicateResult.NOT_FOUND;
        }
        if (reason.isBlank()) {
            return DuplicateResult.NO_REASON;
        }
        store.lastLine(low, high);
        DuplicateAnswer before = said(store.standing(new long[] {low}), low, high);
        if (before != null && before.answer() != expected) {
            return DuplicateResult.ANSWERED_MEANWHILE;
        }
        store.answer(new DuplicateAnswer(
                new FormId(low),
                new FormId(high),
                answer,
                answer == PairAnswer.SAME ? keeps.value() : 0,
                reason,
                actor.login(),
                clock.instant()));
        log("ANSWER_DUPLICATE", low, high, Map.of("other", String.valueOf(high), "answer", answer.code()), actor);
        compare(places);
        return DuplicateResult.KEPT;
    }

    private void log(String act, long low, long high, Map<String, String> details, Actor actor) {
        audit.act(actor, act, "form", String.valueOf(low), "", details);
        Map<String, String> turned = new LinkedHashMap<>(details);
        turned.put("other", String.valueOf(low));
        audit.act(actor, act, "form", String.valueOf(high), "", turned);
    }

    private void compare(List<Place> places) {
        run.compareOnArrival(
                FormSet.ofKeys(places.stream().mapToLong(Place::form).sorted().toArray()));
    }

    /** Takes back what was said of two forms of the actor's area; all lines stay on record. False when nothing stands. */
    @Transactional
    public boolean undo(FormId one, FormId two, Actor actor) {
        long low = Math.min(one.value(), two.value());
        long high = Math.max(one.value(), two.value());
        if (!Reviews.REVIEWERS.contains(actor.role())
                || forms.find(one, actor).isEmpty()
                || forms.find(two, actor).isEmpty()) {
            return false;
        }
        DuplicateAnswer said = said(store.standing(new long[] {low}), low, high);
        if (said == null) {
            return false;
        }
        store.undo(
                new DuplicateAnswer(said.form(), said.other(), said.answer(), 0, "", actor.login(), clock.instant()));
        log("UNDO_DUPLICATE", low, high, Map.of("other", String.valueOf(high)), actor);
        run.compareOnArrival(FormSet.ofKeys(low, high));
        return true;
    }

    /** Of this officer's area, pairs that were called two persons: what may still be taken back. Newest first. */
    @Transactional(readOnly = true)
    public List<DuplicateAnswer> apart(int limit, Actor actor) {
        return store.apart(actor.scope(), limit);
    }

    /** Why two forms of one cluster weigh what they weigh; logged as a view of both. Empty outside the actor's area. */
    @Transactional
    public Optional<PairWeight> weigh(FormId one, FormId two, String purpose, Actor actor, Locale language) {
        List<Place> places = whole(one, actor).orElse(List.of());
        if (places.stream().noneMatch(place -> place.form() == two.value()) || one.equals(two)) {
            return Optional.empty();
        }
        audit.viewEach(
                actor,
                SCREEN + "-weight",
                "form",
                List.of(String.valueOf(one.value()), String.valueOf(two.value())),
                purpose);
        return weighing.ofForms(one, two, language);
    }

    /** What was said of a form that is one person's with another that is kept: it may be cancelled. */
    @Transactional(readOnly = true)
    public Optional<DuplicateAnswer> calledDuplicate(FormId form) {
        return store.standing(new long[] {form.value()}).stream()
                .filter(said -> said.answer() == PairAnswer.SAME && said.keeps() != form.value())
                .findFirst();
    }

    /** Forms whose cluster one of these forms leaves: they are to be compared anew after it is cancelled. */
    @Transactional(readOnly = true)
    public FormSet companions(FormId form, Actor actor) {
        return FormSet.ofKeys(whole(form, actor).orElse(List.of()).stream()
                .mapToLong(Place::form)
                .filter(other -> other != form.value())
                .sorted()
                .toArray());
    }
}
