package vn.dancu.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dancu.reconciliation.Agreement;
import vn.dancu.reconciliation.Comparison;
import vn.dancu.reconciliation.FieldVerdict;
import vn.dancu.reconciliation.Source;

/**
 * One field at the comparison desk.
 *
 * @param decision the one in force; null while the field is open, or needs none
 */
public record CompareRow(FieldVerdict verdict, List<Cell> cells, Comparison.@Nullable DecisionTaken decision) {

    /**
     * What one source says.
     *
     * @param differs from the form, as it reads on the screen
     */
    public record Cell(Source source, String text, List<CharDiff.Piece> pieces, boolean differs) {
        public boolean isEmpty() {
            return text.isEmpty();
        }
    }

    static List<CompareRow> of(Comparison comparison, Say say) {
        List<CompareRow> rows = new ArrayList<>();
        for (FieldVerdict verdict : comparison.fields()) {
            Comparison.DecisionTaken decision = inForce(comparison, verdict.field());
            String form = say.value(verdict.field(), verdict.form());
            String book = say.value(verdict.field(), verdict.residenceBook());
            String archive = say.value(verdict.field(), verdict.archive());
            String paper = decision != null && decision.source() == Source.PAPERS
                    ? say.value(verdict.field(), decision.value())
                    : "";
            String against = differs(book, form) ? book : differs(archive, form) ? archive : paper;
            boolean anyDiffers = differs(book, form) || differs(archive, form);
            rows.add(new CompareRow(
                    verdict,
                    List.of(
                            new Cell(Source.FORM, form, CharDiff.pieces(form, anyDiffers ? against : ""), anyDiffers),
                            cell(Source.RESIDENCE_BOOK, book, form),
                            cell(Source.ARCHIVE, archive, form),
                            cell(Source.PAPERS, paper, form)),
                    decision));
        }
        return rows;
    }

    private static Cell cell(Source source, String text, String form) {
        return new Cell(source, text, CharDiff.pieces(text, form), differs(text, form));
    }

    /** Whether a text reads otherwise than the form's; nothing written says nothing. */
    static boolean differs(String text, String form) {
        return !text.isEmpty() && !plain(text).equals(plain(form));
    }

    /** However a letter is put together, and in capitals or not: what the eye takes for the same. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    static Comparison.@Nullable DecisionTaken inForce(Comparison comparison, String field) {
        Comparison.DecisionTaken last = null;
        for (Comparison.DecisionTaken decision : comparison.decisions()) {
            if (decision.field().equals(field)
                    && decision.undoneAt() == null
                    && decision.version() == comparison.version()) {
                last = decision;
            }
        }
        return last;
    }

    public boolean isOpen() {
        return verdict.agreement() == Agreement.DIFFERS && decision == null;
    }

    public boolean isExplained() {
        return verdict.agreement() == Agreement.EXPLAINED;
    }

    /** Whether an officer may say who is right: it differs, or was written otherwise. */
    public boolean isDecidable() {
        return isOpen() || (isExplained() && decision == null);
    }

    /** Open, and the evidence says who is right. */
    public boolean isSuggested() {
        return isOpen() && verdict.suggestion() != null;
    }

    /** What waits stands first, then what was decided, what a rule explains, and what nobody can tell. */
    int place() {
        return switch (verdict.agreement()) {
            case DIFFERS -> decision == null ? 0 : 1;
            case EXPLAINED -> 2;
            case CANNOT_TELL -> 3;
            case AGREE -> 4;
        };
    }

    /** Nothing to look at: agrees, or was only written in other letters. */
    public boolean isPlain() {
        return verdict.agreement() == Agreement.AGREE
                || (verdict.agreement() == Agreement.EXPLAINED && cells.stream().noneMatch(Cell::differs));
    }

    /** The class of the row: what differs is what is visible. */
    public String look() {
        return switch (verdict.agreement()) {
            case AGREE -> "same";
            case EXPLAINED -> "expl";
            case DIFFERS -> "diff";
            case CANNOT_TELL -> "cannot";
        };
    }
}
