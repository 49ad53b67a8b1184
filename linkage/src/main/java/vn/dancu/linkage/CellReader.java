package vn.dancu.linkage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import vn.dancu.linkage.Column.Kind;

/**
 * Turns cells as written into what a row holds. What needs thought (folding, dates in words, names) is thought of once per
 * distinct text; plain digits and dates are read straight from the bytes. Not thread-safe.
 */
final class CellReader {

    /** What a distinct text takes beside its letters, and how often these are kept: as written, read, and folded. */
    private static final int BYTES_A_TEXT = 160;

    private static final int COPIES = 4;

    /** A one in every place of a number. */
    private static final long ONES = 0x1111_1111_1111_1111L;

    private final Layout layout;
    private final Dictionaries values;
    private final Kind[] kinds;
    private final String[] formats;
    private final boolean[] monthFirst;
    private final int[] digits;
    /** What a text was read as, by column; all names of one format share one. */
    private final Known[] known;

    private static final class Known {
        final ByteCodes codes = new ByteCodes();
        int[] read = new int[16];
    }

    /** Bytes that distinct texts may take, about; 0 for as much as there is. */
    private final long mostBytes;

    private long bytesTaken;

    CellReader(Model model, Layout layout, Dictionaries values) {
        this(model, layout, values, 0);
    }

    /** @param mostBytes that distinct texts may take, about; 0 for as much as there is */
    CellReader(Model model, Layout layout, Dictionaries values, long mostBytes) {
        this.mostBytes = mostBytes;
        this.layout = layout;
        this.values = values;
        int columns = model.columns().size();
        kinds = new Kind[columns];
        formats = new String[columns];
        digits = new int[columns];
        monthFirst = new boolean[columns];
        known = new Known[columns];
        Known names = new Known();
        Known genericNames = new Known();
        for (int c = 0; c < columns; c++) {
            Column column = model.columns().get(c);
            String format = column.format();
            kinds[c] = column.kind();
            formats[c] = format == null ? "" : format;
            monthFirst[c] = formats[c].equals(Reading.MONTH_FIRST);
            digits[c] = Reading.digitsWanted(formats[c]);
            boolean name = kinds[c] == Kind.PERSON_NAME || kinds[c] == Kind.WHOLE_NAME;
            known[c] = !name ? new Known() : formats[c].equals(Reading.GENERIC) ? genericNames : names;
        }
    }

    void read(int[] cells, int row, int c, String written) {
        byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
        read(cells, row, c, bytes, 0, bytes.length);
    }

