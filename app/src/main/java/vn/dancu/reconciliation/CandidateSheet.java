package vn.dancu.reconciliation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry beside a form, for an officer who looks for the right one.
 *
 * @param weight log2 odds, of what the two say by themselves
 * @param linked whether it is the entry that the form is linked with now
 * @param holder number of the other form that is linked with it, "" for one outside the actor's area; null when it is free
 * @param said what officers said of the pair, one line a person
 */
public record CandidateSheet(
        PairToReview pair,
        double weight,
        boolean linked,
        @Nullable String holder,
        List<Said> said) {
    public CandidateSheet {
        said = List.copyOf(said);
    }

    public Source source() {
        return pair.source();
    }

    public long entryId() {
        return pair.entryId();
    }

    /** Whether somebody said that the two are not one person. */
    public boolean isApart() {
        return said.stream().anyMatch(one -> one.answer() == PairAnswer.NOT_SAME);
    }

    public boolean isChosen() {
        return said.stream().anyMatch(one -> one.answer() == PairAnswer.SAME);
    }

    public record Said(String login, PairAnswer answer) {}

    /** Who it is stays out of logs. */
    @Override
    public String toString() {
        return "CandidateSheet[" + pair.form() + ", " + source() + ", " + entryId() + "]";
    }
}
