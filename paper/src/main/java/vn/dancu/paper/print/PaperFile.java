package vn.dancu.paper.print;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import vn.dancu.paper.FormLayout;
import vn.dancu.paper.FormPage;
import vn.dancu.paper.PageCode;

/**
 * A PDF of papers, written in one go: add pages, then {@link #finish}. What all copies of a page share stands in the file
 * once. The same pages give the same bytes. Not for several threads.
 */
public final class PaperFile implements Closeable {
    /** The file is made in memory, some ten kilobytes to a page. */
    public static final int MOST_PAGES = 10_000;

    private final PDDocument document = new PDDocument();
    private final PdfFonts fonts = new PdfFonts(document);
    private final Map<FormPage, PDFormXObject> artwork = new HashMap<>();
    private final CRC32C content = new CRC32C();

    public PaperFile(String title) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title);
        information.setProducer("Dân Cư");
        document.setDocumentInformation(information);
    }

    /** How many pages it has so far. */
    public int pages() {
        return document.getNumberOfPages();
    }

    /**
     * A form to be filled in by hand.
     *
     * @param number that {@link PageCode#isNumber} takes
     */
    public void blank(FormLayout layout, String number) throws IOException {
        form(layout, PageCode.Kind.BLANK, number, Map.of());
    }

    /**
     * A form with what is known printed in, for the citizen to correct.
     *
     * @param values by the names of the fields, as import files have them
     * @return names of the fields whose value the form cannot show whole
     */
    public List<String> filled(FormLayout layout, String number, Map<String, String> values) throws IOException {
        return form(layout, PageCode.Kind.FILLED, number, values);
    }

    private List<String> form(FormLayout layout, PageCode.Kind kind, String number, Map<String, String> values)
            throws IOException {
        List<String> leftOut = new ArrayList<>();
        for (FormPage page : layout.pages()) {
            PageCode code = new PageCode(
                    kind, number, layout.id(), page.number(), layout.pages().size());
            PDPage sheet = sheet(page.width(), page.height());
            try (PDPageContentStream out = open(sheet)) {
                out.drawForm(artwork(page));
                PdfCanvas canvas = new PdfCanvas(out, fonts, page.height());
                PageArtist artist = new PageArtist(canvas);
                artist.code(page, code);
                if (!values.isEmpty()) {
                    Filling filling = Filling.of(page, layout.version(), values, canvas);
                    artist.values(filling);
                    leftOut.addAll(filling.leftOut());
                }
            }
            remember(code.text() + values);
        }
        return leftOut;
    }

    private PDFormXObject artwork(FormPage page) throws IOException {
        PDFormXObject known = artwork.get(page);
        if (known != null) {
            return known;
        }
        // The one form that a page's content stream can be opened on.
        PDAppearanceStream drawn = new PDAppearanceStream(document);
        drawn.setBBox(rectangle(page.width(), page.height()));
        drawn.setResources(new PDResources());
        try (OutputStream bytes = drawn.getStream().createOutputStream(COSName.FLATE_DECODE);
                PDPageContentStream out = new PDPageContentStream(document, drawn, bytes)) {
            new PageArtist(new PdfCanvas(out, fonts, page.height())).blank(page);
        }
        artwork.put(page, drawn);
        return drawn;
    }

    /** Something drawn on an A4 page of its own: a cover sheet, a sheet of labels, a side of minutes. */
    public void add(Sheet sheet) throws IOException {
        PDPage page = sheet(FormPage.A4_WIDTH, FormPage.A4_HEIGHT);
        try (PDPageContentStream out = open(page)) {
            sheet.draw(new PdfCanvas(out, fonts, FormPage.A4_HEIGHT));
        }
        remember(sheet.toString());
    }

    /** Draws one A4 page. */
    public interface Sheet {
        void draw(Canvas canvas) throws IOException;
    }

    private PDPageContentStream open(PDPage sheet) throws IOException {
        return new PDPageContentStream(document, sheet, PDPageContentStream.AppendMode.OVERWRITE, true);
    }

    private PDPage sheet(double width, double height) {
        if (document.getNumberOfPages() >= MOST_PAGES) {
            throw new IllegalStateException("more than " + MOST_PAGES + " pages in one file");
        }
        PDPage page = new PDPage(rectangle(width, height));
        document.addPage(page);
        return page;
    }

    private static PDRectangle rectangle(double width, double height) {
        return new PDRectangle((float) (width / Canvas.POINT), (float) (height / Canvas.POINT));
    }

    private void remember(String text) {
        content.update(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes the file; nothing can be added after. */
    public void finish(OutputStream out) throws IOException {
        document.setDocumentId(content.getValue());
        document.save(out);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
