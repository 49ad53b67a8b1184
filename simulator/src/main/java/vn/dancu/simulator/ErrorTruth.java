package vn.dancu.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.list.Relation;

/** The truth about every planted difference of a group, and what in the finished files shows it. */
final class ErrorTruth {
    private final GroupRecords records;
    private final Map<String, Integer> headsOf = new HashMap<>();
    private final Map<String, Set<Person>> holdersOf = new HashMap<>();

    ErrorTruth(GroupRecords records) {
        this.records = records;
        for (Draft form : records.forms) {
            if (form.get("relation_to_head").equals(Relation.HEAD.vietnamese())) {
                headsOf.merge(householdKey(form), 1, Integer::sum);
            }
            holdersOf
                    .computeIfAbsent(form.get("personal_id"), key -> new HashSet<>(2))
                    .add(form.person);
            holdersOf
                    .computeIfAbsent(form.get("old_id"), key -> new HashSet<>(2))
                    .add(form.person);
        }
    }

    void rows(Consumer<List<String>> out) {
        for (Draft form : records.forms) {
            for (Draft.Planted planted : form.planted()) {
                out.accept(row(form, planted, shownOnForm(form, column(form, planted))));
            }
        }
        sources(records.bookEntries, out);
        sources(records.archiveSheets, out);
    }

    private void sources(List<Draft> entries, Consumer<List<String>> out) {
        for (Draft entry : entries) {
            for (Draft.Planted planted : entry.planted()) {
                boolean shown = shownByComparison(entry, column(entry, planted));
                out.accept(row(entry, planted, shown ? "comparison" : ""));
            }
        }
    }

    private static String column(Draft record, Draft.Planted planted) {
        return record.columns.names().get(planted.column());
    }

    private static List<String> row(Draft record, Draft.Planted planted, String shownBy) {
        return List.of(
                record.columns.recordKind(),
                record.number(),
                column(record, planted),
                planted.error(),
                record.written()[planted.column()],
                planted.trueValue(),
                shownBy,
                planted.legitimate() ? "yes" : "no");
    }

    private String shownOnForm(Draft form, String column) {
        List<String> shown = new ArrayList<>(3);
        if (FormAlone.shows(form, column)) {
            shown.add("form");
        }
        if (shownByHousehold(form, column)) {
            shown.add("household");
        }
        boolean number = column.equals("personal_id") || column.equals("old_id");
        if (number && !form.get(column).isEmpty() && holders(form.get(column)).size() > 1) {
            shown.add("batch");
        }
        Draft entry = activeEntry(form.person);
        if (entry != null && TrueDifference.between(form, entry, column)) {
            shown.add("residence-book");
        }
        for (Draft sheet : records.of(form.person, Columns.ARCHIVE)) {
            if (TrueDifference.between(form, sheet, column)) {
                shown.add("archive");
            }
        }
        return String.join("|", shown);
    }

    private Set<Person> holders(String number) {
        return holdersOf.getOrDefault(number, Set.of());
    }

    private boolean shownByComparison(Draft source, String column) {
        List<Draft> forms = records.of(source.person, Columns.FORM);
        if (column.equals("removed_on") || column.equals("removal_reason")) {
            return !forms.isEmpty() && !source.get("removed_on").isEmpty();
        }
        String formColumn = TrueDifference.formColumn(source.columns, column);
        if (formColumn == null) {
            return false;
        }
        for (Draft form : forms) {
            if (TrueDifference.between(form, source, formColumn)) {
                return true;
            }
        }
        return false;
    }

    /** The entry a form is compared with: the one not removed, else the removed one. */
    private @Nullable Draft activeEntry(Person person) {
        Draft found = null;
        for (Draft entry : records.of(person, Columns.BOOK)) {
            if (found == null || entry.get("removed_on").isEmpty()) {
                found = entry;
            }
        }
        return found;
    }

    /** Two heads in one household, a wife who is a man, a child older than the head, another name on the head's own form. */
    private boolean shownByHousehold(Draft form, String column) {
        String relation = form.get("relation_to_head");
        Person person = form.person;
        if (column.equals("relation_to_head")) {
            if (relation.equals(Relation.HEAD.vietnamese())) {
                return headsOf.getOrDefault(householdKey(form), 0) > 1;
            }
            String sex = form.get("sex");
            return (relation.equals("Vợ") && sex.equals("Nam"))
                    || (relation.equals("Chồng") && sex.equals("Nữ"))
                    || (relation.equals("Cha") && sex.equals("Nữ"));
        }
        if (column.equals("head_name")) {
            Household household = householdOf(person);
            return household != null
                    && !records.of(household.head(), Columns.FORM).isEmpty();
        }
        return false;
    }

    private @Nullable Household householdOf(Person person) {
        for (Household household : records.households) {
            if (household.holds(person)) {
                return household;
            }
        }
        return null;
    }

    private static String householdKey(Draft form) {
        String book = form.get("household_book_no");
        return book.isEmpty()
                ? form.get("commune_code") + "/" + form.get("residential_group") + "/" + form.get("household_no")
                : book;
    }
}
