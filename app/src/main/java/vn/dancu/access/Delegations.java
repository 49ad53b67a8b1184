package vn.dancu.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.access.db.AccountStore;
import vn.dancu.audit.AuditLog;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Role;

/** A chief's signature for a time in a deputy's hand (ký thay), by a written decision. */
@Service
public class Delegations {
    /** Who signs by her own right: a ward's chief, the head of the city's team. */
    private static final Set<Role> HEADS = Set.of(Role.CHIEF, Role.CITY_TEAM);

    private final AccountStore store;
    private final AuditLog audit;
    private final Clock clock;

    Delegations(AccountStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** How a delegation ended. */
    public enum Result {
        DELEGATED,
        /** Only the chief herself or an administrator delegates. */
        NOT_ALLOWED,
        NOT_A_CHIEF,
        NO_SUCH_DEPUTY,
        /** The period is empty, or lies in the past. */
        PERIOD_WRONG,
        /** The deputy stands in for somebody on some of these days already. */
        OVERLAPS,
        DOCUMENT_MISSING
    }

    /** For whom this account signs today; empty when it signs for nobody. */
    @Transactional(readOnly = true)
    public Optional<Delegation> inForce(String deputy) {
        return store.delegationOf(deputy, Today.by(clock));
    }

    /** What a chief has delegated, the latest first. */
    @Transactional(readOnly = true)
    public List<Delegation> of(String chief) {
        return store.delegationsBy(chief);
    }

    /** Who could stand in: accounts in office today that work in the chief's area, on forms. */
    @Transactional(readOnly = true)
    public List<Account> candidates(String chief) {
        LocalDate today = Today.by(clock);
        return store.find(chief)
                .map(head -> store.list().stream()
                        .filter(account -> !account.login().equals(chief)
                                && !account.isDisabled()
                                && account.isValidOn(today)
                                && standsInFor(head.role(), account.role())
                                && worksIn(head.scope(), account.scope()))
                        .toList())
                .orElse(List.of());
    }

    /** A ward's chief is stood in for by her officers, the head of the city's team by another of the team. */
    private static boolean standsInFor(Role head, Role deputy) {
        return head == Role.CITY_TEAM ? deputy == Role.CITY_TEAM : deputy == Role.COLLECTOR || deputy == Role.CHIEF;
    }

    private static boolean worksIn(AreaScope chief, AreaScope deputy) {
        return chief.everywhere()
                || deputy.communes().stream().anyMatch(chief.communes()::contains)
                || deputy.groups().stream()
                        .anyMatch(group -> chief.communes().contains(group.substring(0, group.indexOf('/'))));
    }

    /**
     * Ends one delegation: one in force has its last day today, one that has not begun is taken back.
     *
     * @return false when there is none, it is over, or it is not the actor's
     */
    @Transactional
    public boolean end(long delegation, Actor actor) {
        LocalDate today = Today.by(clock);
        Optional<Delegation> found = store.delegation(delegation)
                .filter(one -> !one.to().isBefore(today))
                .filter(one -> actor.login().equals(one.chief()) || AccessService.mayManage(actor));
        if (found.isEmpty()) {
            return false;
        }
        Delegation one = found.get();
        if (one.from().isAfter(today)) {
            store.deleteDelegation(one.id());
        } else {
            store.endDelegation(one.deputy(), today);
        }
        audit.act(
                actor,
                one.from().isAfter(today) ? "TAKE_BACK_DELEGATION" : "END_DELEGATION",
                "account",
                one.deputy(),
                "",
                Map.of(
                        "chief", one.chief(),
                        "from", one.from().toString(),
                        "to", one.to().toString(),
                        "document", one.documentNo()));
        return true;
    }

    /** @param to inclusive */
    @Transactional
    public Result delegate(String chief, String deputy, LocalDate from, LocalDate to, String documentNo, Actor actor) {
        if (!actor.login().equals(chief) && !AccessService.mayManage(actor)) {
            return Result.NOT_ALLOWED;
        }
        Optional<Account> chiefAccount = store.find(chief);
        if (chiefAccount.isEmpty()
                || !HEADS.contains(chiefAccount.get().role())
                || chiefAccount.get().isDisabled()) {
            return Result.NOT_A_CHIEF;
        }
        Optional<Account> deputyAccount = store.find(deputy);
        if (deputy.equals(chief)
                || deputyAccount.isEmpty()
                || deputyAccount.get().isDisabled()
                || !standsInFor(chiefAccount.get().role(), deputyAccount.get().role())) {
            return Result.NO_SUCH_DEPUTY;
        }
        if (to.isBefore(from) || to.isBefore(Today.by(clock))) {
            return Result.PERIOD_WRONG;
        }
        if (documentNo.isBlank()) {
            return Result.DOCUMENT_MISSING;
        }
        if (store.standsIn(deputy, from, to)) {
            return Result.OVERLAPS;
        }
        store.insertDelegation(chief, deputy, from, to, documentNo, actor.login(), clock.instant());
        audit.act(
                actor,
                "DELEGATE",
                "account",
                deputy,
                "",
                Map.of("chief", chief, "from", from.toString(), "to", to.toString(), "document", documentNo));
        return Result.DELEGATED;
    }

    /** Ends the deputy's delegation in force: today is its last day. False when there is none. */
    @Transactional
    public boolean end(String deputy, Actor actor) {
        LocalDate today = Today.by(clock);
        Optional<String> chief = store.chiefOfDeputy(deputy, today);
        if (chief.isEmpty() || (!actor.login().equals(chief.get()) && !AccessService.mayManage(actor))) {
            return false;
        }
        store.endDelegation(deputy, today);
        audit.act(actor, "END_DELEGATION", "account", deputy, "", Map.of("chief", chief.get()));
        return true;
    }
}
