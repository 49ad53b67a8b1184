package vn.dancu.reporting;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import vn.dancu.reporting.KeptFigures.Snapshot;
import vn.dancu.reporting.db.CountQueries;
import vn.dancu.reporting.db.KeptGroups;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FiguresAsOf;
import vn.dancu.shared.Refreshing;

/**
 * How far the work has come, in an actor's area. What is kept in memory between two counts is figures of everywhere, by
 * commune, group and officer; an answer holds those of the asker's area only.
 */
@Service
public class ProgressFigures {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CountQueries queries;
    private final KeptFigures counting;
    private final Clock clock;
    private final Refreshing<Snapshot> kept;
    private final Refreshing<List<StageTime>> stageTimes;
    private volatile Duration patience = Duration.ofDays(1);

    ProgressFigures(CountQueries queries, KeptStageTimes times, KeptFigures figures, Clock clock) {
        this.queries = queries;
        this.counting = figures;
        this.clock = clock;
        this.kept = new Refreshing<>(
                "figures",
                Duration.ofSeconds(5),
                20,
                clock,
                Optional::empty,
                () -> Refreshing.measured(clock.instant(), () -> figures.look(patience)));
        // Of a million forms they take some seconds, and hardly change within the hour.
        this.stageTimes =
                new Refreshing<>("stage-times", Duration.ofSeconds(30), 300, clock, times::known, times::count);
    }

    /** Somebody else counts what takes long: whoever asks here is told what is known after a moment. */
    void keptBySomebody() {
        patience = PATIENCE;
    }

    /** Counts all that has changed, however long it takes. */
    public void bringUpToDate() {
        counting.bringAllUpToDate(() -> false);
    }

    /**
     * Residential groups whose figures are still those of before.
     *
     * @return 0 but for a while after a whole city was moved
     */
    public long groupsToCome() {
        return kept.get().figures().lagging();
    }

    /** Of what is told now: the same number, the same figures. */
    public long edition() {
        return kept.get().figures().edition();
    }

    /** @param commune empty for all of the area */
    public FiguresAsOf<List<AreaCounts>> counts(AreaScope scope, String commune) {
        return lines(scope, commune, KeptGroups.Figures::counts);
    }

    /**
     * Papers and visits of every day; settled, approved and registered forms of the last thirty days.
     *
     * @param commune empty for all of the area
     */
    public FiguresAsOf<List<DayWork>> work(AreaScope scope, String commune) {
        LocalDate since = LocalDate.ofInstant(clock.instant(), Days.VIETNAM).minusDays(StageTime.WINDOW_DAYS);
        return lines(
                scope,
                commune,
                group -> group.work().stream()
                        .filter(line -> line.kind() == DayWork.Kind.PAPERS
                                || line.kind() == DayWork.Kind.VISITS
                                || !line.day().isBefore(since))
                        .toList());
    }

    private <L> FiguresAsOf<List<L>> lines(
            AreaScope scope, String commune, Function<KeptGroups.Figures, List<L>> which) {
        Snapshot snapshot = kept.get().figures();
        List<L> lines = new ArrayList<>();
        snapshot.groups().forEach((code, groups) -> {
            if (commune.isEmpty() || commune.equals(code)) {
                for (KeptGroups.Figures group : groups) {
                    if (scope.covers(code, group.place().group())) {
                        lines.addAll(which.apply(group));
                    }
                }
            }
        });
        return new FiguresAsOf<>(lines, snapshot.at());
    }

    /**
     * By commune where the area holds it as a whole, by group otherwise or when one commune is asked for; a median of
     * several units together is told only where it was counted: of one commune, and of everywhere.
     */
    public FiguresAsOf<List<StageTime>> stageTimes(AreaScope scope, String commune) {
        return within(stageTimes.get(patience, List.of()), line -> {
            String group = line.group();
            if (line.commune().equals(StageTime.ALL)) {
                return scope.everywhere() && commune.isEmpty();
            }
            boolean whole = scope.everywhere() || scope.communes().contains(line.commune());
            if (group == null) {
                return whole && (commune.isEmpty() || commune.equals(line.commune()));
            }
            return commune.isEmpty()
                    ? !whole && scope.covers(line.commune(), group)
                    : commune.equals(line.commune()) && scope.covers(line.commune(), group);
        });
    }

    private static <L> FiguresAsOf<List<L>> within(FiguresAsOf<List<L>> all, Predicate<L> mine) {
        return new FiguresAsOf<>(all.figures().stream().filter(mine).toList(), all.at());
    }

    /** The forms that a figure counts, by number, as they are now; of the actor's area only. */
    public List<FormBehind> behind(BehindFigure which, long afterId, int limit, Actor actor) {
        return queries.behind(which, actor.scope(), afterId, limit, clock.instant());
    }
}
