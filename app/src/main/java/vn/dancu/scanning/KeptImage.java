package vn.dancu.scanning;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;
import vn.dancu.paper.read.Grey;
import vn.dancu.paper.read.Homography;
import vn.dancu.paper.scan.Pictures;
import vn.dancu.scanning.ScannedPage.Colour;

/**
 * A picture as it is kept: bitonal as PNG of one bit a pixel, grey as JPEG within {@link #KILOBYTES} of a page at 200 dots to the
 * inch where a quality that can be read allows it, the grain of the paper evened out if need be; pictures of 400 dots and more are halved.
 *
 * @param shrunk by how much it was made smaller
 */
record KeptImage(byte[] bytes, Colour colour, int shrunk) {
    static final int KILOBYTES = 120;

    private static final double PIXELS_OF_A_PAGE = 1654.0 * 2339;
    private static final int DOTS = 200;
    private static final List<Float> QUALITIES = List.of(0.75f, 0.6f, 0.45f, 0.35f, 0.28f);
    /** Below the grey of the paper, of 255: fainter than a pencil's stroke. */
    private static final int GRAIN = 28;
    private static final int DARK = 24;
    private static final int LIGHT = 231;

    /** @param dotsPerInch of the picture */
    static KeptImage of(Grey scan, int dotsPerInch) {
        int shrunk = Math.max(1, dotsPerInch / DOTS);
        Grey kept = scan.shrunk(shrunk);
        if (shrunk == 1 && isBitonal(kept)) {
            return new KeptImage(png(bitonal(kept)), Colour.BITONAL, 1);
        }
        BufferedImage image = grey(kept);
        double allowed = KILOBYTES * 1000 * Math.max(0.25, kept.width() * (double) kept.height() / PIXELS_OF_A_PAGE);
        byte[] bytes = jpeg(image, QUALITIES.get(0));
        if (bytes.length > allowed) {
            image = grey(evened(kept));
        }
        for (int i = 0; i < QUALITIES.size() && bytes.length > allowed; i++) {
            bytes = jpeg(image, QUALITIES.get(i));
        }
        return new KeptImage(bytes, Colour.GREY, shrunk);
    }

    /** How the page lies in what is kept, when it lay so in the picture that was read. */
    static @Nullable Homography placed(@Nullable Homography where, int shrunk) {
        if (where == null || shrunk == 1) {
            return where;
        }
        double by = 1.0 / shrunk;
        double shift = (by - 1) / 2;
        return new Homography(by, 0, shift, 0, by, shift, 0, 0).after(where);
    }

    /** @throws UncheckedIOException when the bytes are no picture: they were made by {@link #of}, so they were damaged */
    static Grey read(byte[] bytes) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            if (image == null) {
                throw new IOException("no picture");
            }
            return Pictures.grey(image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The grain of the paper, which fills most of a file and says nothing, made one grey; writing is left as it is. */
    private static Grey evened(Grey grey) {
        int[] counts = grey.histogram(4);
        long half = 0;
        for (int count : counts) {
            half += count;
        }
        half /= 2;
        int paper = 0;
        for (long sum = counts[0]; sum < half; sum += counts[paper]) {
            paper++;
        }
        byte[] values = grey.values().clone();
        for (int i = 0; i < values.length; i++) {
            if ((values[i] & 0xFF) >= paper - GRAIN) {
                values[i] = (byte) paper;
            }
        }
        return new Grey(grey.width(), grey.height(), values);
    }

    private static boolean isBitonal(Grey grey) {
        int[] counts = grey.histogram(1);
        for (int value = DARK; value <= LIGHT; value++) {
            if (counts[value] > 0) {
                return false;
            }
        }
        return true;
    }

    static BufferedImage grey(Grey grey) {
        BufferedImage image = new BufferedImage(grey.width(), grey.height(), BufferedImage.TYPE_BYTE_GRAY);
        byte[] target = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(grey.values(), 0, target, 0, target.length);
        return image;
    }

    private static BufferedImage bitonal(Grey grey) {
        BufferedImage image = new BufferedImage(grey.width(), grey.height(), BufferedImage.TYPE_BYTE_BINARY);
        int[] row = new int[grey.width()];
        for (int y = 0; y < grey.height(); y++) {
            for (int x = 0; x < row.length; x++) {
                row[x] = grey.at(x, y) > 127 ? 1 : 0;
            }
            image.getRaster().setSamples(0, y, row.length, 1, 0, row);
        }
        return image;
    }

    static byte[] png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] jpeg(BufferedImage image, float quality) {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
        ImageWriter writer = writers.next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "KeptImage[" + bytes.length + ", " + colour + "]";
    }
}
