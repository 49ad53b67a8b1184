package vn.dancu.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dancu.TestDatabase;
import vn.dancu.civil.organisation.Duty;
import vn.dancu.civil.organisation.Office;
import vn.dancu.reference.Offices.Result;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Role;

class OfficesTest {
    private static final Actor ADMINISTRATOR = new Actor("quan-tri", Role.ADMINISTRATOR, AreaScope.NOWHERE);
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private TestDatabase database;
    private Offices offices;

    @BeforeEach
    void freshDatabase() {
        database = TestDatabase.fresh().with();
        offices = database.get(Offices.class);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Office office(
            String code, Office.Area area, @Nullable String parent, LocalDate from, Duty... duties) {
        return new Office(code, "Đơn vị thử " + code, area, parent, Set.of(duties), from, null);
    }

    @Test
    void anOfficeIsOtherwiseFromADayOnAndAsItWasBefore() {
        Office ward = office("WARD", Office.Area.COMMUNE, "PC06", DAY, Duty.COLLECT, Duty.APPROVE, Duty.KEEP_ARCHIVE);

        assertThat(offices.change(ward, ADMINISTRATOR)).isEqualTo(Result.DONE);

        assertThat(offices.organisation().find("WARD", DAY)).contains(ward);
        assertThat(offices.organisation()
                        .find("WARD", DAY.minusDays(1))
                        .orElseThrow()
                        .duties())
                .isEqualTo(Set.of(Duty.COLLECT, Duty.APPROVE));
        assertThat(offices.change(ward, ADMINISTRATOR)).isEqualTo(Result.NOT_AFTER_THE_LAST);
    }

    @Test
    void aNewOfficeStandsUnderOneOfALargerAreaThatIsThere() {
        assertThat(offices.change(office("BRANCH", Office.Area.DISTRICT, "PC06", DAY, Duty.RE_VERIFY), ADMINISTRATOR))
                .isEqualTo(Result.DONE);
        assertThat(offices.change(office("OTHER", Office.Area.PROVINCE, "BRANCH", DAY, Duty.SCAN), ADMINISTRATOR))
                .isEqualTo(Result.NO_SUCH_PARENT);
        assertThat(offices.change(office("OTHER", Office.Area.COMMUNE, "CITY_TEAM", DAY, Duty.SCAN), ADMINISTRATOR))
                .as("ended in 2025")
                .isEqualTo(Result.NO_SUCH_PARENT);
        assertThat(offices.change(office("OTHER", Office.Area.COMMUNE, null, DAY, Duty.SCAN), ADMINISTRATOR))
                .isEqualTo(Result.NO_SUCH_PARENT);
    }

    @Test
    void whoCollectsDoesNotReVerify() {
        assertThat(offices.change(
                        office("WARD", Office.Area.COMMUNE, "PC06", DAY, Duty.COLLECT, Duty.RE_VERIFY), ADMINISTRATOR))
                .isEqualTo(Result.VERIFIES_ITSELF);
    }

    @Test
    void anOfficeEndsWhenNothingStandsUnderIt() {
        assertThat(offices.end("PC06", DAY, ADMINISTRATOR)).isEqualTo(Result.HAS_OFFICES_UNDER_IT);
        assertThat(offices.end("WARD", DAY, ADMINISTRATOR)).isEqualTo(Result.DONE);
        assertThat(offices.end("PC06", DAY, ADMINISTRATOR)).isEqualTo(Result.DONE);

        assertThat(offices.organisation().asOf(DAY.plusDays(1)))
                .extracting(Office::code)
                .containsExactly("C06");
        assertThat(offices.end("NOBODY", DAY, ADMINISTRATOR)).isEqualTo(Result.NO_SUCH_OFFICE);
    }

    @Test
    void onlyAnAdministratorChangesOfficesAndOnlyInPlainWords() {
        Actor team = new Actor("doi-qlhc", Role.CITY_TEAM, AreaScope.EVERYWHERE);
        Office good = office("BRANCH", Office.Area.DISTRICT, "PC06", DAY, Duty.SCAN);

        assertThat(offices.change(good, team)).isEqualTo(Result.NOT_ALLOWED);
        assertThat(offices.end("WARD", DAY, team)).isEqualTo(Result.NOT_ALLOWED);
        for (String code : new String[] {"", "x", "<script>", "A".repeat(21)}) {
            assertThat(offices.change(office(code, Office.Area.DISTRICT, "PC06", DAY, Duty.SCAN), ADMINISTRATOR))
                    .as(code)
                    .isEqualTo(Result.MALFORMED);
        }
        assertThat(offices.change(office("BRANCH", Office.Area.DISTRICT, "PC06", DAY), ADMINISTRATOR))
                .isEqualTo(Result.MALFORMED);
    }
}
