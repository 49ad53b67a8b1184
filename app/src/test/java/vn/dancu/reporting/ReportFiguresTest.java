package vn.dancu.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dancu.reporting.Campaign.CHIEF;
import static vn.dancu.reporting.Campaign.OTHER_WARD;
import static vn.dancu.reporting.Campaign.WARD;
import static vn.dancu.reporting.ReportStory.AUGUST;
import static vn.dancu.reporting.ReportStory.CITY;
import static vn.dancu.reporting.ReportStory.SEPTEMBER;
import static vn.dancu.reporting.ReportStory.figures;
import static vn.dancu.reporting.ReportStory.mustCount;
import static vn.dancu.reporting.ReportStory.now;
import static vn.dancu.reporting.ReportStory.on;
import static vn.dancu.reporting.ReportStory.one;
import static vn.dancu.reporting.ReportStory.story;
import static vn.dancu.reporting.ReportStory.twice;

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
import vn.dancu.intake.FormField;
import vn.dancu.journey.CancelReason;
import vn.dancu.reporting.db.ReportQueries;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormSet;

/** What a report counts, from the logs as they were known at its cut-off. */
class ReportFiguresTest {
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

    @Test
    void whoWasMissingAtTheCutOffStaysMissingInThatReportThoughAFormIsLinkedSince() {
        try (Campaign campaign = new Campaign()) {
            mustCount(campaign, WARD, 6);
            FormSet forms = campaign.entered(WARD, "HG0000100");
            on(campaign, "2020-09-02T02:00:00Z");
            missing(campaign, "S101", "STUDYING");
            on(campaign, "2020-09-15T02:00:00Z");
            Instant cutOff = now(campaign);
            Counted then = figures(campaign).count(WARD, AUGUST, cutOff);
            campaign.hoursLater(24);
            linked(campaign, one(forms, 0), "S101");
            campaign.hoursLater(1);

            assertThat(then.reasons()).contains(new Counted.Remaining("Tổ 3", "STUDYING", 1));
            assertThat(figures(campaign).count(WARD, AUGUST, cutOff)).isEqualTo(then);
            assertThat(figures(campaign).count(WARD, AUGUST, now(campaign)).reasons())
                    .doesNotContain(new Counted.Remaining("Tổ 3", "STUDYING", 1));
            campaign.hoursLater(1);
            campaign.reconciliation.compare(one(forms, 0), vn.dancu.shared.Progress.NONE);
            campaign.hoursLater(1);
            assertThat(figures(campaign).count(WARD, AUGUST, now(campaign)).reasons())
                    .as("compared anew, with nobody of the books")
                    .contains(new Counted.Remaining("Tổ 3", "STUDYING", 1));
        }
    }

    /** As a comparison writes it that finds the entry. */
    private static void linked(Campaign campaign, FormSet form, String entryNo) {
        var jdbc = campaign.database.jdbc();
        jdbc.sql("delete from reconciliation.comparison where form_id = :form")
                .param("form", form.keys()[0])
                .update();
        jdbc.sql("""
                        insert into reconciliation.comparison (form_id, version, compared_at, residence_entry_id,
                            residence_weight, residence_state, archive_state, outcome, differing_fields)
                        select :form, 1, :at, entry.id, 20, 'FOUND', 'NOT_CONSULTED', 'AGREES', '{}'
                        from sources.residence_entry entry where entry.entry_no = :no
                        """)
                .param("form", form.keys()[0])
                .param("at", java.sql.Timestamp.from(campaign.database.clock().instant()))
                .param("no", entryNo)
                .update();
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
