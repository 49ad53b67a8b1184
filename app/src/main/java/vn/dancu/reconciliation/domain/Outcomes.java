package vn.dancu.reconciliation.domain;

import java.util.List;
import vn.dancu.reconciliation.Agreement;
import vn.dancu.reconciliation.FieldVerdict;
import vn.dancu.reconciliation.Outcome;

/** What the comparison of a form comes to; the first that holds. */
public final class Outcomes {
    private Outcomes() {}

    /**
     * @param laterDuplicate another form of the same person is kept
     * @param uncertain no decision was possible between the entries of a source
     * @param inBooks an entry of the residence books is linked, or there are no books to be in
     */
    public static Outcome of(boolean laterDuplicate, boolean uncertain, boolean inBooks, List<FieldVerdict> verdicts) {
        if (laterDuplicate) {
            return Outcome.DUPLICATE;
        }
        if (uncertain) {
            return Outcome.UNCERTAIN;
        }
        if (!inBooks) {
            return Outcome.NOT_IN_BOOKS;
        }
        Outcome outcome = Outcome.AGREES;
        for (FieldVerdict verdict : verdicts) {
            if (verdict.agreement() == Agreement.DIFFERS) {
                return Outcome.DIFFERS;
            }
            if (verdict.agreement() == Agreement.EXPLAINED) {
                outcome = Outcome.EXPLAINED;
            }
        }
        return outcome;
    }
}
