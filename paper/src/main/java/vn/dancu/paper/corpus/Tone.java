package vn.dancu.paper.corpus;

/** What a scanner makes of colours. */
public enum Tone {
    GREY,
    COLOUR,
    BITONAL
}
