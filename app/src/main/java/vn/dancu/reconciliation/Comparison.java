package vn.dancu.reconciliation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.intake.CollectionForm;
import vn.dancu.shared.FormId;
import vn.dancu.sources.ArchiveEntry;
import vn.dancu.sources.ResidenceEntry;

/**
 * One form beside the sources, as the desk shows it.
 *
 * @param version of the form that was compared
 * @param current false when the form has a later version: compare again
 * @param fields every field that both sides speak about, also the agreeing ones, in the order of the form
 * @param candidates best first, of both sources
 * @param decisions also the undone ones, oldest first
 * @param otherForms of the same person, the kept one first; empty when the form is alone
 */
public record Comparison(
        FormId form,
        int version,
        boolean current,
        CollectionForm written,
        Outcome outcome,
        Instant comparedAt,
        Link<ResidenceEntry> residence,
        Link<ArchiveEntry> archive,
        List<FieldVerdict> fields,
        List<Candidate> candidates,
        List<DecisionTaken> decisions,
        List<OtherForm> otherForms) {
    public Comparison {
        fields = List.copyOf(fields);
        candidates = List.copyOf(candidates);
        decisions = List.copyOf(decisions);
        otherForms = List.copyOf(otherForms);
    }

    /**
     * The entry that is this person.
     *
     * @param entryId its key, 0 where none is linked
     * @param weight log2 odds, prior included; what it is made of: {@link ReconciliationService#weigh}
     */
    public record Link<E>(
            SourceState state,
            long entryId,
            @Nullable E entry,
            @Nullable Double weight) {}

    /** An entry that could be this person. */
    public record Candidate(
            Source source,
            long entryId,
            String entryNo,
            double weight,
            @Nullable String fullName,
            @Nullable String birthDate,
            @Nullable String communeCode,
            @Nullable String householdNo) {}

    /** Another form of the same person. */
    public record OtherForm(FormId form, String formNo, boolean keeps, double weight) {}

    /**
     * A decision as it was written. An empty field stands for the form as a whole.
     *
     * @param carriedFrom the decision of an earlier version that went over, because nothing it rests on has changed; 0 for
     *     one that was made on this version
     */
    public record DecisionTaken(
            long id,
            int version,
            String field,
            Source source,
            @Nullable String value,
            String reason,
            @Nullable Evidence evidence,
            String decidedBy,
            Instant decidedAt,
            @Nullable String undoneBy,
            @Nullable Instant undoneAt,
            long carriedFrom) {}
}
