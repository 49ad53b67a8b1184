package vn.dancu.civil.name;

import java.util.List;
import java.util.Set;
import vn.dancu.civil.list.CodedValue;
import vn.dancu.civil.list.Ethnicities;
import vn.dancu.civil.text.LegacyText;
import vn.dancu.civil.text.VietnameseText;

/** The definitions behind {@link NameDifference}, tried from the mildest to the gravest. */
final class NameComparison {
    private static final List<CodedValue> MONG = Ethnicities.parse("HMông");

    /**
     * Clans of the Mông of Hà Giang, as lists of surnames for name generators give them, folded. Some are surnames of
     * others too, so ethnicity decides first.
     */
    private static final Set<String> MONG_CLANS = Set.of(
            "giang", "vu", "thao", "lau", "ly", "sung", "mua", "vang", "cu", "hang", "cha", "chao", "lo", "pha", "ho",
            "khang", "fang");

    private NameComparison() {}

    static NameDifference between(PersonName a, PersonName b, List<CodedValue> ethnicity) {
        if (a.written().equals(b.written())) {
            return NameDifference.SAME;
        }
        if (a.isBlank() || b.isBlank()) {
            return a.isBlank() && b.isBlank() ? NameDifference.CASE_OR_FORM : NameDifference.DIFFERENT;
        }
        if (form(a).equals(form(b))) {
            return NameDifference.CASE_OR_FORM;
        }
        NameDifference plain = spelling(a, b, ethnicity);
        if (plain.agrees()) {
            return plain;
        }
        LegacyText.Encoding encodingA = LegacyText.detect(a.written());
        LegacyText.Encoding encodingB = LegacyText.detect(b.written());
        if (encodingA != LegacyText.Encoding.UNICODE || encodingB != LegacyText.Encoding.UNICODE) {
            PersonName readA = PersonName.of(LegacyText.decode(a.written(), encodingA));
            PersonName readB = PersonName.of(LegacyText.decode(b.written(), encodingB));
            NameDifference read =
                    form(readA).equals(form(readB)) ? NameDifference.CASE_OR_FORM : spelling(readA, readB, ethnicity);
            return read.agrees() ? NameDifference.LEGACY_ENCODING : read;
        }
        return plain;
    }

    private static String form(PersonName name) {
        return VietnameseText.upper(VietnameseText.tidy(name.written()));
    }

    private static NameDifference spelling(PersonName a, PersonName b, List<CodedValue> ethnicity) {
        if (a.upper().equals(b.upper())) {
            return NameDifference.TONE_PLACE;
        }
        if (VietnameseText.yForI(a.upper()).equals(VietnameseText.yForI(b.upper()))) {
            return NameDifference.I_Y;
        }
        String foldedA = VietnameseText.yForI(a.folded());
        String foldedB = VietnameseText.yForI(b.folded());
        if (foldedA.equals(foldedB)) {
            return NameDifference.MARKS;
        }
        NameDifference words = words(foldedA.split(" "), foldedB.split(" "), a, b, ethnicity);
        if (words.agrees()) {
            return words;
        }
        boolean slip = Slips.within(foldedA, foldedB)
                || KeyboardResidue.cleaned(foldedA).equals(KeyboardResidue.cleaned(foldedB));
        return slip ? NameDifference.TYPING : NameDifference.DIFFERENT;
    }

    private static NameDifference words(
            String[] a, String[] b, PersonName nameA, PersonName nameB, List<CodedValue> ethnicity) {
        if (a.length < 2 || b.length < 2 || !a[a.length - 1].equals(b[b.length - 1])) {
            return NameDifference.DIFFERENT;
        }
        boolean sameSurname = a[0].equals(b[0]);
        if (sameSurname && (isPartOf(a, b) || isPartOf(b, a))) {
            return NameDifference.MIDDLE_DROPPED;
        }
        if (sameSurname && onlySecondDiffers(a, b) && isMong(nameA, nameB, ethnicity)) {
            return NameDifference.MONG_SECOND_NAME;
        }
        if (!sameSurname && Surnames.areEquivalent(nameA, nameB) && sameBehindSurname(a, b)) {
            return NameDifference.SURNAME_EQUIVALENT;
        }
        return NameDifference.DIFFERENT;
    }

    /** Whether the words of the shorter stand in the longer in their order. */
    private static boolean isPartOf(String[] shorter, String[] longer) {
        if (shorter.length >= longer.length) {
            return false;
        }
        int at = 0;
        for (String word : longer) {
            if (at < shorter.length && shorter[at].equals(word)) {
                at++;
            }
        }
        return at == shorter.length;
    }

    private static boolean onlySecondDiffers(String[] a, String[] b) {
        if (a.length < 3 || a.length != b.length || a[1].equals(b[1])) {
            return false;
        }
        for (int i = 2; i < a.length; i++) {
            if (!a[i].equals(b[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameBehindSurname(String[] a, String[] b) {
        if (a.length != b.length) {
            return false;
        }
        for (int i = 1; i < a.length; i++) {
            if (!a[i].equals(b[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMong(PersonName a, PersonName b, List<CodedValue> ethnicity) {
        if (!ethnicity.isEmpty()) {
            return Ethnicities.sameGroup(ethnicity, MONG);
        }
        return MONG_CLANS.contains(VietnameseText.fold(a.surname()))
                && MONG_CLANS.contains(VietnameseText.fold(b.surname()));
    }
}
