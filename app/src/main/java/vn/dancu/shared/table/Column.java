package vn.dancu.shared.table;

/**
 * A column that a table may have.
 *
 * @param required whether the header must name it; its cells may be empty all the same
 */
public record Column(String name, boolean required) {}
