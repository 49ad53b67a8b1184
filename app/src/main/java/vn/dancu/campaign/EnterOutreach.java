package vn.dancu.campaign;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was done to reach people, as it is entered.
 *
 * @param group empty for a unit as a whole
 * @param times how often on that day
 * @param minutes each time; null where it has no length
 * @param attendance as {@link OutreachKind} counts it; null for a broadcast
 * @param heldBy who held it
 * @param textUsed what was read out or handed out
 * @param note why a figure is as unlikely as it is
 * @param announcement the announcement that was read; null for none
 * @param sent names this request: sent again, it is not written again
 */
public record EnterOutreach(
        OutreachKind kind,
        String commune,
        String group,
        LocalDate heldOn,
        int times,
        @Nullable Integer minutes,
        @Nullable Integer attendance,
        String heldBy,
        String textUsed,
        String note,
        @Nullable Long announcement,
        String sent) {}
