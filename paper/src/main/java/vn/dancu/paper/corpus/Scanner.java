package vn.dancu.paper.corpus;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A bad scanner: lays a drawn page crooked on the glass, and adds all that light, dust and compression do. */
final class Scanner {
    private final int dpi;
    private final Tone tone;
    private final Wear wear;
    private final Chance chance;

    Scanner(int dpi, Tone tone, Wear wear, Chance chance) {
        this.dpi = dpi;
        this.tone = tone;
        this.wear = wear;
        this.chance = chance;
    }

    record Result(byte[] file, String format, Pose pose) {}

    /** @param sheet the page at this resolution, RGB */
    Result scan(BufferedImage sheet) {
        double dots = dpi / 25.4;
        double turn = Math.toRadians(chance.between(-wear.degrees(), wear.degrees()))
                + (chance.happens(wear.upsideDown()) ? Math.PI : 0);
        double shear = chance.between(-wear.shear(), wear.shear());
        double stretch = 1 + chance.between(-wear.shear(), wear.shear()) / 2;
        double cos = Math.cos(turn);
        double sin = Math.sin(turn);
        double a = cos;
        double b = -sin + shear * cos;
        double d = sin * stretch;
        double e = (cos + shear * sin) * stretch;
        int w = sheet.getWidth();
        int h = sheet.getHeight();
        double spanX = Math.abs(a) * w + Math.abs(b) * h;
        double spanY = Math.abs(d) * w + Math.abs(e) * h;
        // Machines cut to the sheet, more or less; what is lost is lost at one edge.
        double rim = chance.between(0, 3) * dots;
        double lost = chance.happens(0.5) ? chance.between(0, wear.cut()) * dots : 0;
        boolean isCutAcross = chance.happens(0.5);
        int width = (int) Math.round(spanX + 2 * rim - (isCutAcross ? lost + rim : 0));
        int height = (int) Math.round(spanY + 2 * rim - (isCutAcross ? 0 : lost + rim));
        boolean isCutFirst = chance.happens(0.5);
        double middleX = spanX / 2 + rim - (isCutAcross && isCutFirst ? lost + rim : 0);
        double middleY = spanY / 2 + rim - (!isCutAcross && isCutFirst ? lost + rim : 0);
        // In pixels of the sheet first, whose middle comes to lie in the middle of the glass.
        double c = middleX - a * w / 2 - b * h / 2;
        double f = middleY - d * w / 2 - e * h / 2;
        Pose pixels = new Pose(a, b, c, d, e, f);
        boolean isColour = tone == Tone.COLOUR;
        byte[][] source = planes(sheet, isColour);
        int lid = chance.happens(0.75) ? 235 + chance.below(20) : 15 + chance.below(40);
        byte[][] planes = new byte[source.length][];
        double radius = chance.between(0, wear.blur()) * dpi / 200;
        double brightness = chance.between(-wear.noise(), wear.noise());
        double contrast = 1 - chance.between(0, wear.noise()) / 80;
        double slopeX = chance.between(-wear.noise(), wear.noise()) / width;
        double slopeY = chance.between(-wear.noise(), wear.noise()) / height;
        double noise = chance.between(0, wear.noise());
        long noiseSeed = chance.seed();
        for (int i = 0; i < source.length; i++) {
            byte[] plane = turned(source[i], w, h, pixels.inverse(), width, height, lid);
            blur(plane, width, height, radius);
            planes[i] = plane;
        }
        stain(planes, width, height, dots);
        for (int i = 0; i < planes.length; i++) {
            light(planes[i], width, brightness, contrast, slopeX, slopeY, noise, noiseSeed + i);
        }
        Pose pose = new Pose(a * dots, b * dots, c, d * dots, e * dots, f);
        return write(planes, width, height, pose);
    }

    private static byte[][] planes(BufferedImage sheet, boolean isColour) {
        int[] rgb = ((DataBufferInt) sheet.getRaster().getDataBuffer()).getData();
        byte[][] planes = new byte[isColour ? 3 : 1][rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            int pixel = rgb[i];
            int red = pixel >> 16 & 0xFF;
            int green = pixel >> 8 & 0xFF;
            int blue = pixel & 0xFF;
            if (isColour) {
                planes[0][i] = (byte) red;
                planes[1][i] = (byte) green;
                planes[2][i] = (byte) blue;
            } else {
                planes[0][i] = (byte) ((red * 77 + green * 150 + blue * 29) >> 8);
            }
        }
        return planes;
    }

    /** Between four neighbours; outside of the sheet is the scanner's lid. */
    private static byte[] turned(byte[] source, int w, int h, Pose back, int width, int height, int lid) {
        byte[] out = new byte[width * height];
        Arrays.fill(out, (byte) lid);
        for (int y = 0; y < height; y++) {
            double sx = back.pixelX(0.5, y + 0.5) - 0.5;
            double sy = back.pixelY(0.5, y + 0.5) - 0.5;
            int at = y * width;
            for (int x = 0; x < width; x++, sx += back.a(), sy += back.d()) {
                if (sx < 0 || sy < 0 || sx >= w - 1 || sy >= h - 1) {
                    continue;
                }
                int ix = (int) sx;
                int iy = (int) sy;
                int fx = (int) ((sx - ix) * 256);
                int fy = (int) ((sy - iy) * 256);
                int i = iy * w + ix;
                int top = (source[i] & 0xFF) * (256 - fx) + (source[i + 1] & 0xFF) * fx;
                int bottom = (source[i + w] & 0xFF) * (256 - fx) + (source[i + w + 1] & 0xFF) * fx;
                out[at + x] = (byte) ((top * (256 - fy) + bottom * fy) >> 16);
            }
        }
        return out;
    }

