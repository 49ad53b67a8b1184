package vn.dancu.linkage.model;

import java.util.ArrayList;
import java.util.List;
import vn.dancu.linkage.Column;
import vn.dancu.linkage.Column.Kind;

/**
 * A column of the model to be, with where its values come from.
 *
 * @param left columns of the left file whose cells make the value, joined by a space
 * @param right the same of the right file
 * @param profile of the values of both
 */
record Field(
        String name,
        KindGuess guess,
        Meaning meaning,
        List<Integer> left,
        List<Integer> right,
        ColumnProfile profile,
        double filledLeft,
        double filledRight) {

    Kind kind() {
        return guess.kind();
    }

    Column column(Sample leftFile, Sample rightFile) {
        return new Column(name, kind(), headers(leftFile, left), headers(rightFile, right), guess.format());
    }

    static List<String> headers(Sample file, List<Integer> columns) {
        return columns.stream().map(file.header()::get).toList();
    }

    static String value(Sample file, int row, List<Integer> columns) {
        if (columns.size() == 1) {
            return file.cell(row, columns.get(0));
        }
        StringBuilder joined = new StringBuilder();
        for (int column : columns) {
            String cell = file.cell(row, column);
            joined.append(joined.isEmpty() || cell.isEmpty() ? "" : " ").append(cell);
        }
        return joined.toString();
    }

    static List<String> values(Sample file, List<Integer> columns) {
        List<String> values = new ArrayList<>();
        for (int row = 0; row < file.count(); row++) {
            String value = value(file, row, columns);
            if (!value.isEmpty()) {
                values.add(value);
            }
        }
        return values;
    }
}
