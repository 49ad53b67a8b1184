package vn.dancu.reporting;

/** The key of an inspection; the number of its order is {@code order_no}. */
public record InspectionId(long value) {}
