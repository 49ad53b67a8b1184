package vn.dancu.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.dancu.cli.Truth.Kind;
import vn.dancu.cli.Truth.WrongItem;
import vn.dancu.cli.db.ResultQueries.FindingRow;
import vn.dancu.cli.db.ResultQueries.LinkRow;
import vn.dancu.cli.db.ResultQueries.VerdictRow;

/**
 * The program's checks and comparisons of an invented city, held against its truth. Takes the rows as they stood when the
 * program had worked by itself and no officer had decided anything.
 */
final class Judgement {
    private static final Set<String> STOPS = Set.of("BLOCKING", "EXPLAIN");

    /** Items that speak of each other through the personal number: a finding on one names a fault in any. */
    private static final Set<String> BOUND_BY_NUMBER =
            Set.of("personal_id", "sex", "birth_date", "birth_registration_code", "birth_registration_place");

    /** What two members of a household say of each other: a contradiction in one of these is a fault in any of them. */
    private static final List<Set<String>> SAID_OF_EACH_OTHER = List.of(
            Set.of("full_name", "father_name", "mother_name", "spouse_name", "head_name", "representative_name"),
            Set.of("personal_id", "old_id", "father_id", "mother_id", "spouse_id", "head_id", "representative_id"),
            Set.of(
                    "full_name",
                    "birth_date",
                    "sex",
                    "relation_to_head",
                    "marital_status",
                    "spouse_name",
                    "head_name",
                    "household_no",
                    "household_book_no"));

    /** One line of the closing table. */
    record Measure(String name, long part, long whole, double goal, boolean atMost) {
        boolean isReached() {
            if (whole == 0) {
                return true;
            }
            double rate = (double) part / whole;
            return atMost ? rate <= goal : rate >= goal;
        }
    }

    private final Truth truth;
    private final Map<String, Map<String, Set<String>>> findings = new HashMap<>();
    private final Set<String> stopped = new HashSet<>();
    private final Set<String> blocked = new HashSet<>();
    private final Map<String, Set<String>> differing = new HashMap<>();
    private final Map<String, LinkRow> links = new HashMap<>();
    private final Map<String, List<String>> members = new HashMap<>();
    private final List<VerdictRow> suggestions = new ArrayList<>();

    Judgement(Truth truth) {
        this.truth = truth;
    }

    void take(FindingRow row) {
        if (!row.severity().equals("NOTE")) {
            findings.computeIfAbsent(row.formNo(), key -> new HashMap<>())
                    .computeIfAbsent(row.field(), key -> new HashSet<>())
                    .add(row.code());
        }
        if (STOPS.contains(row.severity())) {
            stopped.add(row.formNo());
        }
        if (row.severity().equals("BLOCKING")) {
            blocked.add(row.formNo());
        }
    }

    void take(VerdictRow row) {
        if (row.verdict().equals("differs")) {
            differing.computeIfAbsent(row.formNo(), key -> new HashSet<>()).add(row.field());
        }
        if (!row.suggestedSource().isEmpty()) {
            suggestions.add(row);
        }
    }

    void take(LinkRow row) {
        links.put(row.formNo(), row);
        if (!row.household().isEmpty()) {
            members.computeIfAbsent(row.household(), key -> new ArrayList<>()).add(row.formNo());
        }
    }

    List<Measure> measures() {
        List<Measure> measures = new ArrayList<>();
        measures.add(shownByTheForm());
        measures.add(shownByASource());
        measures.add(namedAndTrulyWrong());
        measures.add(cleanFormsBlocked());
        measures.add(cleanFormsThatPass());
        measures.add(preciseLinks());
        measures.add(foundLinks());
        measures.add(duplicatesFound());
        measures.add(duplicatesTrue());
        measures.add(rightSuggestions());
        return measures;
    }

