package vn.dancu.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dancu.reporting.Campaign.CHIEF;
import static vn.dancu.reporting.Campaign.OTHER_WARD;
import static vn.dancu.reporting.Campaign.TEAM;
import static vn.dancu.reporting.Campaign.TYPIST;
import static vn.dancu.reporting.Campaign.WARD;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.dancu.campaign.PersonsToCount;
import vn.dancu.campaign.Target;
import vn.dancu.campaign.Targets;
import vn.dancu.custody.Custody;
import vn.dancu.custody.CustodyResult;
import vn.dancu.intake.FormField;
import vn.dancu.journey.CancelReason;
import vn.dancu.journey.CorrectForm;
import vn.dancu.journey.Remarks;
import vn.dancu.reporting.OfficialReport.Words;
import vn.dancu.reporting.ReportResult.Refused;
import vn.dancu.reporting.ReportResult.Why;
import vn.dancu.reporting.db.ReportQueries;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Role;
import vn.dancu.shared.document.Document;
import vn.dancu.shared.document.HtmlDocument;

class OfficialReportsTest {
    private static final String CITY = "024";
    private static final Actor PROVINCE = new Actor("pc06", Role.PROVINCE_OPERATOR, AreaScope.EVERYWHERE);
    private static final Actor OTHER_CHIEF =
            new Actor("truong-00692", Role.CHIEF, AreaScope.ofCommunes(Set.of(OTHER_WARD)));

    /** 31/8 lies in 15/8 to 14/9, the month of the police. */
    private static final ReportPeriod AUGUST =
            new ReportPeriod("month-15", LocalDate.of(2020, 8, 15), LocalDate.of(2020, 9, 14));

    private static final ReportPeriod SEPTEMBER =
            new ReportPeriod("month-15", LocalDate.of(2020, 9, 15), LocalDate.of(2020, 10, 14));

    private static ReportFigures figures(Campaign campaign) {
        return campaign.database.get(ReportFigures.class);
    }

    private static OfficialReports reports(Campaign campaign) {
        return campaign.database.get(OfficialReports.class);
    }

    private static Instant now(Campaign campaign) {
        return ReportFigures.cutOff(campaign.database.clock().instant());
    }

    private static void on(Campaign campaign, String instant) {
        campaign.database.clock().set(Instant.parse(instant));
    }

    private static void mustCount(Campaign campaign, String ward, int persons) {
        campaign.database
                .get(Targets.class)
                .set(List.of(new Target(ward, "Tổ 3", persons, LocalDate.of(2020, 8, 20), "sổ quản lý cư trú")), TEAM);
    }

    private static FormSet one(FormSet forms, int at) {
        return FormSet.ofKeys(forms.keys()[at]);
    }

    private static void giveBack(Campaign campaign, FormSet form, Actor by) {
        campaign.detours.returnForms(
                List.of(new Remarks(new FormId(form.keys()[0]), Map.of("birth_date", "xem lại"))), by);
    }

