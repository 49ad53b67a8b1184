package vn.dancu.sources;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.shared.FormId;

/**
 * Asks the archivist about forms (phiếu yêu cầu tra cứu tàng thư).
 *
 * @param lines in the order of the paper; those of several communes become a request each, because each archive is kept
 *     by its own archivist
 * @param asked the items that she is to hold against the sheet; who it is about is always told
 * @param purpose in words, 1 to {@value #LONGEST_TEXT} characters
 * @param askedByName as printed under the request
 */
public record AskArchive(List<Line> lines, Set<ArchiveField> asked, String purpose, String askedByName) {
    public static final int LONGEST_TEXT = 2_000;

    /** More than a day's work for one archivist is several requests. */
    public static final int MOST_LINES = 300;

    /** What a request may ask: the items that a form has, too, and the two that only the sheet has. */
    public static final Set<ArchiveField> ITEMS = Set.copyOf(EnumSet.complementOf(
            EnumSet.of(ArchiveField.ENTRY_NO, ArchiveField.ENVELOPE_NO, ArchiveField.COMMUNE_CODE)));

    public AskArchive {
        lines = List.copyOf(lines);
        asked = Set.copyOf(asked);
    }

    /**
     * One form.
     *
     * @param envelopeNo where its household's envelope is known
     * @param household head and address, by which the archivist finds the envelope otherwise
     */
    public record Line(
            FormId form,
            String communeCode,
            String residentialGroup,
            @Nullable String envelopeNo,
            String household) {}
}
