package vn.dancu.reconciliation.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.list.Relation;
import vn.dancu.civil.text.VietnameseText;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.sources.ArchiveEntry;
import vn.dancu.sources.ArchiveField;
import vn.dancu.sources.ResidenceEntry;
import vn.dancu.sources.ResidenceField;

/**
 * Where and with whom a person lives, against the residence book, which is master of it. What a book of permanent
 * residence says is compared with the permanent place, what a book of temporary residence says with the present place.
 */
final class ResidenceRules {
    private static final String PERMANENT = "permanent";
    private static final String TEMPORARY = "temporary";

    private ResidenceRules() {}

    static void compare(
            List<FieldCase> cases, CollectionForm form, ResidenceEntry book, @Nullable ArchiveEntry archive) {
        permanence(cases, form, book, archive);
        if (!book.isRemoved()) {
            groupAndAddress(cases, form, book);
            household(cases, form, book, archive);
        }
    }

    private static void permanence(
            List<FieldCase> cases, CollectionForm form, ResidenceEntry book, @Nullable ArchiveEntry archive) {
        String commune = book.written(ResidenceField.COMMUNE_CODE);
        String permanent = form.written(FormField.PERMANENT_CODE);
        if (book.isRemoved()) {
            cases.add(FieldCase.againstBook(
                    FormField.PERMANENT_CODE, permanent, commune, Match.differs(FieldRules.REMOVED_ENTRY)));
            return;
        }
        String status = form.written(FormField.RESIDENCE_STATUS);
        if (status != null) {
            String kind = book.isTemporary() ? TEMPORARY : PERMANENT;
            cases.add(FieldCase.againstBook(
                    FormField.RESIDENCE_STATUS,
                    status,
                    kind,
                    status.strip().equalsIgnoreCase(kind)
                            ? Match.AGREE
                            : Match.differs(FieldRules.PERMANENT_AGAINST_TEMPORARY)));
        }
        if (!book.isTemporary()) {
            String inArchive = FieldComparison.of(archive, ArchiveField.COMMUNE_CODE);
            cases.add(new FieldCase(
                    FormField.PERMANENT_CODE,
                    permanent,
                    commune,
                    inArchive,
                    communes(permanent, commune),
                    doubtful(communes(permanent, inArchive)),
                    communes(commune, inArchive)));
        } else if (status == null && sameCommune(permanent, commune)) {
            cases.add(FieldCase.againstBook(
                    FormField.PERMANENT_CODE,
                    permanent,
                    commune,
                    Match.differs(FieldRules.PERMANENT_AGAINST_TEMPORARY)));
        } else {
            String present = form.written(FormField.PRESENT_CODE);
            cases.add(FieldCase.againstBook(FormField.PRESENT_CODE, present, commune, communes(present, commune)));
        }
    }

