package vn.dancu.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dancu.audit.AuditEntry;
import vn.dancu.audit.AuditTrail;
import vn.dancu.shared.AreaScope;

class MissingTest {
    private static final LocalDate AUGUST = LocalDate.of(2020, 8, 1);
    private static final String WARD = TestCampaign.WARD;
    private static final MissingDesk.Which GROUP = new MissingDesk.Which(WARD, "Tổ 3", "");

    private TestCampaign campaign;
    private MissingDesk desk;
    private WalkingLists lists;
    private LocalDate today;

    @BeforeEach
    void open() {
        campaign = new TestCampaign();
        desk = campaign.database.get(MissingDesk.class);
        lists = campaign.database.get(WalkingLists.class);
        today = TargetDesk.today(campaign.database.clock());
        campaign.book(List.of(
                TestCampaign.entry("S1", "permanent", WARD, "Tổ 3", "354", "Phạm Văn Long", "08/05/1944", "1999", ","),
                TestCampaign.entry("S2", "permanent", WARD, "Tổ 3", "354", "Phạm Hải Đăng", "02/09/1975", "1999", ","),
                TestCampaign.entry("S3", "permanent", WARD, "Tổ 3", "355", "Giàng Mí Páo", "1979", "1999", ","),
                TestCampaign.entry("S4", "permanent", WARD, "Tổ 4", "356", "Lò Văn Chứ", "2007", "2007", ","),
                TestCampaign.entry(
                        "S5", "permanent", TestCampaign.OTHER_WARD, "Tổ 1", "9", "Sùng A Tủa", "1990", "1999", ",")));
        campaign.form("HG0000011", WARD, "Tổ 3", "354", "PHẠM VĂN LONG", "08/05/1944", "2020-08-20");
    }

    @AfterEach
    void close() {
        campaign.close();
    }

    private List<MissingEntry> missing() {
        return desk.list(GROUP, 0, 10, "việc", TestCampaign.COLLECTOR);
    }

    @Test
    void whoHasAFormIsNotMissingAndEachLookIsLoggedForEachPerson() {
        List<MissingEntry> missing = missing();

        assertThat(missing).extracting(MissingEntry::fullName).containsExactly("Phạm Hải Đăng", "Giàng Mí Páo");
        assertThat(missing).extracting(MissingEntry::birthYear).containsExactly(1975, 1979);
        assertThat(campaign.database
                        .get(AuditTrail.class)
                        .viewsOf(
                                "residence-entry", String.valueOf(missing.get(0).id()), 5))
                .extracting(AuditEntry::purpose)
                .containsExactly("việc");
        assertThat(desk.list(new MissingDesk.Which(TestCampaign.OTHER_WARD, "", ""), 0, 10, "x", TestCampaign.CHIEF))
                .isEmpty();
    }

    @Test
    void aReasonSaysWhetherThePersonStillMustBeCounted() {
        campaign.database.get(TargetDesk.class).makeFromBooks(WARD, AUGUST, "sổ", TestCampaign.CHIEF);
        long dang = missing().get(0).id();
        long pao = missing().get(1).id();

        assertThat(desk.say(dang, "STUDYING", "Hà Nội", today, TestCampaign.COLLECTOR)
                        .isDone())
                .isTrue();
        assertThat(toCount()).isEqualTo(3);
        assertThat(desk.say(dang, "DEAD", "giấy báo tử 3", today, TestCampaign.COLLECTOR)
                        .isDone())
                .isTrue();
        assertThat(toCount()).isEqualTo(2);
        desk.say(pao, "ABSENT", "", today, TestCampaign.COLLECTOR);
        desk.say(pao, "ABSENT", "", today, TestCampaign.COLLECTOR);

        assertThat(campaign.database.get(MissingReasons.class).remaining(TestCampaign.CHIEF.scope(), WARD))
                .containsExactly(
                        new MissingReasons.Line(WARD, MissingReasons.NOT_ASKED, false, 1),
                        new MissingReasons.Line(WARD, "ABSENT", false, 1),
                        new MissingReasons.Line(WARD, "DEAD", true, 1));
        assertThat(missing().get(1).absences()).isEqualTo(2);

        assertThat(desk.setRule("DEAD", false, "chưa xóa sổ", TestCampaign.CHIEF)
                        .refused()
                        .orElseThrow()
                        .why())
                .isEqualTo(CampaignResult.Why.NOT_ALLOWED);
        desk.setRule("DEAD", false, "chưa xóa sổ", TestCampaign.TEAM);
        assertThat(toCount()).isEqualTo(3);
    }

    private long toCount() {
        return campaign.database.get(PersonsToCount.class).asOf(today, AreaScope.EVERYWHERE).stream()
                .filter(line -> line.group().equals("Tổ 3"))
                .mapToLong(PersonsToCount.Line::persons)
                .sum();
    }

