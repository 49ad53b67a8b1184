package vn.dancu.journey;

/** How far the data of a form has come. */
public enum Stage {
    COLLECTED,
    CHECKED,
    RECONCILED,
    APPROVED,
    REGISTERED,
    RETURNED,
    CANCELLED
}
