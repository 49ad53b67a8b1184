package vn.dancu.paper.print;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import vn.dancu.paper.Drawing.Face;

/** The fonts of one PDF: read when first used; only the letters that were drawn are embedded. */
final class PdfFonts {
    private static final String UNKNOWN = "\u25A1";

    private final PDDocument document;
    private final Map<Face, PDFont> fonts = new EnumMap<>(Face.class);
    private final Map<Face, Map<Integer, Double>> widths = new EnumMap<>(Face.class);

    PdfFonts(PDDocument document) {
        this.document = document;
    }

    PDFont font(Face face) throws IOException {
        PDFont font = fonts.get(face);
        if (font == null) {
            try (InputStream in = TypeFaces.open(face)) {
                font = PDType0Font.load(document, in, true);
            }
            fonts.put(face, font);
        }
        return font;
    }

    /** With a box for each letter that the font lacks. */
    String drawable(Face face, String text) throws IOException {
        String clean = TypeFaces.clean(text);
        StringBuilder out = new StringBuilder(clean.length());
        for (int i = 0; i < clean.length(); ) {
            int c = clean.codePointAt(i);
            i += Character.charCount(c);
            if (letter(face, c) < 0) {
                out.append(UNKNOWN);
            } else {
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }

    /** In thousandths of the size; {@code text} as {@link #drawable} gave it. */
    double width(Face face, String text) throws IOException {
        double sum = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            sum += Math.max(0, letter(face, c));
        }
        return sum;
    }

    /** Its width; below 0 when the font has no such letter. */
    private double letter(Face face, int c) throws IOException {
        Map<Integer, Double> known = widths.computeIfAbsent(face, any -> new HashMap<>());
        Double width = known.get(c);
        if (width == null) {
            try {
                width = (double) font(face).getStringWidth(Character.toString(c));
            } catch (IllegalArgumentException noGlyph) {
                width = -1.0;
            }
            known.put(c, width);
        }
        return width;
    }
}
