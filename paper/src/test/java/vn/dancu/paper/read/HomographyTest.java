package vn.dancu.paper.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dancu.paper.read.Homography.Point;

class HomographyTest {
    private static final List<Point> CORNERS =
            List.of(new Point(9.5, 9.5), new Point(200.5, 9.5), new Point(200.5, 287.5), new Point(9.5, 287.5));
    private static final Homography TILTED = new Homography(7.6, -0.9, 120, 1.1, 7.9, 44, 1e-5, -2e-5);

    @Test
    void fourPairsSayAllOfAPlaneInSpace() {
        Homography fitted =
                Homography.fit(CORNERS, CORNERS.stream().map(TILTED::map).toList());

        assertSame(fitted.map(77, 150), TILTED.map(77, 150));
        assertSame(fitted.map(200, 20), TILTED.map(200, 20));
    }

    @Test
    void threePairsSayAllButTheTilt() {
        Homography flat = new Homography(7, -1, 30, 1, 7, 12, 0, 0);

        Homography fitted = Homography.fit(
                CORNERS.subList(0, 3),
                CORNERS.subList(0, 3).stream().map(flat::map).toList());

        assertSame(fitted.map(9.5, 287.5), flat.map(9.5, 287.5));
    }

    @Test
    void twoPairsTurnAndEnlarge() {
        Homography turned = new Homography(0, -2, 50, 2, 0, 10, 0, 0);

        Homography fitted = Homography.fit(
                CORNERS.subList(0, 2),
                CORNERS.subList(0, 2).stream().map(turned::map).toList());

        assertSame(fitted.map(100, 200), turned.map(100, 200));
        assertThat(fitted.turn(50, 50)).isCloseTo(90, within(1e-9));
    }

    @Test
    void thereAndBackIsNowhere() {
        assertSame(TILTED.inverse().map(TILTED.map(31, 222)), new Point(31, 222));
        assertSame(TILTED.after(TILTED.inverse()).map(400, 900), new Point(400, 900));
    }

    @Test
    void aStraightPageHasItsCornerAtTheCornerOfTheFirstPixel() {
        assertSame(Homography.scale(8).map(0, 0), new Point(-0.5, -0.5));
        assertThat(Homography.scale(8).density(100, 100)).isCloseTo(8, within(1e-9));
    }

    private static void assertSame(Point one, Point other) {
        assertThat(one.x()).isCloseTo(other.x(), within(1e-6));
        assertThat(one.y()).isCloseTo(other.y(), within(1e-6));
    }
}
