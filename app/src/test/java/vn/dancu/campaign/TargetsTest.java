package vn.dancu.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dancu.campaign.Adjustment.Kind;
import vn.dancu.campaign.PersonsToCount.Origin;
import vn.dancu.campaign.WhoCounts.Residence;
import vn.dancu.journey.CancelReason;
import vn.dancu.shared.AreaScope;

class TargetsTest {
    private static final LocalDate AUGUST = LocalDate.of(2020, 8, 1);
    private static final String WARD = TestCampaign.WARD;

    private TestCampaign campaign;
    private TargetDesk desk;
    private TargetChanges changes;
    private PersonsToCount toCount;
    private LocalDate today;

    @BeforeEach
    void open() {
        campaign = new TestCampaign();
        desk = campaign.database.get(TargetDesk.class);
        changes = campaign.database.get(TargetChanges.class);
        toCount = campaign.database.get(PersonsToCount.class);
        today = LocalDate.ofInstant(campaign.database.clock().instant(), TargetDesk.VIETNAM);
        campaign.book(List.of(
                TestCampaign.entry("S1", "permanent", WARD, "Tổ 3", "354", "Phạm Văn Long", "08/05/1944", "1999", ","),
                TestCampaign.entry("S2", "permanent", WARD, "Tổ 3", "354", "Phạm Hải Đăng", "02/09/1975", "1999", ","),
                TestCampaign.entry("S3", "temporary", WARD, "Tổ 3", "355", "Giàng Mí Páo", "1979", "2019", ","),
                TestCampaign.entry("S4", "permanent", WARD, "Tổ 4", "356", "Lò Văn Chứ", "2007", "2007", ","),
                TestCampaign.entry(
                        "S5", "permanent", WARD, "Tổ 3", "354", "Phạm Văn Cũ", "1930", "1999", "05/03/2018,dead"),
                TestCampaign.entry(
                        "S6", "permanent", WARD, "Tổ 3", "354", "Phạm Văn Mới", "15/08/2020", "20/08/2020", ","),
                TestCampaign.entry(
                        "S7", "permanent", WARD, "Tổ 3", "357", "Vàng A Đi", "1990", "1999", "25/08/2020,moved"),
                TestCampaign.entry(
                        "S8", "permanent", TestCampaign.OTHER_WARD, "Tổ 1", "9", "Sùng A Tủa", "1990", "1999", ",")));
    }

    @AfterEach
    void close() {
        campaign.close();
    }

    private void made() {
        assertThat(desk.makeFromBooks(WARD, AUGUST, "sổ quản lý cư trú", TestCampaign.CHIEF)
                        .key())
                .isEqualTo(2);
    }

    private long target(String group, LocalDate day) {
        return toCount.asOf(day, AreaScope.EVERYWHERE).stream()
                .filter(line -> line.group().equals(group))
                .mapToLong(PersonsToCount.Line::persons)
                .sum();
    }

    private List<String> codes() {
        return desk.overview(TestCampaign.CHIEF.scope(), WARD).findings().stream()
                .map(found -> found.group() + " " + found.finding().code())
                .toList();
    }

    @Test
    void theBooksSayHowManyLivedThereOnThatDay() {
        made();

        PersonsToCount.Line three =
                toCount.asOf(today, TestCampaign.COLLECTOR.scope()).get(0);
        // S1, S2 and S7 (left later) permanent, S3 temporary; S5 was dead by then, S6 not yet born.
        assertThat(three.set()).isEqualTo(4);
        assertThat(three.permanent()).isEqualTo(3);
        assertThat(three.temporary()).isEqualTo(1);
        assertThat(three.origin()).isEqualTo(Origin.BOOKS);
        assertThat(three.setBy()).isEqualTo("truong-00691");
        assertThat(toCount.asOf(AUGUST.minusDays(1), AreaScope.EVERYWHERE)).isEmpty();
    }

    @Test
    void whoStandsInBothBooksIsOnePersonAndCountedWhereHeLivesForGood() {
        String home = TestCampaign.entry(
                        "S21", "permanent", TestCampaign.OTHER_WARD, "Tổ 1", "21", "Lò Văn Hai", "1990", "1999", ",")
                .replace("Hà Giang,,,", "Hà Giang,,073999021,");
        String lodging = TestCampaign.entry("S22", "temporary", WARD, "Tổ 3", "22", "LÒ VĂN HAI", "1990", "2019", ",")
                .replace("Hà Giang,,,", "Hà Giang,,073999021,");
        String namesake = TestCampaign.entry("S23", "temporary", WARD, "Tổ 3", "23", "Lò Văn Hai", "1990", "2019", ",")
                .replace("Hà Giang,,,", "Hà Giang,,073999023,");
        campaign.book(List.of(home, lodging, namesake));
        made();

        // Four as the books had them (S1, S2, S7, S3), and the namesake; the lodger is counted at home.
        assertThat(target("Tổ 3", today)).isEqualTo(5);
    }

