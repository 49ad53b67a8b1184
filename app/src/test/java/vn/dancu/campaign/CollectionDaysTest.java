package vn.dancu.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dancu.access.AccessService;
import vn.dancu.access.DataRights;
import vn.dancu.access.DataRights.Kind;
import vn.dancu.access.NewAccount;
import vn.dancu.campaign.Announcement.Purpose;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Role;

class CollectionDaysTest {
    private static final String WARD = TestCampaign.WARD;

    private TestCampaign campaign;
    private Announcements announcements;
    private CollectionDays days;
    private LiveQueue queue;
    private LocalDate today;
    private int sent;

    @BeforeEach
    void open() {
        campaign = new TestCampaign();
        announcements = campaign.database.get(Announcements.class);
        days = campaign.database.get(CollectionDays.class);
        queue = campaign.database.get(LiveQueue.class);
        today = TargetDesk.today(campaign.database.clock());
        int year = today.getYear();
        campaign.book(List.of(
                TestCampaign.entry("S1", "permanent", WARD, "Tổ 3", "354", "Phạm Văn Long", "08/05/1944", "1999", ","),
                TestCampaign.entry(
                        "S2",
                        "permanent",
                        WARD,
                        "Tổ 3",
                        "354",
                        "Phạm Hải Đăng",
                        String.valueOf(year - 14),
                        "1999",
                        ","),
                TestCampaign.entry("S3", "permanent", WARD, "Tổ 3", "355", "Giàng Mí Páo", "1979", "1999", ","),
                TestCampaign.entry(
                        "S4",
                        "permanent",
                        WARD,
                        "Tổ 4",
                        "356",
                        "Lò Văn Chứ",
                        "1983",
                        "01/" + today.getMonthValue() + "/" + year,
                        ",")));
    }

    @AfterEach
    void close() {
        campaign.close();
    }

    private Announcement.Facts facts(Purpose purpose, String... categories) {
        return new Announcement.Facts(
                purpose,
                WARD,
                List.of(),
                List.of(categories),
                List.of("ID_CARD"),
                "Nhà văn hóa tổ 3",
                today,
                today,
                LocalTime.of(7, 30),
                LocalTime.of(11, 0),
                "");
    }

    private CampaignResult issue(Announcement.Facts facts, Announcement.Texts texts) {
        return announcements.issue(facts, texts, "request-" + ++sent, TestCampaign.CHIEF);
    }

    private long told() {
        Announcement.Facts facts = facts(Purpose.FORMS, "WITHOUT_FORM");
        CampaignResult issued = issue(facts, announcements.compose(facts, "Phường Trần Phú"));
        assertThat(issued.isDone()).as(issued.toString()).isTrue();
        return issued.key();
    }

    @Test
    void theBooksTellHowManyOfEachCategoryLiveInEachGroup() {
        List<Category.Count> counts = announcements.population(WARD, today, TestCampaign.CHIEF);

        assertThat(counts)
                .containsExactlyInAnyOrder(
                        new Category.Count("Tổ 3", "WITHOUT_FORM", 3),
                        new Category.Count("Tổ 3", "FIRST_CARD_14", 1),
                        new Category.Count("Tổ 3", "PUPILS", 1),
                        new Category.Count("Tổ 4", "WITHOUT_FORM", 1),
                        new Category.Count("Tổ 4", "NEWCOMERS", 1));
        assertThat(announcements.population(WARD, today, TestCampaign.OTHER_CHIEF))
                .isEmpty();
    }

