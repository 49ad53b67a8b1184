package vn.dancu.paper.scan;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import vn.dancu.paper.read.Verdict;

/**
 * The pages of a PDF. Of a page that is one scanned picture, the picture itself is taken as the scanner made it; another page
 * is drawn at 200 dots to the inch.
 */
final class PdfPictures implements Pictures {
    private static final int DPI = 200;
    private static final double POINTS = 72;

    private final PDDocument document;

    private PdfPictures(PDDocument document) {
        this.document = document;
    }

    static Pictures open(Path file) throws IOException {
        try {
            PDDocument document = Loader.loadPDF(new RandomAccessReadBufferedFile(file));
            // Pictures of pages that are done need not be kept.
            document.setResourceCache(null);
            return new PdfPictures(document);
        } catch (InvalidPasswordException e) {
            return new NoPictures(Verdict.PASSWORD);
        }
    }

    @Override
    public int count() {
        return Math.max(1, document.getNumberOfPages());
    }

    @Override
    public Picture read(int index) {
        try {
            PDPage page = document.getPage(index);
            if (PdfSize.isTooLarge(page)) {
                return Picture.problem(Verdict.TOO_LARGE);
            }
            PDImageXObject only = onlyPicture(page);
            if (only != null) {
                return Picture.of(RasterPictures.grey(only.getImage()));
            }
            PDRectangle box = page.getCropBox();
            double pixels = box.getWidth() / POINTS * DPI * (box.getHeight() / POINTS * DPI);
            if (!(pixels > 0 && pixels <= MOST_PIXELS)) {
                return Picture.problem(Verdict.TOO_LARGE);
            }
            return Picture.of(
                    RasterPictures.grey(new PDFRenderer(document).renderImageWithDPI(index, DPI, ImageType.GRAY)));
        } catch (IOException | RuntimeException e) {
            return Picture.problem(Verdict.BROKEN_FILE);
        }
    }

    /** Null unless the page has one picture, nothing that is drawn beside it, and it is as detailed as a scan. */
    private static @Nullable PDImageXObject onlyPicture(PDPage page) throws IOException {
        PDResources resources = page.getResources();
        if (resources == null || resources.getFontNames().iterator().hasNext()) {
            return null;
        }
        PDImageXObject only = null;
        for (COSName name : resources.getXObjectNames()) {
            PDXObject object = resources.getXObject(name);
            if (!(object instanceof PDImageXObject image) || only != null) {
                return null;
            }
            only = image;
        }
        boolean isScan = only != null
                && Math.max(only.getWidth(), only.getHeight()) > 1000
                && !only.isStencil()
                && only.getSoftMask() == null
                && only.getMask() == null;
        return isScan ? only : null;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
