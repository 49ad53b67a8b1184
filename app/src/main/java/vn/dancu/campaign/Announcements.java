package vn.dancu.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.campaign.CampaignResult.Done;
import vn.dancu.campaign.CampaignResult.Refused;
import vn.dancu.campaign.CampaignResult.Why;
import vn.dancu.campaign.db.AnnouncementStore;
import vn.dancu.campaign.db.CategoryQueries;
import vn.dancu.campaign.domain.AnnouncementTexts;
import vn.dancu.campaign.domain.PublicText;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Finding;
import vn.dancu.shared.Role;

/** Announcements: which papers, when, where, for whom, and the texts that tell it without naming anybody. */
@Service
public class Announcements {
    public static final int LONGEST_PLACE = 200;
    public static final int LONGEST_TELEPHONE = 20;

    private static final int MOST_LISTED = 200;
    private static final int OLDEST = 120;
    private static final int MOST_MONTHS = 120;

    private final AnnouncementStore store;
    private final CategoryQueries categories;
    private final AuditLog audit;
    private final Clock clock;

    Announcements(AnnouncementStore store, CategoryQueries categories, AuditLog audit, Clock clock) {
        this.store = store;
        this.categories = categories;
        this.audit = audit;
        this.clock = clock;
    }

    /** In their order. */
    @Transactional(readOnly = true)
    public List<Category> categories() {
        return categories.all();
    }

    /**
     * Changes what a category is, for announcements to come; by the city team.
     *
     * @param changed its {@code setBy} and {@code setAt} are not read
     */
    @Transactional
    public CampaignResult setCategory(Category changed, Actor actor) {
        if (actor.role() != Role.CITY_TEAM && actor.role() != Role.SYSTEM) {
            return new Refused(Why.NOT_ALLOWED);
        }
        Category known = categories.all().stream()
                .filter(one -> one.code().equals(changed.code()))
                .findFirst()
                .orElse(null);
        if (known == null) {
            return new Refused(Why.NOT_FOUND);
        }
        Integer from = changed.ageFrom();
        Integer to = changed.ageTo();
        Integer months = changed.newcomerMonths();
        boolean agesFit = from == null ? to == null : to != null && from >= 0 && from <= to && to <= OLDEST;
        boolean isEverybody = from == null && months == null && !known.onlyMissing();
        if (!agesFit || isEverybody || (months != null && (months < 1 || months > MOST_MONTHS))) {
            return new Refused(Why.CONTRADICTS, List.of(TargetDesk.finding("A118_AGES", Map.of())));
        }
        if (changed.purposes().isEmpty() || changed.papers().isEmpty()) {
            return new Refused(Why.CONTRADICTS, List.of(TargetDesk.finding("A119_WHAT_FOR", Map.of())));
        }
        if (!Rights.isText(changed.note(), TargetDesk.LONGEST_TEXT)) {
            return new Refused(Why.MALFORMED, List.of(TargetDesk.finding("T111_NO_REASON", Map.of())));
        }
        categories.insert(changed, actor.login(), clock.instant());
        audit.act(actor, "SET_CATEGORY", "category", changed.code(), changed.note(), Map.of());
        return new Done(0);
    }

    /** How many of each category live in each group of a unit, by the residence books. */
    @Transactional(readOnly = true)
    public List<Category.Count> population(String commune, LocalDate day, Actor actor) {
        return Rights.touches(actor, commune) ? categories.count(commune, day, actor.scope()) : List.of();
    }

    /** Proposes the texts. */
    public Announcement.Texts compose(Announcement.Facts facts, String unit) {
        return AnnouncementTexts.of(facts, unit);
    }

