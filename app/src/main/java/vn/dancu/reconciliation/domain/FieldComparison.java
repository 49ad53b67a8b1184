package vn.dancu.reconciliation.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.list.CodedValue;
import vn.dancu.civil.list.Ethnicities;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.reconciliation.Agreement;
import vn.dancu.reconciliation.FieldVerdict;
import vn.dancu.sources.ArchiveEntry;
import vn.dancu.sources.ArchiveField;
import vn.dancu.sources.ResidenceEntry;
import vn.dancu.sources.ResidenceField;

/**
 * A form field by field against the entries linked to it. Which source speaks about which field, and what it is master
 * of, follows the filling rules: birth certificate first, household book second (Circular 104/2020 art. 1(1)); the
 * archive is older than both and proves nothing about where and with whom somebody lives now.
 */
public final class FieldComparison {
    private final SourceSuggestion suggestions;

    public FieldComparison(NameWords words) {
        this.suggestions = new SourceSuggestion(words);
    }

    /** Every field that both sides speak about, in the order of the form; empty when no entry is linked. */
    public List<FieldVerdict> compare(
            CollectionForm form, @Nullable ResidenceEntry book, @Nullable ArchiveEntry archive) {
        List<FieldCase> cases = cases(form, book, archive);
        List<FieldVerdict> verdicts = new ArrayList<>(cases.size());
        Evidenced evidenced = new Evidenced(form, book, archive, cases);
        for (FieldCase field : cases) {
            boolean differs = field.combined().agreement() == Agreement.DIFFERS;
            verdicts.add(field.verdict(differs ? suggestions.suggest(field, evidenced) : null));
        }
        return verdicts;
    }

    private static List<FieldCase> cases(
            CollectionForm form, @Nullable ResidenceEntry book, @Nullable ArchiveEntry archive) {
        List<FieldCase> cases = new ArrayList<>();
        if (book != null || archive != null) {
            identity(cases, form, book, archive);
        }
        if (book != null) {
            ResidenceRules.compare(cases, form, book, archive);
        }
        if (archive != null) {
            family(cases, form, archive);
        }
        cases.removeIf(field -> !field.isCompared());
        cases.sort(Comparator.comparing(FieldCase::field));
        return cases;
    }

    private static void identity(
            List<FieldCase> cases, CollectionForm form, @Nullable ResidenceEntry book, @Nullable ArchiveEntry archive) {
        List<CodedValue> ethnicity = ethnicity(form, book, archive);
        cases.add(new FieldCase(
                FormField.FULL_NAME,
                form.written(FormField.FULL_NAME),
                of(book, ResidenceField.FULL_NAME),
                of(archive, ArchiveField.FULL_NAME),
                book == null ? null : TextRules.names(form.fullName(), book.fullName(), ethnicity),
                archive == null ? null : TextRules.names(form.fullName(), archive.fullName(), ethnicity),
                book == null || archive == null
                        ? null
                        : TextRules.names(book.fullName(), archive.fullName(), ethnicity)));
        cases.add(new FieldCase(
                FormField.BIRTH_DATE,
                form.written(FormField.BIRTH_DATE),
                of(book, ResidenceField.BIRTH_DATE),
                of(archive, ArchiveField.BIRTH_DATE),
                book == null ? null : NumberRules.dates(form.birthDate(), book.birthDate()),
                archive == null ? null : NumberRules.dates(form.birthDate(), archive.birthDate()),
                book == null || archive == null ? null : NumberRules.dates(book.birthDate(), archive.birthDate())));
        cases.add(new FieldCase(
                FormField.SEX,
                form.written(FormField.SEX),
                of(book, ResidenceField.SEX),
                of(archive, ArchiveField.SEX),
                book == null ? null : NumberRules.sexes(form.sex(), book.sex()),
                archive == null ? null : NumberRules.sexes(form.sex(), archive.sex()),
                book == null || archive == null ? null : NumberRules.sexes(book.sex(), archive.sex())));
        cases.add(new FieldCase(
                FormField.OLD_ID,
                form.written(FormField.OLD_ID),
                of(book, ResidenceField.OLD_ID),
                of(archive, ArchiveField.OLD_IDS),
                book == null || book.oldId() == null ? null : NumberRules.oldIds(form.oldId(), List.of(book.oldId())),
                archive == null ? null : NumberRules.oldIds(form.oldId(), archive.oldIds()),
                book == null || archive == null ? null : NumberRules.oldIds(book.oldId(), archive.oldIds())));
        texts(cases, form, book, archive);
    }

