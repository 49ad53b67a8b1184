package vn.dancu.reconciliation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The paper that carries a decision.
 *
 * @param kind as in {@code papers_shown}: birth-certificate, household-book, old-id, id-card, passport, or another word
 * @param issuer who issued it
 */
public record Evidence(
        String kind,
        @Nullable String number,
        @Nullable String issuer,
        @Nullable LocalDate issuedOn) {
    public Evidence {
        if (kind.isBlank()) {
            throw new IllegalArgumentException("a paper has a kind");
        }
    }

    public static Evidence ofKind(String kind) {
        return new Evidence(kind, null, null, null);
    }
}
