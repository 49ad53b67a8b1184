package vn.dancu.civil.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class OrganisationTest {
    private static final LocalDate IN_2020 = LocalDate.of(2020, 9, 1);
    private static final LocalDate IN_2026 = LocalDate.of(2026, 1, 1);
    private final Organisation organisation = Organisation.builtIn();

    @Test
    void fourOfficesWorkIn2020AndThreeSinceCityPoliceEnded() {
        assertThat(organisation.asOf(IN_2020))
                .extracting(Office::code)
                .containsExactly("WARD", "CITY_TEAM", "PC06", "C06");
        assertThat(organisation.asOf(LocalDate.of(2025, 2, 28))).hasSize(4);
        assertThat(organisation.asOf(LocalDate.of(2025, 3, 1)))
                .extracting(Office::code)
                .containsExactly("WARD", "PC06", "C06");
    }

    @Test
    void theOfficeThatReVerifiesIsNeverTheOneThatCollects() {
        for (LocalDate date : new LocalDate[] {IN_2020, IN_2026}) {
            Office collects = organisation.officeFor(Duty.COLLECT, date).orElseThrow();
            Office verifies = organisation.officeFor(Duty.RE_VERIFY, date).orElseThrow();

            assertThat(verifies.code()).isNotEqualTo(collects.code());
        }
        assertThat(organisation.officeFor(Duty.RE_VERIFY, IN_2020).map(Office::code))
                .contains("CITY_TEAM");
        assertThat(organisation.officeFor(Duty.RE_VERIFY, IN_2026).map(Office::code))
                .contains("PC06");
    }

    @Test
    void theWardApproves() {
        assertThat(organisation.officeFor(Duty.APPROVE, IN_2020).map(Office::code))
                .contains("WARD");
        assertThat(organisation.officeFor(Duty.APPROVE, IN_2026).map(Office::code))
                .contains("WARD");
    }

    @Test
    void everyOfficeHasItsParentOnTheSameDay() {
        for (LocalDate date : new LocalDate[] {IN_2020, IN_2026}) {
            for (Office office : organisation.asOf(date)) {
                assertThat(organisation.parentOf(office, date).isPresent())
                        .isEqualTo(!office.code().equals("C06"));
            }
        }
    }
}
