package vn.dancu.reconciliation.domain;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.Verdict;
import vn.dancu.civil.date.DateReading;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.list.Relation;
import vn.dancu.civil.list.Sex;
import vn.dancu.civil.name.PersonName;
import vn.dancu.civil.number.PersonalId;
import vn.dancu.civil.text.VietnameseText;
import vn.dancu.intake.FormField;
import vn.dancu.reconciliation.Suggestion;
import vn.dancu.sources.ArchiveField;
import vn.dancu.sources.ResidenceField;

/**
 * Which source is right about a differing field, where the evidence carries it, and silence where it does not.
 *
 * <p>The law names no fixed priority (Decree 137/2015 art. 4(2)(b)), so nothing is right by rank alone. Weighed are, in
 * bits: two sources that agree against one; what the personal number says of year and sex; what cannot be true; a birth
 * certificate on the table; a word that nobody in the city is called.
 */
final class SourceSuggestion {
    static final String TWO_AGREE = "two-agree";
    static final String NUMBER = "number-structure";
    static final String IMPOSSIBLE = "impossible-value";
    static final String BIRTH_CERTIFICATE = "birth-certificate";
    static final String KNOWN_NAME = "known-name";
    static final String RELATION = "relation";
    static final String MIDDLE_NAME = "middle-name";
    static final String COPIED_FROM_HEAD = "copied-from-head";
    static final String CONTRADICTS_ITSELF = "contradicts-itself";
    static final String NEWER = "newer-record";

    private static final double BY_TWO = 8;
    private static final double BY_NUMBER = 7;
    private static final double BY_IMPOSSIBILITY = 7;
    private static final double BY_CERTIFICATE = 3;
    private static final double BY_RELATION = 4;
    private static final double BY_MIDDLE_NAME = 4;
    private static final double BY_SELF = 7;
    private static final double BY_NEWER = 6.5;
    private static final double MOST_BY_NAME = 9;

    private final NameWords words;

    SourceSuggestion(NameWords words) {
        this.words = words;
    }

    @Nullable
    Suggestion suggest(FieldCase field, Evidenced known) {
        Scales scales = new Scales(field);
        twoAgree(scales, field.field());
        switch (field.field()) {
            case BIRTH_DATE -> birthDate(scales, known);
            case SEX -> sex(scales, known);
            case PERSONAL_ID -> personalId(scales, known);
            case FULL_NAME -> {
                certificate(scales, known);
                names(scales, field);
                copiedFromHead(scales, known);
            }
            case FATHER_NAME, MOTHER_NAME -> {
                certificate(scales, known);
                names(scales, field);
            }
            case SPOUSE_NAME, HEAD_NAME -> names(scales, field);
            case ETHNICITY -> certificate(scales, known);
            case RELATION_TO_HEAD -> relation(scales, known);
            case PERMANENT_CODE -> removed(scales, field, known);
            default -> {
                // Nothing but the other sources speaks about these.
            }
        }
        return scales.verdict(slot -> detail(field.field(), scales.value(slot)));
    }

    /**
     * Book and archive were often copied from one another: that they agree outweighs the form only where the form's value
     * is a slip of theirs. Whole other values are two papers that contradict each other.
     */
    private static void twoAgree(Scales scales, FormField field) {
        for (int one = 0; one < 3; one++) {
            for (int other = one + 1; other < 3; other++) {
                int third = 3 - one - other;
                if (scales.has(one)
                        && scales.has(other)
                        && scales.has(third)
                        && scales.compatible(one, other)
                        && !scales.compatible(one, third)
                        && !scales.compatible(other, third)
                        && (one == Scales.FORM || isSlip(scales, field, third, one, other))) {
                    scales.add(one, BY_TWO, TWO_AGREE);
                    scales.add(other, BY_TWO, TWO_AGREE);
                }
            }
        }
    }

    private static boolean isSlip(Scales scales, FormField field, int slot, int one, int other) {
        return Slip.of(field, scales.value(slot), scales.value(one))
                || Slip.of(field, scales.value(slot), scales.value(other));
    }

    private static void certificate(Scales scales, Evidenced known) {
        if (known.birthCertificateShown()) {
            scales.add(Scales.FORM, BY_CERTIFICATE, BIRTH_CERTIFICATE);
        }
    }

