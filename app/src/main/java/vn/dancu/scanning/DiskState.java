package vn.dancu.scanning;

import java.util.OptionalLong;

/**
 * How long the disk of the images will last.
 *
 * @param free bytes
 * @param reserved bytes that scanning leaves free
 * @param perDay bytes of images on a day on which anything was scanned, of the last 14 days; 0 when nothing was
 */
public record DiskState(long free, long reserved, long perDay) {
    /** Of scanning as in the last days; empty when nothing was scanned. */
    public OptionalLong daysLeft() {
        return perDay <= 0 ? OptionalLong.empty() : OptionalLong.of(Math.max(0, free - reserved) / perDay);
    }

    public boolean isPaused() {
        return free < reserved;
    }
}