    @Test
    void aPublicTextThatNamesSomebodyOfTheBooksIsNotIssued() {
        Announcement.Facts facts = facts(Purpose.FORMS, "WITHOUT_FORM");
        Announcement.Texts composed = announcements.compose(facts, "Phường Trần Phú");

        CampaignResult refused = issue(
                facts,
                new Announcement.Texts(
                        composed.script() + " Nhà Giàng Mí Páo đến trước.",
                        composed.notice(),
                        composed.sms(),
                        composed.smsPlain()));

        assertThat(refused.refused().orElseThrow().findings())
                .extracting(finding -> finding.code())
                .containsExactly("A108_NAMES_SOMEBODY_OF_THE_BOOKS");
        assertThat(issue(facts, composed).isDone()).isTrue();
        assertThat(issue(facts(Purpose.FORMS, "CHANGE_25"), composed).isDone())
                .as("no category of form collection")
                .isFalse();
        assertThat(announcements
                        .issue(facts, composed, "z", TestCampaign.COLLECTOR)
                        .refused()
                        .orElseThrow()
                        .why())
                .as("the whole ward is not a collector's")
                .isEqualTo(CampaignResult.Why.NOT_FOUND);
    }

    private long day(long announcement, int capacity) {
        LocalTime now =
                campaign.database.clock().instant().atZone(TargetDesk.VIETNAM).toLocalTime();
        LocalTime opens = LocalTime.of(Math.min(now.getHour(), 20), 0);
        CampaignResult made = days.make(
                new CollectionDays.Make(
                        announcement,
                        WARD,
                        "Nhà văn hóa tổ 3",
                        today,
                        opens,
                        opens.plusHours(1),
                        30,
                        capacity,
                        2,
                        "request-" + ++sent),
                TestCampaign.CHIEF);
        assertThat(made.isDone()).as(made.toString()).isTrue();
        return made.key();
    }

    @Test
    void peopleAreInvitedToSlotsUpToTheirCapacityHouseholdsTogether() {
        long day = day(told(), 2);

        CollectionDays.Invited invited = days.invite(day, List.of(), TestCampaign.CHIEF);
        CollectionDays.Invited again = days.invite(day, List.of(), TestCampaign.CHIEF);

        assertThat(invited).isEqualTo(new CollectionDays.Invited(4, 0, null));
        assertThat(again).as("nobody twice").isEqualTo(new CollectionDays.Invited(0, 0, null));
        assertThat(days.slots(days.find(day, TestCampaign.CHIEF).orElseThrow()))
                .extracting(CollectionDays.Slot::invited)
                .containsExactly(2, 2);
        assertThat(days.invite(day(told(), 1), List.of(), TestCampaign.CHIEF).leftOut())
                .isEqualTo(2);
        assertThat(days.find(day, TestCampaign.OTHER_CHIEF)).isEmpty();
    }

    @Test
    void theQueueCallsWhoIsDueFirstAndTellsServedFromNoShow() {
        long day = day(told(), 2);
        days.invite(day, List.of(), TestCampaign.CHIEF);
        List<Ticket> expected = queue.expected(day, "gọi", TestCampaign.COLLECTOR);
        assertThat(expected).hasSize(4);

        assertThat(queue.walkIn(day, "w1", TestCampaign.COLLECTOR).key()).isEqualTo(5);
        assertThat(queue.walkIn(day, "w1", TestCampaign.COLLECTOR).key())
                .as("pressed twice")
                .isEqualTo(5);
        campaign.database.clock().advance(Duration.ofSeconds(1));
        queue.arrive(day, expected.get(3).id(), TestCampaign.COLLECTOR);
        assertThat(queue.arrive(day, expected.get(3).id(), TestCampaign.COLLECTOR)
                        .isDone())
                .isFalse();

        assertThat(queue.callNext(day, 1, TestCampaign.COLLECTOR).key())
                .as("came first")
                .isEqualTo(5);
        assertThat(queue.callNext(day, 1, TestCampaign.COLLECTOR).isDone())
                .as("desk 1 is busy")
                .isFalse();
        assertThat(queue.callNext(day, 2, TestCampaign.COLLECTOR).key())
                .isEqualTo(expected.get(3).number());
        assertThat(queue.callNext(day, 9, TestCampaign.COLLECTOR).isDone()).isFalse();
        List<Ticket> called = queue.queue(day);
        assertThat(called).extracting(Ticket::name).as("numbers, not names").containsOnly("");
        assertThat(queue.end(day, called.get(0).id(), true, TestCampaign.COLLECTOR)
                        .isDone())
                .isTrue();
        assertThat(queue.end(day, called.get(1).id(), false, TestCampaign.COLLECTOR)
                        .isDone())
                .isTrue();
        assertThat(queue.end(day, called.get(1).id(), true, TestCampaign.COLLECTOR)
                        .isDone())
                .isFalse();

        assertThat(queue.close(day, TestCampaign.OTHER_CHIEF)
                        .refused()
                        .orElseThrow()
                        .why())
                .isEqualTo(CampaignResult.Why.NOT_FOUND);
        assertThat(queue.close(day, TestCampaign.CHIEF).key()).as("never came").isEqualTo(3);
        CollectionDay over = days.find(day, TestCampaign.CHIEF).orElseThrow();
        assertThat(List.of(over.invited(), over.walkIns(), over.served(), over.noShows()))
                .containsExactly(4, 1, 1, 4);
        assertThat(queue.walkIn(day, "w2", TestCampaign.CHIEF).isDone())
                .as("it is over")
                .isFalse();
    }