    void read(int[] cells, int row, int c, byte[] bytes, int from, int to) {
        int at = row + layout.slot(c);
        switch (kinds[c]) {
            case NUMBER -> {
                long number = number(c, bytes, from, to);
                cells[at] = (int) (number >>> 32);
                cells[at + 1] = (int) number;
            }
            case QUANTITY -> cells[at] = Reading.quantity(text(bytes, from, to));
            case FINGERPRINT -> cells[at] = Reading.foldedHash(text(bytes, from, to));
            case DATE -> {
                int date = plainDate(c, bytes, from, to);
                cells[at] = date != 0 ? date : once(c, bytes, from, to);
            }
            case PERSON_NAME -> {
                int name = once(c, bytes, from, to);
                if (name != 0) {
                    cells[at] = values.names.surname(name);
                    cells[at + Layout.MIDDLE] = values.names.middle(name);
                    cells[at + Layout.GIVEN] = values.names.given(name);
                    cells[at + Layout.NAME] = name;
                }
            }
            case WHOLE_NAME, CODE, SEX, RELATION, HOUSEHOLD, NUMBERS, TEXT, FREE_TEXT, ADDRESS, SET ->
                cells[at] = once(c, bytes, from, to);
        }
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private long number(int c, byte[] bytes, int from, int to) {
        int length = to - from;
        if (length <= Numbers.MOST_DIGITS && (digits[c] == 0 || digits[c] == length)) {
            long digitsOnly = Numbers.packed(bytes, from, to);
            if (digitsOnly != Numbers.NOT_PLAIN) {
                boolean constant = digitsOnly == (digitsOnly & 15) * (ONES >>> Long.SIZE - 4 * length);
                return constant && length >= Reading.CONSTANT_FROM ? 0 : 1L << 4 * length | digitsOnly;
            }
        }
        return Reading.number(text(bytes, from, to), digits[c]);
    }

    /** yyyy-MM-dd or dd/MM/yyyy of the years 1000 to 2999, which needs no dictionary; 0 where it is written otherwise. */
    private int plainDate(int c, byte[] bytes, int from, int to) {
        if (to - from != 10) {
            return 0;
        }
        int yearAt;
        int monthAt;
        int dayAt;
        if (bytes[from + 4] == '-' && bytes[from + 7] == '-') {
            yearAt = from;
            monthAt = from + 5;
            dayAt = from + 8;
        } else if (bytes[from + 2] == '/' && bytes[from + 5] == '/') {
            yearAt = from + 6;
            monthAt = monthFirst[c] ? from : from + 3;
            dayAt = monthFirst[c] ? from + 3 : from;
        } else {
            return 0;
        }
        int year = two(bytes, yearAt) * 100 + two(bytes, yearAt + 2);
        int month = two(bytes, monthAt);
        int day = two(bytes, dayAt);
        boolean plain = year >= 1000 && year < 3000 && month >= 1 && month <= 12 && day >= 1 && day <= 28;
        return plain ? Dates.pack(year, month, day) : 0;
    }

    /** Two digits, or a number so low that no date comes of it. */
    private static int two(byte[] bytes, int at) {
        int tens = bytes[at] - '0';
        int ones = bytes[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -100_000 : tens * 10 + ones;
    }

    private int once(int c, byte[] bytes, int from, int to) {
        Known texts = known[c];
        int before = texts.codes.codes();
        int code = texts.codes.add(bytes, from, to);
        if (code == before) {
            bytesTaken += BYTES_A_TEXT + (long) COPIES * (to - from);
            if (mostBytes > 0 && bytesTaken > mostBytes) {
                throw tooManyTexts();
            }
            if (code >= texts.read.length) {
                texts.read = Arrays.copyOf(texts.read, code * 2);
            }
            texts.read[code] = readOne(c, text(bytes, from, to));
        }
        return texts.read[code];
    }

    private LinkageException tooManyTexts() {
        long megabytes = mostBytes >> 20;
        return new LinkageException(
                "tệp có quá nhiều giá trị khác nhau: chúng cần hơn " + megabytes
                        + " MB trong bộ nhớ được phép. Hãy tăng --memory, hoặc bỏ bớt cột văn bản dài khỏi mô hình"
                        + " (cột chỉ so bằng nhau: kind fingerprint).",
                "the file has too many distinct values: they take more than " + megabytes
                        + " MB of the memory allowed. Raise --memory, or leave columns of long text out of the model"
                        + " (a column only compared for equality: kind fingerprint).");
    }

    private int readOne(int c, String written) {
        return switch (kinds[c]) {
            case PERSON_NAME, WHOLE_NAME -> Reading.name(written, values.names, formats[c].equals(Reading.GENERIC));
            case DATE -> Reading.date(written, monthFirst[c]);
            case CODE, SEX, RELATION, HOUSEHOLD -> values.texts[c].add(Reading.code(kinds[c], written));
            case TEXT, FREE_TEXT, ADDRESS, SET -> values.texts[c].add(Reading.text(written));
            case NUMBERS -> {
                long[] numbers = Reading.numbers(written, digits[c]);
                if (numbers.length == 0) {
                    yield 0;
                }
                yield values.addSet(numbers);
            }
            case NUMBER, FINGERPRINT, QUANTITY -> throw new IllegalStateException("read without a dictionary");
        };
    }
}