    private static void correct(Campaign campaign, FormSet form, FormField field, String value) {
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

    private static void handOver(Campaign campaign, String number, FormSet chosen) {
        Custody custody = campaign.database.get(Custody.class);
        CustodyResult opened = custody.open(number, WARD, chosen, CHIEF);
        assertThat(opened).isInstanceOf(CustodyResult.Done.class);
        custody.give(((CustodyResult.Done) opened).batch(), chosen.size(), CHIEF);
        custody.take(((CustodyResult.Done) opened).batch(), chosen.size(), PROVINCE);
        campaign.journey.handOver(chosen, PROVINCE);
    }

    /** Known from now on to be the later of two for one person. */
    private static void twice(Campaign campaign, FormSet form, boolean keeps) {
        campaign.database
                .jdbc()
                .sql("insert into reconciliation.duplicate_log (form_id, keeps, at) values (:form, :keeps, :at)")
                .param("form", form.keys()[0])
                .param("keeps", keeps)
                .param("at", java.sql.Timestamp.from(campaign.database.clock().instant()))
                .update();
    }

    /** Three months: two wards, every kind of step, papers handed over, returned by the scan, corrected, cancelled. */
    private static void story(Campaign campaign) {
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

    private static Map<String, List<Long>> counted(Counted counted, int moment) {
        Map<String, List<Long>> rows = new TreeMap<>();
        for (ReportLine line : counted.lines()) {
            List<Long> counts = moment == 0 ? line.earlier() : moment == 1 ? line.before() : line.now();
            List<Long> ofForms = new ArrayList<>(counts);
            for (Figure figure : Figure.values()) {
                if (figure.source() != Figure.Source.FORMS) {
                    ofForms.set(figure.ordinal(), 0L);
                }
            }
            if (ofForms.stream().anyMatch(count -> count > 0)) {
                rows.put(line.key(), ofForms);
            }
        }
        return rows;
    }

    private static Map<String, List<Long>> recounted(Map<String, long[]> rows) {
        Map<String, List<Long>> lists = new TreeMap<>();
        rows.forEach((key, row) -> {
            if (Arrays.stream(row).anyMatch(count -> count > 0)) {
                lists.put(key, Arrays.stream(row).boxed().toList());
            }
        });
        return lists;
    }

    @Test
    void everyFigureIsWhatPlainJavaCountsFromTheRowsOfTheLogs() {
        try (Campaign campaign = new Campaign()) {
            story(campaign);
            Recount recount = new Recount(campaign.database.jdbc());
            Instant known = now(campaign);
            for (LocalDate from = LocalDate.of(2020, 7, 15); from.getMonthValue() < 11; from = from.plusMonths(1)) {
                ReportPeriod period =
                        new ReportPeriod("month-15", from, from.plusMonths(1).minusDays(1));
                for (String unit : List.of(CITY, WARD, OTHER_WARD, "")) {
                    Counted counted = figures(campaign).count(unit, period, known);

                    Instant end = end(period.to(), known);
                    boolean byGroup = unit.length() == 5;
                    Set<String> communes = unit.isEmpty() || unit.equals(CITY) ? null : Set.of(unit);
                    List<Instant> moments =
                            List.of(end(from.minusMonths(1).minusDays(1), known), end(from.minusDays(1), known), end);
                    for (int i = 0; i < 3; i++) {
                        assertThat(counted(counted, i))
                                .as("%s %s moment %d", unit, period, i)
                                .isEqualTo(recounted(recount.at(moments.get(i), end, known, byGroup, communes)));
                    }
                }
            }
        }
    }

    private static Instant end(LocalDate day, Instant known) {
        Instant midnight = day.plusDays(1).atStartOfDay(Days.VIETNAM).toInstant();
        return midnight.isAfter(known) ? known.plusNanos(1000) : midnight;
    }

    @Test
    void aPastPeriodIsCountedTheSameWheneverItIsAsked() {
        try (Campaign campaign = new Campaign()) {
            mustCount(campaign, WARD, 6);
            FormSet forms = campaign.entered(WARD, "HG0000100", "HG0000101");
            on(campaign, "2020-09-15T02:00:00Z");
            Instant cutOff = now(campaign);
            Counted then = figures(campaign).count(CITY, AUGUST, cutOff);
            campaign.hoursLater(24);
            campaign.detours.cancel(one(forms, 0), CancelReason.SPOILED, "phiếu hỏng", CHIEF);
            twice(campaign, one(forms, 1), false);
            mustCount(campaign, WARD, 9);
            campaign.entered(WARD, "HG0000102");

            assertThat(figures(campaign).count(CITY, AUGUST, cutOff)).isEqualTo(then);
            Counted today = figures(campaign).count(CITY, AUGUST, now(campaign));
            assertThat(then.total().cumulative(Figure.COLLECTED)).isEqualTo(2);
            assertThat(then.total().cumulative(Figure.MUST)).isEqualTo(6);
            // The spoiled and the double one were never persons; the new one came in the next period.
            assertThat(today.total().cumulative(Figure.COLLECTED)).isZero();
            assertThat(today.total().cumulative(Figure.MUST)).isEqualTo(9);
            assertThat(ReportFigures.corrections(then, today))
                    .contains(
                            new ReportFigures.Correction(WARD, Figure.COLLECTED, 2, 0),
                            new ReportFigures.Correction(ReportLine.TOTAL, Figure.MUST, 6, 9));
        }
    }

    @Test
    void whatIsKnownNowIsWhatTheDashboardAndTheCampaignSay() {
        try (Campaign campaign = new Campaign()) {
            story(campaign);
            LocalDate today = LocalDate.ofInstant(now(campaign), Days.VIETNAM);
            ReportPeriod period = ReportPeriod.any(today, today);

            Counted counted = figures(campaign).count(CITY, period, now(campaign));

            // The dashboard takes duplicates from the comparison, which here found none; the log's are taken back.
            assertThat(counted.total().cumulative(Figure.COLLECTED))
                    .isEqualTo(campaign.count(Measure.PERSONS, AreaScope.EVERYWHERE));
            assertThat(counted.total().cumulative(Figure.SHEETS))
                    .isEqualTo(campaign.count(Measure.FORMS, AreaScope.EVERYWHERE));
            assertThat(counted.total().cumulative(Figure.MUST))
                    .isEqualTo(campaign.database.get(PersonsToCount.class).asOf(today, AreaScope.EVERYWHERE).stream()
                            .mapToLong(PersonsToCount.Line::persons)
                            .sum());
        }
    }

    private static void missing(Campaign campaign, String entryNo, String reason) {
        var jdbc = campaign.database.jdbc();
        long entry = jdbc.sql("""
                        insert into sources.residence_entry (content_hash, name_folded, sort_key, entry_no, book_kind,
                            commune_code, residential_group)
                        values (1, 'x', 'x', :no, 'permanent', :ward, 'Tổ 3') returning id
                        """)
                .param("no", entryNo)
                .param("ward", WARD)
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into campaign.missing_reason (entry_id, reason, said_on, said_by, said_at)
                        values (:entry, :reason, :day, 'cskv-a', :at)
                        """)
                .param("entry", entry)
                .param("reason", reason)
                .param("day", java.sql.Date.valueOf("2020-09-01"))
                .param("at", java.sql.Timestamp.from(campaign.database.clock().instant()))
                .update();
    }

    @Test
    void whoRemainsIsToldByReasonAndWhoNeedNotBeCountedLeaves() {
        try (Campaign campaign = new Campaign()) {
            mustCount(campaign, WARD, 6);
            campaign.entered(WARD, "HG0000100");
            on(campaign, "2020-09-02T02:00:00Z");
            missing(campaign, "S101", "STUDYING");
            missing(campaign, "S102", "STUDYING");
            missing(campaign, "S103", "DEAD");
            on(campaign, "2020-09-15T02:00:00Z");

            Counted counted = figures(campaign).count(WARD, AUGUST, now(campaign));

            // Six were to be counted; one is dead: five, of whom one has a form and two study elsewhere.
            assertThat(counted.total().cumulative(Figure.MUST))
                    .isEqualTo(5)
                    .isEqualTo(
                            campaign.database.get(PersonsToCount.class).asOf(AUGUST.to(), AreaScope.EVERYWHERE).stream()
                                    .mapToLong(PersonsToCount.Line::persons)
                                    .sum());
            assertThat(counted.reasons())
                    .containsExactly(
                            new Counted.Remaining("Tổ 3", "STUDYING", 2),
                            new Counted.Remaining("Tổ 3", Counted.Remaining.UNSAID, 2));
            assertThat(figures(campaign)
                            .count(WARD, AUGUST, Instant.parse("2020-09-01T00:00:00Z"))
                            .reasons())
                    .containsExactly(new Counted.Remaining("Tổ 3", Counted.Remaining.UNSAID, 5));
        }
    }

    /** A report of the ward for August, counted after its end. */
    private static long opened(Campaign campaign) {
        on(campaign, "2020-09-15T02:00:00Z");
        ReportResult result = reports(campaign).open(WARD, AUGUST, CHIEF);
        assertThat(result).isInstanceOf(ReportResult.Done.class);
        return ((ReportResult.Done) result).report();
    }

    private static OfficialReports.Sign sign(Campaign campaign, long id) {
        OfficialReport report = reports(campaign).find(id, CHIEF).orElseThrow();
        return new OfficialReports.Sign(
                report.count() == null ? 0 : report.count().id(),
                report.words().id(),
                "12/BC-CAP",
                false,
                "",
                "Vũ Đình Chiến");
    }

    @Test
    void aSignedReportIsKeptWholeAndLaterCorrectionsShow() {
        try (Campaign campaign = new Campaign()) {
            mustCount(campaign, WARD, 6);
            FormSet forms = campaign.entered(WARD, "HG0000100", "HG0000101");
            long id = opened(campaign);
            reports(campaign).write(id, new Words(0, "Dân đi làm ăn xa.", "Bổ sung máy in.", ""), CHIEF);

            ReportResult signed = reports(campaign).freeze(id, sign(campaign, id), CHIEF);

            assertThat(signed).isEqualTo(new ReportResult.Done(id));
            OfficialReport report = reports(campaign).find(id, CHIEF).orElseThrow();
            Document document = reports(campaign).document(report);
            assertThat(HtmlDocument.write(document))
                    .contains(
                            "12/BC-CAP",
                            "Dân đi làm ăn xa.",
                            "Bổ sung máy in.",
                            "Vũ Đình Chiến",
                            "CÔNG AN PHƯỜNG TRẦN PHÚ");
            OfficialReports.Check before = reports(campaign).check(id, CHIEF).orElseThrow();
            assertThat(before.whole()).isTrue();
            assertThat(before.reproduced()).isTrue();
            assertThat(before.corrections()).isEmpty();
            campaign.hoursLater(24);
            campaign.detours.cancel(one(forms, 0), CancelReason.SPOILED, "phiếu hỏng", CHIEF);
            OfficialReports.Check after = reports(campaign).check(id, CHIEF).orElseThrow();
            assertThat(after.reproduced()).isTrue();
            assertThat(after.corrections()).contains(new ReportFigures.Correction("Tổ 3", Figure.COLLECTED, 2, 1));
            assertThat(reports(campaign)
                            .document(reports(campaign).find(id, CHIEF).orElseThrow()))
                    .isEqualTo(document);
            // The next report of the unit says what it corrects.
            on(campaign, "2020-10-15T02:00:00Z");
            long next = ((ReportResult.Done) reports(campaign).open(WARD, SEPTEMBER, CHIEF)).report();
            String html = HtmlDocument.write(reports(campaign)
                    .document(reports(campaign).find(next, CHIEF).orElseThrow()));
            assertThat(html).contains("Điều chỉnh số liệu đã báo cáo kỳ trước", "Trong kỳ không phát sinh số liệu");
        }
    }

    @Test
    void nothingIsWrittenToASignedReportAndThereIsNoSecond() {
        try (Campaign campaign = new Campaign()) {
            mustCount(campaign, WARD, 6);
            campaign.entered(WARD, "HG0000100");
            long id = opened(campaign);
            OfficialReports.Sign sign = sign(campaign, id);
            reports(campaign).freeze(id, sign, CHIEF);

            assertThat(reports(campaign).freeze(id, sign, CHIEF)).isEqualTo(new Refused(Why.FROZEN));
            assertThat(reports(campaign).count(id, CHIEF)).isEqualTo(new Refused(Why.FROZEN));
            assertThat(reports(campaign).write(id, new Words(0, "x", "", ""), CHIEF))
                    .isEqualTo(new Refused(Why.FROZEN));
            // The same days of the same unit are the same report, also by another name of the period.
            assertThat(reports(campaign).open(WARD, ReportPeriod.any(AUGUST.from(), AUGUST.to()), CHIEF))
                    .isEqualTo(new ReportResult.Done(id));
        }
    }

    @Test
    void moreThanThereCanBeIsSignedOnlyWithAWordWhy() {
        try (Campaign campaign = new Campaign()) {
            mustCount(campaign, WARD, 1);
            campaign.entered(WARD, "HG0000100", "HG0000101");
            long id = opened(campaign);

            assertThat(reports(campaign).freeze(id, sign(campaign, id), CHIEF))
                    .isEqualTo(new Refused(Why.NOT_EXPLAINED));

            OfficialReport report = reports(campaign).find(id, CHIEF).orElseThrow();
            assertThat(report.count().figures().total().rate(Figure.COLLECTED_RATE))
                    .isEmpty();
            String html = HtmlDocument.write(reports(campaign).document(report));
            assertThat(html).contains("vượt số phải thu thập", "Tổ 3 (2/1)", "<td class=\"right\">—</td>");
            reports(campaign).write(id, new Words(0, "", "", "Một hộ mới chuyển đến."), CHIEF);
            assertThat(reports(campaign).freeze(id, sign(campaign, id), CHIEF)).isEqualTo(new ReportResult.Done(id));
        }
    }

    @Test
    void whoeverReadAnotherCountOrAnotherTextDoesNotSign() {
        try (Campaign campaign = new Campaign()) {
            mustCount(campaign, WARD, 6);
            campaign.entered(WARD, "HG0000100");
            long id = opened(campaign);
            OfficialReports.Sign seen = sign(campaign, id);
            campaign.hoursLater(1);
            reports(campaign).count(id, CHIEF);

            assertThat(reports(campaign).freeze(id, seen, CHIEF)).isEqualTo(new Refused(Why.STALE));
            assertThat(reports(campaign).write(id, new Words(99, "x", "", ""), CHIEF))
                    .isEqualTo(new Refused(Why.STALE));
            assertThat(reports(campaign).write(id, new Words(0, "x".repeat(9000), "", ""), CHIEF))
                    .isEqualTo(new Refused(Why.TOO_LONG));
        }
    }

    @Test
    void aPeriodThatHasNotEndedIsNotSigned() {
        try (Campaign campaign = new Campaign()) {
            campaign.entered(WARD, "HG0000100");
            long id = ((ReportResult.Done) reports(campaign).open(WARD, AUGUST, CHIEF)).report();

            assertThat(reports(campaign).freeze(id, sign(campaign, id), CHIEF))
                    .isEqualTo(new Refused(Why.PERIOD_NOT_OVER));
            on(campaign, "2020-09-15T02:00:00Z");
            assertThat(reports(campaign).freeze(id, sign(campaign, id), CHIEF))
                    .isEqualTo(new Refused(Why.COUNTED_TOO_EARLY));
            assertThat(reports(campaign)
                            .open(
                                    WARD,
                                    SEPTEMBER.from().isAfter(AUGUST.to())
                                            ? new ReportPeriod(
                                                    "month-15", LocalDate.of(2021, 1, 15), LocalDate.of(2021, 2, 14))
                                            : AUGUST,
                                    CHIEF))
                    .isEqualTo(new Refused(Why.PERIOD_NOT_BEGUN));
        }
    }

    @Test
    void aUnitIsReportedByItsOwnChiefAndReadAboveOnceItIsSigned() {
        try (Campaign campaign = new Campaign()) {
            mustCount(campaign, WARD, 6);
            campaign.entered(WARD, "HG0000100");
            assertThat(reports(campaign).open(WARD, AUGUST, TYPIST)).isEqualTo(new Refused(Why.WRONG_ROLE));
            assertThat(reports(campaign).open(WARD, AUGUST, OTHER_CHIEF)).isEqualTo(new Refused(Why.OUTSIDE_AREA));
            assertThat(reports(campaign).open(CITY, AUGUST, CHIEF)).isEqualTo(new Refused(Why.OUTSIDE_AREA));
            long id = opened(campaign);
            assertThat(reports(campaign).find(id, OTHER_CHIEF)).isEmpty();
            assertThat(reports(campaign).find(id, TEAM)).isEmpty();
            assertThat(reports(campaign).find(id, PROVINCE)).isEmpty();

            reports(campaign).freeze(id, sign(campaign, id), CHIEF);

            assertThat(reports(campaign).find(id, TEAM)).isPresent();
            assertThat(reports(campaign).find(id, PROVINCE)).isPresent();
            assertThat(reports(campaign).find(id, OTHER_CHIEF)).isEmpty();
            assertThat(reports(campaign).freeze(id, sign(campaign, id), TEAM)).isEqualTo(new Refused(Why.WRONG_ROLE));
        }
    }

    @Test
    void theCityGathersTheWordsOfItsWardsAndRemindsThoseThatAreLate() {
        try (Campaign campaign = new Campaign()) {
            mustCount(campaign, WARD, 6);
            mustCount(campaign, OTHER_WARD, 5);
            campaign.entered(WARD, "HG0000100");
            long id = opened(campaign);
            reports(campaign).write(id, new Words(0, "Mưa lũ chia cắt thôn Lúp.", "", ""), CHIEF);
            reports(campaign).freeze(id, sign(campaign, id), CHIEF);
            Reminders reminders = campaign.database.get(Reminders.class);
            assertThat(reminders.remind(AUGUST, Set.of(OTHER_WARD), "", "Hoàng Thu Hà", TEAM))
                    .isEqualTo(new Refused(Why.NOBODY_LATE));
            on(campaign, "2020-09-17T02:00:00Z");

            ReportResult reminded = reminders.remind(AUGUST, Set.of(WARD, OTHER_WARD), "45/CV", "Hoàng Thu Hà", TEAM);

            Document letter = reminders
                    .document(((ReportResult.Done) reminded).report(), TEAM)
                    .orElseThrow();
            assertThat(HtmlDocument.write(letter))
                    .contains("Công an phường Ngọc Hà", "45/CV", "16/09/2020", "V/v đôn đốc")
                    .doesNotContain("Công an phường Trần Phú");
            assertThat(reminders.remind(AUGUST, Set.of(OTHER_WARD), "", "x", CHIEF))
                    .isEqualTo(new Refused(Why.WRONG_ROLE));
            long city = ((ReportResult.Done) reports(campaign).open(CITY, AUGUST, TEAM)).report();
            String html = HtmlDocument.write(reports(campaign)
                    .document(reports(campaign).find(city, TEAM).orElseThrow()));
            assertThat(html)
                    .contains(
                            "Mưa lũ chia cắt thôn Lúp.", "Đơn vị chưa gửi báo cáo (7/8)", "CÔNG AN THÀNH PHỐ HÀ GIANG");
            assertThat(campaign.database.get(ReportStandings.class).of(AUGUST, TEAM))
                    .extracting(
                            ReportStandings.Standing::unit,
                            ReportStandings.Standing::isSigned,
                            ReportStandings.Standing::late)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(CITY, false, true),
                            org.assertj.core.groups.Tuple.tuple(WARD, true, false),
                            org.assertj.core.groups.Tuple.tuple(OTHER_WARD, false, true));
        }
    }

    @Test
    void aTemplateIsChangedAsANewVersionAndASignedReportKeepsItsOwn() {
        try (Campaign campaign = new Campaign()) {
            mustCount(campaign, WARD, 6);
            campaign.entered(WARD, "HG0000100");
            long id = opened(campaign);
            reports(campaign).freeze(id, sign(campaign, id), CHIEF);
            ReportTemplates templates = campaign.database.get(ReportTemplates.class);
            ReportTemplate first = templates.current(ReportTemplate.Level.WARD);
            ReportTemplate changed = new ReportTemplate(
                    0,
                    first.level(),
                    first.version(),
                    "BÁO CÁO THÁNG",
                    first.subject(),
                    first.opening(),
                    first.closing(),
                    first.recipients(),
                    first.authority(),
                    first.deputy(),
                    "",
                    List.of(Figure.COLLECTED, Figure.MUST),
                    "Theo mẫu mới",
                    "",
                    Instant.EPOCH);

            assertThat(templates.change(changed, CHIEF)).isEqualTo(new Refused(Why.WRONG_ROLE));
            assertThat(templates.change(changed, TEAM)).isInstanceOf(ReportResult.Done.class);
            assertThat(templates.change(changed, TEAM)).isEqualTo(new Refused(Why.STALE));

            assertThat(templates.current(ReportTemplate.Level.WARD).columns())
                    .containsExactly(Figure.MUST, Figure.COLLECTED);
            String kept = HtmlDocument.write(
                    reports(campaign).document(reports(campaign).find(id, CHIEF).orElseThrow()));
            assertThat(kept).contains("mẫu báo cáo bản 1").doesNotContain("BÁO CÁO THÁNG");
            on(campaign, "2020-10-15T02:00:00Z");
            long next = ((ReportResult.Done) reports(campaign).open(WARD, SEPTEMBER, CHIEF)).report();
            assertThat(HtmlDocument.write(reports(campaign)
                            .document(reports(campaign).find(next, CHIEF).orElseThrow())))
                    .contains("BÁO CÁO THÁNG", "mẫu báo cáo bản 2");
        }
    }

    @Test
    void theLogOfDuplicatesHasALineOnlyWhereSomethingChanged() {
        try (Campaign campaign = new Campaign()) {
            FormSet forms = campaign.entered(WARD, "HG0000100", "HG0000101");
            campaign.entered(WARD, "HG0000102");
            var same = Campaign.aForm("HG0000110", WARD).with(FormField.HOUSEHOLD_NO, "HG0000100");
            campaign.entered(same.with(FormField.PERMANENT_ADDRESS, "Số 00100, Tổ 3"));
            campaign.reconciliation.compare(campaign.forms.all(), vn.dancu.shared.Progress.NONE);
            long lines = lines(campaign);
            campaign.hoursLater(1);
            campaign.reconciliation.compare(campaign.forms.all(), vn.dancu.shared.Progress.NONE);

            assertThat(lines(campaign)).isEqualTo(lines);
            long later = campaign.database
                    .jdbc()
                    .sql("select count(*) from reconciliation.duplicate where not keeps")
                    .query(Long.class)
                    .single();
            assertThat(lines).isEqualTo(later);
            assertThat(forms.size()).isEqualTo(2);
        }
    }

    private static long lines(Campaign campaign) {
        return campaign.database
                .jdbc()
                .sql("select count(*) from reconciliation.duplicate_log")
                .query(Long.class)
                .single();
    }

    @Test
    void periodsAreDataAndNeighboursMeet() {
        PeriodKind police = new PeriodKind("month-15", "Tháng", PeriodKind.Unit.MONTH, 15, 2);
        PeriodKind week = new PeriodKind("week", "Tuần", PeriodKind.Unit.WEEK, 1, 1);

        assertThat(police.around(LocalDate.of(2020, 9, 14))).isEqualTo(AUGUST);
        assertThat(police.around(LocalDate.of(2020, 9, 15))).isEqualTo(SEPTEMBER);
        assertThat(police.before(SEPTEMBER)).isEqualTo(AUGUST);
        assertThat(police.due(AUGUST)).isEqualTo(LocalDate.of(2020, 9, 16));
        // A Monday begins its own week.
        assertThat(week.around(LocalDate.of(2020, 8, 31)))
                .isEqualTo(new ReportPeriod("week", LocalDate.of(2020, 8, 31), LocalDate.of(2020, 9, 6)));
        try (Campaign campaign = new Campaign()) {
            assertThat(campaign.database
                            .get(ReportPeriods.class)
                            .before(ReportPeriod.any(LocalDate.of(2020, 9, 1), LocalDate.of(2020, 9, 10))))
                    .isEqualTo(ReportPeriod.any(LocalDate.of(2020, 8, 22), LocalDate.of(2020, 8, 31)));
            assertThat(campaign.database.get(ReportQueries.class)).isNotNull();
        }
    }
}
