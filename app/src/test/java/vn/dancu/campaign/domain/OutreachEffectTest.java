package vn.dancu.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dancu.campaign.OutreachKind;
import vn.dancu.campaign.ReachedGroup;
import vn.dancu.campaign.ReachedGroup.Verdict;
import vn.dancu.campaign.domain.OutreachEffect.Papers;
import vn.dancu.campaign.domain.OutreachEffect.Reached;

class OutreachEffectTest {
    private static final LocalDate FIRST = LocalDate.of(2020, 8, 1);
    private static final LocalDate LAST = LocalDate.of(2020, 8, 31);
    private static final LocalDate MEETING = LocalDate.of(2020, 8, 10);
    private static final LocalDate LATER = LocalDate.of(2020, 10, 1);

    private static Papers group(String name, long toCount, long before, long after) {
        return new Papers("00691", name, toCount, Map.of(MEETING.minusDays(1), before, MEETING.plusDays(14), after));
    }

    private static Reached meeting(String group, LocalDate day) {
        return new Reached("00691", group, day, OutreachKind.MEETING);
    }

    private static List<ReachedGroup> rows(LocalDate today, List<Reached> reached, Papers... papers) {
        return OutreachEffect.of(reached, FIRST, LAST, List.of(papers), today);
    }

    @Test
    void whoIsMissingIsCountedTheDayBeforeAndFourteenDaysAfterBesideWhoWasNotReached() {
        // 300 - 100 = 200 missing, 150 come in; elsewhere 200 + 100 missing, 20 and 10 come in.
        List<ReachedGroup> rows = rows(
                LATER,
                List.of(meeting("Tổ 1", MEETING), meeting("Tổ 1", MEETING.plusDays(3))),
                group("Tổ 1", 300, 100, 150),
                group("Tổ 2", 300, 100, 20),
                group("Tổ 3", 200, 100, 10));

        assertThat(rows)
                .containsExactly(new ReachedGroup(
                        "00691",
                        "Tổ 1",
                        MEETING,
                        java.util.Set.of(OutreachKind.MEETING),
                        200,
                        50,
                        2,
                        300,
                        270,
                        Verdict.MORE));
    }

    @Test
    void tooFewIsSaidAsTooFew() {
        assertThat(rows(
                        LATER,
                        List.of(meeting("Tổ 1", MEETING)),
                        group("Tổ 1", 120, 100, 18),
                        group("Tổ 2", 300, 100, 0)))
                .extracting(ReachedGroup::verdict)
                .as("20 missing, 18 of them came in")
                .containsExactly(Verdict.TOO_FEW);
        assertThat(OutreachEffect.verdict(60, 40, 60, 46))
                .as("20 of 60 beside 14 of 60")
                .isEqualTo(Verdict.NO_DIFFERENCE);
        assertThat(OutreachEffect.verdict(300, 290, 300, 150)).isEqualTo(Verdict.FEWER);
    }

    @Test
    void nothingIsSaidBeforeFourteenDaysOrWhereEverybodyWasReached() {
        assertThat(rows(
                        MEETING.plusDays(13),
                        List.of(meeting("Tổ 1", MEETING)),
                        group("Tổ 1", 300, 100, 0),
                        group("Tổ 2", 300, 100, 0)))
                .extracting(ReachedGroup::verdict)
                .containsExactly(Verdict.TOO_EARLY);
        assertThat(rows(
                        LATER,
                        List.of(new Reached("00691", "", MEETING, OutreachKind.BROADCAST)),
                        group("Tổ 1", 300, 100, 90),
                        group("Tổ 2", 300, 100, 0)))
                .extracting(ReachedGroup::verdict)
                .containsExactly(Verdict.NOBODY_TO_COMPARE, Verdict.NOBODY_TO_COMPARE);
    }

    @Test
    void aGroupReachedShortlyBeforeOrAfterIsNoneToCompareWith() {
        List<ReachedGroup> rows = rows(
                LATER,
                List.of(
                        meeting("Tổ 1", MEETING),
                        meeting("Tổ 2", MEETING.minusDays(14)),
                        meeting("Tổ 3", MEETING.plusDays(15))),
                group("Tổ 1", 300, 100, 0),
                group("Tổ 2", 300, 100, 0),
                group("Tổ 3", 300, 100, 0));

        assertThat(rows)
                .filteredOn(row -> row.group().equals("Tổ 1"))
                .extracting(ReachedGroup::others)
                .containsExactly(1);
    }
}
