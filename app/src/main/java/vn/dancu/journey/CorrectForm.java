package vn.dancu.journey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.intake.CollectionForm;
import vn.dancu.reconciliation.Evidence;
import vn.dancu.shared.FormId;

/**
 * A correction: a new version of a form, with the evidence and how the paper was put right.
 *
 * @param expectedVersion the version that the officer had before her; another one refuses the correction
 * @param evidence the papers that the new values rest on
 */
public record CorrectForm(
        FormId form, int expectedVersion, CollectionForm changed, PaperRepair paper, List<Evidence> evidence) {
    public CorrectForm {
        evidence = List.copyOf(evidence);
    }

    /** @param kinds of the papers, in words, where nobody wrote down their numbers */
    public CorrectForm(FormId form, int expectedVersion, CollectionForm changed, PaperRepair paper, Set<String> kinds) {
        this(
                form,
                expectedVersion,
                changed,
                paper,
                kinds.stream().sorted().map(Evidence::ofKind).toList());
    }

    /** As the step log keeps it: of several papers each but the first has its number at the key's end. */
    Map<String, String> details() {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("paper", paper.name());
        for (int i = 0; i < evidence.size(); i++) {
            Evidence one = evidence.get(i);
            String end = i == 0 ? "" : "." + (i + 1);
            details.put("evidence" + end, one.kind());
            put(details, "evidence-no" + end, one.number());
            put(details, "evidence-issuer" + end, one.issuer());
            put(
                    details,
                    "evidence-date" + end,
                    one.issuedOn() == null ? null : one.issuedOn().toString());
        }
        return details;
    }

    private static void put(Map<String, String> details, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            details.put(key, value.strip());
        }
    }

    /** How the paper was made to say what the data says. */
    public enum PaperRepair {
        REWRITTEN_UNDER_NEW_NUMBER,
        AMENDED_AND_SIGNED,
        CORRECTION_SLIP_ATTACHED,
        OFFICE_NOTE
    }
}
