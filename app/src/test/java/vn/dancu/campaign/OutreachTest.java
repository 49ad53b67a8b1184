package vn.dancu.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Role;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutreachTest {
    private static final long SEED = 20200831;
    /** Five wards and three communes of the city. */
    private static final List<String> UNITS =
            List.of("00688", "00691", "00692", "00694", "00697", "00700", "00946", "00949");

    private static final LocalDate AUGUST = LocalDate.of(2020, 8, 1);
    private static final Actor CITY = new Actor("doi-qlhc", Role.CITY_TEAM, AreaScope.ofCommunes(Set.copyOf(UNITS)));

    private TestCampaign campaign;
    private OutreachLedger ledger;
    private OutreachTotals totals;
    private int sent;

    @BeforeAll
    void open() {
        campaign = new TestCampaign();
        ledger = campaign.database.get(OutreachLedger.class);
        totals = campaign.database.get(OutreachTotals.class);
        List<Target> targets = new ArrayList<>();
        for (String unit : UNITS) {
            targets.add(new Target(unit, "Tổ 1", 300, AUGUST.minusMonths(1), "sổ"));
        }
        campaign.database.get(Targets.class).set(targets, TestCampaign.SYSTEM);
    }

    @AfterAll
    void close() {
        campaign.close();
    }

    private EnterOutreach line(OutreachKind kind, String unit, LocalDate day, Integer minutes, Integer attendance) {
        return new EnterOutreach(
                kind, unit, "Tổ 1", day, 1, minutes, attendance, "CS. A", "bài số 1", "", null, "request-" + ++sent);
    }

    private List<String> refused(EnterOutreach entered, Actor actor) {
        return ledger.enter(entered, actor).refused().orElseThrow().findings().stream()
                .map(finding -> finding.code())
                .toList();
    }

    /** The figures of a newspaper report of September 2020: 99 broadcasts, 59 meetings, almost 11,000 attendances. */
    @Test
    void aMonthIsToldAsThePoliceReportIt() {
        Random dice = new Random(SEED);
        int attendances = 0;
        for (int i = 0; i < 99; i++) {
            ledger.enter(
                    line(OutreachKind.BROADCAST, UNITS.get(i % 8), AUGUST.plusDays(dice.nextInt(31)), 15, null), CITY);
        }
        for (int i = 0; i < 59; i++) {
            int attended = 160 + dice.nextInt(50);
            attendances += attended;
            ledger.enter(
                    line(OutreachKind.MEETING, UNITS.get(i % 8), AUGUST.plusDays(dice.nextInt(31)), 90, attended),
                    CITY);
        }
        ledger.enter(line(OutreachKind.MEETING, "00691", AUGUST.minusDays(1), 90, 100), CITY);
        ledger.enter(line(OutreachKind.MEETING, "00691", AUGUST.plusDays(31), 90, 100), CITY);

        List<OutreachTotals.Line> lines = totals.of(CITY.scope(), "", AUGUST, AUGUST.plusDays(30));

        OutreachTotals.Line sum = OutreachTotals.sum(lines);
        assertThat(lines).extracting(OutreachTotals.Line::commune).containsExactlyElementsOf(UNITS);
        assertThat(sum.broadcasts()).isEqualTo(99);
        assertThat(sum.meetings()).isEqualTo(59);
        assertThat(sum.attendances()).as("seed " + SEED).isEqualTo(attendances).isBetween(10_500L, 11_000L);
        assertThat(sum.minutes()).isEqualTo(99 * 15 + 59 * 90);
        assertThat(totals.of(TestCampaign.CHIEF.scope(), "", AUGUST, AUGUST.plusDays(30)))
                .extracting(OutreachTotals.Line::commune)
                .containsExactly("00691");
    }

    @Test
    void whatCannotBeIsRefusedInWords() {
        LocalDate today = LocalDate.ofInstant(campaign.database.clock().instant(), TargetDesk.VIETNAM);

        assertThat(refused(line(OutreachKind.MEETING, "00691", today.plusDays(1), 60, 100), CITY))
                .containsExactly("T112_DAY_IN_THE_FUTURE");
        assertThat(refused(line(OutreachKind.MEETING, "00691", AUGUST, 60, 50_000), CITY))
                .containsExactly("O109_BEYOND_BELIEF");
        assertThat(refused(line(OutreachKind.MEETING, "00691", AUGUST, 60, 350), CITY))
                .containsExactly("O106_MORE_THAN_LIVE_THERE");
        assertThat(refused(line(OutreachKind.MEETING, "00691", AUGUST, null, null), CITY))
                .containsExactly("O103_HOW_LONG", "O104_HOW_MANY");
        assertThat(refused(line(OutreachKind.LEAFLET, "00691", AUGUST, null, -5), CITY))
                .containsExactly("O105_ATTENDANCE_BELOW_ZERO");
        assertThat(refused(line(OutreachKind.BROADCAST, "00691", AUGUST, 5_000, null), CITY))
                .containsExactly("O103_HOW_LONG");
    }

    @Test
    void aCollectorWritesForHerOwnGroupsOnly() {
        assertThat(ledger.enter(line(OutreachKind.BROADCAST, "00691", AUGUST, 10, null), TestCampaign.COLLECTOR)
                        .refused()
                        .orElseThrow()
                        .why())
                .isEqualTo(CampaignResult.Why.NOT_FOUND);
        assertThat(ledger.enter(line(OutreachKind.BROADCAST, "00691", AUGUST, 10, null), TestCampaign.OTHER_CHIEF)
                        .refused()
                        .orElseThrow()
                        .why())
                .isEqualTo(CampaignResult.Why.NOT_FOUND);
        assertThat(ledger.enter(
                                line(OutreachKind.BROADCAST, "00691", AUGUST, 10, null),
                                new Actor("c06", Role.INSPECTOR, AreaScope.EVERYWHERE))
                        .refused()
                        .orElseThrow()
                        .why())
                .isEqualTo(CampaignResult.Why.NOT_ALLOWED);
    }

    @Test
    void aLineSentTwiceIsWrittenOnceAndAWithdrawnOneDoesNotCount() {
        LocalDate may = LocalDate.of(2020, 5, 4);
        EnterOutreach meeting = line(OutreachKind.MEETING, "00692", may, 60, 80);
        long id = ledger.enter(meeting, TestCampaign.OTHER_CHIEF).key();
        assertThat(ledger.enter(meeting, TestCampaign.OTHER_CHIEF).isDone()).isTrue();
        assertThat(totals.of(CITY.scope(), "", may, may))
                .extracting(OutreachTotals.Line::meetings)
                .containsExactly(1L);

        assertThat(ledger.withdraw(id, "nhầm tổ", TestCampaign.CHIEF)
                        .refused()
                        .orElseThrow()
                        .why())
                .isEqualTo(CampaignResult.Why.NOT_FOUND);
        assertThat(ledger.withdraw(id, " ", TestCampaign.OTHER_CHIEF)
                        .refused()
                        .orElseThrow()
                        .why())
                .isEqualTo(CampaignResult.Why.MALFORMED);
        assertThat(ledger.withdraw(id, "nhầm tổ", TestCampaign.OTHER_CHIEF).isDone())
                .isTrue();
        assertThat(ledger.withdraw(id, "nhầm tổ", TestCampaign.OTHER_CHIEF)
                        .refused()
                        .orElseThrow()
                        .why())
                .isEqualTo(CampaignResult.Why.WRONG_STATE);

        assertThat(totals.of(CITY.scope(), "", may, may)).isEmpty();
        assertThat(ledger.list(CITY.scope(), "00692", may, may, 10))
                .extracting(OutreachLine::withdrawn)
                .containsExactly("nhầm tổ");
    }
}
