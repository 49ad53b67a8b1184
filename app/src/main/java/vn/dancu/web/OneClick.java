package vn.dancu.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.quality.FindingRow;
import vn.dancu.quality.Remedies;
import vn.dancu.reconciliation.Comparison;
import vn.dancu.reconciliation.Evidence;
import vn.dancu.reconciliation.ReconciliationService;
import vn.dancu.shared.FormId;
import vn.dancu.sources.ArchiveEntry;
import vn.dancu.sources.ArchiveField;
import vn.dancu.sources.ResidenceEntry;
import vn.dancu.sources.ResidenceField;

/** Findings that one press puts right, and with what: from the form itself, or from the book that it is linked with. */
@Component
class OneClick {
    private final ReconciliationService reconciliation;

    OneClick(ReconciliationService reconciliation) {
        this.reconciliation = reconciliation;
    }

    /**
     * One press.
     *
     * @param word key of the button's text, {@code web.one-click.<word>}
     * @param value what the item will say; null for blank
     * @param evidence the office's own note, or the book's entry
     */
    public record Offer(
            String word, FormField field, @Nullable String value, Evidence evidence) {
        public String column() {
            return field.column();
        }

        /** What it says stays out of logs. */
        @Override
        public String toString() {
            return "Offer[" + word + ", " + field + "]";
        }
    }

    static String key(FindingRow row) {
        return row.finding().code() + "/" + row.finding().field();
    }

    /**
     * By {@link #key}. The book is opened, and the look logged, only when a blank item may be found there.
     *
     * @param purpose why the officer looks at the form
     */
    Map<String, Offer> of(FormId id, CollectionForm form, List<FindingRow> findings, String purpose, Viewer viewer) {
        Map<String, Offer> offers = new LinkedHashMap<>();
        Optional<Comparison> book = Optional.empty();
        boolean opened = false;
        for (FindingRow row : findings) {
            if (row.isLifted()) {
                continue;
            }
            Optional<Remedies.Remedy> remedy = Remedies.of(row.finding(), form);
            if (remedy.isPresent()) {
                offers.put(
                        key(row),
                        new Offer(
                                remedy.get().kind().name(),
                                remedy.get().field(),
                                remedy.get().value(),
                                Evidence.ofKind("office-note")));
                continue;
            }
            Optional<FormField> blank = Remedies.blankInTheBook(row.finding());
            if (blank.isPresent()) {
                if (!opened) {
                    book = reconciliation
                            .comparison(id, purpose, viewer.actor())
                            .filter(Comparison::current);
                    opened = true;
                }
                book.flatMap(comparison -> fromTheBook(comparison, blank.get()))
                        .ifPresent(offer -> offers.put(key(row), offer));
            }
        }
        return offers;
    }

    private static Optional<Offer> fromTheBook(Comparison comparison, FormField field) {
        ResidenceEntry entry = comparison.residence().entry();
        if (entry == null || entry.isRemoved()) {
            return Optional.empty();
        }
        String value = entry.written(ResidenceField.valueOf(field.name()));
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        String archived = archived(comparison.archive().entry(), field);
        boolean agrees = archived != null && Objects.equals(archived.strip(), value.strip());
        if (archived == null ? Remedies.needsTheArchive(field) : !agrees) {
            return Optional.empty();
        }
        return Optional.of(
                new Offer("BOOK", field, value, new Evidence("residence-book", entry.entryNo(), null, null)));
    }

    private static @Nullable String archived(@Nullable ArchiveEntry entry, FormField field) {
        if (entry == null) {
            return null;
        }
        for (ArchiveField known : ArchiveField.values()) {
            if (known.name().equals(field.name())) {
                return entry.written(known);
            }
        }
        return null;
    }
}
