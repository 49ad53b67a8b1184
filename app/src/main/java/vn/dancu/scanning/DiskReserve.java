package vn.dancu.scanning;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;

/** What scanning leaves free on the disk: before that much is reached it pauses, and goes on when it is resumed. */
@Component
class DiskReserve {
    private static final long MEGABYTE = 1_000_000;

    private final long bytes;

    DiskReserve(@Value("${dancu.scanning.reserve-megabytes:2000}") long megabytes) {
        bytes = megabytes * MEGABYTE;
    }

    long bytes() {
        return bytes;
    }

    /** @throws DanCuException E301 when less is free */
    void check(long free) {
        if (free < bytes) {
            throw new DanCuException(
                    ErrorCode.E301_DISK_FULL,
                    "Tạm dừng quét: đĩa chỉ còn " + free / MEGABYTE + " MB, phải chừa " + bytes / MEGABYTE
                            + " MB. Dọn đĩa rồi bấm chạy tiếp / Scanning pauses: the disk has " + free / MEGABYTE
                            + " MB left; make room, then resume");
        }
    }
}
