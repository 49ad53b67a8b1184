package vn.dancu.paper.corpus;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.zip.GZIPInputStream;

/** Handwritten digits in the idx format: 28 × 28, ink bright. They are for measuring only and no part of the program. */
public final class DigitImages {
    public static final int SIDE = 28;

    private static final String IMAGES = "handwritten-digits-images.idx3-ubyte.gz";
    private static final String LABELS = "handwritten-digits-labels.idx1-ubyte.gz";
    private static final int IMAGE_MAGIC = 2051;
    private static final int LABEL_MAGIC = 2049;
    private static final int MOST = 1_000_000;

    private final List<List<byte[]>> byDigit = new ArrayList<>();
    private final int size;

    private DigitImages(byte[][] images, byte[] labels, IntPredicate wanted) {
        for (int digit = 0; digit < 10; digit++) {
            byDigit.add(new ArrayList<>());
        }
        int taken = 0;
        for (int i = 0; i < images.length; i++) {
            if (wanted.test(i)) {
                byDigit.get(labels[i]).add(images[i]);
                taken++;
            }
        }
        this.size = taken;
    }

    public static boolean areIn(Path folder) {
        return Files.isReadable(folder.resolve(IMAGES)) && Files.isReadable(folder.resolve(LABELS));
    }

    /**
     * @param wanted of the place of each in the file, from 0: those held back from training
     * @throws IOException when the files cannot be read or are not what their heads say
     */
    public static DigitImages read(Path folder, IntPredicate wanted) throws IOException {
        byte[][] images;
        try (DataInputStream in = open(folder.resolve(IMAGES))) {
            expect(in, IMAGE_MAGIC, IMAGES);
            int count = count(in, IMAGES);
            int rows = in.readInt();
            int columns = in.readInt();
            if (rows != SIDE || columns != SIDE) {
                throw new IOException(IMAGES + ": digits of 28 × 28 are expected");
            }
            images = new byte[count][SIDE * SIDE];
            for (byte[] image : images) {
                in.readFully(image);
            }
        }
        byte[] labels = new byte[images.length];
        try (DataInputStream in = open(folder.resolve(LABELS))) {
            expect(in, LABEL_MAGIC, LABELS);
            if (count(in, LABELS) != images.length) {
                throw new IOException(LABELS + ": another number of digits than there are images");
            }
            in.readFully(labels);
        }
        for (byte label : labels) {
            if (label < 0 || label > 9) {
                throw new IOException(LABELS + ": a label that is no digit");
            }
        }
        return new DigitImages(images, labels, wanted);
    }

    private static DataInputStream open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        try {
            return new DataInputStream(new GZIPInputStream(raw, 1 << 16));
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private static void expect(DataInputStream in, int magic, String file) throws IOException {
        if (in.readInt() != magic) {
            throw new IOException(file + ": not in the idx format");
        }
    }

    private static int count(DataInputStream in, String file) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new IOException(file + ": " + count + " digits");
        }
        return count;
    }

    public int size() {
        return size;
    }

    /** One of the images of a digit, row by row; ink is bright. */
    byte[] any(int digit, Chance chance) {
        return chance.oneOf(byDigit.get(digit));
    }
}
