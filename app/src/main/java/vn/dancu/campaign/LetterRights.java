package vn.dancu.campaign;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.access.AccessService;
import vn.dancu.access.Account;
import vn.dancu.audit.AuditLog;
import vn.dancu.campaign.CampaignResult.Done;
import vn.dancu.campaign.CampaignResult.Refused;
import vn.dancu.campaign.CampaignResult.Why;
import vn.dancu.campaign.db.LetterStore;
import vn.dancu.shared.Actor;
import vn.dancu.shared.Role;

/** The right to make invitation letters, which name persons: of some roles only, and given to an account by the administrator. */
@Service
public class LetterRights {
    public static final Set<Role> ROLES = Set.copyOf(EnumSet.of(Role.CHIEF, Role.CITY_TEAM));

    private static final int LONGEST_NOTE = 500;

    private final LetterStore store;
    private final AccessService access;
    private final AuditLog audit;
    private final Clock clock;

    LetterRights(LetterStore store, AccessService access, AuditLog audit, Clock clock) {
        this.store = store;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** Gives or takes back; the note says on whose order. */
    @Transactional
    public CampaignResult set(String login, boolean given, String note, Actor administrator) {
        if (administrator.role() != Role.ADMINISTRATOR && administrator.role() != Role.SYSTEM) {
            return new Refused(Why.NOT_ALLOWED);
        }
        Optional<Account> account = access.find(login);
        if (account.isEmpty()) {
            return new Refused(Why.NOT_FOUND);
        }
        if (given && !ROLES.contains(account.get().role())) {
            return new Refused(Why.CONTRADICTS, List.of(TargetDesk.finding("L101_NOT_OF_THIS_ROLE", Map.of())));
        }
        if (!Rights.isText(note, LONGEST_NOTE)) {
            return new Refused(Why.MALFORMED, List.of(TargetDesk.finding("T111_NO_REASON", Map.of())));
        }
        store.setRight(login, given, note.strip(), administrator.login(), clock.instant());
        audit.act(
                administrator,
                given ? "GIVE_LETTER_RIGHT" : "TAKE_LETTER_RIGHT",
                "account",
                login,
                note.strip(),
                Map.of());
        return new Done(0);
    }

    /** Logins that have it now. */
    @Transactional(readOnly = true)
    public List<String> holders() {
        return store.holders();
    }

    @Transactional(readOnly = true)
    public boolean has(Actor actor) {
        return ROLES.contains(actor.role()) && store.hasRight(actor.login());
    }
}
