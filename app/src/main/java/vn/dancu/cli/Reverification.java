package vn.dancu.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.dancu.access.AccessService;
import vn.dancu.access.NewAccount;
import vn.dancu.cli.db.DemoQueries;
import vn.dancu.intake.FormField;
import vn.dancu.intake.Forms;
import vn.dancu.journey.FormJourney;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;
import vn.dancu.shared.Role;
import vn.dancu.verification.Limits;
import vn.dancu.verification.OpenRound;
import vn.dancu.verification.Placed;
import vn.dancu.verification.RecordAttempt;
import vn.dancu.verification.Round;
import vn.dancu.verification.RoundResult;
import vn.dancu.verification.Rounds;
import vn.dancu.verification.Schedules;
import vn.dancu.verification.Sheet;
import vn.dancu.verification.Sheets;
import vn.dancu.verification.Team;
import vn.dancu.verification.Teams;
import vn.dancu.verification.Verification;
import vn.dancu.verification.Visit;

/**
 * Plays the city team: teams, a round in every ward, visits at the door, acceptance by the limits; in one ward a second round
 * is left to whoever opens the browser, with a calendar.
 */
final class Reverification {
    /** The ward in which homes are left to visit. */
    static final String LEFT_IN = "00692";

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Limits LIMITS = new Limits(.07, .05, .13, .10);
    private static final double ABSENT = .10;
    private static final int TEAMS = 10;

    /** Homes whose sheets are keyed one by one, so that calls and overtime can be looked at; all others in one go. */
    private static final int KEYED = 45;

    private static final List<FormField> ASKED = List.of(
            FormField.FULL_NAME,
            FormField.BIRTH_DATE,
            FormField.SEX,
            FormField.BIRTH_REGISTRATION_PLACE,
            FormField.PERMANENT_ADDRESS);

    private final Session session;
    private final Rounds rounds;
    private final Sheets sheets;
    private final Verification verification;
    private final FormJourney journey;
    private final Forms forms;
    private final DemoQueries queries;
    private final CitizensPapers papers;
    private final Actor team;
    private final Clock clock;
    private final long seed;

    Reverification(Session session, Actor team, CitizensPapers papers, long seed) {
        this.session = session;
        this.rounds = session.bean(Rounds.class);
        this.sheets = session.bean(Sheets.class);
        this.verification = session.bean(Verification.class);
        this.journey = session.bean(FormJourney.class);
        this.forms = session.bean(Forms.class);
        this.queries = session.bean(DemoQueries.class);
        this.clock = session.bean(Clock.class);
        this.papers = papers;
        this.team = team;
        this.seed = seed;
    }

