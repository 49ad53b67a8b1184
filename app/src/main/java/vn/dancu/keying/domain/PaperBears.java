package vn.dancu.keying.domain;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FieldChange;
import vn.dancu.intake.FormField;
import vn.dancu.keying.PaperFinding;
import vn.dancu.keying.PaperRevision;

/**
 * What a paper should say. A correction that amended the paper stands on it; one that only attached a slip or a note does not,
 * and the paper goes on saying what it said before.
 */
public final class PaperBears {
    private static final Set<FormField> DATES =
            EnumSet.of(FormField.BIRTH_DATE, FormField.COLLECTED_ON, FormField.DECLARED_ON);
    private static final Set<FormField> NUMBERS = EnumSet.of(
            FormField.PERSONAL_ID,
            FormField.OLD_ID,
            FormField.FATHER_ID,
            FormField.MOTHER_ID,
            FormField.SPOUSE_ID,
            FormField.REPRESENTATIVE_ID,
            FormField.HEAD_ID);

    private PaperBears() {}

    /**
     * @param revisions oldest first
     * @param formNo of the paper
     * @return empty when no version was ever written on a paper of this number
     */
    public static Optional<CollectionForm> of(List<PaperRevision> revisions, String formNo) {
        CollectionForm borne = null;
        CollectionForm before = null;
        for (PaperRevision revision : revisions) {
            CollectionForm form = revision.form();
            if (form.formNo().equals(formNo)) {
                if (borne == null || revision.isRewritten()) {
                    borne = form;
                } else if (revision.isOnPaper() && before != null) {
                    for (FieldChange change : FieldChange.between(before, form)) {
                        borne = borne.with(change.field(), form.written(change.field()));
                    }
                }
            }
            before = form;
        }
        return Optional.ofNullable(borne);
    }

    /** Items of which the paper does not say what the version says; dates, codes and numbers by what they mean, and
     * capitals do not matter. */
    public static List<PaperFinding> compare(
            CollectionForm version, CollectionForm keyed, Collection<FormField> fields) {
        List<PaperFinding> findings = new ArrayList<>();
        for (FormField field : fields) {
            String says = plain(version.written(field));
            String paper = plain(keyed.written(field));
            if (!same(field, says, paper)) {
                findings.add(new PaperFinding(field.column(), says, paper));
            }
        }
        return findings;
    }

    private static boolean same(FormField field, String says, String paper) {
        if (says.equalsIgnoreCase(paper)) {
            return true;
        }
        if (DATES.contains(field)) {
            PartialDate one = PartialDate.read(says).date();
            return one != null && one.equals(PartialDate.read(paper).date());
        }
        if (NUMBERS.contains(field)) {
            return digits(says).equals(digits(paper));
        }
        return Meaning.of(field, says).isPresent() && Meaning.of(field, says).equals(Meaning.of(field, paper));
    }

    private static String digits(String number) {
        return number.replaceAll("[ .-]", "");
    }

    private static String plain(@Nullable String written) {
        return written == null
                ? ""
                : Normalizer.normalize(written, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    }
}
