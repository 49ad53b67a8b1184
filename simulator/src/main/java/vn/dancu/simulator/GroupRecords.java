package vn.dancu.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything one residential group contributes to the files, with the look-ups the truth needs. */
final class GroupRecords {
    final Group group;
    final List<Household> households;
    final List<Draft> forms = new ArrayList<>();
    final List<Draft> bookEntries = new ArrayList<>();
    final List<Draft> archiveSheets = new ArrayList<>();
    private final Map<Person, List<Draft>> byPerson = new HashMap<>();

    GroupRecords(Group group, List<Household> households) {
        this.group = group;
        this.households = households;
    }

    void add(Draft record) {
        List<Draft> kind =
                record.columns == Columns.FORM ? forms : record.columns == Columns.BOOK ? bookEntries : archiveSheets;
        kind.add(record);
        byPerson.computeIfAbsent(record.person, key -> new ArrayList<>(4)).add(record);
    }

    List<Draft> of(Person person, Columns kind) {
        List<Draft> found = new ArrayList<>(2);
        for (Draft record : byPerson.getOrDefault(person, List.of())) {
            if (record.columns == kind) {
                found.add(record);
            }
        }
        return found;
    }
}
