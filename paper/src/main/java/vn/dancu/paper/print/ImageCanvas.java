package vn.dancu.paper.print;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import vn.dancu.paper.Box;
import vn.dancu.paper.Drawing.Align;
import vn.dancu.paper.Drawing.Face;

/** A page as an image: a preview on the screen, or the paper of an invented scan. Not for several threads. */
public final class ImageCanvas implements Canvas {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    private static final Map<Face, Font> FONTS = new EnumMap<>(Face.class);

    private final Graphics2D out;
    private final double dots;

    /** @param dpi pixels to an inch; the image's corner is the page's */
    public ImageCanvas(BufferedImage image, double dpi) {
        this.out = image.createGraphics();
        this.dots = dpi / 25.4;
        out.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        out.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        out.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        out.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    private static Font font(Face face, double pixels) throws IOException {
        synchronized (FONTS) {
            Font font = FONTS.get(face);
            if (font == null) {
                try (InputStream in = TypeFaces.open(face)) {
                    font = Font.createFont(Font.TRUETYPE_FONT, in);
                } catch (FontFormatException e) {
                    throw new IOException("the font that comes with the program is damaged", e);
                }
                FONTS.put(face, font);
            }
            return font.deriveFont((float) pixels);
        }
    }

    private static Color grey(double grey) {
        return new Color((float) grey, (float) grey, (float) grey);
    }

    @Override
    public void text(double x, double y, double size, Face face, Align align, double grey, String text)
            throws IOException {
        String clean = TypeFaces.clean(text);
        Font font = font(face, size * POINT * dots);
        double width = font.getStringBounds(clean, CONTEXT).getWidth();
        double left = switch (align) {
            case LEFT -> x * dots;
            case CENTRE -> x * dots - width / 2;
            case RIGHT -> x * dots - width;
        };
        out.setColor(grey(grey));
        out.setFont(font);
        out.drawString(clean, (float) left, (float) (y * dots));
    }

    @Override
    public double width(double size, Face face, String text) throws IOException {
        // At a hundred pixels, so that it does not depend on the resolution.
        Font font = font(face, 100);
        return font.getStringBounds(TypeFaces.clean(text), CONTEXT).getWidth() / 100 * size * POINT;
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY, double width, double grey) {
        out.setColor(grey(grey));
        out.setStroke(new BasicStroke((float) (width * dots), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        out.draw(new Line2D.Double(fromX * dots, fromY * dots, toX * dots, toY * dots));
    }

    @Override
    public void frame(Box box, double width, double grey) {
        out.setColor(grey(grey));
        out.setStroke(new BasicStroke((float) (width * dots), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        out.draw(pixels(box));
    }

    @Override
    public void fill(Box box, double grey) {
        out.setColor(grey(grey));
        out.fill(pixels(box));
    }

    private Rectangle2D pixels(Box box) {
        return new Rectangle2D.Double(box.x() * dots, box.y() * dots, box.width() * dots, box.height() * dots);
    }

    @Override
    public void modules(boolean[][] modules, Box box) {
        out.setColor(Color.BLACK);
        double wide = box.width() / modules[0].length * dots;
        double high = box.height() / modules.length * dots;
        java.awt.geom.Path2D path = new java.awt.geom.Path2D.Double();
        for (int row = 0; row < modules.length; row++) {
            for (int from = 0; from < modules[row].length; from++) {
                int to = from;
                while (to < modules[row].length && modules[row][to]) {
                    to++;
                }
                if (to > from) {
                    double left = box.x() * dots + from * wide;
                    double top = box.y() * dots + row * high;
                    path.append(new Rectangle2D.Double(left, top, (to - from) * wide, high), false);
                    from = to;
                }
            }
        }
        out.fill(path);
    }

    /** To draw what no form has: strokes of a pen, pictures of digits. In pixels. */
    public Graphics2D graphics() {
        return out;
    }

    /** Pixels in a millimetre. */
    public double dots() {
        return dots;
    }
}
