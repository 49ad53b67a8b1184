package vn.dancu.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.civil.organisation.Duty;
import vn.dancu.civil.organisation.Office;
import vn.dancu.civil.organisation.Organisation;
import vn.dancu.reference.db.OfficeStore;
import vn.dancu.shared.Actor;
import vn.dancu.shared.Role;

/** The offices of the police as an administrator changes them: from a day on, and never what was before it. */
@Service
public class Offices {
    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_CODE = 20;

    private final OfficeStore store;
    private final AuditLog audit;

    Offices(OfficeStore store, AuditLog audit) {
        this.store = store;
        this.audit = audit;
    }

    /** How a change of an office ended. */
    public enum Result {
        DONE,
        /** Only an administrator changes offices. */
        NOT_ALLOWED,
        /** A code of capital letters, digits and underscores, a title, at least one duty. */
        MALFORMED,
        /** A change begins after the one before it; history is not rewritten. */
        NOT_AFTER_THE_LAST,
        /** The office above is not there on that day, or is not of a larger area. */
        NO_SUCH_PARENT,
        /** Who collects does not re-verify. */
        VERIFIES_ITSELF,
        NO_SUCH_OFFICE,
        /** Another office stands under it after that day. */
        HAS_OFFICES_UNDER_IT
    }

    @Transactional(readOnly = true)
    public Organisation organisation() {
        return Organisation.of(store.offices());
    }

    /** From its first day on the office is so; what it was before ends the day before. A new code is a new office. */
    @Transactional
    public Result change(Office office, Actor actor) {
        if (!isKeeper(actor)) {
            return Result.NOT_ALLOWED;
        }
        boolean isMalformed = !office.code().matches("[A-Z][A-Z0-9_]{1," + (LONGEST_CODE - 1) + "}")
                || office.title().isBlank()
                || office.title().length() > LONGEST_TITLE
                || office.duties().isEmpty();
        if (isMalformed) {
            return Result.MALFORMED;
        }
        if (office.duties().contains(Duty.COLLECT) && office.duties().contains(Duty.RE_VERIFY)) {
            return Result.VERIFIES_ITSELF;
        }
        Organisation known = organisation();
        boolean isTooEarly = known.all().stream()
                .filter(other -> other.code().equals(office.code()))
                .anyMatch(other -> !office.validFrom().isAfter(other.validFrom()));
        if (isTooEarly) {
            return Result.NOT_AFTER_THE_LAST;
        }
        if (!hasParent(office, known)) {
            return Result.NO_SUCH_PARENT;
        }
        store.end(office.code(), office.validFrom().minusDays(1));
        store.insert(office);
        store.raiseEdition();
        log("CHANGE_OFFICE", office.code(), office.validFrom(), actor);
        return Result.DONE;
    }

    private static boolean hasParent(Office office, Organisation known) {
        String parent = office.parent();
        if (parent == null) {
            return office.area() == Office.Area.COUNTRY;
        }
        return known.find(parent, office.validFrom())
                .filter(above -> above.area().compareTo(office.area()) > 0)
                .isPresent();
    }

    /** The last day of an office that stands now. */
    @Transactional
    public Result end(String code, LocalDate lastDay, Actor actor) {
        if (!isKeeper(actor)) {
            return Result.NOT_ALLOWED;
        }
        Organisation known = organisation();
        Optional<Office> office = known.find(code, lastDay);
        List<Office> later = known.all().stream()
                .filter(other -> other.code().equals(code) && other.validFrom().isAfter(lastDay))
                .toList();
        if (office.isEmpty() || !later.isEmpty()) {
            return Result.NO_SUCH_OFFICE;
        }
        boolean isAbove = known.all().stream()
                .filter(other -> code.equals(other.parent()))
                .anyMatch(other -> other.validTo() == null || other.validTo().isAfter(lastDay));
        if (isAbove) {
            return Result.HAS_OFFICES_UNDER_IT;
        }
        store.end(code, lastDay);
        store.raiseEdition();
        log("END_OFFICE", code, lastDay, actor);
        return Result.DONE;
    }

    private static boolean isKeeper(Actor actor) {
        return actor.role() == Role.ADMINISTRATOR || actor.role() == Role.SYSTEM;
    }

    private void log(String act, String code, LocalDate day, Actor actor) {
        audit.act(actor, act, "office", code, "", Map.of("day", day.toString()));
    }
}
