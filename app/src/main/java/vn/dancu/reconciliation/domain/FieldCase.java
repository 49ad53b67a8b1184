package vn.dancu.reconciliation.domain;

import org.jspecify.annotations.Nullable;
import vn.dancu.intake.FormField;
import vn.dancu.reconciliation.Agreement;
import vn.dancu.reconciliation.FieldVerdict;
import vn.dancu.reconciliation.Suggestion;

/**
 * One field as three hands wrote it, and how they stand to each other two by two. A null match: one of the two says
 * nothing, or what they say is not the same thing.
 */
record FieldCase(
        FormField field,
        @Nullable String form,
        @Nullable String book,
        @Nullable String archive,
        @Nullable Match formBook,
        @Nullable Match formArchive,
        @Nullable Match bookArchive) {

    static FieldCase againstBook(FormField field, @Nullable String form, @Nullable String book, @Nullable Match match) {
        return new FieldCase(field, form, book, null, match, null, null);
    }

    static FieldCase againstArchive(
            FormField field, @Nullable String form, @Nullable String archive, @Nullable Match match) {
        return new FieldCase(field, form, null, archive, null, match, null);
    }

    boolean isCompared() {
        return formBook != null || formArchive != null;
    }

    /** A difference with either source outweighs all; an explanation outweighs agreement, agreement outweighs doubt. */
    Match combined() {
        Match combined = null;
        for (Match match : new @Nullable Match[] {formBook, formArchive}) {
            if (match != null && (combined == null || rank(match) < rank(combined))) {
                combined = match;
            }
        }
        if (combined == null) {
            throw new IllegalStateException("nothing to compare on " + field);
        }
        return combined;
    }

    private static int rank(Match match) {
        return switch (match.agreement()) {
            case DIFFERS -> 0;
            case EXPLAINED -> 1;
            case AGREE -> 2;
            case CANNOT_TELL -> 3;
        };
    }

    FieldVerdict verdict(@Nullable Suggestion suggestion) {
        Match match = combined();
        return new FieldVerdict(
                field.column(),
                form,
                book,
                archive,
                match.agreement(),
                match.rule(),
                match.agreement() == Agreement.DIFFERS ? suggestion : null);
    }
}
