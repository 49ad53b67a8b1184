package vn.dancu.verification;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Role;
import vn.dancu.verification.SheetResult.Recorded;
import vn.dancu.verification.SheetResult.Refused;
import vn.dancu.verification.SheetResult.Why;
import vn.dancu.verification.db.SheetStore;
import vn.dancu.verification.db.VisitStore;

/** Sheets of households: printed, taken to the door, and keyed back; every call stays, met or not. */
@Service
public class Sheets {
    private static final Pattern NUMBER = Pattern.compile("0*(\\d{1,9})\\s*[-–./ ]\\s*0*(\\d{1,9})");
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final SheetStore store;
    private final VisitStore visits;
    private final Teams teams;
    private final AuditLog audit;
    private final Clock clock;

    Sheets(SheetStore store, VisitStore visits, Teams teams, AuditLog audit, Clock clock) {
        this.store = store;
        this.visits = visits;
        this.teams = teams;
        this.audit = audit;
        this.clock = clock;
    }

    /** Of a round, in the order in which they are numbered: by group and household. */
    @Transactional(readOnly = true)
    public List<Sheet> ofRound(RoundId round, Actor actor) {
        return store.ofRound(round, actor.scope());
    }

    @Transactional(readOnly = true)
    public Optional<Sheet> find(SheetId id, Actor actor) {
        return store.byIds(List.of(id), actor.scope()).stream().findFirst();
    }

    /** Those that lie in the actor's area, in the order asked for. */
    @Transactional(readOnly = true)
    public List<Sheet> find(List<SheetId> ids, Actor actor) {
        return store.byIds(ids, actor.scope());
    }

    /** By the number printed on it, as {@code 12-0034} or {@code 12-34}. */
    @Transactional(readOnly = true)
    public Optional<SheetId> byNumber(String typed, Actor actor) {
        Matcher number = NUMBER.matcher(typed.strip());
        return number.matches()
                ? store.byNumber(Long.parseLong(number.group(1)), Integer.parseInt(number.group(2)), actor.scope())
                : Optional.empty();
    }

    @Transactional(readOnly = true)
    public Optional<SheetId> nextOpen(SheetId after, Actor actor) {
        return store.nextOpen(after, actor.scope());
    }

    /** Keeps a call with what was found, or refuses it whole. The path is not moved: see {@code FormJourney.verify}. */
    @Transactional
    public SheetResult record(RecordAttempt attempt, Actor recorder) {
        if (recorder.role() != Role.CITY_TEAM) {
            return new Refused(Why.WRONG_ROLE, "");
        }
        store.lock(attempt.sheet());
        Sheet sheet = find(attempt.sheet(), recorder).orElse(null);
        if (sheet == null) {
            return new Refused(Why.NO_SUCH_SHEET, "");
        }
        Instant now = clock.instant();
        Refused refused = refusal(attempt, sheet, now);
        if (refused != null) {
            return refused;
        }
        Map<String, String> judges = names(attempt, recorder);
        for (String login : judges.keySet()) {
            if (attempt.team() != null && judges.getOrDefault(login, "").isEmpty()) {
                return new Refused(Why.NOT_OF_THE_TEAM, login);
            }
        }
        List<Visit> made = visitsOf(attempt, sheet);
        int number = sheet.attempts().size() + 1;
        long key = store.insert(attempt, number, judges, recorder.login(), now);
        visits.insertVisits(made, key, recorder.login(), now);
        Map<String, Map<String, String>> logged = new LinkedHashMap<>();
        made.forEach(visit -> logged.put(
                String.valueOf(visit.form().value()),
                Map.of("visitor", visit.visitor(), "outcome", visit.outcome().name())));
        audit.actOnEach(recorder, "RECORD_VISIT", "form", sheet.number(), logged);
        return new Recorded(
                number,
                FormSet.of(made.stream().map(Visit::form).toList()),
                FormSet.of(made.stream()
                        .filter(visit -> visit.outcome() == Visit.Outcome.DIFFERED)
                        .map(Visit::form)
                        .toList()));
    }