    /** Three taps along each axis, as often as the radius asks for. */
    private static void blur(byte[] plane, int width, int height, double radius) {
        double left = radius * radius;
        while (left > 0.02) {
            // A kernel s, 1 - 2s, s has the variance 2s.
            double variance = Math.min(left, 0.5);
            int side = (int) (variance / 2 * 256);
            int middle = 256 - 2 * side;
            for (int y = 0; y < height; y++) {
                int row = y * width;
                int before = plane[row] & 0xFF;
                for (int x = 1; x < width - 1; x++) {
                    int here = plane[row + x] & 0xFF;
                    plane[row + x] =
                            (byte) ((before * side + here * middle + (plane[row + x + 1] & 0xFF) * side + 128) >> 8);
                    before = here;
                }
            }
            int[] before = new int[width];
            for (int x = 0; x < width; x++) {
                before[x] = plane[x] & 0xFF;
            }
            for (int y = 1; y < height - 1; y++) {
                int row = y * width;
                for (int x = 0; x < width; x++) {
                    int here = plane[row + x] & 0xFF;
                    plane[row + x] = (byte)
                            ((before[x] * side + here * middle + (plane[row + width + x] & 0xFF) * side + 128) >> 8);
                    before[x] = here;
                }
            }
            left -= variance;
        }
    }

    /** Tea, thumbs and folds: what is darkened is darkened by a share, so that print shows through. */
    private void stain(byte[][] planes, int width, int height, double dots) {
        for (int n = wear.stains() == 0 ? 0 : chance.below(wear.stains() + 1); n > 0; n--) {
            double x = chance.between(0, width);
            double y = chance.between(0, height);
            double radius = chance.between(2, 14) * dots;
            double depth = chance.between(0.05, 0.3);
            boolean isRing = chance.happens(0.3);
            double[] absorbed = {depth * 0.5, depth * 0.75, depth};
            int fromY = (int) Math.max(0, y - radius);
            int toY = (int) Math.min(height, y + radius + 1);
            int fromX = (int) Math.max(0, x - radius);
            int toX = (int) Math.min(width, x + radius + 1);
            for (int py = fromY; py < toY; py++) {
                for (int px = fromX; px < toX; px++) {
                    double far = Math.hypot(px - x, py - y) / radius;
                    boolean isIn = far < 1 && (!isRing || far > 0.86);
                    if (isIn) {
                        double soft = isRing ? 1 : Math.min(1, (1 - far) * 3);
                        for (int i = 0; i < planes.length; i++) {
                            double share = 1 - soft * (planes.length == 1 ? depth : absorbed[i]);
                            int at = py * width + px;
                            planes[i][at] = (byte) ((planes[i][at] & 0xFF) * share);
                        }
                    }
                }
            }
        }
        if (wear.stains() > 0 && chance.happens(0.3)) {
            int row = (int) chance.between(height * 0.3, height * 0.7);
            for (byte[] plane : planes) {
                for (int x = 0; x < width; x++) {
                    int at = row * width + x;
                    plane[at] = (byte) ((plane[at] & 0xFF) * 0.85);
                }
            }
        }
    }

    private static void light(
            byte[] plane,
            int width,
            double brightness,
            double contrast,
            double slopeX,
            double slopeY,
            double noise,
            long seed) {
        int[] grain = new int[4096];
        java.util.SplittableRandom random = new java.util.SplittableRandom(seed);
        for (int i = 0; i < grain.length; i++) {
            double sum = random.nextDouble() + random.nextDouble() + random.nextDouble() + random.nextDouble() - 2;
            grain[i] = (int) Math.round(sum * 1.7320508 * noise * 16);
        }
        long state = seed;
        int rows = plane.length / width;
        for (int y = 0; y < rows; y++) {
            double base = (brightness + slopeY * (y - rows / 2.0) + 128 * (1 - contrast)) * 16;
            for (int x = 0; x < width; x++) {
                state ^= state << 13;
                state ^= state >>> 7;
                state ^= state << 17;
                int at = y * width + x;
                double value = (plane[at] & 0xFF) * contrast * 16 + base + slopeX * (x - width / 2.0) * 16;
                int pixel = ((int) value + grain[(int) (state & 4095)]) >> 4;
                plane[at] = (byte) Math.max(0, Math.min(255, pixel));
            }
        }
    }

    private Result write(byte[][] planes, int width, int height, Pose pose) {
        try {
            if (tone == Tone.BITONAL) {
                return new Result(png(bitonal(planes[0], width, height)), "png", pose);
            }
            BufferedImage image;
            if (planes.length == 1) {
                image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
                byte[] data = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
                System.arraycopy(planes[0], 0, data, 0, data.length);
            } else {
                image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
                byte[] data = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
                for (int i = 0; i < planes[0].length; i++) {
                    data[3 * i] = planes[2][i];
                    data[3 * i + 1] = planes[1][i];
                    data[3 * i + 2] = planes[0][i];
                }
            }
            int quality = (int) Math.round(chance.between(wear.lowestQuality(), 92));
            return new Result(jpeg(image, quality), "jpg", pose);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Black where a pixel is clearly darker than the page around it, as the machines' own setting does. */
    private BufferedImage bitonal(byte[] plane, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        byte[] bits = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        int stride = (width + 7) / 8;
        int threshold = 150 + chance.below(30);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if ((plane[y * width + x] & 0xFF) >= threshold) {
                    bits[y * stride + (x >> 3)] |= (byte) (0x80 >> (x & 7));
                }
            }
        }
        return image;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 18);
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(image, "png", stream);
        }
        return out.toByteArray();
    }

    private byte[] jpeg(BufferedImage image, int quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 19);
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(quality / 100f);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), settings);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
