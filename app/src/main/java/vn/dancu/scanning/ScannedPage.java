package vn.dancu.scanning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.paper.read.Homography;
import vn.dancu.paper.read.Verdict;
import vn.dancu.shared.FormId;

/**
 * A page that was scanned; never changed.
 *
 * @param fileName of the file it came in
 * @param pictureNo of the file, from 1
 * @param partNo from 1; two forms on one picture are two parts
 * @param batchNo of the cover sheet that lay before it; empty when none did
 * @param formNo that the page bears; empty when it cannot be told
 * @param form that bears this number now, or bore it when the page was scanned; null when there is none (yet)
 * @param formVersion of the paper: DC01/41-2019; empty when it cannot be told
 * @param formPage of the form, 0 when it cannot be told
 * @param duplicateOf the page with the same image, or the same page of the same form, that was there before
 * @param bytes of the image as it is kept, before it was encrypted; 0 when there is none
 * @param placed how the page's millimetres lie in the image that is kept; null when that cannot be told
 * @param imageSha256 empty when there is no image
 */
public record ScannedPage(
        PageId id,
        String fileName,
        int pictureNo,
        int partNo,
        String batchNo,
        String formNo,
        @Nullable FormId form,
        String formVersion,
        int formPage,
        String machine,
        String shift,
        String operator,
        Instant takenAt,
        Verdict verdict,
        @Nullable PageId duplicateOf,
        int bytes,
        int dotsPerInch,
        Colour colour,
        @Nullable Homography placed,
        List<ReadField> fields,
        String imageSha256) {
    public ScannedPage {
        fields = List.copyOf(fields);
    }

    /** How the image is kept. */
    public enum Colour {
        GREY,
        BITONAL,
        NONE
    }

    public boolean hasImage() {
        return !imageSha256.isEmpty();
    }

    public Optional<ReadField> field(String name) {
        return fields.stream().filter(field -> field.field().equals(name)).findFirst();
    }

    /** Without number and values: they lead to a person. */
    @Override
    public String toString() {
        return "ScannedPage[" + id.value() + ", " + verdict + ", " + formVersion + " " + formPage + "]";
    }
}
