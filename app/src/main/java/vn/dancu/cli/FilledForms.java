package vn.dancu.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dancu.paper.FormLayout;
import vn.dancu.paper.PageCode;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;
import vn.dancu.shared.table.Column;
import vn.dancu.shared.table.Row;
import vn.dancu.shared.table.Table;

/**
 * What is known before a form is printed: the rows of a file, as far as the form has a place for them.
 *
 * @param rows in the order of the file
 * @param refused by line: why a row is not printed
 */
record FilledForms(List<Known> rows, Map<Long, String> refused) {
    /** @param formNo empty when the row brings none and the form gets a new one */
    record Known(String formNo, Map<String, String> values) {
        /** Without the person. */
        @Override
        public String toString() {
            return "Known[" + values.size() + "]";
        }
    }

    static FilledForms none() {
        return new FilledForms(List.of(), Map.of());
    }

    /**
     * @param most rows that are taken
     * @throws DanCuException when the file is no table, or has more rows
     */
    static FilledForms read(Path file, FormLayout layout, int most) {
        List<String> names = Stream.concat(
                        Stream.of("form_no"),
                        layout.pages().stream()
                                .flatMap(page -> page.fields().stream())
                                .map(field -> field.name()))
                .distinct()
                .toList();
        List<Known> rows = new ArrayList<>();
        Map<Long, String> refused = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        List<Column> columns = names.stream()
                .map(name -> new Column(name, name.equals("full_name")))
                .toList();
        try (Table table = Table.open(file, columns)) {
            for (Row row = table.next(); row != null; row = table.next()) {
                @Nullable String[] cells = row.cells();
                String number = cells[0] == null ? "" : cells[0].strip();
                if (!number.isEmpty() && !PageCode.isNumber(number)) {
                    refused.put(
                            row.line(),
                            "số phiếu không in thành mã được (chỉ A–Z, 0–9, . / -; tối đa 24) / a number that no code holds");
                } else if (!number.isEmpty() && !seen.add(number)) {
                    refused.put(row.line(), "số phiếu lặp lại / a number that came before");
                } else if (rows.size() == most) {
                    throw new DanCuException(
                            ErrorCode.E105_UNKNOWN_OPTION_VALUE,
                            "tệp có hơn " + Figures.count(most)
                                    + " phiếu: hãy chia nhỏ / the file has more forms: split it");
                } else {
                    rows.add(new Known(number, values(names, cells)));
                }
            }
        }
        return new FilledForms(rows, refused);
    }

    private static Map<String, String> values(List<String> names, @Nullable String[] cells) {
        Map<String, String> values = new HashMap<>();
        for (int i = 1; i < cells.length; i++) {
            String cell = cells[i];
            if (cell != null) {
                values.put(names.get(i), cell);
            }
        }
        return values;
    }

    int size() {
        return rows.size();
    }

    int withoutNumber() {
        return (int) rows.stream().filter(row -> row.formNo().isEmpty()).count();
    }

    /** The numbers of all forms of this print. */
    List<String> numbers(List<String> fresh) {
        return Stream.concat(rows.stream().map(Known::formNo).filter(number -> !number.isEmpty()), fresh.stream())
                .toList();
    }
}
