package vn.dancu.scanning;

import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.dancu.paper.Box;
import vn.dancu.paper.Field;
import vn.dancu.paper.FormPage;
import vn.dancu.paper.Forms;
import vn.dancu.paper.read.Crop;
import vn.dancu.paper.read.Grey;
import vn.dancu.paper.read.Homography;

/**
 * Images of scanned pages, decrypted. Whoever asks has the page from {@link ScannedPages}, which says who may see it, and logs
 * that it was shown.
 */
@Service
public class PageImages {
    /** Pixels per millimetre of a strip: 254 dots to the inch, so that a handwritten name can be read enlarged. */
    private static final double DENSITY = 10;

    private static final double PAGE_DENSITY = 8;
    private static final double MARGIN = 2;

    private final ImageFolder folder;

    PageImages(ImageFolder folder) {
        this.folder = folder;
    }

    /** A picture for a browser. */
    public record Image(String mediaType, byte[] bytes) {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }

        @Override
        public String toString() {
            return "Image[" + mediaType + ", " + bytes.length + "]";
        }
    }

    /** As it is kept, as it came from the scanner; empty when there is no image. */
    public Optional<Image> page(ScannedPage page) {
        if (!page.hasImage()) {
            return Optional.empty();
        }
        String type = page.colour() == ScannedPage.Colour.BITONAL ? "image/png" : "image/jpeg";
        return folder.open(page.imageSha256()).map(bytes -> new Image(type, bytes));
    }

    /** The page upright and cut to the form's own edges (PNG); as it is kept where its place cannot be told. */
    public Optional<Image> straightened(ScannedPage page) {
        Homography placed = page.placed();
        Optional<FormPage> layout = layout(page);
        if (placed == null || layout.isEmpty() || !page.hasImage()) {
            return page(page);
        }
        Box sheet = new Box(0, 0, layout.get().width(), layout.get().height());
        return folder.open(page.imageSha256()).map(bytes -> crop(KeptImage.read(bytes), placed, sheet, PAGE_DENSITY));
    }

    /**
     * One field, straightened into the form's own coordinates with a little of what is around it (PNG).
     *
     * @param field its name in the layout
     * @return empty when the page has no image, no place in it is known, or no such field
     */
    public Optional<Image> strip(ScannedPage page, String field) {
        Homography placed = page.placed();
        Optional<FormPage> layout = layout(page);
        if (placed == null || layout.isEmpty() || !page.hasImage()) {
            return Optional.empty();
        }
        Optional<Field> wanted = layout.get().field(field);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        Box area = within(wanted.get().area().grown(MARGIN), layout.get());
        return folder.open(page.imageSha256()).map(bytes -> crop(KeptImage.read(bytes), placed, area, DENSITY));
    }

    /** The fields of the page by its version's layout, in the order of the page; empty when the version is unknown. */
    public Optional<FormPage> layout(ScannedPage page) {
        return page.formVersion().isEmpty()
                ? Optional.empty()
                : Forms.version(page.formVersion()).flatMap(layout -> layout.page(page.formPage()));
    }

    private static Box within(Box area, FormPage page) {
        double left = Math.max(0, area.x());
        double top = Math.max(0, area.y());
        return new Box(
                left, top, Math.min(page.width(), area.right()) - left, Math.min(page.height(), area.bottom()) - top);
    }

    private static Image crop(Grey scan, Homography placed, Box area, double density) {
        return new Image(
                "image/png",
                KeptImage.png(
                        KeptImage.grey(Crop.of(scan, placed, area, density).picture())));
    }
}
