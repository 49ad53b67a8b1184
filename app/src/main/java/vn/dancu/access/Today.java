package vn.dancu.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day it is in Việt Nam: validity is told in days there. */
final class Today {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private Today() {}

    static LocalDate by(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), VIETNAM);
    }
}
