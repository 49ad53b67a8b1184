package vn.dancu.linkage;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is compared and how: columns, comparisons with their levels, blocking rules. Immutable; no data. */
public record Model(
        String name, List<Column> columns, List<Comparison> comparisons, List<BlockingRule> rules, Settings settings) {

    /**
     * What a model says of its data as a whole.
     *
     * @param id header of the records' ids
     * @param oneToOne whether a record of one file has at most one in the other
     * @param matchShare share of the records of the smaller file that are expected in the other (between two files), or of records
     *     that have a double (in one); null where it is to be learnt from nothing
     * @param largestCluster most records that may be one
     * @param cannotLink columns in which two records of one file that are one cannot differ: a valid number. A number that is
     *     compared by the fixed levels may differ by a slip; a personal number must agree with its year of birth
     * @param trained false where the probabilities of the levels are to be taken as they stand
     * @param belief how many matched pairs the probabilities that the model gives count for beside what is seen
     */
    public record Settings(
            String id,
            boolean oneToOne,
            @Nullable Double matchShare,
            int largestCluster,
            List<String> cannotLink,
            boolean trained,
            double belief) {

        public static final Settings USUAL = new Settings("id", true, null, 50, List.of(), true, 30);

        public Settings {
            cannotLink = List.copyOf(cannotLink);
            if (matchShare != null && !(matchShare > 0 && matchShare <= 1)) {
                throw new IllegalArgumentException("a share lies between 0 and 1: " + matchShare);
            }
            if (belief < 1) {
                throw new IllegalArgumentException("a belief counts for one pair at least");
            }
            if (largestCluster < 2) {
                throw new IllegalArgumentException("a cluster may hold at least 2");
            }
        }
    }

    /** A pattern of levels is kept as one long, four bits a comparison. */
    public static final int MOST_COMPARISONS = 16;

    public Model {
        columns = List.copyOf(columns);
        comparisons = List.copyOf(comparisons);
        rules = List.copyOf(rules);
        if (comparisons.size() > MOST_COMPARISONS) {
            throw new IllegalArgumentException("at most " + MOST_COMPARISONS + " comparisons");
        }
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("column named twice: " + column.name());
            }
        }
        for (Comparison comparison : comparisons) {
            if (!names.containsAll(comparison.columns())) {
                throw new IllegalArgumentException(comparison.name() + " compares a column that the model lacks");
            }
            if (comparison.columns().size() != comparison.kind().columns()) {
                throw new IllegalArgumentException(
                        comparison.name() + ": " + comparison.kind().written() + " compares "
                                + comparison.kind().columns() + " columns, not "
                                + comparison.columns().size());
            }
            for (int place = 0; place < comparison.columns().size(); place++) {
                String column = comparison.columns().get(place);
                Column.Kind kind = columns.stream()
                        .filter(one -> one.name().equals(column))
                        .findFirst()
                        .orElseThrow()
                        .kind();
                if (!comparison.kind().fits(place, kind)) {
                    throw new IllegalArgumentException(comparison.name() + ": "
                            + comparison.kind().written() + " does not compare a column of kind " + kind.written()
                            + ": " + column);
                }
            }
            for (Level level : comparison.levels()) {
                for (Test test : level.tests()) {
                    if (test.column() != null && !isText(columns, test.column())) {
                        throw new IllegalArgumentException(
                                comparison.name() + ": " + test + " needs a column of texts or codes of that name");
                    }
                }
            }
        }
        for (BlockingRule rule : rules) {
            for (BlockingRule.Part part : Stream.concat(rule.parts().stream(), rule.refinements().stream())
                    .toList()) {
                if (!names.containsAll(part.columns())) {
                    throw new IllegalArgumentException(rule.name() + " blocks on a column that the model lacks");
                }
            }
        }
    }

    private static boolean isText(List<Column> columns, String name) {
        return columns.stream().anyMatch(column -> column.name().equals(name) && Measure.SWAPPED.fits(column.kind()));
    }

    public Model(String name, List<Column> columns, List<Comparison> comparisons, List<BlockingRule> rules) {
        this(name, columns, comparisons, rules, Settings.USUAL);
    }

    /**
     * People of Viet Nam as forms, residence books and archives write them. Columns, in the order in which
     * {@link Records.Builder#add} takes them: full_name, other_name, birth_date, sex, personal_id, old_ids (joined with a
     * bar), commune, group, household, relation, head_name, father_name, mother_name, spouse_name, hometown, address.
     */
    public static Model personVi() {
        return PersonVi.MODEL;
    }

    /** The place of a column, or -1. */
    public int column(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** The place of the household column, or -1. */
    int householdColumn() {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).kind() == Column.Kind.HOUSEHOLD) {
                return i;
            }
        }
        return -1;
    }
}
