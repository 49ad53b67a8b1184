package vn.dancu.reference;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.civil.form.FormVersion;
import vn.dancu.civil.form.FormVersions;
import vn.dancu.civil.list.CodedValue;
import vn.dancu.civil.list.EthnicGroups;
import vn.dancu.civil.list.Ethnicities;
import vn.dancu.reference.db.ReferenceStore;
import vn.dancu.shared.Actor;
import vn.dancu.shared.Role;

/** Coded lists, form versions and offices as the database has them now. */
@Service
public class ReferenceLists {
    private static final int LONGEST_TITLE = 200;

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

    /** How adding a form version ended. */
    public enum AddResult {
        ADDED,
        /** Only an administrator changes lists. */
        NOT_ALLOWED,
        /** DC01 or DC02, a circular as 41/2019, a title of at most 200 characters. */
        MALFORMED,
        KNOWN,
        /** A new version follows the last one; history is not rewritten. */
        NOT_AFTER_THE_LAST
    }

    /** From its first day on this version is in force, and the one before it ends the day before. */
    @Transactional
    public AddResult addFormVersion(FormVersion version, Actor actor) {
        if (actor.role() != Role.ADMINISTRATOR && actor.role() != Role.SYSTEM) {
            return AddResult.NOT_ALLOWED;
        }
        boolean isForm = version.code().equals(FormVersions.COLLECTION_FORM)
                || version.code().equals(FormVersions.UPDATE_FORM);
        if (!isForm
                || !version.circular().matches("\\d{1,4}/\\d{4}")
                || version.title().isBlank()
                || version.title().length() > LONGEST_TITLE) {
            return AddResult.MALFORMED;
        }
        List<FormVersion> others = formVersions().all().stream()
                .filter(other -> other.code().equals(version.code()))
                .toList();
        if (others.stream().anyMatch(other -> other.circular().equals(version.circular()))) {
            return AddResult.KNOWN;
        }
        if (others.stream().anyMatch(other -> !version.validFrom().isAfter(other.validFrom()))) {
            return AddResult.NOT_AFTER_THE_LAST;
        }
        store.addFormVersion(version);
        store.raiseEdition();
        audit.act(actor, "ADD_FORM_VERSION", "form-version", version.id(), "", Map.of());
        return AddResult.ADDED;
    }
}
