package vn.dancu.paper.print;

import java.io.IOException;
import java.util.List;
import vn.dancu.paper.Box;
import vn.dancu.paper.Choice;
import vn.dancu.paper.Drawing;
import vn.dancu.paper.Drawing.Align;
import vn.dancu.paper.Drawing.Face;
import vn.dancu.paper.Field;
import vn.dancu.paper.FormPage;
import vn.dancu.paper.Marks;
import vn.dancu.paper.PageCode;

/** Draws a page of a form on any canvas. */
public final class PageArtist {
    static final double CAPTION_SIZE = 6.5;

    private static final List<String> HOW_TO_CORRECT =
            List.of("Phần in sẵn nếu sai:", "gạch ngang, ghi lại", "bên cạnh hoặc phía trên.");
    private static final double BLACK = 0;
    private static final double INK = 0.1;
    private static final double BOX_GREY = 0.45;
    private static final double COMB_GREY = 0.7;
    private static final double OFFICE_GREY = 0.93;
    private static final double WHITE = 1;

    private final Canvas canvas;

    public PageArtist(Canvas canvas) {
        this.canvas = canvas;
    }

    /** What all copies of the page share. */
    public void blank(FormPage page) throws IOException {
        for (Drawing drawing : page.drawings()) {
            if (drawing instanceof Drawing.Frame frame && frame.isFilled()) {
                canvas.fill(frame.box(), OFFICE_GREY);
            }
        }
        for (Drawing drawing : page.drawings()) {
            draw(drawing);
        }
        for (Field field : page.fields()) {
            field(field);
        }
        Marks marks = page.marks();
        if (marks != null) {
            for (Box corner : marks.corners()) {
                canvas.fill(corner, BLACK);
            }
            canvas.fill(marks.hole(), WHITE);
        }
    }

    private void draw(Drawing drawing) throws IOException {
        if (drawing instanceof Drawing.Text text) {
            canvas.text(text.x(), text.y(), text.size(), text.face(), text.align(), INK, text.text());
        } else if (drawing instanceof Drawing.Line line) {
            canvas.line(line.fromX(), line.fromY(), line.toX(), line.toY(), line.width(), INK);
        } else if (drawing instanceof Drawing.Frame frame && !frame.isFilled()) {
            canvas.frame(frame.box(), 0.25, BOX_GREY);
        }
    }

    private void field(Field field) throws IOException {
        Box first = field.boxes().get(0);
        if (!field.caption().isEmpty()) {
            double size = fitted(field);
            canvas.text(
                    first.x(),
                    field.area().y() - captionLift(field),
                    size,
                    Face.PLAIN,
                    Align.LEFT,
                    INK,
                    field.caption());
        }
        switch (field.kind()) {
            case HANDWRITTEN_TEXT, PRINTED_TEXT -> {
                for (Box line : field.boxes()) {
                    canvas.fill(line, WHITE);
                    canvas.frame(line, 0.2, BOX_GREY);
                }
            }
            case DIGITS, DATE -> comb(field);
            case CHECK -> {
                for (Choice choice : field.choices()) {
                    Box box = choice.box();
                    canvas.fill(box, WHITE);
                    canvas.frame(box, 0.28, 0.2);
                    canvas.text(
                            box.right() + 1.3, box.centreY() + 1.05, 8.2, Face.PLAIN, Align.LEFT, INK, choice.label());
                }
            }
        }
    }

    /** Check boxes are lower than the other boxes of their row, whose captions theirs shall stand in line with. */
    private static double captionLift(Field field) {
        return field.choices().isEmpty() ? 0.8 : 1.85;
    }

    /** Small enough to end before the next field. */
    private double fitted(Field field) throws IOException {
        double room = field.choices().isEmpty() ? field.area().width() : Double.MAX_VALUE;
        double width = canvas.width(CAPTION_SIZE, Face.PLAIN, field.caption());
        return width <= room ? CAPTION_SIZE : Math.max(5.2, CAPTION_SIZE * room / width);
    }

    private void comb(Field field) throws IOException {
        List<Box> boxes = field.boxes();
        int next = 0;
        for (int size : field.groups()) {
            Box group = boxes.get(next).joined(boxes.get(next + size - 1));
            canvas.fill(group, WHITE);
            for (int i = 1; i < size; i++) {
                Box box = boxes.get(next + i);
                canvas.line(box.x(), box.y(), box.x(), box.bottom(), 0.15, COMB_GREY);
            }
            canvas.frame(group, 0.2, BOX_GREY);
            next += size;
        }
    }

    /**
     * What names this copy.
     *
     * @throws IllegalArgumentException when the page has no place for it
     */
    public void code(FormPage page, PageCode code) throws IOException {
        Marks marks = page.marks();
        if (marks == null) {
            throw new IllegalArgumentException("a page of somebody else bears no code of ours");
        }
        Codes.drawQr(canvas, code, marks.qr());
        Codes.drawBars(canvas, code, marks.bar());
        canvas.text(marks.qr().centreX(), marks.qr().bottom() + 4.6, 9, Face.BOLD, Align.CENTRE, BLACK, code.number());
        if (code.kind() == PageCode.Kind.FILLED) {
            Box corner = marks.corners().get(0);
            double y = corner.bottom() + 16.4;
            for (String line : HOW_TO_CORRECT) {
                canvas.text(corner.right() + 2, y, CAPTION_SIZE, Face.ITALIC, Align.LEFT, INK, line);
                y += 2.9;
            }
        }
        String foot = code.pages() > 1 ? code.number() + " – trang " + code.page() + "/" + code.pages() : code.number();
        canvas.text(marks.bar().centreX(), marks.bar().bottom() + 2.8, 7, Face.PLAIN, Align.CENTRE, INK, foot);
    }

    /** What is known, printed into the fields. */
    public void values(Filling filling) throws IOException {
        for (Filling.Words words : filling.words()) {
            Box box = words.box();
            double size = fitted(words);
            canvas.text(
                    words.isCentred() ? box.centreX() : box.x() + 1.2,
                    box.centreY() + size * 0.36 * Canvas.POINT,
                    size,
                    Face.PLAIN,
                    words.isCentred() ? Align.CENTRE : Align.LEFT,
                    BLACK,
                    words.text());
        }
        for (Box box : filling.marked()) {
            Box cross = box.grown(-box.width() * 0.18);
            canvas.line(cross.x(), cross.y(), cross.right(), cross.bottom(), 0.55, BLACK);
            canvas.line(cross.x(), cross.bottom(), cross.right(), cross.y(), 0.55, BLACK);
        }
    }

    private double fitted(Filling.Words words) throws IOException {
        if (words.isCentred()) {
            return Filling.DIGIT_SIZE;
        }
        double width = canvas.width(Filling.TEXT_SIZE, Face.PLAIN, words.text());
        double room = words.box().width() - 2.4;
        return width <= room ? Filling.TEXT_SIZE : Filling.TEXT_SIZE * room / width;
    }
}
