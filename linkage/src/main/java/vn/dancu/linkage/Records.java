package vn.dancu.linkage;

import org.jspecify.annotations.Nullable;

/** One file in memory, column by column. Immutable. */
public final class Records {

    private final int size = 0;

    public static Builder builder(Model model, int expectedRows) {
        return new Builder(model, expectedRows);
    }

    public int size() {
        return size;
    }

    public String id(int row) {
        throw new UnsupportedOperationException("being built");
    }

    /** Takes the rows one by one; not thread-safe. */
    public static final class Builder {

        Builder(Model model, int expectedRows) {}

        /**
         * Adds a row. Text is taken as written and is folded and read once per distinct value.
         *
         * @param values in the order of the model's columns; null or blank is "not known"
         */
        public Builder add(String id, @Nullable String... values) {
            throw new UnsupportedOperationException("being built");
        }

        public Records build() {
            return new Records();
        }
    }
}
