package vn.dancu.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.Verdict;
import vn.dancu.civil.date.DateReading;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.list.CodedValue;
import vn.dancu.civil.list.Ethnicities;
import vn.dancu.civil.list.Relation;
import vn.dancu.civil.list.Sex;
import vn.dancu.civil.name.NameDifference;
import vn.dancu.civil.name.PersonName;
import vn.dancu.civil.number.OldId;

/**
 * Whether a form and an entry of the books or the archive truly differ in one item: both are written, both can be read, and no
 * named rule explains the difference. Judged on what stands in the finished files, not on what was meant to be planted.
 */
final class TrueDifference {
    /** Columns of books and archive by the column of the form they are compared with, where the names are not alike. */
    private static final Map<String, String> BOOK_COLUMNS = Map.of("permanent_code", "commune_code");

    private static final Map<String, String> ARCHIVE_COLUMNS =
            Map.of("permanent_code", "commune_code", "old_id", "old_ids");
    private static final List<String> IN_BOOK = List.of(
            "full_name",
            "birth_date",
            "sex",
            "ethnicity",
            "personal_id",
            "old_id",
            "permanent_code",
            "relation_to_head",
            "household_book_no",
            "head_name");
    private static final List<String> IN_ARCHIVE = List.of(
            "full_name",
            "birth_date",
            "sex",
            "ethnicity",
            "personal_id",
            "old_id",
            "permanent_code",
            "relation_to_head",
            "father_name",
            "mother_name",
            "spouse_name");

    private TrueDifference() {}

    static List<String> comparedColumns(Columns source) {
        return source == Columns.BOOK ? IN_BOOK : IN_ARCHIVE;
    }

    /** The column of the form that a column of a source is compared with; null where it is not compared. */
    static @Nullable String formColumn(Columns source, String sourceColumn) {
        for (String column : comparedColumns(source)) {
            if (sourceColumn(source, column).equals(sourceColumn)) {
                return column;
            }
        }
        return null;
    }

    private static String sourceColumn(Columns source, String formColumn) {
        return (source == Columns.BOOK ? BOOK_COLUMNS : ARCHIVE_COLUMNS).getOrDefault(formColumn, formColumn);
    }

    static boolean between(Draft form, Draft source, String formColumn) {
        if (!comparedColumns(source.columns).contains(formColumn)) {
            return false;
        }
        String there = source.get(sourceColumn(source.columns, formColumn));
        String here = form.get(formColumn);
        if (formColumn.equals("permanent_code")
                && source.columns == Columns.BOOK
                && source.get("book_kind").equals("temporary")) {
            here = form.get("present_code");
        }
        if (here.isEmpty() || there.isEmpty()) {
            return false;
        }
        return switch (formColumn) {
            case "full_name" -> namesDiffer(here, there, Ethnicities.parse(form.get("ethnicity")));
            case "father_name", "mother_name", "spouse_name", "head_name" -> namesDiffer(here, there, List.of());
            case "birth_date" -> datesDiffer(here, there);
            case "sex" -> bothDiffer(Sex.parse(here), Sex.parse(there));
            case "ethnicity" -> ethnicitiesDiffer(here, there);
            case "relation_to_head" -> bothDiffer(Relation.parse(here), Relation.parse(there));
            case "old_id" -> oldNumbersDiffer(here, there);
            default -> !here.equals(there);
        };
    }

    private static boolean namesDiffer(String here, String there, List<CodedValue> ethnicity) {
        return !NameDifference.between(PersonName.of(here), PersonName.of(there), ethnicity)
                .agrees();
    }

    private static boolean datesDiffer(String here, String there) {
        DateReading a = PartialDate.read(here);
        DateReading b = PartialDate.read(there);
        return a.date() != null && b.date() != null && a.date().compare(b.date()) == Verdict.DIFFER;
    }

    private static boolean ethnicitiesDiffer(String here, String there) {
        List<CodedValue> a = Ethnicities.parse(here);
        List<CodedValue> b = Ethnicities.parse(there);
        return !a.isEmpty() && !b.isEmpty() && !Ethnicities.sameGroup(a, b);
    }

    /** One slip apart from one of the numbers and equal to none; a wholly different number is explained by the law. */
    private static boolean oldNumbersDiffer(String here, String there) {
        OldId own = OldId.of(here);
        boolean typing = false;
        for (OldId other : OldId.parseMany(there)) {
            OldId.Difference difference = own.difference(other);
            if (difference == OldId.Difference.SAME) {
                return false;
            }
            typing |= difference == OldId.Difference.TYPING;
        }
        return typing;
    }

    private static <T> boolean bothDiffer(Optional<T> a, Optional<T> b) {
        return a.isPresent() && b.isPresent() && !a.equals(b);
    }
}
