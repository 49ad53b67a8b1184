package vn.dancu.shared.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.jspecify.annotations.Nullable;

/** A document as PDF with its fonts in it. */
public final class PdfDocument {
    /**
     * Metric-compatible with Times New Roman, which Decree 30/2020 asks for: version 2 of Liberation Serif. Version 1, which
     * Debian 12 has as fonts-liberation, lacks the stacked Vietnamese marks.
     */
    private static final Path LIBERATION = Path.of("/usr/share/fonts/truetype/liberation2");

    /** What comes with the program, where the former is not installed. */
    private static final String BUNDLED = "/net/sf/jasperreports/fonts/dejavu/DejaVuSerifCondensed";

    private static final String FAMILY = "Times New Roman";

    private static final int PORTION = 40;

    private PdfDocument() {}

    /**
     * @throws IOException when {@code out} cannot be written
     */
    public static void write(Document document, OutputStream out) throws IOException {
        write(List.of(document), out);
    }

    /**
     * Documents of one shape one after the other, taken from {@code series} only as they are needed: a portion is laid out,
     * kept aside as a file, and forgotten, so that many letters need no more memory than a few.
     *
     * @throws IOException when {@code out} cannot be written
     */
    public static void write(Iterator<Document> series, OutputStream out) throws IOException {
        PDFMergerUtility merger = new PDFMergerUtility();
        List<Path> portions = new ArrayList<>();
        try {
            while (series.hasNext()) {
                List<Document> portion = new ArrayList<>();
                while (series.hasNext() && portion.size() < PORTION) {
                    portion.add(series.next());
                }
                // Readable by the program alone: it names persons.
                Path kept = Files.createTempFile("dancu-", ".pdf");
                portions.add(kept);
                try (OutputStream file = Files.newOutputStream(kept)) {
                    write(portion, file);
                }
                merger.addSource(kept.toFile());
            }
            merger.setDestinationStream(out);
            merger.mergeDocuments(IOUtils.createTempFileOnlyStreamCache());
        } finally {
            for (Path kept : portions) {
                Files.deleteIfExists(kept);
            }
        }
    }

    private static void write(List<Document> portion, OutputStream out) throws IOException {
        // It tells of every style sheet that it reads.
        XRLog.setLoggingEnabled(false);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.withHtmlContent(HtmlDocument.write(portion), null);
        // Nothing is fetched, whatever stands in the text.
        builder.useUriResolver((base, uri) -> null);
        builder.withProducer("Dân Cư");
        builder.toStream(out);
        fonts(builder);
        builder.run();
    }

    private static void fonts(PdfRendererBuilder builder) {
        Path folder = Files.isReadable(LIBERATION.resolve("LiberationSerif-Regular.ttf")) ? LIBERATION : null;
        font(builder, folder, "Regular", "", 400, FontStyle.NORMAL);
        font(builder, folder, "Bold", "-Bold", 700, FontStyle.NORMAL);
        font(builder, folder, "Italic", "-Italic", 400, FontStyle.ITALIC);
        font(builder, folder, "BoldItalic", "-BoldItalic", 700, FontStyle.ITALIC);
    }

    private static void font(
            PdfRendererBuilder builder,
            @Nullable Path folder,
            String face,
            String bundled,
            int weight,
            FontStyle style) {
        if (folder == null) {
            builder.useFont(() -> bundled(bundled), FAMILY, weight, style, true);
        } else {
            builder.useFont(folder.resolve("LiberationSerif-" + face + ".ttf").toFile(), FAMILY, weight, style, true);
        }
    }

    private static InputStream bundled(String face) {
        InputStream font = PdfDocument.class.getResourceAsStream(BUNDLED + face + ".ttf");
        if (font == null) {
            throw new IllegalStateException("the font that comes with the program is not there: " + BUNDLED + face);
        }
        return font;
    }
}
