package vn.dancu.quality;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.list.Relation;
import vn.dancu.civil.number.PersonalId;
import vn.dancu.civil.text.LegacyText;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.shared.Finding;

/**
 * What puts a finding right beyond doubt, so that one press may do it: only where the form itself says what is meant. What
 * needs a paper or a question at the door has no such remedy.
 */
public final class Remedies {
    /** Items that a residence book says too, and may fill in where the form is blank. */
    private static final Set<FormField> IN_THE_BOOK = EnumSet.of(
            FormField.BIRTH_DATE,
            FormField.SEX,
            FormField.HOMETOWN,
            FormField.ETHNICITY,
            FormField.RELIGION,
            FormField.NATIONALITY,
            FormField.RELATION_TO_HEAD,
            FormField.HEAD_NAME);

    /** Of these the number is built: the book alone does not carry them, book and archive together do. */
    private static final Set<FormField> MANDATORY =
            EnumSet.of(FormField.FULL_NAME, FormField.BIRTH_DATE, FormField.SEX, FormField.BIRTH_REGISTRATION_PLACE);

    private Remedies() {}

    /** How a value is put right. */
    public enum Kind {
        /** Spaces and characters that nobody sees are taken out. */
        CLEAN,
        /** Text of an old encoding is read as what it was typed as. */
        DECODE,
        /** The item repeats another one and says nothing. */
        CLEAR,
        /** Another item of the same form says it. */
        COMPUTE
    }

    /** @param value null for a blank item */
    public record Remedy(
            Kind kind, FormField field, @Nullable String value) {
        /** What it says stays out of logs. */
        @Override
        public String toString() {
            return "Remedy[" + kind + ", " + field + "]";
        }
    }

    public static Optional<Remedy> of(Finding finding, CollectionForm form) {
        Optional<FormField> field = FormField.byColumn(finding.field());
        String written = field.map(form::written).orElse(null);
        if (field.isEmpty()) {
            return Optional.empty();
        }
        return switch (finding.code()) {
            case "F303_NAME_IN_LEGACY_ENCODING" -> decoded(field.get(), written);
            case "F307_NAME_HAS_STRANGE_CHARACTER" -> cleaned(field.get(), written);
            case "F309_OTHER_NAME_IS_THE_BIRTH_NAME" -> Optional.of(new Remedy(Kind.CLEAR, FormField.OTHER_NAME, null));
            case "F517_HEAD_NAME_MISSING" ->
                form.relation() == Relation.HEAD && form.written(FormField.FULL_NAME) != null
                        ? Optional.of(new Remedy(Kind.COMPUTE, FormField.HEAD_NAME, form.written(FormField.FULL_NAME)))
                        : Optional.empty();
            case "F508_NATIONALITY_MISSING" ->
                // Only citizens bear such a number.
                PersonalId.parse(form.written(FormField.PERSONAL_ID)).isPresent()
                        ? Optional.of(new Remedy(Kind.COMPUTE, FormField.NATIONALITY, "Việt Nam"))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The blank item that a book may fill in; empty for any other finding. */
    public static Optional<FormField> blankInTheBook(Finding finding) {
        return finding.code().endsWith("_MISSING")
                ? FormField.byColumn(finding.field()).filter(IN_THE_BOOK::contains)
                : Optional.empty();
    }

    /** Whether the archive must say the same before a book's value is taken. */
    public static boolean needsTheArchive(FormField field) {
        return MANDATORY.contains(field);
    }

    private static Optional<Remedy> decoded(FormField field, @Nullable String written) {
        if (written == null) {
            return Optional.empty();
        }
        LegacyText.Encoding encoding = LegacyText.detect(written);
        if (encoding == LegacyText.Encoding.UNICODE) {
            return Optional.empty();
        }
        String read = Normalizer.normalize(LegacyText.decode(written, encoding), Normalizer.Form.NFC);
        return isName(read) && LegacyText.detect(read) == LegacyText.Encoding.UNICODE
                ? Optional.of(new Remedy(Kind.DECODE, field, read))
                : Optional.empty();
    }

    private static Optional<Remedy> cleaned(FormField field, @Nullable String written) {
        if (written == null) {
            return Optional.empty();
        }
        String clean = Normalizer.normalize(written, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cf}\\p{Cc}]", "")
                .replaceAll("[\\p{Z}\\s]+", " ")
                .strip();
        return !clean.equals(written) && isName(clean)
                ? Optional.of(new Remedy(Kind.CLEAN, field, clean))
                : Optional.empty();
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c == ' ' || Character.isLetter(c));
    }
}
