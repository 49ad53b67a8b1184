package vn.dancu.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dancu.campaign.db.CollectedQueries;
import vn.dancu.campaign.db.TargetStore;
import vn.dancu.campaign.db.WhoCountsStore;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Refreshing;

/**
 * Counts over the books and over all papers. In a small city each question counts anew. In a large one the books are counted
 * once for a day until they are imported anew, and the papers at most once a minute, behind the pages; an officer's share is
 * taken from the counts of all groups.
 */
@Component
class KeptCounts {
    private static final Duration AT_LEAST = Duration.ofMinutes(1);
    /** At most one part in so many of the time goes into counting. */
    private static final int SHARE = 10;

    private final TargetStore targets;
    private final CollectedQueries papers;
    private final WhoCountsStore who;
    private final Refreshing<Collected> collected;
    private volatile @Nullable Heads heads;

    private record Heads(String edition, List<TargetFigure.HeadCount> groups) {}

    private record Collected(WhoCounts who, List<PersonsCollected.Line> groups) {}

    KeptCounts(TargetStore targets, CollectedQueries papers, WhoCountsStore who, Clock clock) {
        this.targets = targets;
        this.papers = papers;
        this.who = who;
        this.collected = new Refreshing<>(
                "collected",
                AT_LEAST,
                SHARE,
                clock,
                Optional::empty,
                () -> Refreshing.measured(clock.instant(), () -> {
                    WhoCounts now = who.current();
                    return new Collected(now, papers.now(now, AreaScope.EVERYWHERE));
                }));
    }

    /** Who stands in the books on a day, by group. */
    List<TargetFigure.HeadCount> heads(LocalDate day, AreaScope scope) {
        Optional<String> edition = targets.editionOfLargeBooks(day);
        if (edition.isEmpty()) {
            return targets.headCount(day, scope);
        }
        return all(edition.get(), day).stream()
                .filter(head -> scope.covers(head.commune(), head.group()))
                .toList();
    }

    private List<TargetFigure.HeadCount> all(String edition, LocalDate day) {
        Heads known = heads;
        if (known != null && known.edition().equals(edition)) {
            return known.groups();
        }
        return count(edition, day);
    }

    /** Of those who ask at once, one counts. */
    private synchronized List<TargetFigure.HeadCount> count(String edition, LocalDate day) {
        Heads known = heads;
        if (known == null || !known.edition().equals(edition)) {
            known = new Heads(edition, targets.headCount(day, AreaScope.EVERYWHERE));
            heads = known;
        }
        return known.groups();
    }

    /** Persons and papers, by group. */
    List<PersonsCollected.Line> collected(AreaScope scope) {
        WhoCounts now = who.current();
        if (!papers.areMany()) {
            return papers.now(now, scope);
        }
        Collected kept = collected.get().figures();
        if (!kept.who().equals(now)) {
            return papers.now(now, scope);
        }
        return kept.groups().stream()
                .filter(line -> scope.covers(line.commune(), line.group()))
                .toList();
    }
}
