package vn.dancu.shared.document;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The tables of a document, one sheet each, numbers as numbers, with who wrote it and when above. */
public final class XlsxDocument {
    /** A whole number, or one with a decimal, with dots between thousands or none; a sign; per cent. */
    private static final Pattern NUMBER =
            Pattern.compile("([-+]?)((?:\\d{1,3}(?:\\.\\d{3})+|\\d{1,15})(?:,\\d{1,3})?)( %)?");

    private static final Pattern NOT_IN_A_SHEET_NAME = Pattern.compile("[\\[\\]*?:/\\\\'\\p{Cntrl}]");
    private static final int SHEET_NAME = 31;

    private XlsxDocument() {}

    /**
     * @throws IOException when {@code out} cannot be written
     */
    public static void write(Document document, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "DanCu", "1.0")) {
            List<Document.Table> tables = tables(document);
            Set<String> names = new HashSet<>();
            if (tables.isEmpty()) {
                head(workbook.newWorksheet("1"), document, "");
            }
            for (Document.Table table : tables) {
                sheet(workbook.newWorksheet(name(table.caption(), names)), document, table);
            }
        }
    }

    private static List<Document.Table> tables(Document document) {
        List<Document.Table> tables = new ArrayList<>();
        for (Document.Block block : document.blocks()) {
            if (block instanceof Document.Table table) {
                tables.add(table);
            }
        }
        return tables;
    }

    private static String name(String caption, Set<String> taken) {
        String plain = NOT_IN_A_SHEET_NAME.matcher(caption).replaceAll(" ").strip();
        String base = plain.isEmpty()
                ? "1"
                : plain.substring(0, Math.min(plain.length(), SHEET_NAME - 4)).strip();
        String name = base;
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = base + " " + i;
        }
        return name;
    }

    private static int head(Worksheet sheet, Document document, String caption) {
        sheet.value(0, 0, document.head().agency());
        sheet.value(1, 0, (document.kind() + " " + document.subject()).strip().replace('\n', ' '));
        sheet.style(1, 0).bold().set();
        sheet.value(
                2,
                0,
                HtmlDocument.Motto.placeAndDate(document.head())
                        + (document.footer() == null ? "" : " · " + document.footer()));
        sheet.value(3, 0, caption);
        return 5;
    }

    private static void sheet(Worksheet sheet, Document document, Document.Table table) {
        int row = head(sheet, document, table.caption());
        if (!table.groups().isEmpty()) {
            int column = 0;
            for (Document.Group group : table.groups()) {
                sheet.value(row, column, group.title());
                if (group.span() > 1) {
                    sheet.range(row, column, row, column + group.span() - 1).merge();
                }
                sheet.style(row, column).bold().horizontalAlignment("center").set();
                column += group.span();
            }
            row++;
        }
        for (int i = 0; i < table.columns().size(); i++) {
            sheet.value(row, i, table.columns().get(i).title().replace('\n', ' '));
            sheet.style(row, i)
                    .bold()
                    .wrapText(true)
                    .horizontalAlignment("center")
                    .set();
            sheet.width(i, Math.min(60, 6 + table.columns().get(i).weight() * 2.0));
        }
        sheet.freezePane(0, row + 1);
        row++;
        for (List<String> cells : table.rows()) {
            cells(sheet, row++, table, cells, false);
        }
        for (List<String> cells : table.totals()) {
            cells(sheet, row++, table, cells, true);
        }
    }

    private static void cells(Worksheet sheet, int row, Document.Table table, List<String> cells, boolean bold) {
        for (int i = 0; i < cells.size(); i++) {
            boolean figure = table.columns().get(i).align() == Document.Align.RIGHT;
            Matcher number = NUMBER.matcher(cells.get(i));
            if (figure && number.matches()) {
                sheet.value(row, i, value(number));
                sheet.style(row, i).format(format(number)).set();
            } else {
                // A text cell is never a formula, whatever it begins with.
                sheet.value(row, i, HtmlDocument.clean(cells.get(i)));
            }
            if (bold) {
                sheet.style(row, i).bold().set();
            }
        }
    }

    private static BigDecimal value(Matcher number) {
        BigDecimal value = new BigDecimal(
                number.group(1) + number.group(2).replace(".", "").replace(',', '.'));
        return number.group(3) == null ? value : value.movePointLeft(2);
    }

    private static String format(Matcher number) {
        boolean hasDecimals = number.group(2).indexOf(',') >= 0;
        if (number.group(3) != null) {
            return hasDecimals ? "0.0%" : "0%";
        }
        String plain = hasDecimals ? "#,##0.0" : "#,##0";
        return number.group(1).equals("+") ? "+" + plain + ";-" + plain : plain;
    }
}
