package vn.dancu.paper.print;

import java.io.IOException;
import java.io.InputStream;
import vn.dancu.paper.Drawing.Face;

/**
 * The type of the forms: DejaVu (Bitstream Vera licence) out of {@code jasperreports-fonts}, which holds every stacked
 * Vietnamese mark. The same on every machine, so that a page is always what its layout says.
 */
final class TypeFaces {
    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/DejaVu";

    private TypeFaces() {}

    static InputStream open(Face face) throws IOException {
        String name = FOLDER
                + switch (face) {
                    case PLAIN -> "SansCondensed";
                    case BOLD -> "SansCondensed-Bold";
                    case ITALIC -> "SansCondensed-Oblique";
                    case HEADING -> "SerifCondensed-Bold";
                    case HEADING_PLAIN -> "SerifCondensed";
                }
                + ".ttf";
        InputStream font = TypeFaces.class.getResourceAsStream(name);
        if (font == null) {
            throw new IOException("the font that comes with the program is not there: " + name);
        }
        return font;
    }

    /** As it can be drawn: composed letters, no control characters, no line breaks. */
    static String clean(String text) {
        String composed = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC);
        StringBuilder out = new StringBuilder(composed.length());
        composed.codePoints().forEach(c -> {
            if (Character.isWhitespace(c) || Character.isISOControl(c)) {
                out.append(' ');
            } else if (Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.SURROGATE) {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