    /** Where groups and homes lie, as the simulator says. */
    static void places(Session session, Path file, Actor self) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        List<Placed> places = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                String unit = row.getField("commune_code");
                String group = row.getField("residential_group");
                String number = row.getField("household_no");
                String book = row.getField("household_book_no");
                double east = Double.parseDouble(row.getField("east_km"));
                double north = Double.parseDouble(row.getField("north_km"));
                if (number.isEmpty()) {
                    places.add(new Placed(unit, group, "", east, north));
                } else {
                    places.add(new Placed(unit, group, "H:" + unit + "/" + group + "/" + number, east, north));
                    if (!book.isEmpty()) {
                        places.add(new Placed(unit, group, "B:" + book, east, north));
                    }
                }
            }
        }
        session.bean(Schedules.class).place(places, self);
    }

    /** Ten teams of two officers who collected nothing, with accounts; made once. */
    void teams() {
        Teams teams = session.bean(Teams.class);
        if (!teams.list(team).isEmpty()) {
            return;
        }
        List<NewAccount> officers = new ArrayList<>();
        for (int i = 1; i <= 2 * TEAMS; i++) {
            officers.add(new NewAccount(
                    String.format(Locale.ROOT, "phuc-tra-%02d", i),
                    String.format(Locale.ROOT, "Cán bộ Phúc Tra %02d", i),
                    Role.CITY_TEAM,
                    team.scope(),
                    LocalDate.of(2020, 1, 1),
                    null));
        }
        session.bean(AccessService.class).createDemo(officers, Session.commandLine());
        for (int i = 1; i <= TEAMS; i++) {
            String members = String.format(
                    Locale.ROOT,
                    "phuc-tra-%02d Cán bộ Phúc Tra %02d%nphuc-tra-%02d Cán bộ Phúc Tra %02d",
                    2 * i - 1,
                    2 * i - 1,
                    2 * i,
                    2 * i);
            teams.make(new Teams.NewTeam("Tổ công tác " + i, "", List.of(), 2, members), team);
        }
    }

    /**
     * Opens a round in every ward and visits its sample; whoever is not met is visited once more.
     *
     * @return forms whose visit differed
     */
    FormSet visitSamples(FormSet reconciled, FormSet contradictory) {
        teams();
        FormSet visited = FormSet.ofKeys();
        for (Map.Entry<String, FormSet> ward : queries.byCommune(reconciled).entrySet()) {
            OpenRound command =
                    new OpenRound(ward.getKey(), "Đợt 1", Round.Kind.SAMPLE, true, LIMITS, .03, .025, .95, seed);
            if (rounds.open(command, ward.getValue(), contradictory, team) instanceof RoundResult.Done opened) {
                visited = union(
                        visited, journey.planVerification(opened.picked(), team).advanced());
                if (ward.getKey().equals(DemoSettings.LEFT_IN)) {
                    key(opened.round());
                }
            }
        }
        return visit(visited);
    }

    /** Visits, and once more who was not met. */
    private FormSet visit(FormSet planned) {
        FormSet todo = planned.without(met(planned));
        record(todo, ABSENT);
        FormSet absent = verification
                .results(journey.verify(planned, team).advanced())
                .getOrDefault(Visit.Outcome.NOT_MET, FormSet.ofKeys());
        record(absent, 0);
        journey.verify(absent, team);
        return verification.differingUncorrected(planned);
    }

    private FormSet met(FormSet planned) {
        Map<Visit.Outcome, FormSet> results = verification.results(planned);
        return union(
                results.getOrDefault(Visit.Outcome.CONFIRMED, FormSet.ofKeys()),
                results.getOrDefault(Visit.Outcome.DIFFERED, FormSet.ofKeys()));
    }

    /** What the limits say of every ward's lot; a lot that is sent back is visited whole. */
    FormSet accept() {
        FormSet back = FormSet.ofKeys();
        for (Round round : rounds.list(team)) {
            if (round.acceptance() == null
                    && round.kind() == Round.Kind.SAMPLE
                    && rounds.decide(round.id(), "", team) instanceof RoundResult.Done decided) {
                back = union(
                        back, journey.planVerification(decided.picked(), team).advanced());
            }
        }
        return back.isEmpty() ? back : visit(back);
    }

    /** A round that is open, with a calendar of the days to come. */
    void leave(FormSet forVisitors) {
        OpenRound command = new OpenRound(LEFT_IN, "Đợt 2", Round.Kind.CENSUS, false, LIMITS, .03, .025, .95, seed);
        if (rounds.open(command, forVisitors, FormSet.ofKeys(), team) instanceof RoundResult.Done opened) {
            FormSet waiting = journey.planVerification(opened.picked(), team).advanced();
            LocalDate tomorrow = LocalDate.ofInstant(clock.instant(), VIETNAM).plusDays(1);
            session.bean(Schedules.class)
                    .plan(
                            new Schedules.Ask(
                                    waiting, tomorrow, tomorrow.plusDays(6), true, "", Duration.ofSeconds(1), seed),
                            team,
                            Progress.NONE);
        }
    }

    /** Keys some sheets as an officer does: team after team, evening after evening. */
    private void key(vn.dancu.verification.RoundId round) {
        List<Team> working = session.bean(Teams.class).list(team);
        LocalDate evening = LocalDate.ofInstant(clock.instant(), VIETNAM).minusDays(9);
        int home = 0;
        for (Sheet sheet : sheets.ofRound(round, team)) {
            if (home == KEYED) {
                return;
            }
            Team going = working.get(home % 3);
            int minute = 18 * 60 + 15 + home / 3 % 8 * 18;
            Instant began = evening.plusDays(home / 24)
                    .atTime(LocalTime.ofSecondOfDay(minute * 60L))
                    .atZone(VIETNAM)
                    .toInstant();
            boolean isMet = home % 9 != 4;
            sheets.record(
                    new RecordAttempt(
                            sheet.id(),
                            0,
                            going.id(),
                            going.members().stream().map(Team.Member::login).toList(),
                            began,
                            began.plus(Duration.ofMinutes(13)),
                            isMet ? "" : "không ai ở nhà",
                            isMet ? null : evening.plusDays(home / 24 + 1),
                            "Tổ trưởng " + sheet.group(),
                            "",
                            "",
                            isMet ? answers(sheet) : List.of()),
                    team);
            home++;
        }
    }

    private List<RecordAttempt.Answers> answers(Sheet sheet) {
        List<RecordAttempt.Answers> answers = new ArrayList<>();
        for (Sheet.Person person : sheet.persons()) {
            Map<FormField, Visit.Answer> fields = new HashMap<>();
            for (FormField field : ASKED) {
                String truth = papers.trueValue(person.formNo(), field.column());
                fields.put(field, answer(truth, person.value(field)));
            }
            answers.add(new RecordAttempt.Answers(person.form(), person.version(), fields));
        }
        return answers;
    }

    private static Visit.Answer answer(@org.jspecify.annotations.Nullable String truth, String written) {
        return truth == null || truth.isEmpty() || truth.equals(written)
                ? Visit.Answer.AGREE
                : Visit.Answer.differ(truth, "giấy khai sinh");
    }

    private void record(FormSet chosen, double absent) {
        List<Visit> visits = new ArrayList<>();
        forms.stream(chosen, Forms.Order.HOUSEHOLD, stored -> {
            Map<FormField, Visit.Answer> answers = new HashMap<>();
            boolean met = Math.floorMod(stored.id().value() * 31 + seed, 1000) >= absent * 1000;
            for (FormField field : ASKED) {
                String written = stored.form().written(field);
                answers.put(
                        field,
                        met
                                ? answer(
                                        papers.trueValue(stored.form().formNo(), field.column()),
                                        written == null ? "" : written)
                                : Visit.Answer.NOT_MET);
            }
            visits.add(new Visit(stored.id(), stored.version(), "phuc-tra-01", clock.instant(), answers));
        });
        verification.record(visits, team);
    }

    private static FormSet union(FormSet one, FormSet other) {
        long[] both = new long[one.size() + other.size()];
        System.arraycopy(one.keys(), 0, both, 0, one.size());
        System.arraycopy(other.keys(), 0, both, one.size(), other.size());
        return FormSet.ofKeys(both);
    }
}
