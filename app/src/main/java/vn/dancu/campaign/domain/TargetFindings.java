package vn.dancu.campaign.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.campaign.FindingAt;
import vn.dancu.shared.Finding;
import vn.dancu.shared.Severity;

/**
 * What contradicts itself in targets. A rate proves nothing while its denominator is in doubt, so every contradiction has a
 * name, the place where it is, and both numbers.
 */
public final class TargetFindings {
    private TargetFindings() {}

    /**
     * One residential group.
     *
     * @param toCount who must be counted; null where nobody has set a figure
     * @param set the figure before births, moves and deaths
     * @param headCount who stands in the books on the day of the figure
     * @param persons distinct, with a valid form
     */
    public record Group(
            String commune,
            String group,
            @Nullable Long toCount,
            long set,
            @Nullable Integer permanent,
            @Nullable Integer temporary,
            long headCount,
            long persons) {}

    /** What a unit says of itself as a whole. */
    public record Total(String commune, long persons, LocalDate asOf) {}

    /** In the order of the groups, then of the totals. */
    public static List<FindingAt> of(List<Group> groups, List<Total> totals) {
        List<FindingAt> found = new ArrayList<>();
        for (Group group : groups) {
            of(group, found);
        }
        for (Total total : totals) {
            long sum = groups.stream()
                    .filter(group -> group.commune().equals(total.commune()))
                    .mapToLong(Group::set)
                    .sum();
            if (sum != total.persons()) {
                found.add(new FindingAt(
                        total.commune(),
                        "",
                        explain(
                                "T103_GROUPS_DO_NOT_ADD_UP",
                                Map.of(
                                        "sum", String.valueOf(sum),
                                        "total", String.valueOf(total.persons()),
                                        "apart", String.valueOf(Math.abs(sum - total.persons()))))));
            }
        }
        return found;
    }

    private static void of(Group group, List<FindingAt> found) {
        Long toCount = group.toCount();
        if (toCount == null) {
            if (group.persons() > 0 || group.headCount() > 0) {
                add(
                        found,
                        group,
                        "T105_NO_TARGET",
                        Map.of(
                                "persons", String.valueOf(group.persons()),
                                "headCount", String.valueOf(group.headCount())));
            }
            return;
        }
        if (group.persons() > toCount) {
            add(
                    found,
                    group,
                    "T101_COLLECTED_ABOVE_TARGET",
                    Map.of(
                            "persons", String.valueOf(group.persons()),
                            "target", String.valueOf(toCount),
                            "above", String.valueOf(group.persons() - toCount)));
        }
        if (group.set() != group.headCount()) {
            add(
                    found,
                    group,
                    "T102_TARGET_DIFFERS_FROM_HEAD_COUNT",
                    Map.of(
                            "target", String.valueOf(group.set()),
                            "headCount", String.valueOf(group.headCount()),
                            "apart", String.valueOf(Math.abs(group.set() - group.headCount()))));
        }
        kinds(group.set(), group.permanent(), group.temporary())
                .ifPresent(finding -> found.add(new FindingAt(group.commune(), group.group(), finding)));
    }

    /** Permanent and temporary do not sum to the whole; empty where either is not told apart. */
    public static Optional<Finding> kinds(long persons, @Nullable Integer permanent, @Nullable Integer temporary) {
        if (permanent == null || temporary == null || (long) permanent + temporary == persons) {
            return Optional.empty();
        }
        return Optional.of(explain(
                "T104_KINDS_DO_NOT_ADD_UP",
                Map.of(
                        "permanent", String.valueOf(permanent),
                        "temporary", String.valueOf(temporary),
                        "sum", String.valueOf((long) permanent + temporary),
                        "target", String.valueOf(persons))));
    }

    private static void add(List<FindingAt> found, Group group, String code, Map<String, String> details) {
        found.add(new FindingAt(group.commune(), group.group(), explain(code, details)));
    }

    private static Finding explain(String code, Map<String, String> details) {
        return new Finding(code, Severity.EXPLAIN, "", details);
    }
}
