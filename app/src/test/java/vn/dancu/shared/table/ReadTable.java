package vn.dancu.shared.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole table read at once, for tests; with the columns and the invented names that they share. */
final class ReadTable {
    static final List<Column> COLUMNS =
            List.of(new Column("no", true), new Column("full_name", true), new Column("note", false));
    static final List<String> NAMES = List.of(
            "Nguyễn Văn Đức",
            "Phạm Thị Hường",
            "Giàng Mí Páo",
            "Vừ Thị Mỷ",
            "Trần Quốc Toản",
            "Lê Hoàng Ngọc Diệp",
            "Đặng Thuỳ Trâm",
            "Hoàng Ngũ Phúc");

    private ReadTable() {}

    record Read(List<Row> rows, String encoding, String separator, List<String> unknown, List<TableNote> notes) {
        List<@Nullable String> names() {
            return rows.stream().map(row -> row.cells()[1]).toList();
        }
    }

    /** With equality by content, which a record of an array has not. */
    static Row row(long line, @Nullable String... cells) {
        return new Row(line, cells, false);
    }

    static Read read(Path file) {
        try (Table table = Table.open(file, COLUMNS)) {
            List<Row> rows = new ArrayList<>();
            for (Row row = table.next(); row != null; row = table.next()) {
                rows.add(row);
            }
            return new Read(rows, table.encoding(), table.separator(), table.unknownColumns(), table.notes());
        }
    }
}
