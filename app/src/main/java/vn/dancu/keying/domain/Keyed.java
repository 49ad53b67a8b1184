package vn.dancu.keying.domain;

import java.util.Collection;
import vn.dancu.keying.KeyedItem;
import vn.dancu.keying.Keying;
import vn.dancu.keying.PaperState;

/** What is to be done next with a paper, from what was keyed of it. */
public final class Keyed {
    private Keyed() {}

    public static PaperState next(Collection<KeyedItem> items) {
        if (items.stream().anyMatch(item -> item.passes() > 0 && item.first() == null)) {
            return PaperState.FIRST;
        }
        if (items.stream().anyMatch(item -> item.passes() > 1 && item.second() == null)) {
            return PaperState.SECOND;
        }
        return items.stream().anyMatch(Keyed::isOpen) ? PaperState.SETTLE : PaperState.READY;
    }

    /** Whether this item is keyed in this pass. */
    public static boolean isIn(KeyedItem item, int pass) {
        return switch (pass) {
            case 1 -> item.passes() > 0;
            case 2 -> item.passes() > 1;
            case 3 -> isOpen(item);
            default -> false;
        };
    }

    /** The two differ in more than capitals, or whoever keyed it could not read it; nobody has settled it. */
    private static boolean isOpen(KeyedItem item) {
        String first = item.first();
        if (item.passes() == 0 || first == null || item.settled() != null) {
            return false;
        }
        String second = item.second();
        return first.equals(Keying.UNREADABLE)
                || (item.passes() > 1 && second != null && !first.equalsIgnoreCase(second));
    }
}
