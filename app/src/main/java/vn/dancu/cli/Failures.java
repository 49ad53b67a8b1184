package vn.dancu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;

/** What went wrong outside, told so that somebody can act. */
final class Failures {
    /** PostgreSQL writes its log in segments of 16 MB: with less than two of them left it cannot go on. */
    private static final long LEAST_SPACE = 32L << 20;

    private Failures() {}

    static DanCuException writing(Path where, IOException e) {
        String text = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (text.contains("no space left") || text.contains("disk full") || text.contains("quota")) {
            return new DanCuException(
                    ErrorCode.E301_DISK_FULL,
                    "hết chỗ trên đĩa khi ghi vào / the disk is full, writing to " + where
                            + ". Hãy giải phóng đĩa rồi chạy lại / free some space and run again.",
                    e);
        }
        return new DanCuException(ErrorCode.E302_CANNOT_WRITE, "không ghi được vào / cannot write to " + where, e);
    }

    /**
     * A database that broke off because its disk is full says only that the connection is gone; the disk itself says why.
     *
     * @param folder where the embedded server keeps its data
     */
    static DanCuException ofDatabase(DanCuException failure, Path folder) {
        boolean isBrokenOff = failure.code() == ErrorCode.E201_DATABASE_REFUSED
                || failure.code() == ErrorCode.E202_DATABASE_NOT_STARTED;
        return isBrokenOff && isFull(folder) ? writing(folder, new IOException("no space left", failure)) : failure;
    }

    private static boolean isFull(Path folder) {
        try {
            return Files.exists(folder) && Files.getFileStore(folder).getUsableSpace() < LEAST_SPACE;
        } catch (IOException e) {
            return false;
        }
    }
}
