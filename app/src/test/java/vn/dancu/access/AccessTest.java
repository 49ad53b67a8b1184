package vn.dancu.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dancu.MovableClock;
import vn.dancu.TestDatabase;
import vn.dancu.access.LoginResult.LoggedIn;
import vn.dancu.access.LoginResult.Reason;
import vn.dancu.access.LoginResult.Refused;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Role;

class AccessTest {
    private static final String PASSWORD = "mưa rào tháng sáu";
    private static final Actor ADMIN = new Actor("quan-tri", Role.ADMINISTRATOR, AreaScope.NOWHERE);
    private static final LocalDate TODAY = LocalDate.of(2020, 8, 31);
    private static final AreaScope GROUPS = AreaScope.ofGroups(Set.of("00691/Tổ 1", "00691/Tổ 2"));
    private static final AreaScope WARD = AreaScope.ofCommunes(Set.of("00692"));

    private TestDatabase database;
    private AccessService access;
    private Login login;

    @BeforeEach
    void freshDatabase() {
        database = TestDatabase.fresh().with();
        access = database.get(AccessService.class);
        login = database.get(Login.class);
        assertThat(access.create(account("thu-ha", Role.COLLECTOR, GROUPS), PASSWORD, ADMIN))
                .isEqualTo(AccountResult.DONE);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static NewAccount account(String login, Role role, AreaScope scope) {
        return new NewAccount(login, "Nguyễn Thu Hà", role, scope, LocalDate.of(2020, 1, 1), null);
    }

    @Test
    void anAccountLogsInAsItsRoleInItsArea() {
        assertThat(login.authenticate("thu-ha", PASSWORD))
                .isEqualTo(new LoggedIn(new Actor("thu-ha", Role.COLLECTOR, GROUPS), "Nguyễn Thu Hà"));
    }

    @Test
    void aWrongPasswordAndAnUnknownLoginGetTheSameAnswer() {
        assertThat(login.authenticate("thu-ha", "mưa rào tháng bảy")).isEqualTo(new Refused(Reason.WRONG));
        assertThat(login.authenticate("khong-co", PASSWORD)).isEqualTo(new Refused(Reason.WRONG));
    }

    @Test
    void fiveWrongPasswordsLockForAQuarterOfAnHour() {
        for (int i = 0; i < Login.FAILURES; i++) {
            login.authenticate("thu-ha", "sai mật khẩu");
        }

        assertThat(login.authenticate("thu-ha", PASSWORD)).isEqualTo(new Refused(Reason.LOCKED));
        database.clock().advance(Duration.ofMinutes(15));
        assertThat(login.authenticate("thu-ha", PASSWORD)).isInstanceOf(LoggedIn.class);
    }

    @Test
    void fourWrongPasswordsAndARightOneStartTheCountAnew() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < Login.FAILURES - 1; i++) {
                login.authenticate("thu-ha", "sai mật khẩu");
            }
            assertThat(login.authenticate("thu-ha", PASSWORD)).isInstanceOf(LoggedIn.class);
        }
    }

    @Test
    void theLogTellsEveryAttemptOnAnAccount() {
        login.authenticate("thu-ha", "sai mật khẩu");
        login.authenticate("thu-ha", PASSWORD);

        assertThat(database.jdbc()
                        .sql("select act || ' ' || details::text from audit.entry where act like 'LOGIN%' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("LOGIN_REFUSED {\"reason\": \"WRONG\"}", "LOGIN {}");
    }

    @Test
    void aDisabledAccountOpensNothing() {
        access.disable("thu-ha", ADMIN);

        assertThat(login.authenticate("thu-ha", PASSWORD)).isEqualTo(new Refused(Reason.DISABLED));
        assertThat(access.actorOf("thu-ha")).isEmpty();
    }

    @Test
    void anAccountOutOfValidityOpensNothing() {
        access.create(
                new NewAccount("tam-thoi", "Lý A Sử", Role.COLLECTOR, GROUPS, TODAY, TODAY.plusDays(1)),
                PASSWORD,
                ADMIN);

        assertThat(access.actorOf("tam-thoi")).isPresent();
        database.clock().advance(Duration.ofDays(2));
        assertThat(login.authenticate("tam-thoi", PASSWORD)).isEqualTo(new Refused(Reason.OUT_OF_VALIDITY));
    }

    @Test
    void onlyAnAdministratorMakesAccounts() {
        Actor chief = new Actor("truong", Role.CHIEF, WARD);

        assertThat(access.create(account("moi", Role.COLLECTOR, GROUPS), PASSWORD, chief))
                .isEqualTo(AccountResult.NOT_ALLOWED);
        assertThat(access.disable("thu-ha", chief)).isEqualTo(AccountResult.NOT_ALLOWED);
    }

    @Test
    void weakPasswordsTakenLoginsAndOddLoginsAreRefused() {
        assertThat(access.create(account("moi", Role.COLLECTOR, GROUPS), "ngắn", ADMIN))
                .isEqualTo(AccountResult.WEAK_PASSWORD);
        assertThat(access.create(account("moi", Role.COLLECTOR, GROUPS), "dancu-demo", ADMIN))
                .isEqualTo(AccountResult.WEAK_PASSWORD);
        assertThat(access.create(account("moi", Role.COLLECTOR, GROUPS), "x".repeat(73), ADMIN))
                .isEqualTo(AccountResult.WEAK_PASSWORD);
        assertThat(access.create(account("thu-ha", Role.CHIEF, WARD), PASSWORD, ADMIN))
                .isEqualTo(AccountResult.LOGIN_TAKEN);
        assertThat(access.create(account("Thu Hà", Role.CHIEF, WARD), PASSWORD, ADMIN))
                .isEqualTo(AccountResult.LOGIN_MALFORMED);
        assertThat(access.create(account("may", Role.SYSTEM, WARD), PASSWORD, ADMIN))
                .isEqualTo(AccountResult.ACCOUNT_MALFORMED);
    }

    @Test
    void aDeputyActsAsChiefInBothAreasFromDayToDay() {
        access.create(account("truong-00692", Role.CHIEF, WARD), PASSWORD, ADMIN);
        Actor chief = access.actorOf("truong-00692").orElseThrow();
        Delegations delegations = database.get(Delegations.class);

        assertThat(delegations.delegate(
                        chief.login(), "thu-ha", TODAY.plusDays(1), TODAY.plusDays(2), "12/QĐ-CAP", chief))
                .isEqualTo(Delegations.Result.DELEGATED);

        Actor deputy = new Actor("thu-ha", Role.CHIEF, new AreaScope(false, WARD.communes(), GROUPS.groups()));
        assertThat(access.actorOf("thu-ha").map(Actor::role)).contains(Role.COLLECTOR);
        database.clock().advance(Duration.ofDays(1));
        assertThat(access.actorOf("thu-ha")).contains(deputy);
        database.clock().advance(Duration.ofDays(2));
        assertThat(access.actorOf("thu-ha").map(Actor::role)).contains(Role.COLLECTOR);
    }

    @Test
    void aDelegationNeedsAChiefAPeriodAndAPaperAndDoesNotOverlap() {
        access.create(account("truong-00692", Role.CHIEF, WARD), PASSWORD, ADMIN);
        Delegations delegations = database.get(Delegations.class);
        Actor other = new Actor("truong-00691", Role.CHIEF, GROUPS);

        assertThat(List.of(
                        delegations.delegate("truong-00692", "thu-ha", TODAY, TODAY, "1/QĐ", other),
                        delegations.delegate("thu-ha", "truong-00692", TODAY, TODAY, "1/QĐ", ADMIN),
                        delegations.delegate("truong-00692", "khong-co", TODAY, TODAY, "1/QĐ", ADMIN),
                        delegations.delegate("truong-00692", "thu-ha", TODAY, TODAY.minusDays(1), "1/QĐ", ADMIN),
                        delegations.delegate("truong-00692", "thu-ha", TODAY, TODAY, " ", ADMIN),
                        delegations.delegate("truong-00692", "thu-ha", TODAY, TODAY.plusDays(5), "1/QĐ", ADMIN),
                        delegations.delegate(
                                "truong-00692", "thu-ha", TODAY.plusDays(5), TODAY.plusDays(9), "2/QĐ", ADMIN)))
                .containsExactly(
                        Delegations.Result.NOT_ALLOWED,
                        Delegations.Result.NOT_A_CHIEF,
                        Delegations.Result.NO_SUCH_DEPUTY,
                        Delegations.Result.PERIOD_WRONG,
                        Delegations.Result.DOCUMENT_MISSING,
                        Delegations.Result.DELEGATED,
                        Delegations.Result.OVERLAPS);
    }

    @Test
    void brokenGlassWidensTheAreaUntilItExpires() {
        BreakGlass glass = database.get(BreakGlass.class);
        Actor collector = access.actorOf("thu-ha").orElseThrow();

        BreakGlass.Result opened =
                glass.open(collector, Set.of("00700"), "Cháy nhà, cần danh sách hộ", Duration.ofHours(2));

        assertThat(opened).isEqualTo(new BreakGlass.Result.Opened(MovableClock.START.plus(Duration.ofHours(2))));
        assertThat(access.actorOf("thu-ha").orElseThrow().scope().covers("00700", "Thôn 1"))
                .isTrue();
        database.clock().advance(Duration.ofHours(2));
        assertThat(access.actorOf("thu-ha").orElseThrow().scope().covers("00700", "Thôn 1"))
                .isFalse();
        assertThat(database.jdbc()
                        .sql("select purpose from audit.entry where act = 'BREAK_GLASS'")
                        .query(String.class)
                        .single())
                .isEqualTo("Cháy nhà, cần danh sách hộ");
    }

    @Test
    void glassIsNotBrokenWithoutAReasonForLongOrByWhoSeesNoRecords() {
        BreakGlass glass = database.get(BreakGlass.class);
        Actor collector = access.actorOf("thu-ha").orElseThrow();

        assertThat(glass.open(collector, Set.of("00700"), "gấp", Duration.ofHours(1)))
                .isEqualTo(new BreakGlass.Result.Refused(BreakGlass.Result.Why.REASON_TOO_SHORT));
        assertThat(glass.open(collector, Set.of("00700"), "Cháy nhà, cần danh sách hộ", Duration.ofDays(2)))
                .isEqualTo(new BreakGlass.Result.Refused(BreakGlass.Result.Why.TOO_LONG));
        assertThat(glass.open(ADMIN, Set.of("00700"), "Cháy nhà, cần danh sách hộ", Duration.ofHours(1)))
                .isEqualTo(new BreakGlass.Result.Refused(BreakGlass.Result.Why.NOT_ALLOWED));
    }

    @Test
    void demoAccountsExistOnlyWhereTheDemoMadeTheDatabase() {
        List<NewAccount> sixty = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            sixty.add(account("can-bo-" + i, Role.COLLECTOR, GROUPS));
        }

        assertThat(access.markAsDemo(ADMIN)).isEqualTo(AccountResult.NOT_A_DEMO_DATABASE);
        assertThat(access.createDemo(sixty, ADMIN)).isEqualTo(AccountResult.NOT_A_DEMO_DATABASE);

        try (TestDatabase fresh = TestDatabase.fresh().with()) {
            AccessService demo = fresh.get(AccessService.class);
            assertThat(demo.markAsDemo(ADMIN)).isEqualTo(AccountResult.DONE);
            assertThat(demo.createDemo(sixty, ADMIN)).isEqualTo(AccountResult.DONE);
            assertThat(fresh.get(Login.class).authenticate("can-bo-59", Passwords.DEMO))
                    .isInstanceOf(LoggedIn.class);
            assertThat(fresh.jdbc()
                            .sql("select count(distinct password_hash) from access.account")
                            .query(Long.class)
                            .single())
                    .as("one hash for all")
                    .isEqualTo(1);
        }
    }

    @Test
    void aDemoPasswordThatFoundItsWayIntoARealDatabaseIsRefused() {
        database.jdbc()
                .sql("update access.account set password_hash = :hash where login = 'thu-ha'")
                .param("hash", database.get(Passwords.class).encode(Passwords.DEMO))
                .update();

        assertThat(login.authenticate("thu-ha", Passwords.DEMO)).isEqualTo(new Refused(Reason.DEMO_PASSWORD));
    }
}