    private static void birthDate(Scales scales, Evidenced known) {
        certificate(scales, known);
        Set<Sex> sexes = known.sexes();
        for (int slot = 0; slot < 3; slot++) {
            DateReading reading = PartialDate.read(scales.value(slot));
            PartialDate date = reading.date();
            if (date == null) {
                scales.against(slot, BY_IMPOSSIBILITY, IMPOSSIBLE);
                continue;
            }
            for (PersonalId number : known.numbers()) {
                boolean trusted = sexes.stream().allMatch(sex -> number.agreesWithSex(sex) != Verdict.DIFFER);
                if (trusted && number.agreesWithBirth(date) == Verdict.DIFFER) {
                    scales.against(slot, BY_NUMBER, NUMBER);
                }
            }
            if (isAfterARecord(date, known)) {
                scales.against(slot, BY_IMPOSSIBILITY, IMPOSSIBLE);
            }
        }
    }

    /** Nobody is in a book before he is born. */
    private static boolean isAfterARecord(PartialDate birth, Evidenced known) {
        return isAfter(birth, known.form().written(FormField.COLLECTED_ON))
                || isAfter(birth, FieldComparison.of(known.book(), ResidenceField.REGISTERED_ON))
                || isAfter(birth, FieldComparison.of(known.archive(), ArchiveField.RECORDED_ON));
    }

    private static boolean isAfter(PartialDate birth, @Nullable String recorded) {
        PartialDate date = PartialDate.read(recorded).date();
        if (date == null) {
            return false;
        }
        LocalDate latest = date.latest();
        return birth.earliest().isAfter(latest);
    }

    private static void sex(Scales scales, Evidenced known) {
        Set<Integer> years = known.years();
        for (int slot = 0; slot < 3; slot++) {
            Sex sex = Sex.parse(scales.value(slot)).orElse(null);
            if (sex == null) {
                continue;
            }
            for (PersonalId number : known.numbers()) {
                if (years.contains(number.birthYear()) && number.agreesWithSex(sex) == Verdict.DIFFER) {
                    scales.against(slot, BY_NUMBER, NUMBER);
                }
            }
            Sex byRelation = sexOf(known.form().relation());
            if (byRelation != null && byRelation != sex) {
                scales.against(slot, BY_RELATION, RELATION);
            }
            Sex byMiddle = sexOf(known.form().fullName());
            if (byMiddle != null && byMiddle != sex) {
                scales.against(slot, BY_MIDDLE_NAME, MIDDLE_NAME);
            }
        }
    }

    private static @Nullable Sex sexOf(@Nullable Relation relation) {
        return relation == null ? null : relation.sex();
    }

    /** Thị is a woman's middle name, Văn a man's, by custom and with few exceptions. */
    private static @Nullable Sex sexOf(PersonName name) {
        if (name.words().size() < 3) {
            return null;
        }
        String middle = VietnameseText.upper(name.words().get(1));
        return switch (middle) {
            case "THỊ" -> Sex.FEMALE;
            case "VĂN" -> Sex.MALE;
            default -> null;
        };
    }

    private static void personalId(Scales scales, Evidenced known) {
        Set<Integer> years = known.years();
        Set<Sex> sexes = known.sexes();
        for (int slot = 0; slot < 3; slot++) {
            String written = scales.value(slot);
            if (written == null) {
                continue;
            }
            PersonalId number = PersonalId.parse(written).orElse(null);
            if (number == null) {
                scales.against(slot, BY_IMPOSSIBILITY, IMPOSSIBLE);
                continue;
            }
            boolean wrongYear = years.size() == 1 && !years.contains(number.birthYear());
            boolean wrongSex =
                    sexes.size() == 1 && sexes.stream().allMatch(sex -> number.agreesWithSex(sex) == Verdict.DIFFER);
            if (wrongYear || wrongSex) {
                scales.against(slot, BY_NUMBER, NUMBER);
            }
        }
    }

