package vn.dancu.reporting;

/**
 * The figures of one collector in one residential group.
 *
 * @param commune code, empty where the form has none that can be read
 * @param group empty where none is written
 * @param collector as written on the forms, empty where nobody is
 */
public record AreaCounts(String commune, String group, String collector, Counts counts) {}
