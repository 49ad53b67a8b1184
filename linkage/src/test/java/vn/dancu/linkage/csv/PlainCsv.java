package vn.dancu.linkage.csv;

import java.util.ArrayList;
import java.util.List;

/** A CSV reader that is slow and obviously right: character by character over a whole text. */
final class PlainCsv {

    record Row(long line, List<String> cells) {}

    private final String text;
    private final char delimiter;
    private int at;
    private long line = 1;

    PlainCsv(String text, char delimiter) {
        this.text = text;
        this.delimiter = delimiter;
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        while (at < text.length()) {
            Row row = row();
            if (row != null) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Row row() {
        long begin = line;
        List<String> cells = new ArrayList<>();
        boolean quoted = cell(cells);
        while (at < text.length() && text.charAt(at) == delimiter) {
            at++;
            cell(cells);
        }
        lineEnd();
        return cells.size() == 1 && cells.get(0).isEmpty() && !quoted ? null : new Row(begin, cells);
    }

    private boolean cell(List<String> cells) {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        StringBuilder cell = new StringBuilder();
        boolean quoted = at < text.length() && text.charAt(at) == '"';
        if (quoted) {
            at++;
            while (true) {
                char c = text.charAt(at);
                if (c == '"') {
                    at++;
                    if (at == text.length() || text.charAt(at) != '"') {
                        break;
                    }
                    cell.append('"');
                    at++;
                } else if (c == '\n' || c == '\r') {
                    int before = at;
                    lineEnd();
                    cell.append(text, before, at);
                } else {
                    cell.append(c);
                    at++;
                }
            }
        }
        StringBuilder rest = new StringBuilder();
        while (at < text.length() && text.charAt(at) != delimiter && "\r\n".indexOf(text.charAt(at)) < 0) {
            rest.append(text.charAt(at++));
        }
        while (rest.length() > 0 && rest.charAt(rest.length() - 1) == ' ') {
            rest.setLength(rest.length() - 1);
        }
        cells.add(cell.append(rest).toString());
        return quoted;
    }

    private void lineEnd() {
        if (at < text.length()) {
            at += text.startsWith("\r\n", at) ? 2 : 1;
        }
        line++;
    }
}
