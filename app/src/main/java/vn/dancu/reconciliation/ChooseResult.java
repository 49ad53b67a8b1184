package vn.dancu.reconciliation;

import java.util.List;

/** How the choice of another entry for a form ended. */
public sealed interface ChooseResult {
    /** Kept, and the form was compared anew. */
    record Chosen() implements ChooseResult {}

    /** No such form in the actor's area, or the entry is none of its candidates. */
    record NotFound() implements ChooseResult {}

    record WrongRole() implements ChooseResult {}

    /** Other officers said the opposite: nothing is kept, because of answers that contradict each other none would count. */
    record Contradicts(List<String> logins) implements ChooseResult {
        public Contradicts {
            logins = List.copyOf(logins);
        }
    }
}
