package vn.dancu.civil.unit;

import java.time.LocalDate;

/**
 * One unit went into another. A unit that is divided has several such lines, and then its code does not say where a
 * person lives now.
 *
 * @param on first day of the new unit
 */
public record Succession(String oldCode, String oldName, String newCode, boolean divided, LocalDate on) {}
