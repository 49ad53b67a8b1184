package vn.dancu.linkage;

/** The distinct values of a column by their codes, with and without marks: what frequencies are counted over. 0 is no value. */
interface ValueCodes {

    /** How many codes there are, with 0. */
    int codes();

    /** How many codes of values without marks there are; 0 where values have no marks to lose. */
    int foldedCodes();

    int folded(int code);

    String text(int code);

    /** The code of a value, or 0. */
    int find(String text);

    /** A value without its marks, as {@link #findFolded} takes it. */
    String fold(String text);

    int findFolded(String bare);
}
