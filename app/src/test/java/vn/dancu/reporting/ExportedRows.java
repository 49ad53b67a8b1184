package vn.dancu.reporting;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.dancu.intake.FormField;
import vn.dancu.shared.Texts;

/**
 * The figures of a report counted by whoever holds the file that the product exports ({@code Measure.FORMS}, CSV): cell by cell,
 * in the words that the file bears, with no database.
 */
public final class ExportedRows {
    /** What the file must hold to be counted. */
    public static final List<FormField> FIELDS = List.of(
            FormField.FORM_NO,
            FormField.COMMUNE_CODE,
            FormField.RESIDENTIAL_GROUP,
            FormField.HOUSEHOLD_BOOK_NO,
            FormField.HOUSEHOLD_NO);

    private final List<CsvRecord> records;
    private final Map<String, Integer> columns = new HashMap<>();

    private ExportedRows(List<CsvRecord> records) {
        this.records = records;
        List<String> heads = records.get(1).getFields();
        for (int i = 0; i < heads.size(); i++) {
            columns.put(heads.get(i), i);
        }
    }

    /** A file whole: its mark, the heads, the rows, its mark. */
    public static ExportedRows read(String csv) {
        return new ExportedRows(
                CsvReader.builder().allowExtraFields(true).ofCsvRecord(csv.replace("\uFEFF", "")).stream()
                        .toList());
    }

    /** How many forms the file holds. */
    public int size() {
        return records.size() - 3;
    }

    private String cell(CsvRecord row, String head) {
        Integer column = columns.get(head);
        if (column == null) {
            throw new AssertionError("the file has no column " + head + ": " + columns.keySet());
        }
        return row.getField(column);
    }

    private String cell(CsvRecord row, FormField field) {
        return cell(row, Texts.of(Texts.VIETNAMESE).get("form-field." + field.column()));
    }

    /** By {@code commune/group}, in the order of {@link Figure}; figures of the campaign are 0. */
    public Map<String, long[]> byGroup() {
        Map<String, long[]> counts = new TreeMap<>();
        Set<String> households = new HashSet<>();
        for (CsvRecord row : records.subList(2, records.size() - 1)) {
            String area = cell(row, FormField.COMMUNE_CODE) + "/" + cell(row, FormField.RESIDENTIAL_GROUP);
            long[] count = counts.computeIfAbsent(area, absent -> new long[Figure.values().length]);
            boolean isLater = cell(row, "Trùng phiếu").equals("có");
            add(count, Figure.SHEETS, true);
            add(count, Figure.DUPLICATES, isLater);
            if (isLater) {
                continue;
            }
            String stage = cell(row, "Bước");
            String paper = cell(row, "Giấy");
            String repair = cell(row, "Sai sót");
            boolean moved = paper.equals("Đã bàn giao") || paper.equals("Đã quét");
            add(count, Figure.COLLECTED, true);
            add(count, Figure.REVERIFIED, cell(row, "Phúc tra").startsWith("Đã phúc tra"));
            add(count, Figure.HANDED_OVER, moved);
            add(count, Figure.SCANNED, paper.equals("Đã quét"));
            add(count, Figure.ACCEPTED, moved && (stage.equals("Đã phê duyệt") || stage.equals("Đã nhập CSDL")));
            add(count, Figure.WRONG, !repair.equals("không"));
            add(count, Figure.CORRECTED, repair.equals("đã sửa"));
            add(count, Figure.SCAN_RETURNED, cell(row, "Quét trả lại").equals("có"));
            String book = cell(row, FormField.HOUSEHOLD_BOOK_NO);
            String number = cell(row, FormField.HOUSEHOLD_NO);
            if (!book.isEmpty() || !number.isEmpty()) {
                add(count, Figure.HOUSEHOLDS, households.add(area + (book.isEmpty() ? "#" + number : "@" + book)));
            }
        }
        return counts;
    }

    private static void add(long[] count, Figure figure, boolean counts) {
        count[figure.ordinal()] += counts ? 1 : 0;
    }
}
