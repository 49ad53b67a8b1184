package vn.dancu.paper.read;

import java.util.Optional;

/** What the books of the area know: asked while a page is read, answered from memory. */
public interface Books {
    /** No books at hand. */
    Books NONE = new Books() {
        @Override
        public boolean has(String number) {
            return false;
        }

        @Override
        public Optional<String> provinceOf(String communeCode) {
            return Optional.empty();
        }
    };

    /** Whether this personal number stands in a book. */
    boolean has(String number);

    /**
     * @param communeCode five digits
     * @return the two digits of its province, as personal numbers have them; empty when there is no such commune
     */
    Optional<String> provinceOf(String communeCode);
}