    @Test
    void onceTheFormIsThereTheReasonDoesNotMoveTheTarget() {
        campaign.database.get(TargetDesk.class).makeFromBooks(WARD, AUGUST, "sổ", TestCampaign.CHIEF);
        desk.say(missing().get(0).id(), "MOVED_AWAY", "", today, TestCampaign.COLLECTOR);
        assertThat(toCount()).isEqualTo(2);

        campaign.form("HG0000012", WARD, "Tổ 3", "354", "PHẠM HẢI ĐĂNG", "02/09/1975", "2020-08-21");

        assertThat(toCount()).isEqualTo(3);
        assertThat(missing()).extracting(MissingEntry::fullName).containsExactly("Giàng Mí Páo");
    }

    @Test
    void nobodyNamesAReasonOutsideHisAreaOrOutsideTheCatalogue() {
        long entry = missing().get(0).id();

        assertThat(desk.say(entry, "DEAD", "", today, TestCampaign.OTHER_CHIEF)
                        .refused()
                        .orElseThrow()
                        .why())
                .isEqualTo(CampaignResult.Why.NOT_FOUND);
        assertThat(desk.say(entry, "TIRED", "", today, TestCampaign.CHIEF)
                        .refused()
                        .orElseThrow()
                        .why())
                .isEqualTo(CampaignResult.Why.MALFORMED);
        assertThat(desk.say(entry, "DEAD", "x".repeat(10_000), today, TestCampaign.CHIEF)
                        .isDone())
                .isFalse();
        assertThat(desk.say(entry, "DEAD", "", today.plusDays(1), TestCampaign.CHIEF)
                        .isDone())
                .isFalse();
    }

    private WalkingLists.Make make(MissingDesk.Which which, String holder, String sent) {
        return new WalkingLists.Make(which, holder, "đến hộ", today.plusDays(7), sent);
    }

    @Test
    void aWalkingListHasANumberAHolderAndAReturn() {
        long id = lists.make(make(GROUP, "CS. An", "a"), TestCampaign.COLLECTOR).key();
        assertThat(lists.make(make(GROUP, "CS. An", "a"), TestCampaign.COLLECTOR)
                        .key())
                .as("pressed twice")
                .isEqualTo(id);

        WalkingLists.Whole whole =
                lists.open(id, "walking-list", TestCampaign.CHIEF).orElseThrow();
        assertThat(whole.list().serial()).isEqualTo("DS-" + id + "/" + today.getYear() + "-00691");
        assertThat(whole.entries()).extracting(MissingEntry::fullName).containsExactly("Phạm Hải Đăng", "Giàng Mí Páo");
        assertThat(lists.open(id, "walking-list", TestCampaign.OTHER_CHIEF)).isEmpty();
        assertThat(whole.list().isOverdue(today.plusDays(7))).isFalse();
        assertThat(whole.list().isOverdue(today.plusDays(8))).isTrue();

        assertThat(lists.end(id, WalkingList.Outcome.LOST, " ", TestCampaign.COLLECTOR)
                        .isDone())
                .as("a lost list is explained")
                .isFalse();
        assertThat(lists.end(id, WalkingList.Outcome.RETURNED, "", TestCampaign.COLLECTOR)
                        .isDone())
                .isTrue();
        assertThat(lists.end(id, WalkingList.Outcome.RETURNED, "", TestCampaign.COLLECTOR)
                        .refused()
                        .orElseThrow()
                        .why())
                .isEqualTo(CampaignResult.Why.WRONG_STATE);
    }

    @Test
    void whoNeedNotBeCountedIsNotLookedForAndALongListIsNoWalk() {
        desk.say(missing().get(0).id(), "DEAD", "", today, TestCampaign.COLLECTOR);
        long id = lists.make(make(GROUP, "CS. An", "a"), TestCampaign.COLLECTOR).key();
        assertThat(lists.open(id, "x", TestCampaign.CHIEF).orElseThrow().entries())
                .hasSize(1);

        campaign.book(IntStream.range(0, WalkingLists.MOST_ENTRIES + 1)
                .mapToObj(i -> TestCampaign.entry(
                        "L" + i, "permanent", WARD, "Tổ 9", "7" + i, "Lý Văn Số " + i, "1980", "1999", ","))
                .toList());
        assertThat(lists.make(make(new MissingDesk.Which(WARD, "Tổ 9", ""), "CS. An", "b"), TestCampaign.CHIEF)
                        .refused()
                        .orElseThrow()
                        .findings()
                        .get(0)
                        .code())
                .isEqualTo("M107_TOO_MANY_FOR_A_LIST");
        assertThat(lists.make(make(GROUP, " ", "c"), TestCampaign.CHIEF).isDone())
                .isFalse();
        assertThat(lists.make(make(GROUP, "CS. An", "d"), TestCampaign.OTHER_CHIEF)
                        .refused()
                        .orElseThrow()
                        .why())
                .isEqualTo(CampaignResult.Why.NOT_FOUND);
    }
}