    private static void texts(
            List<FieldCase> cases, CollectionForm form, @Nullable ResidenceEntry book, @Nullable ArchiveEntry archive) {
        cases.add(three(
                FormField.OTHER_NAME,
                form,
                of(book, ResidenceField.OTHER_NAME),
                of(archive, ArchiveField.OTHER_NAME),
                FieldComparison::otherNames));
        cases.add(three(
                FormField.ETHNICITY,
                form,
                of(book, ResidenceField.ETHNICITY),
                of(archive, ArchiveField.ETHNICITY),
                TextRules::ethnicity));
        cases.add(three(
                FormField.RELIGION,
                form,
                of(book, ResidenceField.RELIGION),
                of(archive, ArchiveField.RELIGION),
                TextRules::religion));
        cases.add(three(
                FormField.HOMETOWN,
                form,
                of(book, ResidenceField.HOMETOWN),
                of(archive, ArchiveField.HOMETOWN),
                TextRules::place));
        cases.add(three(
                FormField.PERSONAL_ID,
                form,
                of(book, ResidenceField.PERSONAL_ID),
                of(archive, ArchiveField.PERSONAL_ID),
                NumberRules::personalIds));
        cases.add(
                three(FormField.NATIONALITY, form, of(book, ResidenceField.NATIONALITY), null, TextRules::nationality));
    }

    private static void family(List<FieldCase> cases, CollectionForm form, ArchiveEntry archive) {
        cases.add(parent(FormField.FATHER_NAME, form, archive.written(ArchiveField.FATHER_NAME)));
        cases.add(parent(FormField.MOTHER_NAME, form, archive.written(ArchiveField.MOTHER_NAME)));
        String spouse = archive.written(ArchiveField.SPOUSE_NAME);
        cases.add(FieldCase.againstArchive(
                FormField.SPOUSE_NAME,
                form.written(FormField.SPOUSE_NAME),
                spouse,
                doubtIfOther(TextRules.names(form.written(FormField.SPOUSE_NAME), spouse), FieldRules.OLDER_RECORD)));
        String birthPlace = archive.written(ArchiveField.BIRTH_PLACE);
        cases.add(FieldCase.againstArchive(
                FormField.BIRTH_REGISTRATION_PLACE,
                form.written(FormField.BIRTH_REGISTRATION_PLACE),
                birthPlace,
                TextRules.place(form.written(FormField.BIRTH_REGISTRATION_PLACE), birthPlace)));
    }

    private static FieldCase parent(FormField field, CollectionForm form, @Nullable String archive) {
        return FieldCase.againstArchive(
                field, form.written(field), archive, TextRules.names(form.written(field), archive));
    }

    /** A person may be called by several other names, so only a misspelt one differs. */
    private static @Nullable Match otherNames(@Nullable String one, @Nullable String other) {
        return doubtIfOther(TextRules.names(one, other), FieldRules.ANOTHER_NAME_IN_USE);
    }

    static @Nullable Match doubtIfOther(@Nullable Match match, String rule) {
        return match != null && match.rule().equals(FieldRules.OTHER_NAME) ? Match.cannotTell(rule) : match;
    }

    /** How two written values of one field stand to each other. */
    interface Rule {
        @Nullable
        Match compare(@Nullable String one, @Nullable String other);
    }

    private static FieldCase three(
            FormField field, CollectionForm form, @Nullable String book, @Nullable String archive, Rule rule) {
        String own = form.written(field);
        return new FieldCase(
                field,
                own,
                book,
                archive,
                rule.compare(own, book),
                rule.compare(own, archive),
                rule.compare(book, archive));
    }

    /** Looked up only where the names differ. */
    private static List<CodedValue> ethnicity(
            CollectionForm form, @Nullable ResidenceEntry book, @Nullable ArchiveEntry archive) {
        String written = form.fullName().written();
        if ((book == null || written.equals(book.fullName().written()))
                && (archive == null || written.equals(archive.fullName().written()))) {
            return List.of();
        }
        List<CodedValue> own = form.ethnicity();
        if (!own.isEmpty()) {
            return own;
        }
        List<CodedValue> inBook = Ethnicities.parse(of(book, ResidenceField.ETHNICITY));
        return inBook.isEmpty() ? Ethnicities.parse(of(archive, ArchiveField.ETHNICITY)) : inBook;
    }

    static @Nullable String of(@Nullable ResidenceEntry book, ResidenceField field) {
        return book == null ? null : book.written(field);
    }

    static @Nullable String of(@Nullable ArchiveEntry archive, ArchiveField field) {
        return archive == null ? null : archive.written(field);
    }
}
