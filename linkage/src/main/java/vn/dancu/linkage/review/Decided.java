package vn.dancu.linkage.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Candidates after answers.
 *
 * @param same are one, by an answer
 * @param notSame are not, by an answer or because a record of theirs was linked elsewhere
 * @param open still to be decided
 * @param leftOpen those of the open ones of which somebody said that it cannot be told
 * @param contradictions answers that cannot all hold: nothing is taken from them, and their pairs stay open
 */
public record Decided(
        List<Candidate> same,
        List<Candidate> notSame,
        List<Candidate> open,
        Set<Candidate> leftOpen,
        List<Answered> contradictions) {

    public Decided {
        same = List.copyOf(same);
        notSame = List.copyOf(notSame);
        open = List.copyOf(open);
        leftOpen = Set.copyOf(leftOpen);
        contradictions = List.copyOf(contradictions);
    }

    private record Pair(int left, int right) {}

    /** By pair, in the order of the answers: all that it was called. */
    private static Map<Pair, Set<Answer>> byPair(List<Answered> answers) {
        Map<Pair, Set<Answer>> byPair = new LinkedHashMap<>();
        for (Answered answered : answers) {
            byPair.computeIfAbsent(new Pair(answered.left(), answered.right()), none -> new LinkedHashSet<>())
                    .add(answered.answer());
        }
        return byPair;
    }

    /** "Cannot tell" gives way to an answer that tells. */
    private static boolean says(Map<Pair, Set<Answer>> said, Pair pair, Answer answer) {
        Set<Answer> own = said.getOrDefault(pair, Set.of());
        return own.contains(answer) && !(own.contains(Answer.SAME) && own.contains(Answer.NOT_SAME));
    }

    private static Set<Pair> torn(Map<Pair, Set<Answer>> said) {
        Set<Pair> torn = new HashSet<>();
        said.forEach((pair, answers) -> {
            if (answers.contains(Answer.SAME) && answers.contains(Answer.NOT_SAME)) {
                torn.add(pair);
            }
        });
        return torn;
    }

    static Decided betweenFiles(List<Candidate> candidates, List<Answered> answers) {
        Map<Pair, Set<Answer>> said = byPair(answers);
        Set<Pair> torn = torn(said);
        Map<Integer, Set<Pair>> ofLeft = new HashMap<>();
        Map<Integer, Set<Pair>> ofRight = new HashMap<>();
        for (Pair pair : said.keySet()) {
            if (says(said, pair, Answer.SAME)) {
                ofLeft.computeIfAbsent(pair.left(), none -> new HashSet<>()).add(pair);
                ofRight.computeIfAbsent(pair.right(), none -> new HashSet<>()).add(pair);
            }
        }
        for (Set<Pair> claims : List.copyOf(ofLeft.values())) {
            torn.addAll(claims.size() > 1 ? claims : Set.of());
        }
        for (Set<Pair> claims : List.copyOf(ofRight.values())) {
            torn.addAll(claims.size() > 1 ? claims : Set.of());
        }
        Set<Integer> takenLeft = new HashSet<>();
        Set<Integer> takenRight = new HashSet<>();
        for (Pair pair : said.keySet()) {
            if (says(said, pair, Answer.SAME) && !torn.contains(pair)) {
                takenLeft.add(pair.left());
                takenRight.add(pair.right());
            }
        }
        Sorted sorted = new Sorted();
        for (Candidate candidate : candidates) {
            Pair pair = new Pair(candidate.left(), candidate.right());
            if (torn.contains(pair)) {
                sorted.open.add(candidate);
            } else if (says(said, pair, Answer.SAME)) {
                sorted.same.add(candidate);
            } else if (says(said, pair, Answer.NOT_SAME)
                    || takenLeft.contains(pair.left())
                    || takenRight.contains(pair.right())) {
                sorted.notSame.add(candidate);
            } else {
                sorted.open(candidate, says(said, pair, Answer.CANNOT_TELL));
            }
        }
        return sorted.decided(answers, torn);
    }

    static Decided withinOneFile(List<Candidate> candidates, List<Answered> answers) {
        Map<Pair, Set<Answer>> said = byPair(answers);
        Set<Pair> torn = torn(said);
        Sets<Integer> joined = joined(said, torn);
        Set<Integer> tornRoots = new HashSet<>();
        for (Pair pair : said.keySet()) {
            if (says(said, pair, Answer.NOT_SAME) && joined.together(pair.left(), pair.right())) {
                tornRoots.add(joined.root(pair.left()));
                torn.add(pair);
            }
        }
        for (Pair pair : said.keySet()) {
            if (says(said, pair, Answer.SAME) && tornRoots.contains(joined.root(pair.left()))) {
                torn.add(pair);
            }
        }
        Sets<Integer> sure = joined(said, torn);
        Set<Set<Integer>> apart = new HashSet<>();
        for (Pair pair : said.keySet()) {
            if (says(said, pair, Answer.NOT_SAME) && !torn.contains(pair)) {
                apart.add(Set.of(sure.root(pair.left()), sure.root(pair.right())));
            }
        }
        Sorted sorted = new Sorted();
        for (Candidate candidate : candidates) {
            Pair pair = new Pair(candidate.left(), candidate.right());
            if (torn.contains(pair)) {
                sorted.open.add(candidate);
            } else if (sure.together(pair.left(), pair.right())) {
                sorted.same.add(candidate);
            } else if (apart.contains(Set.of(sure.root(pair.left()), sure.root(pair.right())))) {
                sorted.notSame.add(candidate);
            } else {
                sorted.open(candidate, says(said, pair, Answer.CANNOT_TELL));
            }
        }
        return sorted.decided(answers, torn);
    }

    private static Sets<Integer> joined(Map<Pair, Set<Answer>> said, Set<Pair> without) {
        Sets<Integer> joined = new Sets<>();
        for (Pair pair : said.keySet()) {
            if (says(said, pair, Answer.SAME) && !without.contains(pair)) {
                joined.join(pair.left(), pair.right());
            }
        }
        return joined;
    }

    private static final class Sorted {
        private final List<Candidate> same = new ArrayList<>();
        private final List<Candidate> notSame = new ArrayList<>();
        private final List<Candidate> open = new ArrayList<>();
        private final Set<Candidate> leftOpen = new HashSet<>();

        private void open(Candidate candidate, boolean asked) {
            open.add(candidate);
            if (asked) {
                leftOpen.add(candidate);
            }
        }

        private Decided decided(List<Answered> answers, Set<Pair> torn) {
            List<Answered> contradictions = answers.stream()
                    .filter(answered -> torn.contains(new Pair(answered.left(), answered.right())))
                    .filter(answered -> answered.answer() != Answer.CANNOT_TELL)
                    .toList();
            return new Decided(same, notSame, open, leftOpen, contradictions);
        }
    }
}
