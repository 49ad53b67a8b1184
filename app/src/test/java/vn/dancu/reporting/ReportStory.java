package vn.dancu.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dancu.reporting.Campaign.CHIEF;
import static vn.dancu.reporting.Campaign.OTHER_WARD;
import static vn.dancu.reporting.Campaign.TEAM;
import static vn.dancu.reporting.Campaign.TYPIST;
import static vn.dancu.reporting.Campaign.WARD;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.dancu.campaign.Target;
import vn.dancu.campaign.Targets;
import vn.dancu.custody.Custody;
import vn.dancu.custody.CustodyResult;
import vn.dancu.intake.FormField;
import vn.dancu.journey.CancelReason;
import vn.dancu.journey.CorrectForm;
import vn.dancu.journey.Remarks;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Role;

/** What tests of the official report have in common: two wards, three months, a signature. */
final class ReportStory {
    static final String CITY = "024";
    static final Actor PROVINCE = new Actor("pc06", Role.PROVINCE_OPERATOR, AreaScope.EVERYWHERE);
    static final Actor OTHER_CHIEF = new Actor("truong-00692", Role.CHIEF, AreaScope.ofCommunes(Set.of(OTHER_WARD)));

    /** 31/8 lies in 15/8 to 14/9, the month of the police. */
    static final ReportPeriod AUGUST =
            new ReportPeriod("month-15", LocalDate.of(2020, 8, 15), LocalDate.of(2020, 9, 14));

    static final ReportPeriod SEPTEMBER =
            new ReportPeriod("month-15", LocalDate.of(2020, 9, 15), LocalDate.of(2020, 10, 14));

    static ReportFigures figures(Campaign campaign) {
        return campaign.database.get(ReportFigures.class);
    }

    static OfficialReports reports(Campaign campaign) {
        return campaign.database.get(OfficialReports.class);
    }

    static Instant now(Campaign campaign) {
        return ReportFigures.cutOff(campaign.database.clock().instant());
    }

    static void on(Campaign campaign, String instant) {
        campaign.database.clock().set(Instant.parse(instant));
    }

    static void mustCount(Campaign campaign, String ward, int persons) {
        campaign.database
                .get(Targets.class)
                .set(List.of(new Target(ward, "Tổ 3", persons, LocalDate.of(2020, 8, 20), "sổ quản lý cư trú")), TEAM);
    }

    static FormSet one(FormSet forms, int at) {
        return FormSet.ofKeys(forms.keys()[at]);
    }

    static void giveBack(Campaign campaign, FormSet form, Actor by) {
        campaign.detours.returnForms(
                List.of(new Remarks(new FormId(form.keys()[0]), Map.of("birth_date", "xem lại"))), by);
    }

    static void correct(Campaign campaign, FormSet form, FormField field, String value) {
        FormId id = new FormId(form.keys()[0]);
        var stored = campaign.forms.find(id, TYPIST).orElseThrow();
        campaign.detours.correct(
                List.of(new CorrectForm(
                        id,
                        stored.version(),
                        stored.form().with(field, value),
                        CorrectForm.PaperRepair.values()[0],
                        Set.of("birth-certificate"))),
                TYPIST);
    }

    static void handOver(Campaign campaign, String number, FormSet chosen) {
        Custody custody = campaign.database.get(Custody.class);
        CustodyResult opened = custody.open(number, WARD, chosen, CHIEF);
        assertThat(opened).isInstanceOf(CustodyResult.Done.class);
        custody.give(((CustodyResult.Done) opened).batch(), chosen.size(), CHIEF);
        custody.take(((CustodyResult.Done) opened).batch(), chosen.size(), PROVINCE);
        campaign.journey.handOver(chosen, PROVINCE);
    }

    /** Known from now on to be the later of two for one person. */
    static void twice(Campaign campaign, FormSet form, boolean keeps) {
        campaign.database
                .jdbc()
                .sql("insert into reconciliation.duplicate_log (form_id, keeps, at) values (:form, :keeps, :at)")
                .param("form", form.keys()[0])
                .param("keeps", keeps)
                .param("at", java.sql.Timestamp.from(campaign.database.clock().instant()))
                .update();
    }

    /** Three months: two wards, every kind of step, papers handed over, returned by the scan, corrected, cancelled. */
    static void story(Campaign campaign) {
        mustCount(campaign, WARD, 6);
        mustCount(campaign, OTHER_WARD, 5);
        FormSet first = campaign.entered(WARD, "HG0000100", "HG0000101", "HG0000102", "HG0000103");
        campaign.entered(OTHER_WARD, "HG0000104");
        campaign.hoursLater(24);
        campaign.reconcile(one(first, 0));
        campaign.reconcile(one(first, 1));
        campaign.approve(FormSet.ofKeys(first.keys()[0], first.keys()[1]));
        on(campaign, "2020-09-16T02:00:00Z");
        handOver(campaign, "LO-01", FormSet.ofKeys(first.keys()[0], first.keys()[1]));
        FormSet second = campaign.entered(WARD, "HG0000105", "HG0000106");
        FormSet third = campaign.entered(OTHER_WARD, "HG0000107");
        campaign.hoursLater(48);
        giveBack(campaign, one(first, 1), PROVINCE);
        giveBack(campaign, one(first, 2), CHIEF);
        correct(campaign, one(first, 2), FormField.BIRTH_DATE, "1985-05-08");
        twice(campaign, one(second, 1), false);
        on(campaign, "2020-10-16T02:00:00Z");
        correct(campaign, one(first, 1), FormField.RESIDENTIAL_GROUP, "Tổ 4");
        campaign.detours.cancel(one(second, 0), CancelReason.MOVED, "chuyển đi", CHIEF);
        campaign.detours.cancel(third, CancelReason.SPOILED, "phiếu hỏng", TEAM);
        campaign.entered(WARD, "HG0000108");
        campaign.hoursLater(24);
        twice(campaign, one(second, 1), true);
        campaign.hoursLater(24);
    }

    /** A report of the ward for August, counted after its end. */
    static long opened(Campaign campaign) {
        on(campaign, "2020-09-15T02:00:00Z");
        ReportResult result = reports(campaign).open(WARD, AUGUST, CHIEF);
        assertThat(result).isInstanceOf(ReportResult.Done.class);
        return ((ReportResult.Done) result).report();
    }

    static OfficialReports.Sign sign(Campaign campaign, long id) {
        OfficialReport report = reports(campaign).find(id, CHIEF).orElseThrow();
        return new OfficialReports.Sign(
                report.count() == null ? 0 : report.count().id(), report.words().id(), "12/BC-CAP", "Vũ Đình Chiến");
    }

    private ReportStory() {}
}
