package vn.dancu.paper.corpus;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;
import vn.dancu.paper.Box;
import vn.dancu.paper.Choice;
import vn.dancu.paper.Field;
import vn.dancu.paper.print.ImageCanvas;

/** Somebody's pen: digits from pictures of handwriting, crosses, ticks, and boxes struck out. */
final class Pen {
    private final Graphics2D out;
    private final double dots;
    private final Color ink;
    private final double width;
    private final Chance chance;

    Pen(ImageCanvas canvas, Chance chance) {
        this.out = canvas.graphics();
        this.dots = canvas.dots();
        this.chance = chance;
        // Blue ball pens mostly, now and then a black one; some press harder.
        int shade = chance.below(50);
        this.ink = chance.happens(0.7)
                ? new Color(15 + shade / 2, 25 + shade, 110 + shade)
                : new Color(shade, shade, shade);
        this.width = chance.between(0.35, 0.65);
        out.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    }

    /** One character to a box, spaces left out; drawn digits where there are pictures of none. */
    void digits(Field field, String value, @Nullable DigitImages images) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) != ' ') {
                int digit = value.charAt(i) - '0';
                if (images == null) {
                    drawn(field.boxes().get(i), digit);
                } else {
                    picture(field.boxes().get(i), images.any(digit, chance));
                }
            }
        }
    }

    private void picture(Box box, byte[] digit) {
        BufferedImage image = new BufferedImage(DigitImages.SIDE, DigitImages.SIDE, BufferedImage.TYPE_INT_ARGB);
        int colour = ink.getRGB() & 0xFFFFFF;
        for (int i = 0; i < digit.length; i++) {
            image.setRGB(i % DigitImages.SIDE, i / DigitImages.SIDE, (digit[i] & 0xFF) << 24 | colour);
        }
        // The picture's digit is 20 of its 28 pixels high: 4.6 to 5.5 mm in a box of 7.4.
        double scale = chance.between(0.23, 0.275) * dots;
        double side = DigitImages.SIDE * scale;
        AffineTransform place = AffineTransform.getTranslateInstance(
                box.centreX() * dots - side / 2 + chance.around(0, 0.3) * dots,
                box.centreY() * dots - side / 2 + chance.around(0, 0.4) * dots);
        place.scale(scale * Math.min(1, box.width() / 5.4), scale);
        out.drawImage(image, place, null);
    }

    private void drawn(Box box, int digit) {
        out.setColor(ink);
        out.setFont(out.getFont().deriveFont((float) (5.2 * dots)));
        out.drawString(String.valueOf(digit), (float) ((box.centreX() - 1.5 + chance.around(0, 0.2)) * dots), (float)
                ((box.centreY() + 1.9 + chance.around(0, 0.3)) * dots));
    }

    private void pen() {
        out.setColor(ink);
        out.setStroke(new BasicStroke((float) (width * dots), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    /** A cross mostly, or a tick; both may leave the box a little. */
    void mark(Choice choice) {
        pen();
        Box box = choice.box();
        double reach = chance.between(0.30, 0.62) * box.width();
        double x = box.centreX() + chance.around(0, 0.25);
        double y = box.centreY() + chance.around(0, 0.25);
        if (chance.happens(0.8)) {
            stroke(x - reach, y - reach, x + reach, y + reach);
            stroke(x - reach, y + reach, x + reach, y - reach);
        } else {
            stroke(x - reach, y, x - reach * 0.2, y + reach * 0.9);
            stroke(x - reach * 0.2, y + reach * 0.9, x + reach * 1.2, y - reach * 1.2);
        }
    }

    private void stroke(double fromX, double fromY, double toX, double toY) {
        Path2D path = new Path2D.Double();
        path.moveTo(shaken(fromX) * dots, shaken(fromY) * dots);
        path.quadTo(
                shaken((fromX + toX) / 2) * dots,
                shaken((fromY + toY) / 2) * dots,
                shaken(toX) * dots,
                shaken(toY) * dots);
        out.draw(path);
    }

    private double shaken(double at) {
        return at + chance.around(0, 0.2);
    }

    /** A box marked first and then blackened all over, as the form asks of who corrects himself. */
    void strikeOut(Choice choice) {
        mark(choice);
        Box box = choice.box();
        Path2D path = new Path2D.Double();
        double step = 0.42;
        boolean isDown = true;
        path.moveTo(box.x() * dots, box.y() * dots);
        for (double x = box.x(); x <= box.right(); x += step) {
            path.lineTo(shaken(x) * dots, shaken(isDown ? box.bottom() : box.y()) * dots);
            isDown = !isDown;
        }
        out.draw(path);
    }

    /** A scrawl that nobody reads, such as a signature. */
    void scrawl(double x, double y, double length) {
        pen();
        Path2D path = new Path2D.Double();
        path.moveTo(x * dots, y * dots);
        double at = x;
        while (at < x + length) {
            double next = at + chance.between(1.2, 3.5);
            path.quadTo(
                    (at + next) / 2 * dots,
                    (y + chance.between(-4.5, 3)) * dots,
                    next * dots,
                    (y + chance.between(-1.5, 1.5)) * dots);
            at = next;
        }
        out.draw(path);
    }
}
