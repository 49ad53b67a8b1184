package vn.dancu.keying;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.paper.FieldKind;

/**
 * A paper as it comes to the keying.
 *
 * @param communeCode where it belongs: of its form, else of its batch; empty when nobody knows yet
 * @param items in the order of the paper; only those that a collection form has
 */
public record PaperToKey(
        String formNo, String formVersion, String communeCode, String residentialGroup, List<Item> items) {
    public PaperToKey {
        items = List.copyOf(items);
    }

    /**
     * @param field column of the import file of forms
     * @param page that was scanned; null when the sheet itself is keyed
     * @param reading what the machine read; empty when nothing
     * @param accepted whether the reading may stand without a person
     */
    public record Item(
            String field, FieldKind kind, @Nullable Long page, String reading, double confidence, boolean accepted) {
        /** Without the reading: it is somebody's. */
        @Override
        public String toString() {
            return "Item[" + field + ", " + kind + ", " + accepted + "]";
        }
    }

    /** Without the number: it leads to a person. */
    @Override
    public String toString() {
        return "PaperToKey[" + formVersion + ", " + items.size() + "]";
    }
}
