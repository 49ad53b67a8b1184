package vn.dancu.paper;

import java.util.List;

/**
 * What a page bears for the scanner. A page of somebody else bears none of it.
 *
 * @param corners four solid black squares: top left, top right, bottom right, bottom left; that at the bottom right has a
 *     white hole, so that a page upside-down is told from one that is not
 * @param qr the QR code itself, without the quiet zone of four modules around it
 * @param bar the bars of the Code 128, without the quiet zones at both ends
 */
public record Marks(List<Box> corners, Box qr, Box bar) {
    /** The side of the hole, as a share of the side of the mark. */
    public static final double HOLE = 0.5;

    public Marks {
        corners = List.copyOf(corners);
        if (corners.size() != 4) {
            throw new IllegalArgumentException("a page has four corners");
        }
    }

    /** The white square within the last mark but one. */
    public Box hole() {
        Box mark = corners.get(2);
        return mark.grown(-mark.width() * (1 - HOLE) / 2);
    }
}
