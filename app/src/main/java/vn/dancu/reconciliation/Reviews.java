package vn.dancu.reconciliation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.linkage.review.Answer;
import vn.dancu.linkage.review.Answered;
import vn.dancu.linkage.review.Candidate;
import vn.dancu.linkage.review.Decided;
import vn.dancu.linkage.review.ReviewQueue;
import vn.dancu.reconciliation.db.ReviewPairs;
import vn.dancu.reconciliation.db.ReviewStore;
import vn.dancu.reconciliation.db.ReviewStore.Pair;
import vn.dancu.reconciliation.db.ReviewStore.Said;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;
import vn.dancu.shared.Role;

/**
 * Pairs that linkage left open, in the order of what an answer settles, and what officers say of them. An answer takes its
 * pair out of the queue, links the pair or keeps it apart from the next comparison on, and is learnt from; the form itself is
 * decided at its comparison.
 */
@Service
public class Reviews {
    /** Who may look at pairs and say whether they are one person; the screens' rules say the same of addresses. */
    static final Set<Role> REVIEWERS = EnumSet.of(Role.COLLECTOR, Role.CHIEF, Role.CITY_TEAM, Role.SYSTEM);

    private static final String SCREEN = "review";

    private final ReviewStore store;
    private final ReviewPairs pairs;
    private final ComparisonRun run;
    private final AuditLog audit;
    private final Clock clock;

    Reviews(ReviewStore store, ReviewPairs pairs, ComparisonRun run, AuditLog audit, Clock clock) {
        this.store = store;
        this.pairs = pairs;
        this.run = run;
        this.audit = audit;
        this.clock = clock;
    }

    private record Key(Source source, long id) {}

    /** Rows by number, as the queue counts them: a form stands once for each source. */
    private static final class Numbers {
        private final Map<Key, Integer> numbers = new HashMap<>();

        private int of(Source source, long id) {
            return numbers.computeIfAbsent(new Key(source, id), none -> numbers.size());
        }
    }

    /** The first of the actor's area; each form shown is logged as seen. */
    @Transactional
    public ReviewList queue(int limit, String purpose, Actor actor) {
        if (!REVIEWERS.contains(actor.role())) {
            return new ReviewList(List.of(), 0, 0);
        }
        List<Pair> open = store.open(actor.scope());
        Numbers forms = new Numbers();
        Numbers entries = new Numbers();
        int[] left = open.stream()
                .mapToInt(pair -> forms.of(pair.source(), pair.form()))
                .toArray();
        int[] right = open.stream()
                .mapToInt(pair -> entries.of(pair.source(), pair.entry()))
                .toArray();
        double[] weight = open.stream().mapToDouble(Pair::weight).toArray();
        List<Candidate> candidates = Candidate.connected(left, right, weight, false);
        Map<Candidate, Pair> byCandidate = new HashMap<>();
        for (int e = 0; e < open.size(); e++) {
            byCandidate.put(candidates.get(e), open.get(e));
        }
        List<Answered> said = store.answers(actor.scope()).stream()
                .map(one -> new Answered(
                        forms.of(one.source(), one.form()),
                        entries.of(one.source(), one.entry()),
                        Answer.valueOf(one.answer().name())))
                .toList();
        ReviewQueue queue = ReviewQueue.betweenFiles(CityLinking.THRESHOLD);
        Decided decided = queue.apply(candidates, said);
        List<ReviewList.Line> lines = new ArrayList<>();
        for (ReviewQueue.Item item : queue.order(decided)) {
            Pair pair = byCandidate.get(item.candidate());
            if (lines.size() < limit && pair != null) {
                pairs.of(pair.source(), new long[] {pair.form()}, new long[] {pair.entry()})
                        .forEach(shown -> lines.add(new ReviewList.Line(
                                shown,
                                item.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                item.probability(),
                                item.records())));
            }
        }
        audit.viewEach(
                actor,
                SCREEN,
                "form",
                lines.stream()
                        .map(line -> String.valueOf(line.pair().form().value()))
                        .distinct()
                        .toList(),
                purpose);
        return new ReviewList(
                lines, decided.open().size(), decided.contradictions().size());
    }

    /** False when the pair is not an open one of the actor's area, or the role does not review. */
    @Transactional
    public boolean answer(FormId form, Source source, long entry, PairAnswer answer, Actor actor) {
        boolean isOpen = REVIEWERS.contains(actor.role())
                && store.open(actor.scope()).stream()
                        .anyMatch(pair ->
                                pair.form() == form.value() && pair.source() == source && pair.entry() == entry);
        if (isOpen) {
            store.answer(form, source, entry, answer, actor.login(), clock.instant());
            audit.act(
                    actor,
                    "ANSWER_PAIR",
                    "form",
                    String.valueOf(form.value()),
                    "",
                    Map.of("source", source.code(), "entry", String.valueOf(entry), "answer", answer.code()));
            run.compareAnswered(form, source, entry);
        }
        return isOpen;
    }

    /** What this officer said last, newest first; each form shown is logged as seen. */
    @Transactional
    public List<AnsweredPair> answered(int limit, String purpose, Actor actor) {
        List<AnsweredPair> answered = new ArrayList<>();
        if (REVIEWERS.contains(actor.role())) {
            for (Said said : store.answersOf(actor.login(), limit, actor.scope())) {
                pairs.of(said.source(), new long[] {said.form()}, new long[] {said.entry()})
                        .forEach(pair -> answered.add(new AnsweredPair(pair, said.answer())));
            }
            audit.viewEach(
                    actor,
                    SCREEN,
                    "form",
                    answered.stream()
                            .map(one -> String.valueOf(one.pair().form().value()))
                            .distinct()
                            .toList(),
                    purpose);
        }
        return answered;
    }

    /** Takes back what this officer said of a pair of the area; both lines stay on record. False when nothing stands. */
    @Transactional
    public boolean undo(FormId form, Source source, long entry, Actor actor) {
        boolean isOwn = REVIEWERS.contains(actor.role())
                && store.answersOf(actor.login(), Integer.MAX_VALUE, actor.scope()).stream()
                        .anyMatch(said ->
                                said.form() == form.value() && said.source() == source && said.entry() == entry);
        if (isOwn && store.undo(form, source, entry, actor.login(), clock.instant())) {
            audit.act(
                    actor,
                    "UNDO_ANSWER",
                    "form",
                    String.valueOf(form.value()),
                    "",
                    Map.of("source", source.code(), "entry", String.valueOf(entry)));
            run.compareAnswered(form, source, entry);
            return true;
        }
        return false;
    }
}
