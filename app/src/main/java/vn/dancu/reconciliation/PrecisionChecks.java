package vn.dancu.reconciliation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.linkage.review.Answer;
import vn.dancu.linkage.review.Keying;
import vn.dancu.linkage.review.PrecisionCheck;
import vn.dancu.linkage.review.PrecisionCheck.Link;
import vn.dancu.linkage.review.PrecisionReport;
import vn.dancu.reconciliation.db.ReviewPairs;
import vn.dancu.reconciliation.db.ReviewStore;
import vn.dancu.reconciliation.db.ReviewStore.Check;
import vn.dancu.reconciliation.db.ReviewStore.Drawn;
import vn.dancu.reconciliation.db.ReviewStore.Keyed;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;
import vn.dancu.shared.Role;

/**
 * Samples of links that two officers look at without knowing of each other, nor of the weight; a third settles what they
 * see differently. The report says how many of all links are right.
 */
@Service
public class PrecisionChecks {
    private static final String SCREEN = "precision-check";
    private static final int SHOWN = 10;
    private static final int MOST = 5_000;

    private final ReviewStore store;
    private final ReviewPairs pairs;
    private final AuditLog audit;
    private final Clock clock;

    PrecisionChecks(ReviewStore store, ReviewPairs pairs, AuditLog audit, Clock clock) {
        this.store = store;
        this.pairs = pairs;
        this.audit = audit;
        this.clock = clock;
    }

    /** Of the links in the area of the city team; empty for others, a size out of 1 to 5,000, or where nothing is linked. */
    @Transactional
    public OptionalLong draw(Source source, int size, long seed, Actor actor) {
        boolean may = actor.role() == Role.CITY_TEAM || actor.role() == Role.SYSTEM;
        boolean hasEntries = source == Source.RESIDENCE_BOOK || source == Source.ARCHIVE;
        if (!may || !hasEntries || size < 1 || size > MOST) {
            return OptionalLong.empty();
        }
        List<Link> links = store.links(source, actor.scope()).stream()
                .map(pair -> new Link(
                        String.valueOf(pair.form()),
                        String.valueOf(pair.entry()),
                        1 / (1 + Math.pow(2, -pair.weight()))))
                .toList();
        if (links.isEmpty()) {
            return OptionalLong.empty();
        }
        PrecisionCheck.Sample sample = PrecisionCheck.draw(links, size, seed);
        List<ReviewStore.Band> bands = new ArrayList<>();
        Map<Link, Integer> bandOf = new HashMap<>();
        for (int b = 0; b < sample.bands().size(); b++) {
            PrecisionCheck.Band band = sample.bands().get(b);
            bands.add(new ReviewStore.Band(b, band.from(), band.to(), band.links()));
            for (Link link : band.drawn()) {
                bandOf.put(link, b);
            }
        }
        List<Drawn> drawn = new ArrayList<>();
        for (Link link : sample.mixed(seed)) {
            drawn.add(new Drawn(
                    bandOf.getOrDefault(link, 0),
                    drawn.size(),
                    Long.parseLong(link.left()),
                    Long.parseLong(link.right()),
                    link.probability()));
        }
        long id = store.keep(source, size, seed, actor, clock.instant(), bands, drawn);
        audit.act(
                actor,
                "DRAW_PRECISION_CHECK",
                "precision-check",
                String.valueOf(id),
                "",
                Map.of("source", source.code(), "drawn", String.valueOf(drawn.size()), "seed", String.valueOf(seed)));
        return OptionalLong.of(id);
    }

    /** The last ones, newest first. */
    @Transactional(readOnly = true)
    public List<CheckReport> reports(Actor actor) {
        return store.checks(SHOWN).stream().map(check -> report(check, actor)).toList();
    }

