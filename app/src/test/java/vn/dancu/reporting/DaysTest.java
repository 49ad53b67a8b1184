package vn.dancu.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dancu.reporting.Campaign.CHIEF;
import static vn.dancu.reporting.Campaign.OTHER_WARD;
import static vn.dancu.reporting.Campaign.TYPIST;
import static vn.dancu.reporting.Campaign.WARD;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dancu.journey.CancelReason;
import vn.dancu.journey.HoldFor;
import vn.dancu.journey.Remarks;
import vn.dancu.journey.Stage;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;

class DaysTest {
    private static final LocalDate MONDAY = LocalDate.of(2020, 8, 31);

    private static DayCounts day(int daysLater, String ward, long persons, long fit, long returned) {
        return new DayCounts(MONDAY.plusDays(daysLater), ward, "Tổ 3", persons, 0, 0, fit, 0, returned);
    }

    /** Three papers on Monday, one approved and one returned on Tuesday, one cancelled on Wednesday; today is Friday. */
    private static List<DayCounts> story(Campaign campaign, boolean everyNight) {
        FormSet three = campaign.entered(WARD, "HG0000101", "HG0000102", "HG0000103");
        campaign.entered(OTHER_WARD, "HG0000104");
        night(campaign, everyNight);
        FormSet one = FormSet.ofKeys(three.keys()[0]);
        campaign.reconcile(one);
        campaign.approve(one);
        FormSet other = FormSet.ofKeys(three.keys()[1]);
        campaign.journey.check(other, TYPIST, Progress.NONE);
        campaign.detours.returnForms(
                List.of(new Remarks(new FormId(three.keys()[1]), Map.of("birth_date", "xem lại"))), CHIEF);
        night(campaign, everyNight);
        campaign.detours.cancel(FormSet.ofKeys(three.keys()[2]), CancelReason.values()[0], "phiếu hỏng", CHIEF);
        night(campaign, everyNight);
        campaign.hoursLater(24);
        campaign.days.closeEnded();
        List<DayCounts> counts = new ArrayList<>(campaign.days.counts(MONDAY, MONDAY.plusDays(30)));
        counts.sort(Comparator.comparing(DayCounts::day).thenComparing(DayCounts::commune));
        return counts;
    }

    private static void night(Campaign campaign, boolean close) {
        campaign.hoursLater(24);
        if (close) {
            campaign.days.closeEnded();
        }
    }

    @Test
    void aDayIsClosedAsItStoodAtItsEnd() {
        try (Campaign campaign = new Campaign()) {
            List<DayCounts> counts = story(campaign, true);

            assertThat(counts)
                    .containsExactly(
                            day(0, WARD, 3, 0, 0),
                            day(0, OTHER_WARD, 1, 0, 0),
                            day(1, WARD, 3, 1, 1),
                            day(1, OTHER_WARD, 1, 0, 0),
                            day(2, WARD, 2, 1, 1),
                            day(2, OTHER_WARD, 1, 0, 0),
                            day(3, WARD, 2, 1, 1),
                            day(3, OTHER_WARD, 1, 0, 0));
        }
    }

    @Test
    void daysThatNobodyClosedComeOutTheSameLater() {
        try (Campaign night = new Campaign();
                Campaign late = new Campaign()) {
            assertThat(story(late, false)).isEqualTo(story(night, true));
        }
    }

    @Test
    void aClosedDayIsNotCountedAgain() {
        try (Campaign campaign = new Campaign()) {
            campaign.entered(WARD, "HG0000101");
            campaign.hoursLater(24);

            assertThat(campaign.days.closeEnded()).isEqualTo(1);
            assertThat(campaign.days.closeEnded()).isZero();
        }
    }

    @Test
    void timeOnHoldDoesNotCountAsTimeAtAStage() {
        try (Campaign campaign = new Campaign()) {
            FormSet chosen = campaign.entered(WARD, "HG0000101");
            campaign.hoursLater(2);
            campaign.detours.hold(
                    chosen, new HoldFor(HoldFor.Whom.values()[0], "chờ giấy khai sinh", MONDAY.plusDays(9)), CHIEF);
            campaign.hoursLater(24);
            campaign.detours.resume(chosen, CHIEF);
            campaign.hoursLater(4);
            campaign.journey.check(chosen, TYPIST, Progress.NONE);
            campaign.hoursLater(1);

            List<StageTime> times =
                    campaign.figures.stageTimes(AreaScope.EVERYWHERE, "").figures();

            // 2 hours before the hold and 4 after it; the 24 between do not count.
            assertThat(times)
                    .contains(
                            new StageTime(StageTime.ALL, null, Stage.COLLECTED, 1, 6.0, 6.0, 0, null, null),
                            new StageTime(WARD, null, Stage.CHECKED, 0, null, null, 1, 1.0, 1.0));
        }
    }
}
