package vn.dancu.linkage.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.linkage.BlockingRule.Part;
import vn.dancu.linkage.Column;

/** The keys that an aspect makes of a value, as sets of strings. */
final class PlainRules {

    private PlainRules() {}

    static Set<String> keys(Column column, Part part, @Nullable PlainValue value) {
        if (value == null) {
            return Set.of();
        }
        boolean name = column.kind() == Column.Kind.PERSON_NAME || column.kind() == Column.Kind.WHOLE_NAME;
        String folded = value.folded();
        return switch (part.aspect()) {
            case VALUE ->
                column.kind() == Column.Kind.NUMBERS ? value.numbers() : name ? whole(value) : Set.of(value.exact());
            case FOLDED -> Set.of(folded);
            case FIRST -> cut(folded, (int) part.argument(), true);
            case LAST -> cut(folded, (int) part.argument(), false);
            case SOUNDEX -> unlessEmpty(Textbook.soundex(folded));
            case DIGITS -> unlessEmpty(folded.replaceAll("[^0-9]", ""));
            case SORTED -> {
                List<String> words = new ArrayList<>(List.of(folded.split(" ")));
                Collections.sort(words);
                yield Set.of(String.join(" ", words));
            }
            case WORD -> new HashSet<>(value.words());
            case TWO_WORDS -> twoWords(value.words());
            case LETTERS -> letters(folded.replace(" ", ""));
            case SURNAME -> unlessEmpty(PlainNames.folded(value.parts().get(0)));
            case GIVEN_NAME -> unlessEmpty(PlainNames.folded(value.parts().get(2)));
            case FOLDED_NAME ->
                Set.of(String.join(
                        "|", value.parts().stream().map(PlainNames::folded).toList()));
            case YEAR -> Set.of("" + value.day().year());
            case DAY_AND_MONTH ->
                told(value.day()) ? Set.of(value.day().day() + "/" + value.day().month()) : Set.of();
            case FULL_DATE -> told(value.day()) ? Set.of(value.exact()) : Set.of();
            case MEMBER -> column.kind() == Column.Kind.NUMBERS ? value.numbers() : new HashSet<>(value.words());
            case ROUND -> {
                double bucket = Math.floor(value.quantity() / part.argument());
                yield new HashSet<>(List.of("" + bucket, "" + (bucket + 1)));
            }
        };
    }

    private static Set<String> whole(PlainValue name) {
        return Set.of(String.join(" ", name.parts()).replaceAll(" +", " ").strip());
    }

    private static boolean told(PartialDate date) {
        return date.isFull() && !PlainTests.isFirstOfJanuary(date);
    }

    private static Set<String> unlessEmpty(String key) {
        return key.isEmpty() ? Set.of() : Set.of(key);
    }

    private static Set<String> cut(String folded, int length, boolean first) {
        String letters = folded.replace(" ", "");
        if (letters.length() < length) {
            return Set.of();
        }
        return Set.of(first ? letters.substring(0, length) : letters.substring(letters.length() - length));
    }

    /** A value of one word has that word. */
    private static Set<String> twoWords(List<String> words) {
        if (words.size() < 2) {
            return new HashSet<>(words);
        }
        Set<String> pairs = new HashSet<>();
        for (String a : words) {
            for (String b : words) {
                if (!a.equals(b)) {
                    pairs.add(String.join("&", new TreeSet<>(Set.of(a, b))));
                }
            }
        }
        return pairs;
    }

    /** A text of four letters or fewer is one run. */
    private static Set<String> letters(String text) {
        Set<String> runs = new HashSet<>();
        for (int i = 0; i == 0 || i + 4 <= text.length(); i++) {
            runs.add(text.substring(i, Math.min(text.length(), i + 4)));
        }
        return runs;
    }
}
