package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.job.JobId;
import vn.dancu.job.JobView;
import vn.dancu.job.Jobs;
import vn.dancu.verification.Holidays;
import vn.dancu.verification.Schedule;
import vn.dancu.verification.Schedules;
import vn.dancu.verification.Sheet;
import vn.dancu.verification.Sheets;
import vn.dancu.verification.Team;
import vn.dancu.verification.Teams;
import vn.dancu.verification.WorkCalendar;
import vn.dancu.web.db.VerificationQueries;

/** {@code /verification/calendar} (Lịch phúc tra): a board of teams and days; made and mended by a job. */
@Controller
class CalendarPage {
    private final Schedules schedules;
    private final Teams teams;
    private final Sheets sheets;
    private final WorkCalendar calendar;
    private final VerificationQueries queries;
    private final SheetPrints prints;
    private final Jobs jobs;
    private final Say say;
    private final Clock clock;

    CalendarPage(
            Schedules schedules,
            Teams teams,
            Sheets sheets,
            WorkCalendar calendar,
            VerificationQueries queries,
            SheetPrints prints,
            Jobs jobs,
            Say say,
            Clock clock) {
        this.schedules = schedules;
        this.teams = teams;
        this.sheets = sheets;
        this.calendar = calendar;
        this.queries = queries;
        this.prints = prints;
        this.jobs = jobs;
        this.say = say;
        this.clock = clock;
    }

    /** A column of the board. */
    public record Day(LocalDate date, @Nullable String holiday, boolean rest) {}

    /**
     * One team's day.
     *
     * @param away whether too few of the team are there
     */
    public record Cell(LocalDate day, boolean away, List<Schedule.Stop> stops) {
        public int done() {
            return (int) stops.stream().filter(Schedule.Stop::done).count();
        }
    }

    /** A row of the board. */
    public record Row(Team team, List<Cell> cells) {}

    @GetMapping("/verification/calendar")
    String show(@RequestParam(defaultValue = "") String week, Viewer viewer, Model model) {
        Optional<Schedule> current = schedules.current(viewer.actor());
        LocalDate today = LocalDate.ofInstant(clock.instant(), Say.VIETNAM);
        LocalDate asked = day(week);
        LocalDate within = asked != null
                ? asked
                : current.map(schedule -> today.isBefore(schedule.from()) || today.isAfter(schedule.to())
                                ? schedule.from()
                                : today)
                        .orElse(today);
        LocalDate monday = within.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate sunday = monday.plusDays(6);
        Holidays holidays = calendar.holidays(monday, sunday);
        List<Day> days = new ArrayList<>();
        for (LocalDate day = monday; !day.isAfter(sunday); day = day.plusDays(1)) {
            days.add(new Day(day, holidays.nameOf(day).orElse(null), holidays.isRest(day)));
        }
        List<Schedule.Stop> stops = current.map(schedule -> schedules.stops(schedule, monday, sunday, viewer.actor()))
                .orElse(List.of());
        List<Teams.Absence> absences = teams.absences(monday, sunday, viewer.actor());
        List<Row> rows = new ArrayList<>();
        for (Team team : teams.list(viewer.actor())) {
            List<Schedule.Stop> own =
                    stops.stream().filter(stop -> stop.team().equals(team.id())).toList();
            if (team.isWorking() || !own.isEmpty()) {
                rows.add(new Row(team, cells(team, days, own, absences)));
            }
        }
        model.addAttribute("schedule", current.orElse(null));
        model.addAttribute("days", days);
        model.addAttribute("rows", rows);
        model.addAttribute(
                "left",
                current.map(schedule -> schedules.left(schedule, viewer.actor()))
                        .orElse(List.of()));
        model.addAttribute("monday", monday);
        model.addAttribute("before", monday.minusDays(7));
        model.addAttribute("after", monday.plusDays(7));
        model.addAttribute("waiting", queries.countWaiting(viewer.actor().scope()));
        model.addAttribute("places", schedules.places(viewer.actor()));
        model.addAttribute("rules", calendar.rules(today));
        model.addAttribute("running", running(viewer).orElse(null));
        if (!model.containsAttribute("typedFrom")) {
            model.addAttribute("typedFrom", CampaignDesk.field(today.plusDays(1)));
            model.addAttribute("typedTo", CampaignDesk.field(today.plusDays(14)));
        }
        return "verification-calendar";
    }

