package vn.dancu.sources;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the archivist found for one line.
 *
 * @param seen the key of the answer that she saw on the page, 0 for none: somebody else's newer answer is not run over
 * @param found false for "no file"
 * @param asForm the form's items, which hold for the sheet wherever she typed nothing else
 * @param otherwise what the sheet says differently
 * @param silent items that the sheet does not have
 * @param envelopeNo of the envelope in her hands
 * @param note may be empty
 */
public record AnswerLookup(
        LookupLineId line,
        long seen,
        boolean found,
        Map<ArchiveField, String> asForm,
        Map<ArchiveField, String> otherwise,
        Set<ArchiveField> silent,
        @Nullable String envelopeNo,
        String note) {
    /** The longest item that a sheet is keyed with. */
    public static final int LONGEST_ITEM = 500;

    public AnswerLookup {
        asForm = Map.copyOf(asForm);
        otherwise = Map.copyOf(otherwise);
        silent = Set.copyOf(silent);
    }
}
