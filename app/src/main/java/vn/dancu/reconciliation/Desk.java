package vn.dancu.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dancu.audit.AuditLog;
import vn.dancu.reconciliation.db.ComparisonStore;
import vn.dancu.reconciliation.db.ComparisonStore.LinkedForm;
import vn.dancu.reconciliation.db.DeskQueries;
import vn.dancu.reconciliation.db.DeskQueries.Compared;
import vn.dancu.reconciliation.domain.FieldComparison;
import vn.dancu.reconciliation.domain.NameWords;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;

/** What the desk shows: one form beside the sources, and who is missing. */
@Component
class Desk {
    private static final String SCREEN = "comparison";

    private final DeskQueries queries;
    private final ComparisonStore store;
    private final AuditLog audit;

    Desk(DeskQueries queries, ComparisonStore store, AuditLog audit) {
        this.queries = queries;
        this.store = store;
        this.audit = audit;
    }

    Optional<Comparison> comparison(FormId form, String purpose, Actor actor) {
        Compared compared = queries.compared(form).orElse(null);
        if (compared == null || !actor.scope().covers(compared.communeCode(), compared.residentialGroup())) {
            return Optional.empty();
        }
        List<LinkedForm> linked = store.linked(
                new long[] {form.value()}, new long[] {compared.residenceEntry()}, new long[] {compared.archiveEntry()
                });
        if (linked.isEmpty()) {
            return Optional.empty();
        }
        LinkedForm found = linked.get(0);
        audit.view(actor, SCREEN, "form", String.valueOf(form.value()), purpose);
        return Optional.of(new Comparison(
                form,
                compared.version(),
                compared.version() == found.version(),
                found.written(),
                compared.outcome(),
                compared.comparedAt(),
                new Comparison.Link<>(
                        compared.residenceState(), compared.residenceEntry(), found.book(), compared.residenceWeight()),
                new Comparison.Link<>(
                        compared.archiveState(), compared.archiveEntry(), found.archive(), compared.archiveWeight()),
                fields(form, found),
                queries.candidates(form),
                queries.decisions(form),
                queries.otherForms(form)));
    }

    /** The stored verdicts hold what the whole city knew of names; the agreeing fields are added beside them. */
    private List<FieldVerdict> fields(FormId form, LinkedForm found) {
        List<FieldVerdict> stored = queries.verdicts(form);
        List<FieldVerdict> fields = new ArrayList<>();
        for (FieldVerdict verdict :
                new FieldComparison(NameWords.NONE).compare(found.written(), found.book(), found.archive())) {
            fields.add(stored.stream()
                    .filter(kept -> kept.field().equals(verdict.field()))
                    .findFirst()
                    .orElse(verdict));
        }
        return fields;
    }

    List<MissingForm> missingForms(String communeCode, String residentialGroup, int offset, int limit, Actor actor) {
        if (!actor.scope().covers(communeCode, residentialGroup)) {
            return List.of();
        }
        return queries.missingForms(communeCode, residentialGroup, offset, limit);
    }
}
