package vn.dancu.sources.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.sources.AnswerLookup;
import vn.dancu.sources.ArchiveEntry;
import vn.dancu.sources.ArchiveField;

/**
 * The sheet that an answer describes. The archivist keys differences only: an item that was asked and that she left alone
 * says what the form says; one that was not asked stays empty, because nobody looked at it.
 */
public final class AnsweredSheet {
    /** Items by which a person is known: she found the sheet by them, asked or not. */
    private static final Set<ArchiveField> WHO = Set.of(ArchiveField.FULL_NAME, ArchiveField.BIRTH_DATE);

    private AnsweredSheet() {}

    public static ArchiveEntry of(
            AnswerLookup answer,
            Set<ArchiveField> asked,
            String entryNo,
            @Nullable String envelopeNo,
            String communeCode) {
        @Nullable String[] items = new @Nullable String[ArchiveField.values().length];
        for (ArchiveField field : ArchiveField.values()) {
            items[field.ordinal()] = item(field, answer, asked);
        }
        items[ArchiveField.ENTRY_NO.ordinal()] = entryNo;
        items[ArchiveField.ENVELOPE_NO.ordinal()] = envelopeNo;
        items[ArchiveField.COMMUNE_CODE.ordinal()] = communeCode.isEmpty() ? null : communeCode;
        return ArchiveEntry.of(items);
    }

    private static @Nullable String item(ArchiveField field, AnswerLookup answer, Set<ArchiveField> asked) {
        String typed = answer.otherwise().get(field);
        if (typed != null && !typed.isBlank()) {
            return typed.strip();
        }
        boolean looked = asked.contains(field) || WHO.contains(field);
        return !looked || answer.silent().contains(field)
                ? null
                : answer.asForm().get(field);
    }
}
