package vn.dancu.reconciliation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.linkage.Clusters;
import vn.dancu.reconciliation.domain.SamePerson;
import vn.dancu.reconciliation.domain.SamePerson.Traits;

/** Records of one file that stand for one person: what linkage clusters, less what cannot be one person. */
final class Duplicates {
    private static final int FULL_NAME = 0;
    private static final int BIRTH_DATE = 2;
    private static final int SEX = 3;
    private static final int PERSONAL_ID = 4;
    private static final int OLD_IDS = 5;
    private static final int HOUSEHOLD = 8;
    private static final int FATHER_NAME = 11;
    private static final int MOTHER_NAME = 12;

    private Duplicates() {}

    /**
     * @param found by linkage
     * @param reader reads the members of clusters again, with what they say
     * @param said by officers: who was called two persons is in no cluster together
     */
    static Clusters possible(PersonFile file, Clusters found, CityLinking.Reader reader, DuplicateAnswers said) {
        List<int[]> members = found.members();
        if (members.isEmpty()) {
            return found;
        }
        Map<Integer, Traits> traits = traits(file, members, reader);
        Together together = (one, other) ->
                !said.isApart(file.id(one), file.id(other)) && isPossible(traits.get(one), traits.get(other));
        int[] cluster = new int[file.size()];
        Arrays.fill(cluster, Clusters.ALONE);
        double[] weight = new double[file.size()];
        int next = 0;
        for (int[] rows : members) {
            next = keepPossible(rows, together, found, cluster, weight, next);
        }
        return Clusters.of(cluster, weight);
    }

    private static Map<Integer, Traits> traits(PersonFile file, List<int[]> members, CityLinking.Reader reader) {
        long[] ids = members.stream()
                .flatMapToInt(Arrays::stream)
                .mapToLong(file::id)
                .sorted()
                .toArray();
        Map<Integer, Traits> traits = new HashMap<>();
        reader.read(
                ids,
                (id, values, removed) -> traits.put(
                        file.row(id),
                        new Traits(
                                values[FULL_NAME],
                                values[BIRTH_DATE],
                                PersonValues.sex(values[SEX]),
                                values[PERSONAL_ID],
                                values[OLD_IDS],
                                values[HOUSEHOLD],
                                values[FATHER_NAME],
                                values[MOTHER_NAME])));
        return traits;
    }

    /** Splits a cluster into the parts whose members can all be one person with one another. */
    private static int keepPossible(
            int[] rows, Together together, Clusters found, int[] cluster, double[] weight, int next) {
        int number = next;
        for (int i = 0; i < rows.length; i++) {
            if (cluster[rows[i]] != Clusters.ALONE) {
                continue;
            }
            for (int j = i + 1; j < rows.length; j++) {
                if (cluster[rows[j]] == Clusters.ALONE && isPossible(rows, i, j, together, cluster, number)) {
                    cluster[rows[i]] = number;
                    cluster[rows[j]] = number;
                    weight[rows[i]] = found.weight(rows[i]);
                    weight[rows[j]] = found.weight(rows[j]);
                }
            }
            if (cluster[rows[i]] == number) {
                number++;
            }
        }
        return number;
    }

    /** Whether two rows can be one person. */
    private interface Together {
        boolean test(int one, int other);
    }

    private static boolean isPossible(@Nullable Traits one, @Nullable Traits other) {
        return one != null && other != null && SamePerson.isPossible(one, other);
    }

    private static boolean isPossible(int[] rows, int i, int j, Together together, int[] cluster, int number) {
        for (int k = 0; k < rows.length; k++) {
            boolean inPart = k == i || cluster[rows[k]] == number;
            if (inPart && !together.test(rows[k], rows[j])) {
                return false;
            }
        }
        return true;
    }
}
