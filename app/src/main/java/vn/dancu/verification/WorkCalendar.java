package vn.dancu.verification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.shared.Actor;
import vn.dancu.shared.Role;
import vn.dancu.verification.WorkResult.Done;
import vn.dancu.verification.WorkResult.Refused;
import vn.dancu.verification.WorkResult.Why;
import vn.dancu.verification.db.WorkStore;

/** Hours of work, limits of overtime and public holidays: data with validity, that officers see and change. */
@Service
public class WorkCalendar {
    public static final int LONGEST_NAME = 120;
    private static final Set<Role> SETTERS = EnumSet.of(Role.CITY_TEAM, Role.ADMINISTRATOR);
    private static final int FIRST_YEAR = 2013;
    private static final int LAST_YEAR = 2198;

    private final WorkStore store;
    private final AuditLog audit;
    private final Clock clock;

    WorkCalendar(WorkStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** A rule with its key, and who set it. */
    public record KeptRule(long id, HolidayRule rule, String source, String setBy) {}

    /** Every version, the newest first. */
    @Transactional(readOnly = true)
    public List<WorkRules> allRules() {
        return store.rules();
    }

    /** The rules of a day; those of the first day they are known for before it. */
    @Transactional(readOnly = true)
    public WorkRules rules(LocalDate day) {
        List<WorkRules> all = store.rules();
        return all.stream()
                .filter(rules -> !rules.validFrom().isAfter(day))
                .findFirst()
                .orElse(all.get(all.size() - 1));
    }

    @Transactional(readOnly = true)
    public List<KeptRule> holidayRules() {
        return store.holidayRules();
    }

    @Transactional(readOnly = true)
    public List<Holidays.Single> singles() {
        return store.singles();
    }

    /** Holidays of the years of these days. */
    @Transactional(readOnly = true)
    public Holidays holidays(LocalDate from, LocalDate to) {
        return new Holidays(
                store.holidayRules().stream().map(KeptRule::rule).toList(),
                store.singles(),
                Math.max(FIRST_YEAR, from.getYear()),
                Math.min(LAST_YEAR, to.getYear()));
    }

    /** Rules from a day on; the day's own are replaced. */
    @Transactional
    public WorkResult set(WorkRules rules, Actor actor) {
        if (!SETTERS.contains(actor.role())) {
            return new Refused(Why.WRONG_ROLE);
        }
        if (rules.source().isBlank()) {
            return new Refused(Why.NO_SOURCE);
        }
        if (rules.source().length() > 2 * LONGEST_NAME) {
            return new Refused(Why.TOO_LONG);
        }
        int evening = rules.evening().stream().mapToInt(WorkRules.Span::minutes).sum();
        int weekend = rules.weekend().stream().mapToInt(WorkRules.Span::minutes).sum();
        if (evening > rules.mostWorkingDay() || weekend > rules.mostRestDay()) {
            return new Refused(Why.SHIFT_TOO_LONG);
        }
        if (rules.mostMonth() > 31 * 12 * 60 || rules.mostYear() < rules.mostMonth()) {
            return new Refused(Why.LIMITS_WRONG);
        }
        store.setRules(rules, actor.login(), clock.instant());
        log(actor, "SET_WORK_RULES", rules.validFrom().toString());
        return new Done();
    }

    @Transactional
    public WorkResult add(HolidayRule rule, String source, Actor actor) {
        if (!SETTERS.contains(actor.role())) {
            return new Refused(Why.WRONG_ROLE);
        }
        if (rule.name().isBlank()) {
            return new Refused(Why.NO_NAME);
        }
        if (rule.name().length() > LONGEST_NAME || source.length() > LONGEST_NAME) {
            return new Refused(Why.TOO_LONG);
        }
        Integer to = rule.toYear();
        if (rule.fromYear() < FIRST_YEAR || rule.fromYear() > LAST_YEAR || (to != null && to < rule.fromYear())) {
            return new Refused(Why.DAY_WRONG);
        }
        boolean known =
                store.holidayRules().stream().anyMatch(kept -> kept.rule().equals(rule));
        if (known) {
            return new Refused(Why.ALREADY_SET);
        }
        store.insertHoliday(rule, source.strip(), actor.login(), clock.instant());
        log(actor, "ADD_HOLIDAY", rule.name());
        return new Done();
    }

    /** The rule holds up to a year and no longer. */
    @Transactional
    public WorkResult end(long rule, int lastYear, Actor actor) {
        if (!SETTERS.contains(actor.role())) {
            return new Refused(Why.WRONG_ROLE);
        }
        if (lastYear < FIRST_YEAR - 1 || lastYear > LAST_YEAR) {
            return new Refused(Why.DAY_WRONG);
        }
        if (!store.endHoliday(rule, lastYear)) {
            return new Refused(Why.NO_SUCH_RULE);
        }
        log(actor, "END_HOLIDAY", String.valueOf(rule));
        return new Done();
    }

    /** One day off, or one weekend day worked in exchange; null of {@code off} takes back what was set. */
    @Transactional
    public WorkResult single(LocalDate day, String name, @Nullable Boolean off, Actor actor) {
        if (!SETTERS.contains(actor.role())) {
            return new Refused(Why.WRONG_ROLE);
        }
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            return new Refused(Why.DAY_WRONG);
        }
        if (off == null) {
            if (!store.removeSingle(day)) {
                return new Refused(Why.NO_SUCH_RULE);
            }
        } else {
            if (name.isBlank()) {
                return new Refused(Why.NO_NAME);
            }
            if (name.length() > LONGEST_NAME) {
                return new Refused(Why.TOO_LONG);
            }
            store.setSingle(new Holidays.Single(day, name.strip(), off), actor.login(), clock.instant());
        }
        log(actor, "SET_DAY", day.toString());
        return new Done();
    }

    private void log(Actor actor, String act, String what) {
        audit.act(actor, act, "work-calendar", what, "", Map.of());
    }
}
