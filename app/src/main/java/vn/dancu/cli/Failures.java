package vn.dancu.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;

/** What went wrong outside, told so that somebody can act. */
final class Failures {
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
}
