package vn.dancu.paper;

/** What is printed on a page and is no field. */
public sealed interface Drawing {
    /** Which face of the form's type. */
    enum Face {
        /** Captions and notes. */
        PLAIN,
        BOLD,
        ITALIC,
        /** Headings, as Decree 30/2020 has them. */
        HEADING,
        HEADING_PLAIN
    }

    enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    /**
     * One line of text.
     *
     * @param x where it begins, has its middle or ends, by {@code align}
     * @param y of the base line
     * @param size in points
     */
    record Text(double x, double y, double size, Face face, Align align, String text) implements Drawing {}

    /** @param width of the stroke, in millimetres */
    record Line(double fromX, double fromY, double toX, double toY, double width) implements Drawing {}

    /** A rectangle, drawn as a thin frame, or filled with light grey. */
    record Frame(Box box, boolean isFilled) implements Drawing {}

    /** Folds the three. */
    interface Fold<T> {
        T text(Text text);

        T line(Line line);

        T frame(Frame frame);
    }

    default <T> T fold(Fold<T> fold) {
        if (this instanceof Text text) {
            return fold.text(text);
        }
        if (this instanceof Line line) {
            return fold.line(line);
        }
        return fold.frame((Frame) this);
    }
}
