package vn.dancu.paper.corpus;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import vn.dancu.paper.FormPage;
import vn.dancu.paper.PageCode;

/**
 * One invented scan and its truth.
 *
 * @param index of the page in its corpus
 * @param file as the scanner wrote it
 * @param format jpg or png
 * @param dpi pixels to an inch
 * @param tone of the image
 * @param page the layout it was drawn from
 * @param code what its QR says; empty for a page of somebody else
 * @param pose from millimetres on the page to pixels of the image
 * @param values what was written, by field: text, digits only, a date's boxes with spaces for empty ones, the code of the one
 *     choice that counts; fields left empty are absent
 * @param corrected check fields in which another box was marked first and struck out
 */
public record Scan(
        long index,
        byte[] file,
        String format,
        int dpi,
        Tone tone,
        FormPage page,
        Optional<PageCode> code,
        Pose pose,
        Map<String, String> values,
        Set<String> corrected) {
    /** As a reader gets it. */
    public BufferedImage image() {
        try {
            return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files are compared by their names, not by what they hold. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Scan scan && scan.index == index && scan.dpi == dpi && scan.values.equals(values);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(index);
    }

    @Override
    public String toString() {
        return "Scan[" + index + ", " + dpi + " dpi, " + tone + "]";
    }
}