    private static List<Cell> cells(Team team, List<Day> days, List<Schedule.Stop> own, List<Teams.Absence> absences) {
        List<Cell> cells = new ArrayList<>();
        for (Day day : days) {
            long there = team.members().stream()
                    .filter(member -> absences.stream()
                            .noneMatch(absence -> absence.login().equals(member.login()) && absence.covers(day.date())))
                    .count();
            cells.add(new Cell(
                    day.date(),
                    there < team.fewest(),
                    own.stream().filter(stop -> stop.day().equals(day.date())).toList()));
        }
        return cells;
    }

    private Optional<JobView> running(Viewer viewer) {
        return jobs.list(viewer.actor()).stream()
                .filter(job ->
                        job.isOwn() && !job.state().isOver() && job.kind().equals(PlanVisitsWork.KIND))
                .findFirst();
    }

    @PostMapping("/verification/calendar")
    String plan(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "false") boolean anew,
            @RequestParam(defaultValue = "20") int seconds,
            @RequestParam(defaultValue = "") String why,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        LocalDate first = day(from);
        LocalDate last = day(to);
        String refused = first == null
                        || last == null
                        || last.isBefore(first)
                        || first.plusDays(Schedules.MOST_DAYS).isBefore(last)
                ? "DATES_WRONG"
                : seconds < 1 || seconds > PlanVisitsWork.MOST_SECONDS
                        ? "SECONDS_WRONG"
                        : why.length() > Schedules.LONGEST_WHY
                                ? "TOO_LONG"
                                : teams.list(viewer.actor()).stream().noneMatch(Team::isWorking)
                                        ? "NO_TEAM"
                                        : queries.countWaiting(viewer.actor().scope()) == 0 ? "NOTHING_WAITS" : "";
        if (!refused.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", say.text("web.verify.calendar.refused." + refused));
            model.addAttribute("typedFrom", from);
            model.addAttribute("typedTo", to);
            return show("", viewer, model);
        }
        Optional<JobView> same = running(viewer);
        if (same.isPresent()) {
            then.addFlashAttribute("done", say.text("web.job.same"));
            return "redirect:/jobs/" + same.get().id().value();
        }
        Map<String, String> parameters = new TreeMap<>();
        parameters.put(PlanVisitsWork.FROM, String.valueOf(first));
        parameters.put(PlanVisitsWork.TO, String.valueOf(last));
        parameters.put(PlanVisitsWork.SECONDS, String.valueOf(seconds));
        parameters.put(PlanVisitsWork.WHY, why.strip());
        if (anew) {
            parameters.put(PlanVisitsWork.ANEW, "yes");
        }
        JobId job = jobs.start(PlanVisitsWork.KIND, parameters, viewer.actor());
        then.addFlashAttribute("done", say.text("web.verify.calendar.begun"));
        then.addFlashAttribute("doneLink", "/jobs/" + job.value());
        return "redirect:/verification/calendar";
    }

    /** A team's sheets of a day, in the order in which the homes are called at. */
    @GetMapping("/verification/calendar/sheets.pdf")
    void print(
            @RequestParam long team,
            @RequestParam(defaultValue = "") String day,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        LocalDate asked = day(day);
        Schedule schedule = schedules.current(viewer.actor()).orElseThrow(NoSuchPageException::new);
        if (asked == null) {
            throw new NoSuchPageException();
        }
        List<Sheet> ordered = sheets.find(
                schedules.stops(schedule, asked, asked, viewer.actor()).stream()
                        .filter(stop -> stop.team().value() == team)
                        .map(Schedule.Stop::sheet)
                        .toList(),
                viewer.actor());
        if (ordered.isEmpty()) {
            throw new NoSuchPageException();
        }
        prints.write("phieu-phuc-tra-to-" + team + "-" + asked, ordered, viewer, response);
    }

    private static @Nullable LocalDate day(String sent) {
        return TypedDay.of(sent).orElse(null);
    }
}
