package vn.dancu.reference;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.civil.form.FormVersions;
import vn.dancu.civil.list.CodedValue;
import vn.dancu.civil.list.EthnicGroups;
import vn.dancu.civil.list.Ethnicities;
import vn.dancu.civil.organisation.Organisation;
import vn.dancu.reference.db.ReferenceStore;
import vn.dancu.shared.Actor;

/** Coded lists, form versions and offices as the database has them now. */
@Service
public class ReferenceLists {
    private final ReferenceStore store;
    private final AuditLog audit;

    ReferenceLists(ReferenceStore store, AuditLog audit) {
        this.store = store;
        this.audit = audit;
    }

    /** Both official lists of ethnic groups; that of 1019/2008 as far as it is known or was imported. */
    @Transactional(readOnly = true)
    public EthnicGroups ethnicGroups() {
        return Ethnicities.with(store.codedValues());
    }

    /** @return how many values are new or named anew */
    @Transactional
    public int importEthnicGroups(Collection<CodedValue> values, Actor actor) {
        int changed = store.saveCodedValues(values);
        if (changed > 0) {
            store.raiseEdition();
        }
        audit.act(actor, "IMPORT", "ethnic-groups", "", "", Map.of("changed", String.valueOf(changed)));
        return changed;
    }

    @Transactional(readOnly = true)
    public FormVersions formVersions() {
        return FormVersions.builtIn().with(store.formVersions());
    }

    /** The offices of the police with their duties, each for as long as it had them. */
    @Transactional(readOnly = true)
    public Organisation organisation() {
        return Organisation.of(store.offices());
    }
}
