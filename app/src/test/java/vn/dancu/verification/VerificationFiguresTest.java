package vn.dancu.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dancu.TestDatabase;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.intake.Forms;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Role;

class VerificationFiguresTest {
    private static final String WARD = "00691";
    private static final AreaScope AREA = AreaScope.ofCommunes(Set.of(WARD, "00692"));
    private static final Actor TYPIST = new Actor("nhap-00691", Role.COLLECTOR, AREA);
    private static final Actor TEAM = new Actor("doi-qlhc", Role.CITY_TEAM, AREA);
    private static final LocalDate MONDAY = LocalDate.of(2020, 9, 14);

    private static TestDatabase database;
    private static VerificationFigures figures;
    private static Instant whenAllWasKnown;
    private static Instant beforeTheLastVisit;

    /** Five forms planned; on Monday one right, one wrong, one absent; on Wednesday the absent one is wrong. */
    @BeforeAll
    static void visits() {
        database = TestDatabase.fresh().with("vn.dancu.intake", "vn.dancu.verification");
        Forms forms = database.get(Forms.class);
        Verification verification = database.get(Verification.class);
        figures = database.get(VerificationFigures.class);
        database.clock().set(at(MONDAY, 8));
        List<FormId> all = List.of("HG0007001", "HG0007002", "HG0007003", "HG0007004", "HG0007005").stream()
                .map(number ->
                        forms.enter(aForm(number), Set.of(), TYPIST).entered().orElseThrow())
                .toList();
        verification.plan("Đợt 1", 1, 1, FormSet.of(all), FormSet.ofKeys(), TEAM);
        database.clock().set(at(MONDAY, 21));
        verification.record(
                List.of(
                        visit(all.get(0), MONDAY, Visit.Answer.AGREE),
                        visit(all.get(1), MONDAY, Visit.Answer.differ("NGUYỄN THỊ LAN", null)),
                        visit(all.get(2), MONDAY, Visit.Answer.NOT_MET)),
                TEAM);
        beforeTheLastVisit = at(MONDAY.plusDays(1), 8);
        database.clock().set(at(MONDAY.plusDays(2), 21));
        verification.record(
                List.of(visit(all.get(2), MONDAY.plusDays(2), Visit.Answer.differ("PHẠM VĂN AN", "CMND"))), TEAM);
        whenAllWasKnown = at(MONDAY.plusDays(3), 8);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static Instant at(LocalDate day, int hour) {
        return LocalDateTime.of(day, java.time.LocalTime.of(hour, 0))
                .atZone(ZoneId.of("Asia/Ho_Chi_Minh"))
                .toInstant();
    }

    private static Visit visit(FormId form, LocalDate day, Visit.Answer answer) {
        return new Visit(form, 1, "phuc-tra-1", at(day, 19), Map.of(FormField.FULL_NAME, answer));
    }

    private static CollectionForm aForm(String number) {
        return CollectionForm.of(new String[FormField.values().length])
                .with(FormField.FORM_NO, number)
                .with(FormField.COLLECTOR, "khu-vuc-3")
                .with(FormField.COMMUNE_CODE, WARD)
                .with(FormField.RESIDENTIAL_GROUP, "Tổ 3")
                .with(FormField.FULL_NAME, "PHẠM VĂN BÌNH");
    }

    @Test
    void upToADayTheLastVisitSaysHowAFormStands() {
        assertThat(figures.asOf(MONDAY, whenAllWasKnown, AREA))
                .containsExactly(new VerificationTotals(WARD, 5, 1, 1, 1, 1));
        assertThat(figures.asOf(MONDAY.plusDays(2), whenAllWasKnown, AREA))
                .containsExactly(new VerificationTotals(WARD, 5, 1, 2, 0, 2));
    }

    @Test
    void aPeriodCountsWhatHappenedInIt() {
        assertThat(figures.inPeriod(MONDAY.plusDays(1), MONDAY.plusDays(2), whenAllWasKnown, AREA))
                .containsExactly(new VerificationTotals(WARD, 0, 0, 1, 0, 1));
        assertThat(figures.inPeriod(MONDAY.plusDays(1), MONDAY.plusDays(1), whenAllWasKnown, AREA))
                .isEmpty();
    }

    @Test
    void whatWasRecordedLaterDoesNotChangeAnEarlierAnswer() {
        assertThat(figures.asOf(MONDAY.plusDays(2), beforeTheLastVisit, AREA))
                .containsExactly(new VerificationTotals(WARD, 5, 1, 1, 1, 1));
    }

    @Test
    void anotherWardsFiguresAreNotTold() {
        assertThat(figures.asOf(MONDAY, whenAllWasKnown, AreaScope.ofCommunes(Set.of("00692"))))
                .isEmpty();
        assertThat(figures.asOf(MONDAY, whenAllWasKnown, AreaScope.ofGroups(Set.of(WARD + "/Tổ 3"))))
                .hasSize(1);
    }
}
