package vn.dancu.campaign.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.dancu.campaign.OutreachKind;
import vn.dancu.campaign.ReachedGroup;
import vn.dancu.campaign.ReachedGroup.Verdict;

/**
 * Whether outreach was followed by forms: who was missing in a group the day before it was first reached in a period and 14 days
 * after, beside the groups of the same unit that nobody reached around those days.
 *
 * <p>The share of the missing that came in is compared with that of the others by the 95 % interval of a difference of two
 * proportions (R. Newcombe, Statistics in Medicine 17, 1998, method 10). A household hands in its forms together, so that
 * {@value #HANDED_IN_TOGETHER} papers weigh as one; what remains is still no proof, since groups are not reached at random.
 */
public final class OutreachEffect {
    public static final int DAYS = 14;

    /** Below so many missing persons on either side nothing is said. */
    public static final int FEWEST = 30;

    private static final int HANDED_IN_TOGETHER = 3;
    private static final double Z = 1.959964;

    private OutreachEffect() {}

    /** @param group empty where a unit was reached as a whole */
    public record Reached(String commune, String group, LocalDate day, OutreachKind kind) {}

    /**
     * A group with its papers.
     *
     * @param toCount who must be counted
     * @param byDay distinct persons by the day on the paper
     */
    public record Papers(String commune, String group, long toCount, Map<LocalDate, Long> byDay) {
        long missingAt(LocalDate day) {
            long papers = byDay.entrySet().stream()
                    .filter(entry -> !entry.getKey().isAfter(day))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            return Math.max(0, toCount - papers);
        }
    }

    /** By unit and group. */
    public static List<ReachedGroup> of(
            List<Reached> all, LocalDate from, LocalDate to, List<Papers> papers, LocalDate today) {
        Map<String, TreeMap<LocalDate, Set<OutreachKind>>> reached = new HashMap<>();
        for (Papers group : papers) {
            TreeMap<LocalDate, Set<OutreachKind>> days = new TreeMap<>();
            for (Reached one : all) {
                if (one.commune().equals(group.commune())
                        && (one.group().isEmpty() || one.group().equals(group.group()))) {
                    days.computeIfAbsent(one.day(), day -> EnumSet.noneOf(OutreachKind.class))
                            .add(one.kind());
                }
            }
            reached.put(key(group), days);
        }
        List<ReachedGroup> rows = new ArrayList<>();
        for (Papers group : papers) {
            TreeMap<LocalDate, Set<OutreachKind>> days = reached.getOrDefault(key(group), new TreeMap<>());
            LocalDate first = days.ceilingKey(from);
            if (first != null && !first.isAfter(to)) {
                rows.add(row(group, first, to, days, papers, reached, today));
            }
        }
        rows.sort(Comparator.comparing(ReachedGroup::commune)
                .thenComparing(ReachedGroup::day)
                .thenComparing(ReachedGroup::group));
        return rows;
    }

    private static String key(Papers group) {
        return group.commune() + "/" + group.group();
    }

    private static ReachedGroup row(
            Papers group,
            LocalDate first,
            LocalDate to,
            TreeMap<LocalDate, Set<OutreachKind>> days,
            List<Papers> papers,
            Map<String, TreeMap<LocalDate, Set<OutreachKind>>> reached,
            LocalDate today) {
        LocalDate before = first.minusDays(1);
        LocalDate after = first.plusDays(DAYS);
        Set<OutreachKind> kinds = new TreeSet<>();
        days.subMap(first, true, to, true).values().forEach(kinds::addAll);
        int others = 0;
        long othersBefore = 0;
        long othersAfter = 0;
        for (Papers other : papers) {
            if (other.commune().equals(group.commune())
                    && reached.getOrDefault(key(other), new TreeMap<>())
                            .subMap(first.minusDays(DAYS), true, after, true)
                            .isEmpty()) {
                others++;
                othersBefore += other.missingAt(before);
                othersAfter += other.missingAt(after);
            }
        }
        long missing = group.missingAt(before);
        long left = group.missingAt(after);
        return new ReachedGroup(
                group.commune(),
                group.group(),
                first,
                kinds,
                missing,
                left,
                others,
                othersBefore,
                othersAfter,
                after.isAfter(today)
                        ? Verdict.TOO_EARLY
                        : others == 0 ? Verdict.NOBODY_TO_COMPARE : verdict(missing, left, othersBefore, othersAfter));
    }

    static Verdict verdict(long before, long after, long othersBefore, long othersAfter) {
        if (before < FEWEST || othersBefore < FEWEST) {
            return Verdict.TOO_FEW;
        }
        double share = (before - after) / (double) before;
        double other = (othersBefore - othersAfter) / (double) othersBefore;
        double[] mine = wilson(share, before / (double) HANDED_IN_TOGETHER);
        double[] theirs = wilson(other, othersBefore / (double) HANDED_IN_TOGETHER);
        double low = share - other - Math.hypot(share - mine[0], theirs[1] - other);
        double high = share - other + Math.hypot(mine[1] - share, other - theirs[0]);
        return low > 0 ? Verdict.MORE : high < 0 ? Verdict.FEWER : Verdict.NO_DIFFERENCE;
    }

    /** The 95 % score interval of a share among so many. */
    private static double[] wilson(double share, double n) {
        double z2 = Z * Z;
        double centre = (share + z2 / (2 * n)) / (1 + z2 / n);
        double half = Z / (1 + z2 / n) * Math.sqrt(share * (1 - share) / n + z2 / (4 * n * n));
        return new double[] {Math.max(0, centre - half), Math.min(1, centre + half)};
    }
}
