package vn.dancu.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dancu.journey.Stage;
import vn.dancu.reporting.Measure;
import vn.dancu.reporting.StageTime;
import vn.dancu.shared.AreaScope;

/** The tables of the dashboard as rows for a file: the same figures as on the page. */
@Component
class ProgressTables {
    private final ProgressDesk progress;
    private final TrendDesk trends;
    private final WorkDesk work;
    private final Say say;

    ProgressTables(ProgressDesk progress, TrendDesk trends, WorkDesk work, Say say) {
        this.progress = progress;
        this.trends = trends;
        this.work = work;
        this.say = say;
    }

    /** Heads, and rows of texts and numbers; null is an empty cell. */
    record Rows(String title, List<String> heads, List<List<@Nullable Object>> rows) {}

    /** Empty when there is no table of that name. */
    Optional<Rows> of(String name, AreaScope scope, String commune) {
        return switch (name) {
            case "units" -> Optional.of(units(scope, commune));
            case "quality" -> Optional.of(quality(scope, commune));
            case "missing" -> Optional.of(missing(scope, commune));
            case "days" -> Optional.of(days(scope, commune));
            case "stages" -> Optional.of(stages(scope, commune));
            case "stage-times" -> Optional.of(times(scope, commune));
            case "officers" -> Optional.of(officers(scope, commune));
            default -> Optional.empty();
        };
    }

    private List<String> heads(String... keys) {
        return Arrays.stream(keys).map(say::text).toList();
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    private Rows units(AreaScope scope, String commune) {
        ProgressDesk.Overview view = progress.overview(scope, commune, null);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (ProgressDesk.Line line : view.lines()) {
            rows.add(unit(line, line.name(), view));
        }
        rows.add(unit(view.total(), say.text("web.dashboard.total"), view));
        return new Rows(
                say.text("web.menu.dashboard"),
                heads(
                        "web.unit",
                        "web.dashboard.target",
                        "web.dashboard.have",
                        "web.dashboard.rate",
                        "web.dashboard.missing",
                        "web.dashboard.returned",
                        "web.measure.PLANNED",
                        "web.measure.VERIFIED",
                        "web.measure.FIT",
                        "web.measure.REGISTERED",
                        "web.tables.as-of"),
                rows);
    }

    private List<@Nullable Object> unit(ProgressDesk.Line line, String name, ProgressDesk.Overview view) {
        return row(
                name,
                line.target(),
                line.persons(),
                say.rate(line.persons(), line.target()),
                line.missing(),
                line.counts().of(Measure.RETURNED),
                line.counts().of(Measure.PLANNED),
                line.counts().of(Measure.VERIFIED),
                line.counts().of(Measure.FIT),
                line.counts().of(Measure.REGISTERED),
                say.day(view.targetsAsOf()));
    }

    private Rows quality(AreaScope scope, String commune) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (ProgressDesk.Quality line : progress.overview(scope, commune, null).quality()) {
            String key = "web.quality." + line.key();
            rows.add(row(
                    say.text(key) + ", " + say.text(key + ".what"),
                    say.rate(line.part(), line.whole()),
                    line.part(),
                    line.whole(),
                    line.lacking(),
                    say.text(key + ".definition")));
        }
        return new Rows(
                say.text("web.quality"),
                List.of(
                        say.text("web.quality.what"),
                        say.text("web.dashboard.rate"),
                        say.text("web.quality.part").replaceFirst(" /.*", ""),
                        say.text("web.quality.part").replaceFirst(".*/ ", ""),
                        say.text("web.quality.lacking"),
                        say.text("web.quality.definition")),
                rows);
    }

    private Rows missing(AreaScope scope, String commune) {
        return new Rows(
                say.text("web.dashboard.trend-missing"),
                heads(
                        "web.dashboard.day",
                        "web.dashboard.target",
                        "web.dashboard.papers",
                        "web.dashboard.missing",
                        "web.dashboard.visits"),
                trends.missing(scope, commune).stream()
                        .map(day -> row(say.day(day.day()), day.target(), day.papers(), day.missing(), day.visits()))
                        .toList());
    }

    private Rows days(AreaScope scope, String commune) {
        return new Rows(
                say.text("web.dashboard.trend-days"),
                heads(
                        "web.dashboard.day",
                        "web.measure.PERSONS",
                        "web.measure.FIT",
                        "web.measure.REGISTERED",
                        "web.measure.RETURNED"),
                trends.closed(scope, commune).stream()
                        .map(day -> row(say.day(day.day()), day.persons(), day.fit(), day.registered(), day.returned()))
                        .toList());
    }

    private Rows stages(AreaScope scope, String commune) {
        List<Measure> columns = new ArrayList<>(WorkDesk.STAGES);
        columns.add(Measure.ON_HOLD);
        columns.add(Measure.PERSONS);
        List<String> heads = new ArrayList<>(heads("web.stages.collector", "web.unit"));
        columns.forEach(measure -> heads.add(say.text("web.measure." + measure)));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (WorkDesk.TeamLine line : work.matrix(scope, commune).lines()) {
            List<@Nullable Object> row = new ArrayList<>(row(line.name(), say.unit(line.commune())));
            columns.forEach(measure -> row.add(line.n(measure)));
            rows.add(row);
        }
        return new Rows(say.text("web.stages.matrix"), heads, rows);
    }

    private Rows times(AreaScope scope, String commune) {
        List<Stage> stages = ProgressPages.TIMED;
        List<String> heads = new ArrayList<>(heads("web.unit"));
        for (Stage stage : stages) {
            Map<String, String> named = Map.of("stage", say.text("stage." + stage));
            heads.add(say.text("web.tables.stays", named));
            heads.add(say.text("web.tables.median", named));
            heads.add(say.text("web.tables.p90", named));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (WorkDesk.UnitTimes unit : work.times(scope, commune).figures()) {
            List<@Nullable Object> row = new ArrayList<>(row(unit.name()));
            for (Stage stage : stages) {
                StageTime time = unit.at(stage);
                row.add(time == null ? 0L : (Object) time.left());
                row.add(time == null ? null : rounded(time.median()));
                row.add(time == null ? null : rounded(time.p90()));
            }
            rows.add(row);
        }
        return new Rows(say.text("web.stages.times"), heads, rows);
    }

    private static @Nullable Double rounded(@Nullable Double hours) {
        return hours == null ? null : Math.round(hours * 10) / 10.0;
    }

    private Rows officers(AreaScope scope, String commune) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (WorkDesk.OfficerLine line : work.officers(scope, commune).figures()) {
            rows.add(row(
                    line.name(),
                    line.papers(),
                    line.paperDays(),
                    rounded(line.papersADay()),
                    line.best(),
                    line.recent(),
                    line.returned(),
                    line.visits(),
                    rounded(line.visitsADay()),
                    line.reconciled(),
                    line.approved(),
                    line.registered()));
        }
        return new Rows(
                say.text("web.officers.title"),
                heads(
                        "web.stages.collector",
                        "web.officers.papers",
                        "web.officers.days",
                        "web.officers.per-day",
                        "web.officers.best",
                        "web.officers.recent",
                        "web.officers.returned",
                        "web.officers.visits",
                        "web.officers.visits-day",
                        "web.officers.reconciled",
                        "web.officers.approved",
                        "web.officers.registered"),
                rows);
    }
}
