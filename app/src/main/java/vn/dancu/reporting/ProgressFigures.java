package vn.dancu.reporting;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import vn.dancu.reporting.db.CountQueries;
import vn.dancu.reporting.db.WorkQueries;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;

/**
 * How far the work has come, in an actor's area. What is kept in memory between two counts is figures of everywhere, by
 * commune, group and officer; an answer holds those of the asker's area only.
 */
@Service
public class ProgressFigures {
    private final CountQueries queries;
    private final Clock clock;
    private final Refreshing<List<AreaCounts>> counts;
    private final Refreshing<List<DayWork>> work;
    private final Refreshing<List<StageTime>> stageTimes;

    ProgressFigures(CountQueries queries, WorkQueries works, Clock clock) {
        this.queries = queries;
        this.clock = clock;
        this.counts = new Refreshing<>("counts", Duration.ofSeconds(5), clock, () -> queries.counts(clock.instant()));
        this.work = new Refreshing<>("work", Duration.ofSeconds(20), clock, () -> works.work(clock.instant()));
        this.stageTimes =
                new Refreshing<>("stage-times", Duration.ofSeconds(30), clock, () -> works.stageTimes(clock.instant()));
    }

    /** @param commune empty for all of the area */
    public FiguresAsOf<List<AreaCounts>> counts(AreaScope scope, String commune) {
        return within(
                counts.get(),
                line -> scope.covers(line.commune(), line.group())
                        && (commune.isEmpty() || commune.equals(line.commune())));
    }

    /** @param commune empty for all of the area */
    public FiguresAsOf<List<DayWork>> work(AreaScope scope, String commune) {
        return within(
                work.get(),
                line -> scope.covers(line.commune(), line.group())
                        && (commune.isEmpty() || commune.equals(line.commune())));
    }

    /**
     * By commune where the area holds it as a whole, by group otherwise or when one commune is asked for; a median of
     * several units together is told only where it was counted: of one commune, and of everywhere.
     */
    public FiguresAsOf<List<StageTime>> stageTimes(AreaScope scope, String commune) {
        return within(stageTimes.get(), line -> {
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
