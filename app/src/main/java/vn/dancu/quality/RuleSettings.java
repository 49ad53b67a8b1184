package vn.dancu.quality;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.quality.db.SeverityStore;
import vn.dancu.quality.domain.Rule;
import vn.dancu.quality.domain.RuleCatalogue;
import vn.dancu.shared.Actor;
import vn.dancu.shared.Role;
import vn.dancu.shared.Severity;

/**
 * How grave each rule is taken in this campaign. Within the law: what keeps a person out of the database (BLOCKING) stays
 * so, nothing is made BLOCKING, and a number or a person that stands twice is always explained; the rest may be moved
 * between EXPLAIN and NOTE. Every change stays on record.
 */
@Service
public class RuleSettings {
    /** Longest reason that is kept, in characters. */
    public static final int LONGEST_REASON = 1_000;

    private final SeverityStore store;
    private final AuditLog audit;
    private final Clock clock;

    RuleSettings(SeverityStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** One rule as it is taken now; the last change is null while it stands as delivered. */
    public record Setting(
            String code,
            String reach,
            String source,
            Severity delivered,
            Severity inForce,
            boolean isAdjustable,
            @Nullable Change lastChange) {
        public boolean isChanged() {
            return delivered != inForce;
        }
    }

    /** Who took a rule graver or lighter, when and why. */
    public record Change(long id, String code, Severity severity, Instant at, String by, String reason) {}

    /** How a change ended. */
    public enum Result {
        CHANGED,
        /** Only an administrator or the city team sets rules. */
        NOT_ALLOWED,
        NO_SUCH_RULE,
        /** The law or the meaning of the rule leaves no choice. */
        FIXED,
        REASON_MISSING,
        REASON_TOO_LONG,
        /** It is so already: somebody was faster, or nothing was chosen. */
        SAME
    }

    /** All rules, in the order of the catalogue. */
    @Transactional(readOnly = true)
    public List<Setting> all() {
        Map<Rule, Change> last = last();
        List<Setting> settings = new ArrayList<>();
        for (Rule rule : RuleCatalogue.all()) {
            Change change = last.get(rule);
            settings.add(new Setting(
                    rule.code(),
                    rule.reach().name(),
                    rule.source().name(),
                    rule.severity(),
                    change == null ? rule.severity() : change.severity(),
                    rule.isAdjustable(),
                    change));
        }
        return settings;
    }

    /** All changes, newest first. */
    @Transactional(readOnly = true)
    public List<Change> history() {
        return store.history();
    }

    private Map<Rule, Change> last() {
        Map<Rule, Change> last = new EnumMap<>(Rule.class);
        for (Change change : store.inForce()) {
            Rule.byCode(change.code()).filter(Rule::isAdjustable).ifPresent(rule -> last.put(rule, change));
        }
        return last;
    }

    /** Severities that differ from the catalogue's, for a check run. */
    Map<String, Severity> overrides() {
        Map<String, Severity> overrides = new java.util.HashMap<>();
        last().forEach((rule, change) -> {
            if (change.severity() != rule.severity()) {
                overrides.put(rule.code(), change.severity());
            }
        });
        return overrides;
    }

    /** From now on, and for every finding of the rule that still stands. */
    @Transactional
    public Result change(String code, Severity severity, String reason, Actor actor) {
        if (actor.role() != Role.ADMINISTRATOR && actor.role() != Role.CITY_TEAM) {
            return Result.NOT_ALLOWED;
        }
        Rule rule = Rule.byCode(code).orElse(null);
        if (rule == null) {
            return Result.NO_SUCH_RULE;
        }
        if (!rule.isAdjustable() || severity == Severity.BLOCKING) {
            return Result.FIXED;
        }
        if (reason.isBlank()) {
            return Result.REASON_MISSING;
        }
        if (reason.strip().length() > LONGEST_REASON) {
            return Result.REASON_TOO_LONG;
        }
        store.lock();
        Change before = last().get(rule);
        if ((before == null ? rule.severity() : before.severity()) == severity) {
            return Result.SAME;
        }
        store.insert(code, severity, reason.strip(), actor.login(), clock.instant());
        int moved = store.moveStanding(code, severity);
        audit.act(
                actor,
                "CHANGE_RULE",
                "rule",
                code,
                reason.strip(),
                Map.of("severity", severity.name(), "findings", String.valueOf(moved)));
        return Result.CHANGED;
    }
}
