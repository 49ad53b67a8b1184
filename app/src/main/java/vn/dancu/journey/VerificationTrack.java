package vn.dancu.journey;

/** What re-verification at home has brought so far; walks beside the data. */
public enum VerificationTrack {
    NOT_PLANNED,
    PLANNED,
    CONFIRMED,
    DIFFERED,
    NOT_MET
}
