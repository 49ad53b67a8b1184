package vn.dancu.linkage.review;

/** Candidate pairs with the levels they reached: all that learning needs to know of them. */
public interface PatternSource {

    int pairs();

    int left(int pair);

    int right(int pair);

    /** Level of a pair in a comparison, as the model counts them: from 1, strictest first; 0 is "cannot tell". */
    int level(int pair, int comparison);

    /** Bits that depend on the values and not on the levels: term frequency, relatives. */
    double added(int pair);
}