    private static @Nullable Refused refusal(RecordAttempt attempt, Sheet sheet, Instant now) {
        if (attempt.seen() != sheet.attempts().size()) {
            return new Refused(Why.ALREADY_RECORDED, "");
        }
        if (attempt.judges().isEmpty()) {
            return new Refused(Why.NO_JUDGE, "");
        }
        if (attempt.note().length() > RecordAttempt.LONGEST_NOTE
                || attempt.absence().length() > RecordAttempt.LONGEST_NOTE
                || attempt.guide().length() > RecordAttempt.LONGEST_NOTE
                || attempt.guideLogin().length() > RecordAttempt.LONGEST_NOTE) {
            return new Refused(Why.TOO_LONG, "");
        }
        boolean sameDay =
                LocalDate.ofInstant(attempt.beganAt(), VIETNAM).equals(LocalDate.ofInstant(attempt.endedAt(), VIETNAM));
        if (!attempt.endedAt().isAfter(attempt.beganAt()) || !sameDay) {
            return new Refused(Why.TIMES_WRONG, "");
        }
        if (attempt.endedAt().isAfter(now)) {
            return new Refused(Why.IN_THE_FUTURE, "");
        }
        if (attempt.againOn() != null && attempt.againOn().isBefore(LocalDate.ofInstant(attempt.beganAt(), VIETNAM))) {
            return new Refused(Why.AGAIN_TOO_EARLY, "");
        }
        if (attempt.judges().contains(attempt.guideLogin().strip())) {
            return new Refused(Why.GUIDE_JUDGES, attempt.guideLogin().strip());
        }
        return forms(attempt, sheet);
    }

    private static @Nullable Refused forms(RecordAttempt attempt, Sheet sheet) {
        for (Sheet.Person person : sheet.persons()) {
            for (String judge : attempt.judges()) {
                if (person.isOpen() && person.barred().contains(judge)) {
                    return new Refused(Why.JUDGE_COLLECTED_IT, judge);
                }
            }
        }
        boolean answered = false;
        for (RecordAttempt.Answers answers : attempt.answers()) {
            Sheet.Person person = sheet.persons().stream()
                    .filter(one -> one.form().equals(answers.form()))
                    .findFirst()
                    .orElse(null);
            if (person == null) {
                return new Refused(Why.NO_SUCH_SHEET, "");
            }
            if (person.version() != answers.version()) {
                return new Refused(Why.STALE_VERSION, person.formNo());
            }
            answered |=
                    answers.fields().values().stream().anyMatch(answer -> answer.kind() != Visit.Answer.Kind.NOT_MET);
        }
        return attempt.isMet() && !answered ? new Refused(Why.NOTHING_ANSWERED, "") : null;
    }

    /** Who judged, by login; without a name when a team went that the officer is not of. */
    private Map<String, String> names(RecordAttempt attempt, Actor actor) {
        Map<String, String> names = new LinkedHashMap<>();
        TeamId id = attempt.team();
        List<Team.Member> members = id == null
                ? List.of()
                : teams.find(id, actor).map(Team::members).orElse(List.of());
        for (String login : attempt.judges()) {
            names.put(
                    login,
                    members.stream()
                            .filter(member -> member.login().equals(login))
                            .map(Team.Member::name)
                            .findFirst()
                            .orElse(id == null ? login : ""));
        }
        return names;
    }

    /** One visit a form that still waits: met and asked, or not met. */
    private static List<Visit> visitsOf(RecordAttempt attempt, Sheet sheet) {
        List<Visit> made = new ArrayList<>();
        String first = attempt.judges().get(0);
        for (Sheet.Person person : sheet.persons()) {
            if (!person.isOpen()) {
                continue;
            }
            FormId form = person.form();
            Map<vn.dancu.intake.FormField, Visit.Answer> fields = attempt.isMet()
                    ? attempt.answers().stream()
                            .filter(answers -> answers.form().equals(form))
                            .findFirst()
                            .map(RecordAttempt.Answers::fields)
                            .orElse(Map.of())
                    : Map.of();
            made.add(new Visit(form, person.version(), first, attempt.endedAt(), fields));
        }
        return made;
    }
}
