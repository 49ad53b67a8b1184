package vn.dancu.quality.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.intake.FormField;
import vn.dancu.shared.Finding;

/** What was found on one form, at most once for a rule and a field. Findings without details are made once and shared. */
final class Findings {
    private static final int FIELDS = FormField.values().length + 1;
    private static final @Nullable Finding[] SHARED = new Finding[Rule.values().length * FIELDS];

    private final List<Finding> found = new ArrayList<>();

    void add(Rule rule, @Nullable FormField field) {
        int place = rule.ordinal() * FIELDS + (field == null ? FIELDS - 1 : field.ordinal());
        Finding finding = SHARED[place];
        if (finding == null) {
            finding = make(rule, field, Map.of());
            SHARED[place] = finding;
        }
        put(finding);
    }

    void add(Rule rule, @Nullable FormField field, Map<String, String> details) {
        put(make(rule, field, details));
    }

    private static Finding make(Rule rule, @Nullable FormField field, Map<String, String> details) {
        return new Finding(rule.code(), rule.severity(), field == null ? "" : field.column(), details);
    }

    private void put(Finding finding) {
        for (Finding earlier : found) {
            if (earlier.code().equals(finding.code()) && earlier.field().equals(finding.field())) {
                return;
            }
        }
        found.add(finding);
    }

    boolean has(Rule rule) {
        for (Finding finding : found) {
            if (finding.code().equals(rule.code())) {
                return true;
            }
        }
        return false;
    }

    List<Finding> all() {
        return found;
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    void clear() {
        found.clear();
    }
}
