package vn.dancu.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.shared.table.Column;
import vn.dancu.shared.table.Row;
import vn.dancu.shared.table.Table;

/** Targets in a file: {@code residential_group, persons} and, if told apart, {@code permanent, temporary}. */
final class TargetFile {
    private static final int MOST_ROWS = 5_000;

    private TargetFile() {}

    /**
     * @throws vn.dancu.shared.DanCuException where there is no such table
     */
    static List<TargetActs.Cell> read(Path file) {
        List<TargetActs.Cell> cells = new ArrayList<>();
        try (Table table = Table.open(
                file,
                List.of(
                        new Column("residential_group", true),
                        new Column("persons", true),
                        new Column("permanent", false),
                        new Column("temporary", false)))) {
            Row row = table.next();
            while (row != null && cells.size() < MOST_ROWS) {
                @Nullable String[] written = row.cells();
                cells.add(new TargetActs.Cell(text(written[0]), text(written[1]), text(written[2]), text(written[3])));
                row = table.next();
            }
        }
        return cells;
    }

    private static String text(@Nullable String cell) {
        return cell == null ? "" : cell.strip();
    }
}
