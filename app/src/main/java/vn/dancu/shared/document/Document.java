package vn.dancu.shared.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An administrative document (Decree 30/2020/NĐ-CP, annex I): letterhead, kind and subject, content, recipients and signatures.
 *
 * @param kind in capitals, as BÁO CÁO or BIÊN BẢN; empty for a letter
 * @param subject trích yếu; of a letter it stands below the number
 * @param landscape for wide tables
 * @param footer a line at the foot of every page: serial, holder, cut-off; null for none
 */
public record Document(
        Letterhead head,
        String kind,
        String subject,
        List<Block> blocks,
        Closing closing,
        boolean landscape,
        @Nullable String footer) {
    public Document {
        blocks = List.copyOf(blocks);
    }

    /**
     * Who writes, and when.
     *
     * @param superior the office above, in capitals; empty for none
     * @param agency the office that writes, in capitals
     * @param number number and sign, as {@code 12/BC-CATP}; null where one is still to be given
     * @param place where it is written
     */
    public record Letterhead(
            String superior, String agency, @Nullable String number, String place, LocalDate date) {}

    /** A piece of the content. A document knows these kinds and no other; each is told by {@link Block#tell}. */
    public sealed interface Block permits Heading, Paragraph, Items, Table, Line, NewPage {
        /** Tells the reader which kind this is, by calling the one method for it. */
        void tell(Reader reader);
    }

    /** Whoever writes a document out. */
    public interface Reader {
        void heading(Heading heading);

        void paragraph(Paragraph paragraph);

        void items(Items items);

        void table(Table table);

        void line(Line line);

        void newPage();
    }

    /** As {@code I. KẾT QUẢ}. */
    public record Heading(String text) implements Block {
        @Override
        public void tell(Reader reader) {
            reader.heading(this);
        }
    }

    /** Plain text; line feeds within it break lines. */
    public record Paragraph(String text, boolean emphasised) implements Block {
        public Paragraph(String text) {
            this(text, false);
        }

        @Override
        public void tell(Reader reader) {
            reader.paragraph(this);
        }
    }

    /** Each begins with a dash. */
    public record Items(List<String> texts) implements Block {
        public Items {
            texts = List.copyOf(texts);
        }

        @Override
        public void tell(Reader reader) {
            reader.items(this);
        }
    }

    /** A label with room to write behind it, by hand: {@code Ý kiến của hộ: ……}. */
    public record Line(String label, int rows) implements Block {
        @Override
        public void tell(Reader reader) {
            reader.line(this);
        }
    }

    /** What follows begins on a new page. */
    public record NewPage() implements Block {
        @Override
        public void tell(Reader reader) {
            reader.newPage();
        }
    }

    /**
     * A table whose head repeats on every page.
     *
     * @param groups heads over several columns; empty for none. Their spans add up to the columns
     * @param rows as many cells as columns; a cell that is a number stands right
     * @param totals rows set off below; empty for none
     */
    public record Table(
            String caption,
            List<Group> groups,
            List<Column> columns,
            List<List<String>> rows,
            List<List<String>> totals)
            implements Block {
        public Table {
            groups = List.copyOf(groups);
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            totals = List.copyOf(totals);
            int spans = groups.stream().mapToInt(Group::span).sum();
            if (!groups.isEmpty() && spans != columns.size()) {
                throw new IllegalArgumentException("heads over " + spans + " of " + columns.size() + " columns");
            }
            for (List<String> row : rows) {
                requireCells(row, columns.size());
            }
            for (List<String> row : totals) {
                requireCells(row, columns.size());
            }
        }

        public Table(String caption, List<Column> columns, List<List<String>> rows) {
            this(caption, List.of(), columns, rows, List.of());
        }

        /** So many columns that they are printed small. */
        public boolean hasManyColumns() {
            return columns.size() > 12;
        }

        private static void requireCells(List<String> row, int columns) {
            if (row.size() != columns) {
                throw new IllegalArgumentException("a row has " + row.size() + " cells for " + columns + " columns");
            }
        }

        @Override
        public void tell(Reader reader) {
            reader.table(this);
        }
    }

    /** A head over several columns. */
    public record Group(String title, int span) {}

    /**
     * @param weight share of the width, against the other columns
     */
    public record Column(String title, int weight, Align align) {
        public static Column text(String title, int weight) {
            return new Column(title, weight, Align.LEFT);
        }

        public static Column number(String title, int weight) {
            return new Column(title, weight, Align.RIGHT);
        }
    }

    /** Where a cell's text stands. */
    public enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    /**
     * @param recipients nơi nhận, one a line; empty where the document goes to nobody
     * @param signatures from left to right; one for a report, two for minutes
     */
    public record Closing(List<String> recipients, List<Signature> signatures) {
        public static final Closing NONE = new Closing(List.of(), List.of());

        public Closing {
            recipients = List.copyOf(recipients);
            signatures = List.copyOf(signatures);
        }
    }

    /**
     * @param authority as TRƯỞNG CÔNG AN PHƯỜNG, or KT. TRƯỞNG CÔNG AN PHƯỜNG
     * @param title the signer's own below it, as PHÓ TRƯỞNG; empty for none
     * @param hint as (Ký, ghi rõ họ tên); empty for none
     * @param name null while it is signed by hand
     */
    public record Signature(
            String authority,
            String title,
            String hint,
            @Nullable String name) {}
}
