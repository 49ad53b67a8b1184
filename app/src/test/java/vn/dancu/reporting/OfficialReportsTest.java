package vn.dancu.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dancu.reporting.Campaign.CHIEF;
import static vn.dancu.reporting.Campaign.OTHER_WARD;
import static vn.dancu.reporting.Campaign.TEAM;
import static vn.dancu.reporting.Campaign.TYPIST;
import static vn.dancu.reporting.Campaign.WARD;
import static vn.dancu.reporting.ReportStory.AUGUST;
import static vn.dancu.reporting.ReportStory.CITY;
import static vn.dancu.reporting.ReportStory.OTHER_CHIEF;
import static vn.dancu.reporting.ReportStory.PROVINCE;
import static vn.dancu.reporting.ReportStory.SEPTEMBER;
import static vn.dancu.reporting.ReportStory.mustCount;
import static vn.dancu.reporting.ReportStory.on;
import static vn.dancu.reporting.ReportStory.one;
import static vn.dancu.reporting.ReportStory.opened;
import static vn.dancu.reporting.ReportStory.reports;
import static vn.dancu.reporting.ReportStory.sign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.dancu.journey.CancelReason;
import vn.dancu.reporting.OfficialReport.Words;
import vn.dancu.reporting.ReportResult.Refused;
import vn.dancu.reporting.ReportResult.Why;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.document.Document;
import vn.dancu.shared.document.HtmlDocument;

/** Reports are made, signed, kept whole, gathered by the city. */
class OfficialReportsTest {
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
}
