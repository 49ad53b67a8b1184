package vn.dancu.reconciliation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.dancu.linkage.Label;
import vn.dancu.linkage.review.Answer;
import vn.dancu.linkage.review.Answered;
import vn.dancu.linkage.review.Candidate;
import vn.dancu.linkage.review.Decided;
import vn.dancu.linkage.review.ReviewQueue;
import vn.dancu.reconciliation.db.ReviewStore.Said;

/**
 * What officers said of forms and entries of one source, by the rows of two files, as far as it holds together: of answers
 * that contradict each other nothing is taken.
 */
final class Judgements {
    static final Judgements NONE = new Judgements(List.of(), List.of());

    private static final int NOBODY = -1;

    private record Pair(int form, int entry) {}

    private final Map<Integer, Integer> entryOf = new HashMap<>();
    private final Map<Integer, Integer> formOf = new HashMap<>();
    private final Set<Pair> apart = new HashSet<>();
    private final List<Label> labels = new ArrayList<>();

    private Judgements(List<Candidate> same, List<Candidate> notSame) {
        for (Candidate pair : same) {
            entryOf.put(pair.left(), pair.right());
            formOf.put(pair.right(), pair.left());
            labels.add(new Label(pair.left(), pair.right(), true));
        }
        for (Candidate pair : notSame) {
            apart.add(new Pair(pair.left(), pair.right()));
            labels.add(new Label(pair.left(), pair.right(), false));
        }
    }

    /** Of answers on records that are in these files. */
    static Judgements of(List<Said> said, PersonFile forms, PersonFile entries) {
        Map<Pair, Integer> pairs = new HashMap<>();
        List<Answered> answers = new ArrayList<>();
        for (Said one : said) {
            Pair pair = new Pair(forms.row(one.form()), entries.row(one.entry()));
            if (pair.form() >= 0 && pair.entry() >= 0) {
                pairs.putIfAbsent(pair, pairs.size());
                answers.add(new Answered(
                        pair.form(), pair.entry(), Answer.valueOf(one.answer().name())));
            }
        }
        if (answers.isEmpty()) {
            return NONE;
        }
        int[] left = new int[pairs.size()];
        int[] right = new int[pairs.size()];
        pairs.forEach((pair, at) -> {
            left[at] = pair.form();
            right[at] = pair.entry();
        });
        List<Candidate> judged = Candidate.connected(left, right, new double[left.length], false);
        Decided decided = ReviewQueue.betweenFiles(CityLinking.THRESHOLD).apply(judged, answers);
        return new Judgements(decided.same(), decided.notSame());
    }

    boolean isEmpty() {
        return labels.isEmpty();
    }

    /** To learn from. */
    List<Label> labels() {
        return List.copyOf(labels);
    }

    /** The entry that is this form's person, or -1. */
    int entryOf(int form) {
        return entryOf.getOrDefault(form, NOBODY);
    }

    /** Whether this form may be linked with the entry: nobody said that they are two, or that either is somebody else. */
    boolean allow(int form, int entry) {
        int said = entryOf(form);
        int holder = formOf.getOrDefault(entry, NOBODY);
        return !apart.contains(new Pair(form, entry))
                && (said == NOBODY || said == entry)
                && (holder == NOBODY || holder == form);
    }

    /** Somebody said that the two are not one person. */
    boolean isApart(int form, int entry) {
        return apart.contains(new Pair(form, entry));
    }
}
