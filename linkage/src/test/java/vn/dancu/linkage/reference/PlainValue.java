package vn.dancu.linkage.reference;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.date.PartialDate;

/**
 * What one cell was read as; null stands for "cannot tell".
 *
 * @param exact text as EXACT compares it: of texts and codes, names (canonical capitals), numbers (digits), fingerprints
 * @param folded without marks, case and punctuation; of names with i for y
 * @param words of a text, members of a set
 * @param numbers digits of each
 * @param parts of a name: surname, middle, given; a part that is missing is empty
 */
record PlainValue(
        String exact,
        String folded,
        List<String> words,
        Set<String> numbers,
        List<String> parts,
        @Nullable PartialDate date,
        float quantity) {

    static PlainValue text(String exact, String folded, List<String> words) {
        return new PlainValue(exact, folded, words, Set.of(), List.of(), null, 0);
    }

    static PlainValue numbers(Set<String> numbers) {
        return new PlainValue(String.join(",", numbers), "", List.of(), numbers, List.of(), null, 0);
    }

    static PlainValue number(String digits) {
        return new PlainValue(digits, digits, List.of(), Set.of(digits), List.of(), null, 0);
    }

    static PlainValue name(String surname, String middle, String given, String folded) {
        String exact = (surname + "|" + middle + "|" + given);
        return new PlainValue(
                exact, folded, List.of(folded.split(" ")), Set.of(), List.of(surname, middle, given), null, 0);
    }

    static PlainValue date(PartialDate date) {
        return new PlainValue(date.iso(), "", List.of(), Set.of(), List.of(), date, 0);
    }

    static PlainValue quantity(float quantity) {
        return new PlainValue(Float.toString(quantity), "", List.of(), Set.of(), List.of(), null, quantity);
    }

    PartialDate day() {
        if (date == null) {
            throw new IllegalStateException("not a date");
        }
        return date;
    }

    /** Whether EXACT holds; sets of numbers: whether any number is common. */
    boolean equalTo(PlainValue other) {
        return numbers.isEmpty() ? exact.equals(other.exact) : numbers.stream().anyMatch(other.numbers::contains);
    }
}
