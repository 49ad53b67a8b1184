package vn.dancu.paper.read;

import java.util.List;
import vn.dancu.paper.Box;
import vn.dancu.paper.FormLayout;

/**
 * A form of somebody else, learned from scans of blank copies: its fields as they were drawn on the screen, and how its pages
 * look. Its pages bear no mark of ours and are found by what is printed on them.
 *
 * @param blanks one straightened picture for each page, {@link #DENSITY} pixels per millimetre
 */
public record LearnedForm(FormLayout layout, List<Grey> blanks) {
    public static final double DENSITY = 4;

    public LearnedForm {
        blanks = List.copyOf(blanks);
        if (blanks.size() != layout.pages().size()) {
            throw new IllegalArgumentException("a picture for each page");
        }
    }

    /**
     * The picture to learn from: a blank page straightened.
     *
     * @param where how the page lies in the scan, as whoever teaches it has shown
     */
    public static Grey blank(Grey scan, Homography where, double width, double height) {
        return Crop.of(scan, where, new Box(0, 0, width, height), DENSITY).picture();
    }
}
