package vn.dancu.reconciliation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What officers said of pairs of forms, for clustering: who is two persons is never one cluster, and which form is kept. */
final class DuplicateAnswers {
    static final DuplicateAnswers NONE = new DuplicateAnswers(List.of());

    private record Pair(long form, long other) {
        static Pair of(long one, long other) {
            return new Pair(Math.min(one, other), Math.max(one, other));
        }
    }

    private final Map<Pair, DuplicateAnswer> answers = new HashMap<>();

    DuplicateAnswers(List<DuplicateAnswer> standing) {
        for (DuplicateAnswer answer : standing) {
            answers.put(Pair.of(answer.form().value(), answer.other().value()), answer);
        }
    }

    boolean isApart(long one, long other) {
        DuplicateAnswer said = answers.get(Pair.of(one, other));
        return said != null && said.answer() == PairAnswer.NOT_SAME;
    }

    /**
     * The form that an officer kept of these, by her latest word; the first where nobody said.
     *
     * @param forms not empty
     */
    long kept(List<Long> forms) {
        DuplicateAnswer latest = null;
        for (DuplicateAnswer said : answers.values()) {
            boolean ofThese = said.answer() == PairAnswer.SAME
                    && forms.contains(said.form().value())
                    && forms.contains(said.other().value());
            if (ofThese && (latest == null || said.answeredAt().isAfter(latest.answeredAt()))) {
                latest = said;
            }
        }
        return latest == null ? forms.get(0) : latest.keeps();
    }
}
