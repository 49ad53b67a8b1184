package vn.dancu.linkage;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One file in memory: dictionaries of its distinct values, and a run of ints per row. Immutable once built. */
public final class Records {

    final Model model;
    final Layout layout;
    final Rows rows;
    final Dictionaries values;

    /** What memory is there for rows, and where they go beyond. */
    final Spilling spilling;

    private final Ids ids;

    record Spilling(long budget, @Nullable Path folder) {
        private static final long LEAST_TEXT_BYTES = 8 << 20;

        static final Spilling NEVER = new Spilling(0, null);

        /** Texts cannot be spilled: of one file they may take a quarter of all memory, of which rows have a tenth. */
        long textBytes() {
            return budget == 0 ? 0 : Math.max(LEAST_TEXT_BYTES, budget / 2 * 5);
        }

        Rows.Writer writer(int stride, int expected) {
            return new Rows.Writer(stride, expected, budget, folder);
        }
    }

    private Records(Builder builder) {
        this.model = builder.model;
        this.layout = builder.layout;
        this.ids = builder.ids;
        this.rows = builder.rows.build();
        this.spilling = builder.spilling;
        this.values = builder.values;
    }

    public static Builder builder(Model model, int expectedRows) {
        return new Builder(model, expectedRows, Spilling.NEVER);
    }

    /**
     * The same where memory is short.
     *
     * @param budget bytes that the rows may take; beyond, they go to a temporary file, which is gone with the program
     * @param folder of that file; null for the machine's own
     */
    public static Builder builder(Model model, int expectedRows, long budget, @Nullable Path folder) {
        return new Builder(model, expectedRows, new Spilling(budget, folder));
    }

    public int size() {
        return ids.size();
    }

    /** The id that the row was added with. */
    public String id(int row) {
        return ids.text(row);
    }

    /** Copies the id's UTF-8 bytes into a buffer and returns where they end. */
    public int id(int row, byte[] buffer, int at) {
        return ids.copy(row, buffer, at);
    }

    /**
     * Brings the ids of rows, which lie all over memory, close at hand before they are copied.
     *
     * @return nothing of meaning: something must come of it, or it is found to be for nothing
     */
    public int touchIds(int[] rows, int count) {
        return ids.touch(rows, count);
    }

    /** Bytes of the id in UTF-8. */
    public int idLength(int row) {
        return ids.length(row);
    }

    public Model model() {
        return model;
    }

    /** Takes the rows one by one; not thread-safe. May be used once. */
    public static final class Builder {

        private final Model model;
        private final Layout layout;
        private final Dictionaries values;
        private final CellReader reader;
        private final Ids ids;
        private final int columns;

        private final Rows.Writer rows;
        private final Spilling spilling;
        private boolean built;

        Builder(Model model, int expectedRows, Spilling spilling) {
            this.model = model;
            this.layout = new Layout(model);
            this.values = new Dictionaries(model);
            this.reader = new CellReader(model, layout, values, spilling.textBytes());
            this.columns = model.columns().size();
            int expected = Math.max(16, expectedRows);
            this.ids = new Ids(expected);
            this.spilling = spilling;
            this.rows = spilling.writer(layout.stride, expected);
        }

        /**
         * Adds a row. Text is taken as written, and read once per distinct value.
         *
         * @param written in the order of the model's columns; null or blank is "not known"; a household's text must stand for
         *     that household throughout the file
         */
        public Builder add(String id, @Nullable String... written) {
            if (written.length != columns) {
                throw new IllegalArgumentException("expected " + columns + " values, got " + written.length);
            }
            int[] cells = next();
            byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
            ids.add(bytes, 0, bytes.length);
            for (int c = 0; c < columns; c++) {
                String value = written[c];
                if (value != null && !value.isEmpty()) {
                    reader.read(cells, rows.at(), c, value);
                }
            }
            rows.done();
            return this;
        }

        /**
         * The same with UTF-8 bytes, which is faster.
         *
         * @param from where the cell of each column begins in the bytes, in the model's order; an empty cell is "not known"
         */
        public Builder add(byte[] bytes, int idFrom, int idTo, int[] from, int[] to) {
            int[] cells = next();
            ids.add(bytes, idFrom, idTo);
            for (int c = 0; c < columns; c++) {
                if (from[c] < to[c]) {
                    reader.read(cells, rows.at(), c, bytes, from[c], to[c]);
                }
            }
            rows.done();
            return this;
        }

        private int[] next() {
            if (built) {
                throw new IllegalStateException("already built");
            }
            return rows.next();
        }

        public Records build() {
            built = true;
            ids.trim();
            return new Records(this);
        }
    }
}
