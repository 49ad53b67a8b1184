package vn.dancu.paper.scan;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import vn.dancu.paper.read.Grey;
import vn.dancu.paper.read.Verdict;

/** TIFF of one page or many, JPEG, PNG. */
final class RasterPictures implements Pictures {
    private static final int MOST_PAGES = 100_000;

    private final ImageInputStream in;
    private final ImageReader reader;
    private final int count;

    private RasterPictures(ImageInputStream in, ImageReader reader, int count) {
        this.in = in;
        this.reader = reader;
        this.count = count;
    }

    /** Empty when it is no picture of a kind that is known. */
    static Optional<Pictures> open(Path file) throws IOException {
        ImageInputStream in = new FileImageInputStream(file.toFile());
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            in.close();
            return Optional.empty();
        }
        ImageReader reader = readers.next();
        try {
            reader.setInput(in, false, true);
            boolean isTiff = reader.getFormatName().toLowerCase(Locale.ROOT).startsWith("tif");
            int count = isTiff ? Math.min(MOST_PAGES, reader.getNumImages(true)) : 1;
            return Optional.of(new RasterPictures(in, reader, Math.max(1, count)));
        } catch (IOException | RuntimeException e) {
            reader.dispose();
            in.close();
            return Optional.of(new NoPictures(Verdict.BROKEN_FILE));
        }
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public Picture read(int index) {
        try {
            long pixels = (long) reader.getWidth(index) * reader.getHeight(index);
            if (pixels > MOST_PIXELS) {
                return Picture.problem(Verdict.TOO_LARGE);
            }
            ImageReadParam param = reader.getDefaultReadParam();
            if (pixels > MANY_PIXELS) {
                param.setSourceSubsampling(2, 2, 0, 0);
            }
            return Picture.of(grey(reader.read(index, param)));
        } catch (IOException | RuntimeException e) {
            // Parsers of broken files throw what they like: the page is named in the list, the rest goes on.
            return Picture.problem(Verdict.BROKEN_FILE);
        }
    }

    static Grey grey(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        boolean isPlain = image.getType() == BufferedImage.TYPE_BYTE_GRAY
                && image.getRaster().getDataBuffer() instanceof DataBufferByte
                && image.getRaster().getSampleModelTranslateX() == 0
                && ((DataBufferByte) image.getRaster().getDataBuffer()).getData().length == width * height;
        if (isPlain) {
            return new Grey(width, height, ((DataBufferByte) image.getRaster().getDataBuffer()).getData());
        }
        byte[] values = new byte[width * height];
        boolean isOneBand = image.getRaster().getNumBands() == 1 && image.getType() == BufferedImage.TYPE_BYTE_GRAY;
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            if (isOneBand) {
                image.getRaster().getSamples(0, y, width, 1, 0, row);
                for (int x = 0; x < width; x++) {
                    values[y * width + x] = (byte) row[x];
                }
                continue;
            }
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int rgb = row[x];
                int grey = (299 * (rgb >> 16 & 0xFF) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF)) / 1000;
                // What is transparent shows the paper.
                int alpha = rgb >>> 24;
                values[y * width + x] = (byte) (255 - (255 - grey) * alpha / 255);
            }
        }
        return new Grey(width, height, values);
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        in.close();
    }
}