    @Test
    void whoMustBeCountedIsASettingThatTheBooksAreReadBy() {
        assertThat(desk.setWhoCounts(
                        Residence.PERMANENT, LocalDate.of(2006, 12, 31), "kế hoạch 12", TestCampaign.CHIEF))
                .isEqualTo(new CampaignResult.Refused(CampaignResult.Why.NOT_ALLOWED));
        desk.setWhoCounts(Residence.PERMANENT, LocalDate.of(2006, 12, 31), "kế hoạch 12", TestCampaign.TEAM);
        made();

        assertThat(target("Tổ 3", today)).isEqualTo(3);
        assertThat(target("Tổ 4", today)).isZero();
        assertThat(desk.whoCounted())
                .extracting(WhoCounts::residence)
                .containsExactly(Residence.PERMANENT, Residence.BOTH);
    }

    @Test
    void whatTheBooksRegisteredSinceMovesTheTargetOnceAndLeavesATrail() {
        made();

        assertThat(changes.adjustFromBooks(WARD, TestCampaign.CHIEF).key()).isEqualTo(2);
        assertThat(changes.adjustFromBooks(WARD, TestCampaign.CHIEF).key()).isZero();

        assertThat(changes.of(WARD, TestCampaign.CHIEF.scope()))
                .extracting(Adjustment::kind)
                .containsExactly(Kind.MOVED_OUT, Kind.BIRTH);
        assertThat(target("Tổ 3", LocalDate.of(2020, 8, 22))).isEqualTo(5);
        assertThat(target("Tổ 3", LocalDate.of(2020, 8, 25))).isEqualTo(4);
    }

    @Test
    void anAdjustmentNeedsAGroundAndADayAfterTheFigureAndCanBeWithdrawn() {
        made();

        List<String> refused = new ArrayList<>();
        for (Adjustment wrong : List.of(
                change(Kind.DEATH, AUGUST, 1, "giấy báo tử"),
                change(Kind.DEATH, today.plusDays(1), 1, "giấy báo tử"),
                change(Kind.DEATH, AUGUST.plusDays(9), 5, "giấy báo tử"),
                change(Kind.BIRTH, AUGUST.plusDays(9), -2, "giấy khai sinh"),
                change(Kind.BIRTH, AUGUST.plusDays(9), 1, " "))) {
            changes.adjust(wrong, "x", TestCampaign.COLLECTOR)
                    .refused()
                    .orElseThrow()
                    .findings()
                    .forEach(finding -> refused.add(finding.code()));
        }
        assertThat(refused)
                .containsExactly(
                        "T124_ALREADY_IN_THE_FIGURE",
                        "T112_DAY_IN_THE_FUTURE",
                        "T125_BELOW_NOBODY",
                        "T121_NOT_SO_MANY_AT_ONCE",
                        "T122_NO_GROUND");

        Adjustment birth = change(Kind.BIRTH, AUGUST.plusDays(9), 2, "giấy khai sinh 12, 13");
        assertThat(changes.adjust(birth, "a", TestCampaign.COLLECTOR).isDone()).isTrue();
        assertThat(changes.adjust(birth, "a", TestCampaign.COLLECTOR).isDone())
                .as("pressed twice")
                .isTrue();
        assertThat(target("Tổ 3", today)).isEqualTo(6);
        long id = changes.of(WARD, TestCampaign.CHIEF.scope()).get(0).id();
        assertThat(changes.withdraw(id, "ghi nhầm", TestCampaign.OTHER_CHIEF)
                        .refused()
                        .orElseThrow()
                        .why())
                .isEqualTo(CampaignResult.Why.NOT_FOUND);
        assertThat(changes.withdraw(id, "ghi nhầm", TestCampaign.CHIEF).isDone())
                .isTrue();
        assertThat(target("Tổ 3", today)).isEqualTo(4);
        assertThat(changes.of(WARD, TestCampaign.CHIEF.scope()).get(0).withdrawn())
                .isEqualTo("ghi nhầm");
    }

    private static Adjustment change(Kind kind, LocalDate day, int persons, String ground) {
        return new Adjustment(0, WARD, "Tổ 3", kind, day, persons, ground, false, "", java.time.Instant.EPOCH, null);
    }

