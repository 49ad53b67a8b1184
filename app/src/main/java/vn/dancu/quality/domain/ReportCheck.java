package vn.dancu.quality.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.shared.Finding;

/**
 * A progress figure before it is printed. A rate proves nothing without its denominator, and forms are not people: a city of
 * 55,559 inhabitants cannot have 538,876 forms, whatever the rate beside them.
 */
public final class ReportCheck {
    /** Stated rates are rounded to a whole percent. */
    private static final double ROUNDING = 0.5;

    private ReportCheck() {}

    /**
     * Figures of one unit as reported; null where the report is silent.
     *
     * @param collected forms taken in
     * @param target persons who must be counted
     * @param headCount inhabitants by the residence register or the census
     * @param scanned papers scanned
     * @param statedPercent the rate as printed
     * @param parts figures of the units below, which should sum to {@code collected}
     */
    public record Figures(
            long collected,
            @Nullable Long target,
            @Nullable Long headCount,
            @Nullable Long scanned,
            @Nullable Double statedPercent,
            List<Long> parts) {
        public Figures {
            parts = List.copyOf(parts);
        }
    }

    public static List<Finding> check(Figures figures) {
        List<Finding> findings = new ArrayList<>();
        String collected = String.valueOf(figures.collected());
        Long headCount = figures.headCount();
        Double percent = figures.statedPercent();
        Long target = figures.target();
        if (headCount != null && figures.collected() > headCount) {
            findings.add(finding(
                    Rule.F901_FORMS_EXCEED_PEOPLE,
                    Map.of(
                            "collected",
                            collected,
                            "headCount",
                            String.valueOf(headCount),
                            "times",
                            times(figures.collected(), headCount),
                            "impliedTarget",
                            percent == null ? "–" : implied(figures.collected(), percent))));
        }
        if (target != null && figures.collected() > target) {
            findings.add(finding(
                    Rule.F902_FORMS_EXCEED_TARGET, Map.of("collected", collected, "target", String.valueOf(target))));
        }
        if (percent != null && target != null && target > 0) {
            double rate = 100.0 * figures.collected() / target;
            if (Math.abs(rate - percent) > ROUNDING) {
                findings.add(finding(
                        Rule.F903_STATED_RATE_WRONG,
                        Map.of(
                                "stated", oneDigit(percent),
                                "rate", oneDigit(rate),
                                "collected", collected,
                                "target", String.valueOf(target))));
            }
        }
        if (percent != null && target == null) {
            findings.add(finding(
                    Rule.F904_RATE_WITHOUT_DENOMINATOR,
                    Map.of("stated", oneDigit(percent), "impliedTarget", implied(figures.collected(), percent))));
        }
        if (!figures.parts().isEmpty()) {
            long sum = figures.parts().stream().mapToLong(Long::longValue).sum();
            if (sum != figures.collected()) {
                findings.add(finding(
                        Rule.F905_PARTS_DO_NOT_SUM, Map.of("sum", String.valueOf(sum), "collected", collected)));
            }
        }
        Long scanned = figures.scanned();
        if (scanned != null && scanned > figures.collected()) {
            findings.add(finding(
                    Rule.F906_MORE_SCANNED_THAN_COLLECTED,
                    Map.of("scanned", String.valueOf(scanned), "collected", collected)));
        }
        return findings;
    }

    private static Finding finding(Rule rule, Map<String, String> details) {
        return new Finding(rule.code(), rule.severity(), "", details);
    }

    private static String times(long collected, long headCount) {
        return headCount == 0 ? "–" : oneDigit((double) collected / headCount);
    }

    private static String implied(long collected, double percent) {
        return percent <= 0 ? "–" : String.valueOf(Math.round(collected / percent * 100));
    }

    private static String oneDigit(double number) {
        return String.valueOf(Math.round(number * 10) / 10.0);
    }
}