    /** What is wrong with facts; empty when they can be announced. */
    public List<Finding> judge(Announcement.Facts facts) {
        List<Finding> wrong = new ArrayList<>();
        if (!Rights.isText(facts.place(), LONGEST_PLACE)) {
            wrong.add(TargetDesk.finding("A111_WHERE", Map.of("most", String.valueOf(LONGEST_PLACE))));
        }
        if (facts.lastDay().isBefore(facts.firstDay())
                || facts.lastDay().isAfter(facts.firstDay().plusDays(92))) {
            wrong.add(TargetDesk.finding("A112_DAYS", Map.of()));
        }
        if (facts.lastDay().isBefore(TargetDesk.today(clock))) {
            wrong.add(TargetDesk.finding("A113_DAY_IS_OVER", Map.of()));
        }
        if (!facts.closes().isAfter(facts.opens())) {
            wrong.add(TargetDesk.finding("A114_HOURS", Map.of()));
        }
        if (!facts.telephone().isEmpty() && !facts.telephone().matches("[0-9 .]{3," + LONGEST_TELEPHONE + "}")) {
            wrong.add(TargetDesk.finding("A115_TELEPHONE", Map.of()));
        }
        Set<String> known = new HashSet<>();
        for (Category category : categories.all()) {
            if (category.purposes().contains(facts.purpose())) {
                known.add(category.code());
            }
        }
        if (facts.categories().isEmpty() || !known.containsAll(facts.categories())) {
            wrong.add(TargetDesk.finding("A116_FOR_WHOM", Map.of()));
        }
        return wrong;
    }

    /**
     * @param sent names this request: sent again, it is not written again
     */
    @Transactional
    public CampaignResult issue(Announcement.Facts facts, Announcement.Texts texts, String sent, Actor actor) {
        if (!Rights.WORKERS.contains(actor.role())) {
            return new Refused(Why.NOT_ALLOWED);
        }
        boolean mine = facts.groups().isEmpty()
                ? Rights.holds(actor, facts.commune())
                : facts.groups().stream().allMatch(group -> actor.scope().covers(facts.commune(), group));
        if (!mine) {
            return new Refused(Why.NOT_FOUND);
        }
        List<Finding> wrong = new ArrayList<>(judge(facts));
        wrong.addAll(PublicText.of(texts));
        if (store.namesSomebody(facts.commune(), PublicText.possibleNames(texts))) {
            wrong.add(TargetDesk.finding("A108_NAMES_SOMEBODY_OF_THE_BOOKS", Map.of()));
        }
        if (!wrong.isEmpty()) {
            return new Refused(Why.CONTRADICTS, wrong);
        }
        Optional<Long> id = store.insert(facts, texts, sent, actor.login(), clock.instant());
        id.ifPresent(key -> audit.act(
                actor,
                "ISSUE_ANNOUNCEMENT",
                "announcement",
                String.valueOf(key),
                "",
                Map.of("purpose", facts.purpose().name(), "commune", facts.commune())));
        return new Done(id.orElseGet(() -> store.bySent(sent)));
    }

    /** Newest first; those of any unit that the area touches. */
    @Transactional(readOnly = true)
    public List<Announcement> list(AreaScope scope) {
        return store.list(scope, MOST_LISTED);
    }

    @Transactional(readOnly = true)
    public Optional<Announcement> find(long id, AreaScope scope) {
        return store.find(id, scope);
    }

    @Transactional
    public CampaignResult withdraw(long id, String reason, Actor actor) {
        Announcement found = store.find(id, actor.scope()).orElse(null);
        if (found == null) {
            return new Refused(Why.NOT_FOUND);
        }
        if (!Rights.WORKERS.contains(actor.role())
                || (!Rights.SETTERS.contains(actor.role()) && !found.madeBy().equals(actor.login()))) {
            return new Refused(Why.NOT_ALLOWED);
        }
        if (!Rights.isText(reason, TargetDesk.LONGEST_TEXT)) {
            return new Refused(Why.MALFORMED, List.of(TargetDesk.finding("T111_NO_REASON", Map.of())));
        }
        if (!store.withdraw(id, reason.strip(), actor.login(), clock.instant())) {
            return new Refused(Why.WRONG_STATE);
        }
        audit.act(actor, "WITHDRAW_ANNOUNCEMENT", "announcement", String.valueOf(id), reason.strip(), Map.of());
        return new Done(id);
    }
}
