package vn.dancu.reconciliation;

import org.jspecify.annotations.Nullable;
import vn.dancu.reconciliation.db.ArchiveWord;

/**
 * What the archive says of one form: the sheet that the archivist named comes before the one that linkage found among
 * the imported ones.
 *
 * @param entry 0 for none
 * @param weight null where nobody weighed: an archivist's word has no odds
 * @param uncertain several imported sheets could be it, and nobody has looked
 */
record ArchiveSide(long entry, @Nullable Double weight, boolean uncertain, SourceState state) {
    /**
     * @param at the form's position in the links
     * @param word null counts as nobody having looked
     */
    static ArchiveSide of(Links.Side links, int at, ArchiveWord.@Nullable Word word) {
        ArchiveWord.Word said = word == null ? ArchiveWord.NONE : word;
        if (said.entry() != 0) {
            return new ArchiveSide(said.entry(), null, false, SourceState.FOUND);
        }
        long entry = links.entries()[at];
        if (entry != 0) {
            return new ArchiveSide(entry, links.weights()[at], false, SourceState.FOUND);
        }
        boolean uncertain = links.uncertain()[at] && !said.answered();
        boolean looked = said.answered() || uncertain || (links.consulted() && said.imported());
        return new ArchiveSide(0, null, uncertain, looked ? SourceState.NOT_FOUND : SourceState.NOT_CONSULTED);
    }
}
