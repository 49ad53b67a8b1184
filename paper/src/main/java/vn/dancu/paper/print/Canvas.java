package vn.dancu.paper.print;

import java.io.IOException;
import vn.dancu.paper.Box;
import vn.dancu.paper.Drawing.Align;
import vn.dancu.paper.Drawing.Face;

/** Something to draw a page on: millimetres from the top left corner, greys from 0 (black) to 1 (white). */
public interface Canvas {
    /** Millimetres in a point. */
    double POINT = 25.4 / 72;

    /**
     * One line of text on its base line.
     *
     * @param size in points
     */
    void text(double x, double y, double size, Face face, Align align, double grey, String text) throws IOException;

    /** How wide the text comes out, in millimetres. */
    double width(double size, Face face, String text) throws IOException;

    void line(double fromX, double fromY, double toX, double toY, double width, double grey) throws IOException;

    void frame(Box box, double width, double grey) throws IOException;

    void fill(Box box, double grey) throws IOException;

    /**
     * Black modules of a code, in one stroke so that no seams show between them.
     *
     * @param modules rows of columns; all rows as long as the first
     * @param box that the modules fill
     */
    void modules(boolean[][] modules, Box box) throws IOException;
}
