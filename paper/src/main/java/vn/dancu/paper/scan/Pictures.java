package vn.dancu.paper.scan;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.paper.read.Grey;
import vn.dancu.paper.read.Verdict;

/**
 * The pictures of one file, opened one at a time. What the file is, is told by its first bytes and not by its name. Nothing in
 * it is executed or fetched, and nothing is unpacked that says it is too large, or grows too large while it is unpacked.
 */
public interface Pictures extends Closeable {
    /** Pixels of the largest picture that is opened: an A3 sheet at 600 dots to the inch is 70 million. */
    int MOST_PIXELS = 90_000_000;

    /** Pictures larger than this are halved while they are read: 300 dots to the inch are enough. */
    int MANY_PIXELS = 20_000_000;

    /** How many, as the file says; one for a file that cannot be opened. */
    int count();

    /** @param index from 0 */
    Picture read(int index);

    /**
     * A picture, or why there is none.
     *
     * @param grey null when it cannot be opened
     * @param problem null when it can
     */
    record Picture(@Nullable Grey grey, @Nullable Verdict problem) {
        static Picture of(Grey grey) {
            return new Picture(grey, null);
        }

        static Picture problem(Verdict verdict) {
            return new Picture(null, verdict);
        }
    }

    /** Never throws for what is in the file: a file that cannot be opened has one picture with its problem. */
    static Pictures open(Path file) {
        try {
            byte[] start = start(file);
            if (isPdf(start)) {
                return PdfPictures.open(file);
            }
            Optional<Pictures> raster = RasterPictures.open(file);
            return raster.orElse(new NoPictures(Verdict.NO_PICTURE));
        } catch (IOException | RuntimeException e) {
            return new NoPictures(Verdict.BROKEN_FILE);
        }
    }

    /** A picture that is open already, as {@link #read} gives it. */
    static Grey grey(BufferedImage image) {
        return RasterPictures.grey(image);
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(1024);
        }
    }

    private static boolean isPdf(byte[] start) {
        return new String(start, StandardCharsets.ISO_8859_1).contains("%PDF-");
    }
}
