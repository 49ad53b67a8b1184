package vn.dancu.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dancu.audit.AuditLog;
import vn.dancu.linkage.LinkOptions;
import vn.dancu.linkage.Linker;
import vn.dancu.linkage.Parameters;
import vn.dancu.linkage.Waterfall;
import vn.dancu.reconciliation.db.ComparisonStore;
import vn.dancu.reconciliation.db.ComparisonStore.LinkedForm;
import vn.dancu.reconciliation.db.DeskQueries;
import vn.dancu.reconciliation.db.DeskQueries.Compared;
import vn.dancu.reconciliation.db.LinkageRows;
import vn.dancu.reconciliation.domain.FieldComparison;
import vn.dancu.reconciliation.domain.NameWords;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;
import vn.dancu.sources.ArchiveEntry;
import vn.dancu.sources.ResidenceEntry;

/** What the desk shows: one form beside the sources, and who is missing. */
@Component
class Desk {
    private static final String SCREEN = "comparison";

    private final DeskQueries queries;
    private final ComparisonStore store;
    private final LinkageRows rows;
    private final AuditLog audit;

    Desk(DeskQueries queries, ComparisonStore store, LinkageRows rows, AuditLog audit) {
        this.queries = queries;
        this.store = store;
        this.rows = rows;
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
                residence(form, compared, found.book()),
                archive(form, compared, found.archive()),
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

    private Comparison.Link<ResidenceEntry> residence(FormId form, Compared compared, @Nullable ResidenceEntry entry) {
        return new Comparison.Link<>(
                compared.residenceState(),
                entry,
                compared.residenceWeight(),
                entry == null
                        ? List.of()
                        : evidence(CityLinking.RESIDENCE, form, rows::residenceEntries, compared.residenceEntry()));
    }

    private Comparison.Link<ArchiveEntry> archive(FormId form, Compared compared, @Nullable ArchiveEntry entry) {
        return new Comparison.Link<>(
                compared.archiveState(),
                entry,
                compared.archiveWeight(),
                entry == null
                        ? List.of()
                        : evidence(CityLinking.ARCHIVE, form, rows::archiveEntries, compared.archiveEntry()));
    }

    private List<Comparison.WeightPart> evidence(String model, FormId form, CityLinking.Reader reader, long entry) {
        Parameters learnt = store.model(model).map(Parameters::read).orElse(null);
        PersonFile forms = read(rows::forms, form.value());
        PersonFile entries = read(reader, entry);
        if (learnt == null || forms.size() == 0 || entries.size() == 0) {
            return List.of();
        }
        Waterfall waterfall = new Linker(CityLinking.MODEL, LinkOptions.defaults())
                .explain(learnt, forms.records(), 0, entries.records(), 0);
        return waterfall.steps().stream()
                .map(step -> new Comparison.WeightPart(step.comparison(), step.level(), step.total()))
                .toList();
    }

    private static PersonFile read(CityLinking.Reader reader, long key) {
        PersonFile.Builder file = new PersonFile.Builder(CityLinking.MODEL, 1);
        reader.read(new long[] {key}, file::add);
        return file.build();
    }

    List<MissingForm> missingForms(String communeCode, String residentialGroup, int offset, int limit, Actor actor) {
        if (!actor.scope().covers(communeCode, residentialGroup)) {
            return List.of();
        }
        return queries.missingForms(communeCode, residentialGroup, offset, limit);
    }
}