    private static @Nullable Match communes(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return null;
        }
        return sameCommune(one, other) ? Match.AGREE : Match.differs(FieldRules.OTHER_COMMUNE);
    }

    /** The address of the time when the sheet was written, of which the book is master since. */
    private static @Nullable Match doubtful(@Nullable Match match) {
        return match != null && match.isDifference() ? Match.cannotTell(FieldRules.OLDER_RECORD) : match;
    }

    private static boolean sameCommune(@Nullable String one, @Nullable String other) {
        return one != null && other != null && withoutZeros(one).equals(withoutZeros(other));
    }

    /** Spreadsheets eat leading zeros. */
    private static String withoutZeros(String code) {
        int from = 0;
        String stripped = code.strip();
        while (from < stripped.length() - 1 && stripped.charAt(from) == '0') {
            from++;
        }
        return stripped.substring(from);
    }

    private static void groupAndAddress(List<FieldCase> cases, CollectionForm form, ResidenceEntry book) {
        String commune = book.written(ResidenceField.COMMUNE_CODE);
        if (sameCommune(form.written(FormField.COMMUNE_CODE), commune)) {
            String own = form.written(FormField.RESIDENTIAL_GROUP);
            String other = book.written(ResidenceField.RESIDENTIAL_GROUP);
            cases.add(FieldCase.againstBook(FormField.RESIDENTIAL_GROUP, own, other, groups(own, other)));
        }
        FormField place = book.isTemporary() ? FormField.PRESENT_ADDRESS : FormField.PERMANENT_ADDRESS;
        String own = form.written(place);
        String other = book.written(ResidenceField.ADDRESS);
        cases.add(FieldCase.againstBook(place, own, other, TextRules.place(own, other)));
    }

    /** "Tổ 5", "Tổ dân phố số 05" and "TDP 5" are one group; groups are merged and renumbered, so others prove nothing. */
    private static @Nullable Match groups(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return null;
        }
        if (one.equals(other)) {
            return Match.AGREE;
        }
        String left = withoutZeros(NumberRules.digits(one));
        String right = withoutZeros(NumberRules.digits(other));
        boolean same = left.isEmpty() || right.isEmpty()
                ? VietnameseText.fold(one).equals(VietnameseText.fold(other))
                : left.equals(right);
        return same ? Match.AGREE : Match.cannotTell(FieldRules.OTHER_GROUP);
    }

    private static void household(
            List<FieldCase> cases, CollectionForm form, ResidenceEntry book, @Nullable ArchiveEntry archive) {
        String ownBook = form.written(FormField.HOUSEHOLD_BOOK_NO);
        String otherBook = book.householdBookNo();
        String ownHead = form.written(FormField.HEAD_NAME);
        String otherHead = book.written(ResidenceField.HEAD_NAME);
        Match households = TextRules.bookNumber(ownBook, otherBook);
        cases.add(FieldCase.againstBook(FormField.HOUSEHOLD_BOOK_NO, ownBook, otherBook, households));
        Match heads = TextRules.names(ownHead, otherHead);
        boolean otherHousehold = households != null && households.rule().equals(FieldRules.OTHER_HOUSEHOLD);
        cases.add(FieldCase.againstBook(
                FormField.HEAD_NAME,
                ownHead,
                otherHead,
                otherHousehold ? FieldComparison.doubtIfOther(heads, FieldRules.OTHER_HEAD) : heads));
        boolean otherPerson = heads != null && heads.rule().equals(FieldRules.OTHER_NAME);
        String ownRelation = form.written(FormField.RELATION_TO_HEAD);
        String inBook = book.written(ResidenceField.RELATION_TO_HEAD);
        String inArchive = FieldComparison.of(archive, ArchiveField.RELATION_TO_HEAD);
        boolean older = archive != null && isOlder(archive, book);
        cases.add(new FieldCase(
                FormField.RELATION_TO_HEAD,
                ownRelation,
                inBook,
                inArchive,
                relations(ownRelation, inBook, otherPerson),
                older
                        ? doubtful(relations(ownRelation, inArchive, otherPerson))
                        : relations(ownRelation, inArchive, otherPerson),
                relations(inBook, inArchive, older)));
    }

    /** Written down before the household was entered in this book, so of another household perhaps. */
    private static boolean isOlder(ArchiveEntry archive, ResidenceEntry book) {
        PartialDate recorded =
                PartialDate.read(archive.written(ArchiveField.RECORDED_ON)).date();
        PartialDate registered =
                PartialDate.read(book.written(ResidenceField.REGISTERED_ON)).date();
        return recorded == null || registered == null || recorded.compareTo(registered) < 0;
    }

    /** A relation is to a head: with another head the same people stand in another relation. */
    private static @Nullable Match relations(@Nullable String one, @Nullable String other, boolean otherHead) {
        if (one == null || other == null) {
            return null;
        }
        if (one.equals(other)) {
            return Match.AGREE;
        }
        Relation left = Relation.parse(one).orElse(null);
        Relation right = Relation.parse(other).orElse(null);
        if (left == null || right == null) {
            return VietnameseText.fold(one).equals(VietnameseText.fold(other))
                    ? Match.AGREE
                    : Match.cannotTell(FieldRules.NOT_IN_LIST);
        }
        return switch (left.compare(right)) {
            case AGREE -> Match.AGREE;
            case CANNOT_TELL -> Match.cannotTell(FieldRules.WIDER_WORD);
            case DIFFER ->
                otherHead ? Match.cannotTell(FieldRules.OTHER_HEAD) : Match.differs(FieldRules.OTHER_RELATION);
        };
    }
}
