package vn.dancu.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One file in memory: dictionaries of its distinct values, and a run of ints per row. Immutable once built. */
public final class Records {

    final Model model;
    final Layout layout;
    final int[] cells;
    final Names names;
    /** By column; empty where a column needs no dictionary. */
    final TextCodes[] texts;
    /** Sets of numbers; a cell holds the set's place. */
    final List<long[]> sets;

    private final String[] ids;

    private Records(Builder builder) {
        this.model = builder.model;
        this.layout = builder.layout;
        this.ids = Arrays.copyOf(builder.ids, builder.size);
        this.cells = Arrays.copyOf(builder.cells, builder.size * layout.stride);
        this.names = builder.names;
        this.texts = builder.texts;
        this.sets = builder.sets;
    }

    public static Builder builder(Model model, int expectedRows) {
        return new Builder(model, expectedRows);
    }

    public int size() {
        return ids.length;
    }

    /** The id that the row was added with. */
    public String id(int row) {
        return ids[row];
    }

    public Model model() {
        return model;
    }

    /** Takes the rows one by one; not thread-safe. May be used once. */
    public static final class Builder {

        private final Model model;
        private final Layout layout;
        private final Names names = new Names();
        private final TextCodes[] texts;
        private final List<long[]> sets = new ArrayList<>();
        private final Column.Kind[] kinds;
        /** What a raw text was read as, by column (all names share one), so that each is read once. */
        private final TextCodes[] raw;

        private int[][] read;
        private String[] ids;
        private int[] cells;
        private int size;
        private boolean built;

        Builder(Model model, int expectedRows) {
            this.model = model;
            this.layout = new Layout(model);
            int columns = model.columns().size();
            this.texts = new TextCodes[columns];
            this.raw = new TextCodes[columns];
            this.read = new int[columns][];
            this.kinds = model.columns().stream().map(Column::kind).toArray(Column.Kind[]::new);
            TextCodes rawNames = new TextCodes();
            for (int c = 0; c < columns; c++) {
                texts[c] = new TextCodes();
                boolean name = kinds[c] == Column.Kind.WHOLE_NAME || kinds[c] == Column.Kind.PERSON_NAME;
                raw[c] = name ? rawNames : new TextCodes();
                read[c] = new int[16];
            }
            int rows = Math.max(16, expectedRows);
            this.ids = new String[rows];
            this.cells = new int[Math.multiplyExact(rows, layout.stride)];
            sets.add(new long[0]);
        }

        /**
         * Adds a row. Text is taken as written, and read once per distinct value.
         *
         * @param values in the order of the model's columns; null or blank is "not known"; a household's text must stand for
         *     that household throughout the file
         */
        public Builder add(String id, @Nullable String... values) {
            if (values.length != kinds.length) {
                throw new IllegalArgumentException("expected " + kinds.length + " values, got " + values.length);
            }
            if (built) {
                throw new IllegalStateException("already built");
            }
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, size + (size >> 1));
                cells = Arrays.copyOf(cells, Math.multiplyExact(ids.length, layout.stride));
            }
            ids[size] = id;
            int row = size * layout.stride;
            for (int c = 0; c < values.length; c++) {
                String value = values[c];
                if (value != null && !value.isEmpty()) {
                    put(row + layout.slot(c), c, value);
                }
            }
            size++;
            return this;
        }

        private void put(int at, int c, String value) {
            switch (kinds[c]) {
                case NUMBER -> {
                    long id = Reading.personalId(value);
                    cells[at] = (int) (id >>> 32);
                    cells[at + 1] = (int) id;
                }
                case QUANTITY -> throw new IllegalStateException("not yet");
                case FINGERPRINT -> cells[at] = Reading.foldedHash(value);
                case PERSON_NAME -> {
                    int name = once(c, value);
                    if (name != 0) {
                        cells[at] = names.surname(name);
                        cells[at + Layout.MIDDLE] = names.middle(name);
                        cells[at + Layout.GIVEN] = names.given(name);
                        cells[at + Layout.NAME] = name;
                    }
                }
                case WHOLE_NAME, DATE, CODE, SEX, RELATION, HOUSEHOLD, NUMBERS, TEXT, FREE_TEXT, ADDRESS, SET ->
                    cells[at] = once(c, value);
            }
        }

        private int once(int c, String value) {
            TextCodes known = raw[c];
            int before = known.codes();
            int code = known.add(value);
            int shared = kinds[c] == Column.Kind.WHOLE_NAME ? nameColumn() : c;
            if (code == before) {
                if (code >= read[shared].length) {
                    read[shared] = Arrays.copyOf(read[shared], code * 2);
                }
                read[shared][code] = readOne(c, value);
            }
            return read[shared][code];
        }

        /** All names are read through one dictionary, kept at the place of the first name column. */
        private int nameColumn() {
            for (int c = 0; c < kinds.length; c++) {
                if (kinds[c] == Column.Kind.PERSON_NAME) {
                    return c;
                }
            }
            for (int c = 0; c < kinds.length; c++) {
                if (kinds[c] == Column.Kind.WHOLE_NAME) {
                    return c;
                }
            }
            throw new IllegalStateException("no name column");
        }

        private int readOne(int c, String value) {
            return switch (kinds[c]) {
                case PERSON_NAME, WHOLE_NAME -> Reading.name(value, names);
                case DATE -> Reading.date(value);
                case CODE, SEX, RELATION, HOUSEHOLD, TEXT, FREE_TEXT, ADDRESS, SET -> {
                    String folded = Reading.code(kinds[c], value);
                    yield folded.isEmpty() ? 0 : texts[c].add(folded);
                }
                case NUMBERS -> {
                    long[] numbers = Reading.numbers(value);
                    if (numbers.length == 0) {
                        yield 0;
                    }
                    sets.add(numbers);
                    yield sets.size() - 1;
                }
                case NUMBER, FINGERPRINT, QUANTITY -> throw new IllegalStateException("read without a dictionary");
            };
        }

        public Records build() {
            built = true;
            return new Records(this);
        }
    }
}