    private Measure shownByTheForm() {
        long shown = 0;
        long named = 0;
        for (String form : truth.forms()) {
            for (Map.Entry<String, WrongItem> item :
                    truth.wrong(Kind.FORM, form).entrySet()) {
                if (item.getValue().shownBy().contains("form")) {
                    shown++;
                    named += isNamed(form, item.getKey()) ? 1 : 0;
                }
            }
        }
        return new Measure("lỗi tự phiếu cho thấy, được nêu tên", named, shown, 0.995, false);
    }

    private boolean isNamed(String form, String field) {
        Map<String, Set<String>> found = findings.getOrDefault(form, Map.of());
        if (found.containsKey(field)) {
            return true;
        }
        return BOUND_BY_NUMBER.contains(field) && found.keySet().stream().anyMatch(BOUND_BY_NUMBER::contains);
    }

    private Measure shownByASource() {
        long shown = 0;
        long named = 0;
        for (String form : truth.forms()) {
            for (String field : fieldsThatASourceShows(form)) {
                shown++;
                named += differing.getOrDefault(form, Set.of()).contains(field) || isNamed(form, field) ? 1 : 0;
            }
        }
        return new Measure("sai lệch nguồn cho thấy, được nêu tên", named, shown, 0.97, false);
    }

    private Set<String> fieldsThatASourceShows(String form) {
        Set<String> fields = new HashSet<>();
        truth.wrong(Kind.FORM, form).forEach((field, item) -> {
            if (item.shownBy().contains("residence-book") || item.shownBy().contains("archive")) {
                fields.add(field);
            }
        });
        for (Kind kind : List.of(Kind.RESIDENCE_BOOK, Kind.ARCHIVE)) {
            for (String record : truth.recordsOfFormsPerson(form, kind)) {
                truth.wrong(kind, record).forEach((field, item) -> {
                    if (item.shownBy().contains("comparison")) {
                        fields.add(field);
                    }
                });
            }
        }
        return fields;
    }

    private Measure namedAndTrulyWrong() {
        Set<String> named = new HashSet<>();
        long right = 0;
        for (String form : truth.forms()) {
            Set<String> fields = new HashSet<>(differing.getOrDefault(form, Set.of()));
            fields.addAll(findings.getOrDefault(form, Map.of()).keySet());
            for (String field : fields) {
                named.add(form + "/" + field);
                right += isTrulyWrong(form, field) ? 1 : 0;
            }
        }
        return new Measure("điều được nêu, đúng là có sai ở đâu đó", right, named.size(), 0.90, false);
    }

    /** A finding on the form as a whole, and one bound by the number, is right when any item it may mean is wrong. */
    private boolean isTrulyWrong(String form, String field) {
        if (truth.isWrongSomewhere(form, field)) {
            return true;
        }
        if (BOUND_BY_NUMBER.contains(field)
                && BOUND_BY_NUMBER.stream().anyMatch(bound -> truth.isWrongSomewhere(form, bound))) {
            return true;
        }
        if (truth.recordsOfFormsPerson(form, Kind.FORM).size() > 1
                || truth.wrong(Kind.FORM, form).values().stream()
                        .anyMatch(item -> item.shownBy().contains("household")
                                || item.shownBy().contains("batch"))) {
            return true;
        }
        return isFromHousehold(form, field) && isContradictedByAMember(form, field);
    }

    /** Rules of the F7 group hold two forms of one household against each other; either may be the wrong one. */
    private boolean isFromHousehold(String form, String field) {
        return findings.getOrDefault(form, Map.of()).getOrDefault(field, Set.of()).stream()
                .anyMatch(code -> code.startsWith("F7"));
    }

