package vn.dancu.reconciliation.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.list.CodedValue;
import vn.dancu.civil.list.Ethnicities;
import vn.dancu.civil.list.Religions;
import vn.dancu.civil.name.NameDifference;
import vn.dancu.civil.name.PersonName;
import vn.dancu.civil.text.VietnameseText;

/** Names, coded lists and free texts. A value missing on one side gives null: there is nothing to compare. */
final class TextRules {
    private static final int TYPING_EDITS = 2;

    private TextRules() {}

    /** Names of one person as two hands wrote them. */
    static @Nullable Match names(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return null;
        }
        return one.equals(other) ? Match.AGREE : names(PersonName.of(one), PersonName.of(other), List.of());
    }

    /** @param ethnicity candidates for the person's group: of a Mông man the second name changes with age */
    static @Nullable Match names(PersonName one, PersonName other, List<CodedValue> ethnicity) {
        if (one.isBlank() || other.isBlank()) {
            return null;
        }
        if (one.written().equals(other.written())) {
            return Match.AGREE;
        }
        NameDifference difference = NameDifference.between(one, other, ethnicity);
        if (difference == NameDifference.SAME) {
            return Match.AGREE;
        }
        if (difference.isExplained()) {
            return Match.explained(difference.rule());
        }
        return Match.differs(difference == NameDifference.TYPING ? FieldRules.TYPING : FieldRules.OTHER_NAME);
    }

    /** By the lists, never by the text: an alias is the same people under another name. */
    static @Nullable Match ethnicity(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return null;
        }
        if (one.equals(other) || VietnameseText.fold(one).equals(VietnameseText.fold(other))) {
            return Match.AGREE;
        }
        List<CodedValue> left = Ethnicities.parse(one);
        List<CodedValue> right = Ethnicities.parse(other);
        if (left.isEmpty() || right.isEmpty()) {
            return isTypingOf(one, other) ? Match.differs(FieldRules.TYPING) : Match.cannotTell(FieldRules.NOT_IN_LIST);
        }
        if (!Ethnicities.sameGroup(one, other)) {
            return Match.differs(FieldRules.OTHER_VALUE);
        }
        return isOfficial(one, left) && isOfficial(other, right) ? Match.AGREE : Match.explained(FieldRules.ALIAS);
    }

    private static boolean isOfficial(String written, List<CodedValue> candidates) {
        String folded = VietnameseText.fold(written);
        return candidates.size() == 1
                && (candidates.get(0).code().equals(written.strip())
                        || VietnameseText.fold(candidates.get(0).name()).equals(folded));
    }

    /** Declared, and read by the list; a word that the list does not know says nothing. */
    static @Nullable Match religion(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return null;
        }
        if (one.equals(other) || VietnameseText.fold(one).equals(VietnameseText.fold(other))) {
            return Match.AGREE;
        }
        String left = Religions.parse(one).map(CodedValue::code).orElse(null);
        String right = Religions.parse(other).map(CodedValue::code).orElse(null);
        if (left == null || right == null) {
            return Match.cannotTell(FieldRules.NOT_IN_LIST);
        }
        return left.equals(right) ? Match.AGREE : Match.differs(FieldRules.OTHER_VALUE);
    }

    static @Nullable Match nationality(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return null;
        }
        String left = country(one);
        String right = country(other);
        return left.equals(right) ? Match.AGREE : Match.differs(FieldRules.OTHER_VALUE);
    }

    private static String country(String written) {
        String folded = VietnameseText.fold(written).replace(" ", "");
        return switch (folded) {
            case "vn", "vnm", "vietnam", "vietnamese" -> "vietnam";
            default -> folded;
        };
    }

    /** Free places (quê quán against nguyên quán, birth registration against birth): never a proof of difference. */
    static @Nullable Match place(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return null;
        }
        if (one.equals(other)) {
            return Match.AGREE;
        }
        Set<String> left = placeWords(one);
        Set<String> right = placeWords(other);
        return left.equals(right) || left.containsAll(right) || right.containsAll(left)
                ? Match.AGREE
                : Match.cannotTell(FieldRules.OTHER_PLACE);
    }

    private static final Set<String> PLACE_KINDS = Set.of(
            "tinh", "thanh", "pho", "tp", "t", "quan", "huyen", "thi", "xa", "tx", "tt", "tran", "phuong", "p", "h",
            "x", "to", "dan", "thon", "ban", "xom", "so", "nha");

    private static Set<String> placeWords(String place) {
        Set<String> words = new HashSet<>();
        for (String word : VietnameseText.fold(place).split(" ", -1)) {
            if (!word.isEmpty() && !PLACE_KINDS.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }

    /** Numbers of books and the like: letters, digits, no punctuation. */
    static @Nullable Match bookNumber(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return null;
        }
        if (one.equals(other)) {
            return Match.AGREE;
        }
        String left = VietnameseText.fold(one).replace(" ", "");
        String right = VietnameseText.fold(other).replace(" ", "");
        if (left.equals(right)) {
            return Match.AGREE;
        }
        return Match.differs(EditDistance.atMost(left, right, 1) ? FieldRules.TYPING : FieldRules.OTHER_HOUSEHOLD);
    }

    static boolean isTypingOf(String one, String other) {
        String left = VietnameseText.fold(one);
        String right = VietnameseText.fold(other);
        int edits = Math.min(TYPING_EDITS, Math.min(left.length(), right.length()) / 3);
        return EditDistance.atMost(left, right, edits);
    }
}
