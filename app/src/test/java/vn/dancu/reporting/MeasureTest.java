package vn.dancu.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dancu.reporting.Campaign.CHIEF;
import static vn.dancu.reporting.Campaign.OTHER_WARD;
import static vn.dancu.reporting.Campaign.TEAM;
import static vn.dancu.reporting.Campaign.TYPIST;
import static vn.dancu.reporting.Campaign.WARD;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dancu.intake.FormField;
import vn.dancu.journey.CancelReason;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;

class MeasureTest {
    private static Campaign campaign;

    @BeforeAll
    static void fill() {
        campaign = new Campaign();
        campaign.entered(Campaign.aForm("HG0000201", WARD).with(FormField.SEX, ""));
        FormSet fit = campaign.entered(WARD, "HG0000202");
        campaign.reconcile(fit);
        campaign.approve(fit);
        FormSet gone = campaign.entered(WARD, "HG0000203");
        campaign.detours.cancel(gone, CancelReason.values()[0], "phiếu hỏng", CHIEF);
        // The same person twice: the later form stands for nobody.
        FormSet twice = FormSet.ofKeys(
                campaign.entered(Campaign.aForm("HG0000204", WARD)).keys()[0],
                campaign.entered(Campaign.aForm("HG0000214", WARD)
                                .with(FormField.HOUSEHOLD_NO, "HG0000204")
                                .with(FormField.PERMANENT_ADDRESS, "Số 0000204, Tổ 3")
                                .with(FormField.COLLECTED_ON, "2020-08-25"))
                        .keys()[0]);
        campaign.journey.check(twice, TYPIST, Progress.NONE);
        campaign.reconciliation.compare(twice, Progress.NONE);
        campaign.entered(OTHER_WARD, "HG0000205");
        campaign.hoursLater(24 * 8);
        campaign.entered(WARD, "HG0000206");
        campaign.hoursLater(1);
    }

    @AfterAll
    static void close() {
        campaign.close();
    }

    @Test
    void everyFigureLeadsToExactlyItsForms() {
        List<String> wrong = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            for (String ward : List.of("", WARD, OTHER_WARD)) {
                long counted = campaign.figures.counts(AreaScope.EVERYWHERE, ward).figures().stream()
                        .mapToLong(line -> line.counts().of(measure))
                        .sum();
                int listed = campaign.figures
                        .behind(new BehindFigure(measure, ward, "", ""), 0, 1000, TEAM)
                        .size();
                if (counted != listed) {
                    wrong.add(measure + " " + ward + ": " + counted + " counted, " + listed + " listed");
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void whatIsCountedIsPersonsNotForms() {
        // Seven papers: one cancelled, one the second of a person.
        assertThat(campaign.count(Measure.FORMS, AreaScope.EVERYWHERE)).isEqualTo(6);
        assertThat(campaign.count(Measure.CANCELLED, AreaScope.EVERYWHERE)).isEqualTo(1);
        assertThat(campaign.count(Measure.DUPLICATES, AreaScope.EVERYWHERE)).isEqualTo(1);
        assertThat(campaign.count(Measure.PERSONS, AreaScope.EVERYWHERE)).isEqualTo(5);
        assertThat(campaign.count(Measure.FIT, AreaScope.EVERYWHERE)).isEqualTo(1);
        assertThat(campaign.count(Measure.INCOMPLETE, AreaScope.EVERYWHERE))
                .as("nobody has checked it yet")
                .isZero();
    }

    @Test
    void whatHasStoodForMoreThanAWeekIsStanding() {
        // Of the five open ones, the one entered an hour ago does not stand.
        assertThat(campaign.count(Measure.OPEN, AreaScope.EVERYWHERE)).isEqualTo(5);
        assertThat(campaign.count(Measure.STANDING, AreaScope.EVERYWHERE)).isEqualTo(4);
    }

    @Test
    void nobodyCountsOrListsBeyondHerArea() {
        AreaScope otherGroup = AreaScope.ofGroups(Set.of(OTHER_WARD + "/Tổ 3"));

        assertThat(campaign.count(Measure.PERSONS, otherGroup)).isEqualTo(1);
        assertThat(campaign.count(Measure.PERSONS, AreaScope.NOWHERE)).isZero();
        assertThat(campaign.figures.behind(new BehindFigure(Measure.PERSONS, OTHER_WARD, "", ""), 0, 10, CHIEF))
                .isEmpty();
        assertThat(campaign.figures.stageTimes(CHIEF.scope(), "").figures())
                .allMatch(time -> time.commune().equals(WARD));
    }
}