    private boolean isContradictedByAMember(String form, String field) {
        LinkRow link = links.get(form);
        if (link == null) {
            return false;
        }
        for (String member : members.getOrDefault(link.household(), List.of())) {
            for (Set<String> bound : SAID_OF_EACH_OTHER) {
                if (bound.contains(field)
                        && truth.wrong(Kind.FORM, member).keySet().stream().anyMatch(bound::contains)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Measure cleanFormsBlocked() {
        long clean = 0;
        long held = 0;
        for (String form : truth.forms()) {
            if (truth.isCleanForm(form)) {
                clean++;
                held += blocked.contains(form) ? 1 : 0;
            }
        }
        return new Measure("phiếu sạch bị chặn", held, clean, 0.002, true);
    }

    private Measure cleanFormsThatPass() {
        long clean = 0;
        long passed = 0;
        for (String form : truth.forms()) {
            if (truth.isCleanEverywhere(form)) {
                clean++;
                passed += passes(form) ? 1 : 0;
            }
        }
        return new Measure("phiếu sạch tự đi qua", passed, clean, 0.97, false);
    }

    private boolean passes(String form) {
        LinkRow link = links.get(form);
        return !stopped.contains(form)
                && link != null
                && (link.outcome().equals("AGREES") || link.outcome().equals("EXPLAINED"));
    }

    private Measure preciseLinks() {
        long made = 0;
        long right = 0;
        for (LinkRow link : links.values()) {
            for (Kind kind : List.of(Kind.RESIDENCE_BOOK, Kind.ARCHIVE)) {
                String entry = link.entryNo(kind == Kind.RESIDENCE_BOOK);
                if (!entry.isEmpty()) {
                    made++;
                    right += truth.recordsOfFormsPerson(link.formNo(), kind).contains(entry) ? 1 : 0;
                }
            }
        }
        return new Measure("liên kết đúng", right, made, 0.9998, false);
    }

    private Measure foundLinks() {
        long there = 0;
        long found = 0;
        for (String form : truth.forms()) {
            LinkRow link = links.get(form);
            for (Kind kind : List.of(Kind.RESIDENCE_BOOK, Kind.ARCHIVE)) {
                List<String> records = truth.recordsOfFormsPerson(form, kind);
                if (!records.isEmpty()) {
                    there++;
                    found += link != null && records.contains(link.entryNo(kind == Kind.RESIDENCE_BOOK)) ? 1 : 0;
                }
            }
        }
        return new Measure("liên kết tìm được", found, there, 0.998, false);
    }

    private Measure duplicatesFound() {
        long there = 0;
        long found = 0;
        Set<String> seen = new HashSet<>();
        for (String form : truth.forms()) {
            List<String> forms = truth.recordsOfFormsPerson(form, Kind.FORM);
            if (forms.size() > 1 && seen.add(String.valueOf(truth.person(Kind.FORM, form)))) {
                there += forms.size() - 1;
                found += Math.min(
                        forms.size() - 1,
                        forms.stream().filter(this::isDuplicate).count());
            }
        }
        return new Measure("phiếu trùng tìm được", found, there, 0.95, false);
    }

    private Measure duplicatesTrue() {
        long called = 0;
        long right = 0;
        for (LinkRow link : links.values()) {
            if (isDuplicate(link.formNo())) {
                called++;
                right += truth.recordsOfFormsPerson(link.formNo(), Kind.FORM).size() > 1 ? 1 : 0;
            }
        }
        return new Measure("phiếu báo trùng, đúng là trùng", right, called, 0.98, false);
    }

    private boolean isDuplicate(String form) {
        LinkRow link = links.get(form);
        return link != null && link.outcome().equals("DUPLICATE");
    }

    private Measure rightSuggestions() {
        long right = 0;
        for (VerdictRow row : suggestions) {
            LinkRow link = links.get(row.formNo());
            boolean wrong = switch (row.suggestedSource()) {
                case "form" -> truth.wrong(Kind.FORM, row.formNo()).containsKey(row.field());
                case "residence-book" ->
                    link == null
                            || truth.wrong(Kind.RESIDENCE_BOOK, link.residenceEntryNo())
                                    .containsKey(row.field());
                case "archive" ->
                    link == null
                            || truth.wrong(Kind.ARCHIVE, link.archiveEntryNo()).containsKey(row.field());
                default -> true;
            };
            right += wrong ? 0 : 1;
        }
        return new Measure("gợi ý nguồn đúng", right, suggestions.size(), 0.98, false);
    }
}