    @Test
    void aDayThatCannotBeIsRefusedInWords() {
        CampaignResult refused = days.make(
                new CollectionDays.Make(
                        0, WARD, " ", today.minusDays(1), LocalTime.of(11, 0), LocalTime.of(7, 0), 30, 0, 0, "q"),
                TestCampaign.CHIEF);

        assertThat(refused.refused().orElseThrow().findings())
                .extracting(finding -> finding.code())
                .containsExactly("A111_WHERE", "A113_DAY_IS_OVER", "A114_HOURS", "D102_CAPACITY", "D103_DESKS");
    }

    @Test
    void lettersTakeARightOfTheirOwnAndLeaveAListOfEverybodyInThem() {
        AccessService access = campaign.database.get(AccessService.class);
        access.markAsDemo(TestCampaign.SYSTEM);
        access.createDemo(
                List.of(new NewAccount(
                        TestCampaign.CHIEF.login(),
                        "Trưởng",
                        Role.CHIEF,
                        AreaScope.ofCommunes(Set.of(WARD)),
                        LocalDate.of(2020, 1, 1),
                        null)),
                TestCampaign.SYSTEM);
        Letters letters = campaign.database.get(Letters.class);
        DataRights rights = campaign.database.get(DataRights.class);
        long told = told();
        long day = day(told, 2);
        days.invite(day, List.of("Tổ 3"), TestCampaign.CHIEF);

        assertThat(letters.make(told, "", day, "mời", TestCampaign.CHIEF)
                        .refused()
                        .why())
                .isEqualTo(CampaignResult.Why.NOT_ALLOWED);
        assertThat(rights.set(Kind.LETTERS, TestCampaign.CHIEF.login(), true, "QĐ 12", TestCampaign.CHIEF))
                .isEqualTo(DataRights.Result.NOT_ALLOWED);
        assertThat(rights.set(Kind.EXPORT, TestCampaign.CHIEF.login(), true, "QĐ 12", TestCampaign.SYSTEM))
                .isEqualTo(DataRights.Result.DONE);
        assertThat(rights.has(Kind.LETTERS, TestCampaign.CHIEF))
                .as("another right")
                .isFalse();
        assertThat(rights.set(Kind.LETTERS, TestCampaign.CHIEF.login(), true, "QĐ 12", TestCampaign.SYSTEM))
                .isEqualTo(DataRights.Result.DONE);
        assertThat(letters.make(told, "", day, " ", TestCampaign.CHIEF)
                        .refused()
                        .why())
                .isEqualTo(CampaignResult.Why.MALFORMED);
        Letters.Made made = letters.make(told, "", day, "mời", TestCampaign.CHIEF);

        assertThat(made.letters()).hasSize(4);
        assertThat(made.letters())
                .filteredOn(letter -> letter.slot() == null)
                .as("Tổ 4 has no slot")
                .hasSize(1);
        assertThat(letters.runs(told)).extracting(Letters.Run::letters).containsExactly(4);
        assertThat(letters.make(told, "Tổ 4", 0, "mời", TestCampaign.CHIEF).letters())
                .hasSize(1);
    }
}
