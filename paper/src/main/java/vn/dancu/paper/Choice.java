package vn.dancu.paper;

/**
 * A box to mark.
 *
 * @param code the value of the field when it is marked, as import files have it
 * @param label what is printed at its right
 */
public record Choice(String code, String label, Box box) {}
