package vn.dancu.scanning;

import java.time.LocalDate;

/**
 * What one operator scanned at one machine in one shift of one day.
 *
 * @param good found, bound and read; covers and blank backs are neither good nor bad
 * @param again to be scanned again: too dark, too pale, blurred, cut off
 * @param unread anything else that a person must look at
 * @param duplicates pages that were there before
 * @param images that are kept; two forms on one picture are one image
 * @param bytes of them
 */
public record BoardLine(
        LocalDate day,
        String shift,
        String machine,
        String operator,
        long pages,
        long good,
        long again,
        long unread,
        long duplicates,
        long images,
        long bytes) {
    public double kilobytesPerImage() {
        return images == 0 ? 0 : bytes / 1000.0 / images;
    }
}
