package vn.dancu.civil.list;

/**
 * A value of a coded list. A code says nothing without its list: ethnic group 04 is Hoa in one list and Mường in the
 * other.
 */
public record CodedValue(String list, String code, String name) {}
