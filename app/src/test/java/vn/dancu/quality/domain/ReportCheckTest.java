package vn.dancu.quality.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dancu.quality.domain.ReportCheck.Figures;
import vn.dancu.shared.Finding;
import vn.dancu.shared.Texts;

class ReportCheckTest {
    @Test
    void tenTimesAsManyFormsAsPeopleIsAFindingWithItsArithmetic() {
        List<Finding> findings = ReportCheck.check(new Figures(538_876, null, 55_559L, null, 99.0, List.of()));

        // 538,876 / 55,559 = 9.7; 538,876 / 0.99 = 544,319.
        assertThat(findings)
                .extracting(Finding::code)
                .containsExactly("F901_FORMS_EXCEED_PEOPLE", "F904_RATE_WITHOUT_DENOMINATOR");
        assertThat(findings.get(0).details())
                .containsEntry("times", "9.7")
                .containsEntry("headCount", "55559")
                .containsEntry("impliedTarget", "544319");
        assertThat(Texts.of(Texts.VIETNAMESE).finding(findings.get(0)))
                .isEqualTo(
                        "Báo cáo 538876 phiếu, trong khi dân số là 55559 (gấp 9.7 lần); tỷ lệ đã nêu ứng với 544319 người.");
    }

    @Test
    void aRateAboveAHundredPercentAndAWrongOneAreFindings() {
        assertThat(ReportCheck.check(new Figures(1_010, 1_000L, null, null, 99.0, List.of())))
                .extracting(Finding::code)
                .containsExactly("F902_FORMS_EXCEED_TARGET", "F903_STATED_RATE_WRONG");
    }

    @Test
    void partsSumAndNoMoreIsScannedThanCollected() {
        assertThat(ReportCheck.check(new Figures(900, 1_000L, null, 901L, 90.0, List.of(400L, 499L))))
                .extracting(Finding::code)
                .containsExactly("F905_PARTS_DO_NOT_SUM", "F906_MORE_SCANNED_THAN_COLLECTED");
    }

    @Test
    void aSoundReportHasNoFinding() {
        assertThat(ReportCheck.check(new Figures(55_003, 55_559L, 58_000L, 54_000L, 99.0, List.of(55_003L))))
                .isEmpty();
    }
}
