package vn.dancu.reporting;

import java.time.LocalDate;
import java.util.List;

/**
 * Begins an inspection.
 *
 * @param orderNo number and sign of the written order (quyết định, kế hoạch kiểm tra)
 * @param units codes of the communes that are inspected
 * @param team the other members, one a line; may be empty
 * @param leaderName as the minutes print it
 */
public record OpenInspection(
        String orderNo,
        LocalDate orderedOn,
        LocalDate fromDay,
        LocalDate toDay,
        List<String> units,
        String subject,
        String team,
        String leaderName) {
    public OpenInspection {
        units = List.copyOf(units);
    }
}
