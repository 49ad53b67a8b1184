package vn.dancu.custody;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.custody.CustodyResult.CountDiffers;
import vn.dancu.custody.CustodyResult.Done;
import vn.dancu.custody.CustodyResult.Refused;
import vn.dancu.custody.CustodyResult.Why;
import vn.dancu.custody.db.BatchStore;
import vn.dancu.custody.db.BatchStore.Batch;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Role;

/**
 * Numbered batches of paper forms (lô phiếu): opened with their forms, given with a count, taken by somebody else with
 * the same count. The path asks {@link #handedOver}; nothing here moves a form.
 */
@Service
public class Custody {
    private static final Set<Role> MAY_GIVE = Set.of(Role.COLLECTOR, Role.CHIEF, Role.CITY_TEAM);
    private static final Set<Role> MAY_TAKE = Set.of(Role.CITY_TEAM, Role.PROVINCE_OPERATOR);

    private final BatchStore store;
    private final AuditLog audit;
    private final Clock clock;

    Custody(BatchStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** Puts forms of one commune into a new batch; all or none. */
    @Transactional
    public CustodyResult open(String batchNo, String communeCode, FormSet forms, Actor keeper) {
        if (!MAY_GIVE.contains(keeper.role())) {
            return new Refused(Why.WRONG_ROLE);
        }
        if (forms.isEmpty()) {
            return new Refused(Why.EMPTY);
        }
        if (!keeper.scope().covers(communeCode, "")) {
            return new Refused(Why.OUTSIDE_AREA);
        }
        if (store.numberTaken(batchNo)) {
            return new Refused(Why.NUMBER_TAKEN);
        }
        if (store.freeForms(forms, communeCode) != forms.size()) {
            return new Refused(Why.FORM_NOT_FREE);
        }
        BatchId opened = store.insert(batchNo, communeCode, forms, keeper.login(), clock.instant());
        log(keeper, "OPEN_BATCH", opened, forms.size());
        return new Done(opened);
    }

    /** The giver's side of the hand-over minutes (biên bản giao nhận). */
    @Transactional
    public CustodyResult give(BatchId id, int counted, Actor giver) {
        if (!MAY_GIVE.contains(giver.role())) {
            return new Refused(Why.WRONG_ROLE);
        }
        Optional<Batch> found = store.lock(id);
        if (found.isEmpty() || !giver.scope().covers(found.get().communeCode(), "")) {
            return new Refused(Why.NO_SUCH_BATCH);
        }
        Batch batch = found.get();
        if (batch.given()) {
            return new Refused(Why.ALREADY_GIVEN);
        }
        if (batch.forms() != counted) {
            return new CountDiffers(batch.forms(), counted);
        }
        store.give(id, counted, giver.login(), clock.instant());
        log(giver, "GIVE_BATCH", id, counted);
        return new Done(id);
    }

    /** The taker's side; with it the batch has changed hands. */
    @Transactional
    public CustodyResult take(BatchId id, int counted, Actor taker) {
        if (!MAY_TAKE.contains(taker.role())) {
            return new Refused(Why.WRONG_ROLE);
        }
        Optional<Batch> found = store.lock(id);
        if (found.isEmpty() || !taker.scope().covers(found.get().communeCode(), "")) {
            return new Refused(Why.NO_SUCH_BATCH);
        }
        Batch batch = found.get();
        if (!batch.given()) {
            return new Refused(Why.NOT_GIVEN_YET);
        }
        if (batch.taken()) {
            return new Refused(Why.ALREADY_TAKEN);
        }
        if (taker.login().equals(batch.givenBy())) {
            return new Refused(Why.SAME_PERSON);
        }
        if (batch.forms() != counted) {
            return new CountDiffers(batch.forms(), counted);
        }
        store.take(id, counted, taker.login(), clock.instant());
        log(taker, "TAKE_BATCH", id, counted);
        return new Done(id);
    }

    private void log(Actor actor, String act, BatchId batch, int forms) {
        audit.act(actor, act, "batch", String.valueOf(batch.value()), "", Map.of("forms", String.valueOf(forms)));
    }

    /** Those of these forms whose batch giver and taker have both confirmed. */
    @Transactional
    public FormSet handedOver(FormSet forms) {
        return store.handedOver(forms);
    }
}
