package vn.dancu.civil.name;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.text.VietnameseText;

/**
 * The name of a person: as written, which the law counts, and beside it the forms by which one compares, searches and
 * sorts. First word họ (surname), last word tên (given name), between them đệm (middle). Derived forms are made when
 * first asked for. Two names are equal when they are written alike.
 */
public final class PersonName {
    private final String written;
    private @Nullable String canonical;
    private @Nullable String upper;
    private @Nullable String folded;
    private @Nullable String sortKey;
    private @Nullable List<String> words;

    private PersonName(String written) {
        this.written = written;
    }

    public static PersonName of(String written) {
        return new PersonName(written);
    }

    public String written() {
        return written;
    }

    /** See {@link VietnameseText#canonical}; the case is that of the writer. */
    public String canonical() {
        String known = canonical;
        if (known == null) {
            known = VietnameseText.canonical(written);
            canonical = known;
        }
        return known;
    }

    /** The canonical form in capitals, as forms ask for it. */
    public String upper() {
        String known = upper;
        if (known == null) {
            known = VietnameseText.upper(canonical());
            upper = known;
        }
        return known;
    }

    /** See {@link VietnameseText#fold}: what one searches for. */
    public String folded() {
        String known = folded;
        if (known == null) {
            known = VietnameseText.fold(written);
            folded = known;
        }
        return known;
    }

    /** Orders by tên, then họ, then đệm in the order of Vietnamese dictionaries; compare it byte by byte. */
    public String sortKey() {
        String known = sortKey;
        if (known == null) {
            known = (VietnameseText.sortKey(given()) + "  " + VietnameseText.sortKey(surname()) + "  "
                            + VietnameseText.sortKey(middle()))
                    .stripTrailing();
            sortKey = known;
        }
        return known;
    }

    /** The words of the canonical form; empty for a blank name. */
    public List<String> words() {
        List<String> known = words;
        if (known == null) {
            String text = canonical();
            known = text.isEmpty() ? List.of() : List.of(text.split(" "));
            words = known;
        }
        return known;
    }

    /** Họ; empty for a name of one word, which is a given name. */
    public String surname() {
        return words().size() < 2 ? "" : words().get(0);
    }

    /** Đệm; empty for a name of one or two words. */
    public String middle() {
        int last = words().size() - 1;
        return last < 2 ? "" : String.join(" ", words().subList(1, last));
    }

    /** Tên. */
    public String given() {
        return words().isEmpty() ? "" : words().get(words().size() - 1);
    }

    public boolean isBlank() {
        return written.isBlank();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonName name && written.equals(name.written);
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }

    /** Says nothing of the person: names stay out of logs. */
    @Override
    public String toString() {
        return "PersonName[***]";
    }
}
