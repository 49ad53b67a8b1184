package vn.dancu.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dancu.reporting.Campaign.OTHER_WARD;
import static vn.dancu.reporting.Campaign.TEAM;
import static vn.dancu.reporting.Campaign.WARD;
import static vn.dancu.reporting.ReportStory.figures;
import static vn.dancu.reporting.ReportStory.now;
import static vn.dancu.reporting.ReportStory.story;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.dancu.access.AccessService;
import vn.dancu.access.DataRights;
import vn.dancu.access.NewAccount;
import vn.dancu.intake.FormField;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Progress;
import vn.dancu.shared.Role;

class ReportsFromExportsTest {
    private static final Actor ADMINISTRATOR = new Actor("quan-tri", Role.ADMINISTRATOR, AreaScope.NOWHERE);

    private static ExportedRows exported(Campaign campaign) throws IOException {
        campaign.database
                .get(AccessService.class)
                .create(
                        new NewAccount(TEAM.login(), "Đội", TEAM.role(), TEAM.scope(), LocalDate.of(2020, 1, 1), null),
                        "Mat-khau-thu-nghiem-7",
                        ADMINISTRATOR);
        campaign.database
                .get(DataRights.class)
                .set(DataRights.Kind.EXPORT, TEAM.login(), true, "QĐ 12/2020", ADMINISTRATOR);
        Exports exports = campaign.database.get(Exports.class);
        Export asked = exports.ask(
                        new AskExport(Measure.FORMS, "", "", ExportedRows.FIELDS, "", "Đối chiếu báo cáo", "csv"), TEAM)
                .done()
                .orElseThrow();
        campaign.database.get(ExportRun.class).make(asked.id(), Progress.NONE);
        return ExportedRows.read(
                Files.readString(exports.take(asked.id(), TEAM).orElseThrow().path()));
    }

    @Test
    void everyFigureOfFormsIsWhatWhoeverHoldsTheExportedFileCounts() throws IOException {
        try (Campaign campaign = new Campaign()) {
            story(campaign);
            // The same person on a second paper: one of the two is no person.
            campaign.entered(Campaign.aForm("HG0000119", WARD)
                    .with(FormField.FULL_NAME, "PHẠM VĂN KHÁNH")
                    .with(FormField.HEAD_NAME, "PHẠM VĂN KHÁNH")
                    .with(FormField.HOUSEHOLD_NO, "HG0000106")
                    .with(FormField.PERMANENT_ADDRESS, "Số 00106, Tổ 3"));
            campaign.reconciliation.compare(campaign.forms.all(), Progress.NONE);
            campaign.hoursLater(1);
            ExportedRows rows = exported(campaign);

            LocalDate today = LocalDate.ofInstant(now(campaign), Days.VIETNAM);
            Map<String, List<Long>> reported = new TreeMap<>();
            for (String ward : List.of(WARD, OTHER_WARD)) {
                for (ReportLine line : figures(campaign)
                        .count(ward, ReportPeriod.any(today, today), now(campaign))
                        .lines()) {
                    List<Long> ofForms = ofForms(line);
                    if (ofForms.stream().anyMatch(count -> count > 0)) {
                        reported.put(ward + "/" + line.key(), ofForms);
                    }
                }
            }

            Map<String, List<Long>> counted = new TreeMap<>();
            rows.byGroup()
                    .forEach((area, counts) -> counted.put(
                            area, java.util.Arrays.stream(counts).boxed().toList()));
            assertThat(reported).isEqualTo(counted);
            assertThat(rows.size()).isGreaterThan(5);
            assertThat(sum(counted, Figure.DUPLICATES)).isPositive();
            assertThat(sum(counted, Figure.CORRECTED)).isPositive();
            assertThat(sum(counted, Figure.SCAN_RETURNED)).isPositive();
            assertThat(sum(counted, Figure.ACCEPTED)).isPositive();
        }
    }

    private static List<Long> ofForms(ReportLine line) {
        List<Long> counts = new java.util.ArrayList<>(line.now());
        for (Figure figure : Figure.values()) {
            if (figure.source() != Figure.Source.FORMS) {
                counts.set(figure.ordinal(), 0L);
            }
        }
        return counts;
    }

    private static long sum(Map<String, List<Long>> counts, Figure figure) {
        return counts.values().stream()
                .mapToLong(count -> count.get(figure.ordinal()))
                .sum();
    }
}
