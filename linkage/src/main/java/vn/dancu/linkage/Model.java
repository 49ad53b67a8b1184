package vn.dancu.linkage;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is compared and how: columns, comparisons with their levels, blocking rules. Immutable; no data. */
public record Model(String name, List<Column> columns, List<Comparison> comparisons, List<BlockingRule> rules) {

    /** A pattern of levels is kept as one long, four bits a comparison. */
    static final int MOST_COMPARISONS = 16;

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
        }
        for (BlockingRule rule : rules) {
            for (BlockingRule.Part part : rule.parts()) {
                if (!names.contains(part.column())) {
                    throw new IllegalArgumentException(rule.name() + " blocks on a column that the model lacks");
                }
            }
        }
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
