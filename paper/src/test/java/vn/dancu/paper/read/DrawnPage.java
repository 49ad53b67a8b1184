package vn.dancu.paper.read;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import vn.dancu.paper.Box;
import vn.dancu.paper.Field;
import vn.dancu.paper.FormLayout;
import vn.dancu.paper.FormPage;
import vn.dancu.paper.Forms;
import vn.dancu.paper.print.PaperFile;

/** A printed DC01 on which a test writes with a pen, in millimetres, and which it then scans badly. */
public final class DrawnPage {
    public static final FormLayout LAYOUT = Forms.version("DC01/41-2019").orElseThrow();
    public static final FormPage PAGE = LAYOUT.page(1).orElseThrow();

    private final BufferedImage picture;
    private final double density;

    private DrawnPage(BufferedImage picture, int dpi) {
        this.picture = picture;
        density = dpi / 25.4;
    }

    public static DrawnPage blank(String number, int dpi) {
        return filled(number, dpi, Map.of());
    }

    /** With what is known printed in; blank when nothing is. */
    public static DrawnPage filled(String number, int dpi, Map<String, String> values) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (PaperFile file = new PaperFile("test")) {
            if (values.isEmpty()) {
                file.blank(LAYOUT, number);
            } else {
                file.filled(LAYOUT, number, values);
            }
            file.finish(pdf);
            try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
                return new DrawnPage(new PDFRenderer(document).renderImageWithDPI(0, dpi, ImageType.GRAY), dpi);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Field field(String name) {
        return PAGE.field(name).orElseThrow();
    }

    /** One stroke of a pen of half a millimetre; places as shares of a box. */
    public DrawnPage stroke(Box box, double... places) {
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.scale(density, density);
        pen.setColor(new Color(45, 45, 45));
        pen.setStroke(new BasicStroke(0.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D path = new Path2D.Double();
        for (int i = 0; i < places.length; i += 2) {
            double x = box.x() + places[i] * box.width();
            double y = box.y() + places[i + 1] * box.height();
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        pen.draw(path);
        pen.dispose();
        return this;
    }

    public DrawnPage cross(Box box) {
        return stroke(box, 0.1, 0.15, 0.9, 0.85).stroke(box, 0.9, 0.1, 0.15, 0.9);
    }

    public DrawnPage scribble(Box box) {
        return stroke(
                box, 0.1, 0.1, 0.9, 0.15, 0.1, 0.3, 0.9, 0.4, 0.1, 0.5, 0.9, 0.6, 0.1, 0.7, 0.9, 0.8, 0.1, 0.9, 0.9,
                0.95);
    }

    /** Covers a part with white or black. */
    public DrawnPage cover(Box box, int grey) {
        Graphics2D brush = picture.createGraphics();
        brush.scale(density, density);
        brush.setColor(new Color(grey, grey, grey));
        brush.fill(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
        brush.dispose();
        return this;
    }

    public Grey scanned() {
        return grey(picture);
    }

    /** On a larger lid, turned, somewhat sheared, with noise. */
    public Grey scanned(double degrees, int lid, double noise, long seed) {
        int width = (int) (picture.getWidth() * 1.3);
        int height = (int) (picture.getHeight() * 1.2);
        BufferedImage scan = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D glass = scan.createGraphics();
        glass.setColor(new Color(lid, lid, lid));
        glass.fillRect(0, 0, width, height);
        glass.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform lay = new AffineTransform();
        lay.translate(width / 2.0, height / 2.0);
        lay.rotate(Math.toRadians(degrees));
        lay.shear(0.01, -0.006);
        lay.translate(-picture.getWidth() / 2.0, -picture.getHeight() / 2.0);
        glass.drawImage(picture, lay, null);
        glass.dispose();
        Grey grey = grey(scan);
        Random random = new Random(seed);
        byte[] values = grey.values();
        for (int i = 0; i < values.length; i++) {
            double value = (values[i] & 0xFF) * 0.9 + 8 + random.nextGaussian() * noise;
            values[i] = (byte) Math.max(0, Math.min(255, value));
        }
        return grey;
    }

    private static Grey grey(BufferedImage image) {
        byte[] values =
                ((DataBufferByte) image.getRaster().getDataBuffer()).getData().clone();
        return new Grey(image.getWidth(), image.getHeight(), values);
    }

    /** Two pictures on one glass. */
    public static Grey sideBySide(Grey left, Grey right) {
        Grey both = Grey.white(left.width() + right.width(), Math.max(left.height(), right.height()));
        copy(left, both, 0);
        copy(right, both, left.width());
        return both;
    }

    private static void copy(Grey from, Grey to, int left) {
        for (int y = 0; y < from.height(); y++) {
            System.arraycopy(from.values(), y * from.width(), to.values(), y * to.width() + left, from.width());
        }
    }
}
