package vn.dancu.paper.read;

import java.util.ArrayList;
import java.util.List;
import vn.dancu.paper.Box;
import vn.dancu.paper.Field;
import vn.dancu.paper.read.FieldReading.Note;

/** Text on one line or more: whether there is any, and what it says when it is printed. */
final class TextField {
    private static final double ACCEPTED = 0.8;
    private static final double SURE = 0.88;
    private static final double INK_DENSITY = 5;
    private static final double EMPTY_MM2 = 1.2;
    private static final double SPECK_MM2 = 0.12;
    private static final float STROKE = 0.35f;
    private static final float FAINT = 0.15f;
    private static final double AROUND = 0.4;
    /** A line of a box is thinner, letters are higher. */
    private static final double REMAINS_MM = 0.55;

    private static final double NEAR_MM = 0.9;
    private static final double QUIET_MM = 3;

    private TextField() {}

    static boolean isEmpty(Grey scan, Homography where, Field field, int black) {
        double area = 0;
        for (Box line : field.boxes()) {
            Ink ink = ink(Crop.of(scan, where, line.grown(AROUND), INK_DENSITY), line, black);
            for (Blobs.Blob blob : Blobs.of(ink, STROKE)) {
                double mm2 = blob.pixels().length / (INK_DENSITY * INK_DENSITY);
                area += mm2 >= SPECK_MM2 ? mm2 : 0;
            }
        }
        return area < EMPTY_MM2;
    }

    private static Ink ink(Crop crop, Box line, int black) {
        Ink ink = Ink.of(crop, black);
        int left = crop.column(line.x());
        int right = crop.column(line.right());
        int top = crop.row(line.y());
        int bottom = crop.row(line.bottom());
        PrintedLines.remove(ink, crop.density(), List.of(left, right), List.of(top, bottom), left, right, top, bottom);
        removeRemains(ink, crop.density(), left, right, top, bottom);
        return ink;
    }

    /** Flat pieces where a line of the box runs are what is left of it. */
    private static void removeRemains(Ink ink, double density, int left, int right, int top, int bottom) {
        double thin = REMAINS_MM * density;
        double near = NEAR_MM * density;
        for (Blobs.Blob blob : Blobs.of(ink, FAINT)) {
            double x = (blob.left() + blob.right()) / 2.0;
            double y = (blob.top() + blob.bottom()) / 2.0;
            boolean isLevel = blob.high() <= thin && Math.min(Math.abs(y - top), Math.abs(y - bottom)) <= near;
            boolean isSteep = blob.wide() <= thin && Math.min(Math.abs(x - left), Math.abs(x - right)) <= near;
            boolean isOutside = blob.bottom() < top + thin || blob.top() > bottom - thin;
            if (isLevel || isSteep || isOutside) {
                for (int p : blob.pixels()) {
                    ink.values()[p] = 0;
                }
            }
        }
    }

    static FieldReading read(Grey scan, Homography where, Field field, int black, PrintedReader reader) {
        List<String> lines = new ArrayList<>();
        double confidence = 1;
        for (Box line : field.boxes()) {
            Crop crop = Crop.of(scan, where, line.grown(AROUND), PrintedReader.DENSITY);
            Grey picture = trimmed(ink(crop, line, black));
            if (picture.width() > 1) {
                PrintedReader.Line read = sure(picture, reader);
                if (!read.text().isEmpty()) {
                    lines.add(Letters.vietnamese(read.text()));
                }
                confidence = Math.min(confidence, read.confidence());
            }
        }
        String text = String.join(" ", lines);
        if (text.isEmpty()) {
            boolean isEmpty = isEmpty(scan, where, field, black);
            return new FieldReading(field.name(), "", isEmpty ? 0.99 : 0, isEmpty, isEmpty ? Note.NONE : Note.UNSURE);
        }
        boolean accepted = confidence >= ACCEPTED;
        return new FieldReading(field.name(), text, confidence, accepted, accepted ? Note.NONE : Note.UNSURE);
    }

    /** Where Tesseract is not sure, it is asked again about a smaller picture: it minds the size of letters. */
    private static PrintedReader.Line sure(Grey picture, PrintedReader reader) {
        PrintedReader.Line first = reader.read(picture);
        if (first.confidence() >= SURE) {
            return first;
        }
        Grey smaller = scaled(picture, 0.8);
        PrintedReader.Line second = reader.read(smaller);
        return second.confidence() > first.confidence() ? second : first;
    }

    private static Grey scaled(Grey picture, double by) {
        int width = Math.max(1, (int) (picture.width() * by));
        int height = Math.max(1, (int) (picture.height() * by));
        byte[] values = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int j = 0; j < 2; j++) {
                    for (int i = 0; i < 2; i++) {
                        sum += picture.at((x + 0.25 + i * 0.5) / by - 0.5, (y + 0.25 + j * 0.5) / by - 0.5);
                    }
                }
                values[y * width + x] = (byte) Math.round(sum / 4);
            }
        }
        return new Grey(width, height, values);
    }

    /** The ink, black on white, without the empty ends of the line; one pixel when there is none. */
    private static Grey trimmed(Ink ink) {
        int left = ink.width();
        int right = -1;
        for (Blobs.Blob blob : Blobs.of(ink, STROKE)) {
            if (blob.pixels().length > SPECK_MM2 * PrintedReader.DENSITY * PrintedReader.DENSITY) {
                left = Math.min(left, blob.left());
                right = Math.max(right, blob.right());
            }
        }
        if (right < 0) {
            return Grey.white(1, 1);
        }
        int quiet = (int) (QUIET_MM * PrintedReader.DENSITY / 2);
        int width = right - left + 1 + 2 * quiet;
        Grey picture = Grey.white(width, ink.height());
        for (int y = 0; y < ink.height(); y++) {
            for (int x = left; x <= right; x++) {
                picture.values()[y * width + x - left + quiet] = (byte) Math.round(255 * (1 - ink.at(x, y)));
            }
        }
        return picture;
    }
}
