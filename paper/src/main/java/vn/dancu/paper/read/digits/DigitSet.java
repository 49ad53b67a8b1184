package vn.dancu.paper.read.digits;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Handwritten digits, 28 × 28 grey values each (0 paper, 255 ink), in the order of the files. The files are for training,
 * tests and benchmarks; they are no part of the project.
 *
 * <p>Neighbours in the files may stem from one hand, so the parts are cut, not drawn: the first seven tenths train, the next
 * tenth calibrates, the last fifth is held back and seen by no training.
 */
public final class DigitSet {
    /** Side of a picture in pixels. */
    public static final int SIDE = 28;

    private static final int PIXELS = SIDE * SIDE;
    private static final int IMAGES_MAGIC = 0x803;
    private static final int LABELS_MAGIC = 0x801;
    private static final int MOST = 1_000_000;
    private static final String NAME = "handwritten-digits";

    private final List<byte[]> images;
    private final int[] labels;

    private DigitSet(List<byte[]> images, int[] labels) {
        this.images = List.copyOf(images);
        this.labels = labels;
    }

    static DigitSet of(List<byte[]> images, int[] labels) {
        return new DigitSet(images, labels.clone());
    }

    /** The set in the folder; empty when the files are not there. */
    public static Optional<DigitSet> in(Path folder) {
        Path images = folder.resolve(NAME + "-images.idx3-ubyte.gz");
        Path labels = folder.resolve(NAME + "-labels.idx1-ubyte.gz");
        if (!Files.isReadable(images) || !Files.isReadable(labels)) {
            return Optional.empty();
        }
        return Optional.of(read(images, labels));
    }

    private static DigitSet read(Path imageFile, Path labelFile) {
        try (DataInputStream images = open(imageFile);
                DataInputStream labels = open(labelFile)) {
            int count = header(images, IMAGES_MAGIC, imageFile);
            int rows = images.readInt();
            int columns = images.readInt();
            if (rows != SIDE || columns != SIDE || header(labels, LABELS_MAGIC, labelFile) != count) {
                throw new IOException(imageFile.getFileName() + ": not pictures of 28 × 28 with one label each");
            }
            List<byte[]> all = new ArrayList<>(count);
            int[] names = new int[count];
            for (int i = 0; i < count; i++) {
                all.add(images.readNBytes(PIXELS));
                names[i] = labels.readUnsignedByte();
                if (all.get(i).length < PIXELS || names[i] > 9) {
                    throw new IOException(imageFile.getFileName() + ": ends early or holds what is no digit");
                }
            }
            return new DigitSet(all, names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DataInputStream open(Path file) throws IOException {
        return new DataInputStream(new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file))));
    }

    private static int header(DataInputStream in, int magic, Path file) throws IOException {
        if (in.readInt() != magic) {
            throw new IOException(file.getFileName() + ": not an idx file");
        }
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new IOException(file.getFileName() + ": more digits than any set has");
        }
        return count;
    }

    public int size() {
        return labels.length;
    }

    public int label(int index) {
        return labels[index];
    }

    /** Ink from 0 to 1, row by row. */
    public float[] ink(int index) {
        byte[] image = images.get(index);
        float[] ink = new float[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            ink[i] = (image[i] & 0xFF) / 255f;
        }
        return ink;
    }

    public DigitSet training() {
        return part(0, size() * 7 / 10);
    }

    public DigitSet calibrating() {
        return part(size() * 7 / 10, size() * 8 / 10);
    }

    /** What no training has seen. */
    public DigitSet heldBack() {
        return part(size() * 8 / 10, size());
    }

    /** The same for whoever reads the files in another way: whether the digit at this place is held back. */
    public static boolean isHeldBack(int index, int size) {
        return index >= size * 8 / 10;
    }

    private DigitSet part(int from, int to) {
        int[] some = new int[to - from];
        System.arraycopy(labels, from, some, 0, some.length);
        return new DigitSet(images.subList(from, to), some);
    }
}