    /**
     * Only where one key was missed: two real names that differ are two names, however rare one of them is. The weights are
     * the odds by which the commoner word is the one that was meant.
     */
    private void names(Scales scales, FieldCase field) {
        if (words.isEmpty() || !field.combined().rule().equals(FieldRules.TYPING)) {
            return;
        }
        for (int one = 0; one < 3; one++) {
            for (int other = one + 1; other < 3; other++) {
                if (scales.has(one) && scales.has(other) && !scales.compatible(one, other)) {
                    double ahead = ahead(scales.value(one), scales.value(other));
                    scales.add(ahead > 0 ? one : other, Math.min(MOST_BY_NAME, Math.abs(ahead)), KNOWN_NAME);
                }
            }
        }
    }

    /** By how many bits the words of one name that the other lacks are commoner than the other's. */
    private double ahead(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return 0;
        }
        String[] left = PersonName.of(one).upper().split(" ", -1);
        String[] right = PersonName.of(other).upper().split(" ", -1);
        if (left.length != right.length) {
            return 0;
        }
        double bits = 0;
        for (int i = 0; i < left.length; i++) {
            if (!left[i].equals(right[i])) {
                bits += log2(words.of(left[i]) + .5) - log2(words.of(right[i]) + .5);
            }
        }
        return bits;
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    /** The head's name on a member's paper: copied down one box too far. */
    private static void copiedFromHead(Scales scales, Evidenced known) {
        Relation relation = known.form().relation();
        String head = known.form().written(FormField.HEAD_NAME);
        String own = scales.value(Scales.FORM);
        if (relation != null && relation != Relation.HEAD && head != null && own != null) {
            Match match = TextRules.names(own, head);
            if (match != null && match.isCompatible()) {
                scales.against(Scales.FORM, BY_SELF, COPIED_FROM_HEAD);
            }
        }
    }

    /** A record whose relation cannot be true of its own head or of the person's sex. */
    private static void relation(Scales scales, Evidenced known) {
        Set<Sex> sexes = known.sexes();
        for (int slot = 0; slot < 2; slot++) {
            Relation relation = Relation.parse(scales.value(slot)).orElse(null);
            if (relation == null) {
                continue;
            }
            boolean isHead = slot == Scales.FORM
                    ? sameName(known.form().fullName().written(), known.form().written(FormField.HEAD_NAME))
                    : sameName(
                            FieldComparison.of(known.book(), ResidenceField.FULL_NAME),
                            FieldComparison.of(known.book(), ResidenceField.HEAD_NAME));
            boolean headKnown = slot == Scales.FORM
                    ? known.form().written(FormField.HEAD_NAME) != null
                    : FieldComparison.of(known.book(), ResidenceField.HEAD_NAME) != null;
            if (headKnown && isHead != (relation == Relation.HEAD)) {
                scales.against(slot, BY_SELF, CONTRADICTS_ITSELF);
            }
            Sex asked = sexOf(relation);
            if (asked != null && sexes.size() == 1 && !sexes.contains(asked)) {
                scales.against(slot, BY_SELF, CONTRADICTS_ITSELF);
            }
        }
    }

    /** Met at the door after the book had struck him off: the form is the newer record. Unless the book says he died. */
    private static void removed(Scales scales, FieldCase field, Evidenced known) {
        PartialDate removed = PartialDate.read(FieldComparison.of(known.book(), ResidenceField.REMOVED_ON))
                .date();
        PartialDate collected = known.form().collectedOn().date();
        String why = FieldComparison.of(known.book(), ResidenceField.REMOVAL_REASON);
        if (field.combined().rule().equals(FieldRules.REMOVED_ENTRY)
                && removed != null
                && collected != null
                && removed.compareTo(collected) < 0
                && !"dead".equals(why)) {
            scales.against(Scales.BOOK, BY_NEWER, NEWER);
        }
    }

    private static boolean sameName(@Nullable String one, @Nullable String other) {
        Match match = TextRules.names(one, other);
        return match != null && match.isCompatible();
    }

    /** A full date says more than a year, a name with marks more than one without. */
    private static double detail(FormField field, @Nullable String value) {
        if (value == null) {
            return 0;
        }
        if (field == FormField.BIRTH_DATE) {
            PartialDate date = PartialDate.read(value).date();
            return date == null ? 0 : date.isYearOnly() ? 1 : date.isFull() ? 3 : 2;
        }
        return value.chars().filter(c -> c > 0x7F).count();
    }
}
