package vn.dancu.journey;

import java.util.Set;
import vn.dancu.intake.CollectionForm;
import vn.dancu.shared.FormId;

/**
 * A correction: a new version of a form, with the evidence and how the paper was put right.
 *
 * @param expectedVersion the version that the officer had before her; another one refuses the correction
 * @param evidence what paper the new values rest on
 */
public record CorrectForm(
        FormId form, int expectedVersion, CollectionForm changed, PaperRepair paper, Set<String> evidence) {
    public CorrectForm {
        evidence = Set.copyOf(evidence);
    }

    /** How the paper was made to say what the data says. */
    public enum PaperRepair {
        REWRITTEN_UNDER_NEW_NUMBER,
        AMENDED_AND_SIGNED,
        CORRECTION_SLIP_ATTACHED,
        OFFICE_NOTE
    }
}
