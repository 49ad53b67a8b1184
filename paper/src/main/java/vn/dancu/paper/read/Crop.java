package vn.dancu.paper.read;

import vn.dancu.paper.Box;

/**
 * A part of a page, straightened: cut out of the scan in the form's own coordinates.
 *
 * @param area on the page, in millimetres
 * @param density pixels per millimetre of the picture
 */
public record Crop(Box area, double density, Grey picture) {
    /**
     * @param where how the page lies in the scan
     */
    public static Crop of(Grey scan, Homography where, Box area, double density) {
        int width = Math.max(1, (int) Math.round(area.width() * density));
        int height = Math.max(1, (int) Math.round(area.height() * density));
        byte[] values = new byte[width * height];
        // More pixels in the scan than in the crop: several are averaged, or thin strokes would break.
        double step = where.density(area.centreX(), area.centreY()) / density;
        int parts = Math.max(1, Math.min(4, (int) Math.ceil(step - 0.2)));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int j = 0; j < parts; j++) {
                    double my = area.y() + (y + (j + 0.5) / parts) / density;
                    for (int i = 0; i < parts; i++) {
                        double mx = area.x() + (x + (i + 0.5) / parts) / density;
                        double w = where.g() * mx + where.h() * my + 1;
                        sum += scan.at(
                                (where.a() * mx + where.b() * my + where.c()) / w,
                                (where.d() * mx + where.e() * my + where.f()) / w);
                    }
                }
                values[y * width + x] = (byte) Math.round(sum / (parts * parts));
            }
        }
        return new Crop(area, density, new Grey(width, height, values));
    }

    /** The column of the picture at a place of the page, by its left edge. */
    int column(double millimetres) {
        return (int) Math.round((millimetres - area.x()) * density);
    }

    int row(double millimetres) {
        return (int) Math.round((millimetres - area.y()) * density);
    }
}