    @Test
    void everyContradictionHasANameAndAPlace() {
        assertThat(codes()).containsExactly("Tổ 3 T105_NO_TARGET", "Tổ 4 T105_NO_TARGET");
        made();
        assertThat(codes()).isEmpty();

        TargetFigure high = new TargetFigure(WARD, "Tổ 4", 9, null, null, AUGUST, "báo cáo tháng 7");
        desk.enter(List.of(high), Origin.ENTERED, TestCampaign.CHIEF);
        desk.setTotal(new UnitTotal(WARD, 12, AUGUST, "HK15"), TestCampaign.CHIEF);
        for (int i = 1; i <= 5; i++) {
            campaign.form(
                    "HG000000" + i,
                    WARD,
                    "Tổ 3",
                    "40" + i,
                    "NGƯỜI MỚI " + "ABCDE".charAt(i - 1),
                    "198" + i,
                    "2020-08-20");
        }

        assertThat(codes())
                .containsExactly(
                        "Tổ 3 T101_COLLECTED_ABOVE_TARGET",
                        "Tổ 4 T102_TARGET_DIFFERS_FROM_HEAD_COUNT",
                        " T103_GROUPS_DO_NOT_ADD_UP");
        Coverage coverage =
                desk.overview(TestCampaign.CHIEF.scope(), WARD).lines().get(0).coverage();
        assertThat(coverage).isEqualTo(new Coverage(5, 4));
        assertThat(coverage.perMille())
                .as("the counts print, the rate does not")
                .isEmpty();
    }

    @Test
    void badFiguresAreRefusedInWordsAndNothingIsWritten() {
        List<String> codes = desk
                .enter(
                        List.of(
                                new TargetFigure(WARD, "Tổ 3", -1, null, null, AUGUST, "báo cáo"),
                                new TargetFigure(WARD, "Tổ 4", 500_000, null, null, AUGUST, "báo cáo"),
                                new TargetFigure(WARD, "Tổ 5", 10, 4, 5, AUGUST, "báo cáo"),
                                new TargetFigure(WARD, "Tổ 5", 10, null, null, today.plusDays(3), " ")),
                        Origin.ENTERED,
                        TestCampaign.CHIEF)
                .refused()
                .orElseThrow()
                .findings()
                .stream()
                .map(finding -> finding.code())
                .toList();

        assertThat(codes)
                .containsExactly(
                        "T117_BELOW_ZERO",
                        "T118_TOO_MANY_FOR_A_GROUP",
                        "T104_KINDS_DO_NOT_ADD_UP",
                        "T112_DAY_IN_THE_FUTURE",
                        "T119_NO_SOURCE",
                        "T116_GROUP_TWICE");
        assertThat(toCount.asOf(today, AreaScope.EVERYWHERE)).isEmpty();
    }

    @Test
    void onlyWhoeverHoldsTheWholeUnitSetsItsFigures() {
        TargetFigure figure = new TargetFigure(WARD, "Tổ 3", 5, null, null, AUGUST, "báo cáo");

        assertThat(desk.enter(List.of(figure), Origin.ENTERED, TestCampaign.COLLECTOR)
                        .refused()
                        .orElseThrow()
                        .why())
                .isEqualTo(CampaignResult.Why.NOT_ALLOWED);
        assertThat(desk.enter(List.of(figure), Origin.ENTERED, TestCampaign.OTHER_CHIEF)
                        .refused()
                        .orElseThrow()
                        .why())
                .isEqualTo(CampaignResult.Why.NOT_FOUND);
        assertThat(desk.makeFromBooks(WARD, AUGUST, "sổ", TestCampaign.OTHER_CHIEF)
                        .refused()
                        .orElseThrow()
                        .why())
                .isEqualTo(CampaignResult.Why.NOT_FOUND);
        assertThat(desk.enter(List.of(figure), Origin.ENTERED, TestCampaign.TEAM)
                        .isDone())
                .isTrue();
    }

    @Test
    void anEarlierFigureStaysOnRecord() {
        made();
        desk.enter(
                List.of(new TargetFigure(WARD, "Tổ 4", 9, 9, 0, AUGUST, "kiểm đếm lại")),
                Origin.ENTERED,
                TestCampaign.CHIEF);

        assertThat(target("Tổ 4", today)).isEqualTo(9);
        assertThat(desk.versions(WARD, TestCampaign.CHIEF.scope()))
                .filteredOn(version -> version.figure().group().equals("Tổ 4"))
                .extracting(version -> version.figure().persons())
                .containsExactly(9, 1);
    }

    @Test
    void formsAreNotPeople() {
        made();
        campaign.form("HG0000011", WARD, "Tổ 3", "354", "PHẠM VĂN LONG", "08/05/1944", "2020-08-20");
        campaign.form("HG0000012", WARD, "Tổ 3", "354", "PHẠM VĂN LONG", "08/05/1944", "2020-08-21");
        campaign.detours.cancel(
                campaign.form("HG0000013", WARD, "Tổ 3", "354", "PHẠM HẢI ĐĂNG", "02/09/1975", "2020-08-20"),
                CancelReason.SPOILED,
                "rách",
                TestCampaign.CHIEF);

        PersonsCollected.Line line = campaign.database
                .get(PersonsCollected.class)
                .now(TestCampaign.COLLECTOR.scope())
                .get(0);

        assertThat(line).isEqualTo(new PersonsCollected.Line(WARD, "Tổ 3", 1, 0, 3, 1, 0, 0, 1));
    }
}
