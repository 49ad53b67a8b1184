package vn.dancu.journey;

/** Where the paper is; walks beside the data. */
public enum PaperTrack {
    HELD,
    HANDED_OVER,
    SCANNED
}
