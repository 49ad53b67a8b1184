package vn.dancu.reconciliation.domain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.list.Sex;
import vn.dancu.civil.number.PersonalId;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.sources.ArchiveEntry;
import vn.dancu.sources.ResidenceEntry;

/** All that is known of one person when a suggestion is weighed. */
record Evidenced(
        CollectionForm form,
        @Nullable ResidenceEntry book,
        @Nullable ArchiveEntry archive,
        List<FieldCase> cases) {

    /** Every well-formed personal number that the records write, each once. */
    Set<PersonalId> numbers() {
        Set<PersonalId> numbers = new LinkedHashSet<>();
        add(numbers, form.personalId());
        add(numbers, book == null ? null : book.personalId());
        add(numbers, archive == null ? null : archive.personalId());
        return numbers;
    }

    /** Sexes that the records write; one element when they agree. */
    Set<Sex> sexes() {
        Set<Sex> sexes = new LinkedHashSet<>();
        add(sexes, form.sex());
        add(sexes, book == null ? null : book.sex());
        add(sexes, archive == null ? null : archive.sex());
        return sexes;
    }

    /** Years of birth that the records write; one element when they agree. */
    Set<Integer> years() {
        Set<Integer> years = new LinkedHashSet<>();
        year(years, form.birthDate().date());
        year(years, book == null ? null : book.birthDate().date());
        year(years, archive == null ? null : archive.birthDate().date());
        return years;
    }

    boolean birthCertificateShown() {
        String papers = form.written(FormField.PAPERS_SHOWN);
        return papers != null && papers.contains("birth-certificate");
    }

    private static <T> void add(Set<T> set, @Nullable T value) {
        if (value != null) {
            set.add(value);
        }
    }

    private static void year(Set<Integer> years, @Nullable PartialDate date) {
        if (date != null) {
            years.add(date.year());
        }
    }
}