    /**
     * The next pair that this officer may look at: in his area, not seen by him, and not settled by others. Logged as a view.
     */
    @Transactional
    public Optional<PairToReview> next(long id, String purpose, Actor actor) {
        Check check = store.check(id).orElse(null);
        if (check == null || !Reviews.REVIEWERS.contains(actor.role())) {
            return Optional.empty();
        }
        Map<Key, List<Keyed>> keyed = keyed(id);
        List<Drawn> drawn = store.drawn(id);
        Set<Long> own = inArea(drawn, actor);
        for (Drawn pair : drawn) {
            List<Keyed> before = keyed.getOrDefault(new Key(pair.form(), pair.entry()), List.of());
            if (own.contains(pair.form()) && isOpenTo(before, actor)) {
                Optional<PairToReview> found =
                        pairs.of(check.source(), new long[] {pair.form()}, new long[] {pair.entry()}).stream()
                                .findFirst();
                if (found.isPresent()) {
                    audit.view(actor, SCREEN, "form", String.valueOf(pair.form()), purpose);
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** False for a pair that is not of the sample, or not open to this officer. */
    @Transactional
    public boolean key(long id, FormId form, long entry, PairAnswer answer, Actor actor) {
        List<Drawn> drawn = store.drawn(id).stream()
                .filter(pair -> pair.form() == form.value() && pair.entry() == entry)
                .toList();
        List<Keyed> before = keyed(id).getOrDefault(new Key(form.value(), entry), List.of());
        boolean may = Reviews.REVIEWERS.contains(actor.role())
                && !drawn.isEmpty()
                && inArea(drawn, actor).contains(form.value())
                && isOpenTo(before, actor)
                && store.key(id, form, entry, answer, actor.login(), clock.instant());
        if (may) {
            audit.act(
                    actor,
                    "KEY_PAIR",
                    "form",
                    String.valueOf(form.value()),
                    "",
                    Map.of("check", String.valueOf(id), "entry", String.valueOf(entry), "answer", answer.code()));
        }
        return may;
    }

    private record Key(long form, long entry) {}

    private Map<Key, List<Keyed>> keyed(long id) {
        Map<Key, List<Keyed>> keyed = new HashMap<>();
        for (Keyed one : store.keyings(id)) {
            keyed.computeIfAbsent(new Key(one.form(), one.entry()), none -> new ArrayList<>())
                    .add(one);
        }
        return keyed;
    }

    /** Two look at every pair, a third only where they differ. */
    private static boolean isOpenTo(List<Keyed> before, Actor actor) {
        boolean seen = before.stream().anyMatch(one -> one.login().equals(actor.login()));
        boolean differ =
                before.size() == 2 && before.get(0).answer() != before.get(1).answer();
        return !seen && (before.size() < 2 || differ);
    }

    private Set<Long> inArea(List<Drawn> drawn, Actor actor) {
        Set<Long> own = new HashSet<>();
        for (ReviewStore.Place place :
                store.places(drawn.stream().mapToLong(Drawn::form).toArray())) {
            if (actor.scope().covers(place.commune(), place.group())) {
                own.add(place.form());
            }
        }
        return own;
    }

    private CheckReport report(Check check, Actor actor) {
        List<Drawn> drawn = store.drawn(check.id());
        List<Keyed> keyed = store.keyings(check.id());
        List<PrecisionCheck.Band> bands = new ArrayList<>();
        for (ReviewStore.Band band : store.bands(check.id())) {
            List<Link> own = drawn.stream()
                    .filter(pair -> pair.band() == band.number())
                    .map(pair ->
                            new Link(String.valueOf(pair.form()), String.valueOf(pair.entry()), pair.probability()))
                    .toList();
            bands.add(new PrecisionCheck.Band(band.from(), band.to(), band.links(), own));
        }
        List<Keying> keyings = keyed.stream()
                .map(one -> new Keying(
                        String.valueOf(one.form()),
                        String.valueOf(one.entry()),
                        Answer.valueOf(one.answer().name()),
                        one.login()))
                .toList();
        PrecisionReport report = PrecisionCheck.judge(new PrecisionCheck.Sample(bands), keyings);
        boolean twice = report.agreement().pairs() > 0;
        return new CheckReport(
                check.id(),
                check.source(),
                check.seed(),
                check.drawnBy(),
                check.drawnAt(),
                drawn.size(),
                report.toKey().size(),
                report.toSettle().size(),
                report.cannotTell(),
                (int) keyed.stream()
                        .filter(one -> one.login().equals(actor.login()))
                        .count(),
                report.precision().map(found -> found.estimate()).orElse(null),
                report.precision().map(found -> found.low()).orElse(null),
                report.precision().map(found -> found.high()).orElse(null),
                twice ? report.agreement().observed() : null,
                twice ? report.agreement().kappa() : null,
                report.bands().stream().map(PrecisionChecks::band).toList());
    }

    private static CheckReport.Band band(PrecisionReport.BandReport band) {
        return new CheckReport.Band(
                band.from(),
                band.to(),
                band.links(),
                band.drawn(),
                band.decided(),
                band.right(),
                band.exact().low(),
                band.exact().high());
    }
}
