package vn.dancu.scanning;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;
import vn.dancu.paper.read.Grey;
import vn.dancu.paper.read.Homography;
import vn.dancu.paper.scan.Pictures;
import vn.dancu.scanning.ScannedPage.Colour;

/**
 * A picture as it is kept: bitonal as PNG of one bit a pixel, grey as JPEG within {@link #KILOBYTES} of a page at 200 dots to the
 * inch, the grain of the paper evened out if need be, a page full of print in four greys; pictures of 400 dots and more are halved.
 *
 * @param shrunk by how much it was made smaller
 */
record KeptImage(byte[] bytes, Colour colour, int shrunk) {
    static final int KILOBYTES = 120;

    private static final double PIXELS_OF_A_PAGE = 1654.0 * 2339;
    private static final int DOTS = 200;
    private static final List<Float> QUALITIES = List.of(0.75f, 0.6f, 0.45f);
    /** Below the grey of the paper, of 255: fainter than a pencil's stroke. */
    private static final int GRAIN = 28;

    private static final int MOST_GRAIN = 60;
    /** Side of a square of paper under one light, in pixels. */
    private static final int TILE = 48;

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
            Grey even = evened(kept);
            image = grey(even);
            for (int i = 0; i < QUALITIES.size() && bytes.length > allowed; i++) {
                bytes = jpeg(image, QUALITIES.get(i));
            }
            if (bytes.length > allowed) {
                // A page full of print: four greys keep its letters sharper than a poor JPEG, and in less.
                bytes = png(fourGreys(even));
            }
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

    /**
     * The grain of the paper, which fills most of a file and says nothing, made one grey, place by place as the light fell;
     * writing is left as it is.
     */
    private static Grey evened(Grey grey) {
        int columns = (grey.width() + TILE - 1) / TILE;
        int rows = (grey.height() + TILE - 1) / TILE;
        int[] paper = new int[columns * rows];
        int[] grain = new int[columns * rows];
        int[] counts = new int[256];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                Arrays.fill(counts, 0);
                int all = 0;
                for (int y = row * TILE; y < Math.min(grey.height(), (row + 1) * TILE); y++) {
                    for (int x = column * TILE; x < Math.min(grey.width(), (column + 1) * TILE); x++) {
                        counts[grey.at(x, y)]++;
                        all++;
                    }
                }
                int at = row * columns + column;
                paper[at] = rank(counts, all / 2);
                // From the middle upwards there is no ink: as wide as that half is, so wide is the other.
                grain[at] = Math.min(MOST_GRAIN, Math.max(GRAIN, 2 * (rank(counts, all * 97 / 100) - paper[at])));
            }
        }
        byte[] values = grey.values().clone();
        for (int y = 0; y < grey.height(); y++) {
            double v = Math.min(rows - 1.0, Math.max(0, (y + 0.5) / TILE - 0.5));
            int up = (int) v;
            int down = Math.min(rows - 1, up + 1);
            for (int x = 0; x < grey.width(); x++) {
                double u = Math.min(columns - 1.0, Math.max(0, (x + 0.5) / TILE - 0.5));
                int left = (int) u;
                int right = Math.min(columns - 1, left + 1);
                double above = paper[up * columns + left] * (1 - u + left) + paper[up * columns + right] * (u - left);
                double below =
                        paper[down * columns + left] * (1 - u + left) + paper[down * columns + right] * (u - left);
                int here = (int) Math.round(above * (1 - v + up) + below * (v - up));
                int tile = Math.min(rows - 1, y / TILE) * columns + Math.min(columns - 1, x / TILE);
                int i = y * grey.width() + x;
                if ((values[i] & 0xFF) >= here - grain[tile]) {
                    values[i] = (byte) here;
                }
            }
        }
        return new Grey(grey.width(), grey.height(), values);
    }

    /** The value below which so many lie. */
    private static int rank(int[] counts, int many) {
        int value = 0;
        for (int sum = counts[0]; sum <= many && value < 255; sum += counts[value]) {
            value++;
        }
        return value;
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

    /** Black, two greys and white; a light spot that touches nothing darker is grain and becomes white. */
    private static BufferedImage fourGreys(Grey grey) {
        byte[] levels = {0, 85, (byte) 170, (byte) 255};
        BufferedImage image = new BufferedImage(
                grey.width(),
                grey.height(),
                BufferedImage.TYPE_BYTE_BINARY,
                new IndexColorModel(2, levels.length, levels, levels, levels));
        int[] row = new int[grey.width()];
        for (int y = 0; y < grey.height(); y++) {
            for (int x = 0; x < row.length; x++) {
                int level = level(grey, x, y);
                row[x] = level == 2 && !touchesInk(grey, x, y) ? 3 : level;
            }
            image.getRaster().setSamples(0, y, row.length, 1, 0, row);
        }
        return image;
    }

    private static int level(Grey grey, int x, int y) {
        return (grey.at(x, y) + 42) / 85;
    }

    private static boolean touchesInk(Grey grey, int x, int y) {
        for (int v = Math.max(0, y - 1); v <= Math.min(grey.height() - 1, y + 1); v++) {
            for (int u = Math.max(0, x - 1); u <= Math.min(grey.width() - 1, x + 1); u++) {
                if (level(grey, u, v) < 2) {
                    return true;
                }
            }
        }
        return false;
    }

    static byte[] png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(0);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
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
