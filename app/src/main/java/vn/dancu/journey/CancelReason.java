package vn.dancu.journey;

/** Why a form leaves the path for good. */
public enum CancelReason {
    DUPLICATE,
    MOVED,
    DEAD,
    SPOILED
}
