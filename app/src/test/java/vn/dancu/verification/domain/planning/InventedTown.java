package vn.dancu.verification.domain.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Calls of an invented town: groups strewn over a few kilometres, homes strewn around them. */
final class InventedTown {
    static final LocalDate MONDAY = LocalDate.of(2020, 9, 7);

    private InventedTown() {}

    static Problem of(int calls, int teams, int days, long seed) {
        Random random = new Random(seed);
        List<Shift> shifts = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            LocalDate date = MONDAY.plusDays(day);
            if (date.getDayOfWeek().getValue() >= 6) {
                shifts.add(new Shift(date, 8 * 60, 11 * 60 + 30));
                shifts.add(new Shift(date, 14 * 60, 17 * 60 + 30));
            } else {
                shifts.add(new Shift(date, 18 * 60, 21 * 60));
            }
        }
        int groups = Math.max(4, calls / 8);
        List<Place> centres = new ArrayList<>();
        for (int i = 0; i < groups; i++) {
            centres.add(new Place(random.nextGaussian() * 2.5, random.nextGaussian() * 2.5));
        }
        List<Team> crew = new ArrayList<>();
        for (int i = 0; i < teams; i++) {
            crew.add(new Team(
                    "Tổ công tác " + (i + 1),
                    Set.of("cb-" + 2 * i, "cb-" + (2 * i + 1)),
                    new Place(0, 0),
                    40 * 60,
                    Set.of()));
        }
        List<Call> homes = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            int group = random.nextInt(groups);
            Place centre = centres.get(group);
            int from = random.nextInt(4) == 0 ? 19 * 60 : 0;
            int to = random.nextInt(4) == 0 ? 20 * 60 : 24 * 60;
            Set<Shift> only = random.nextInt(6) == 0
                    ? java.util.stream.Stream.of(
                                    shifts.get(random.nextInt(shifts.size())),
                                    shifts.get(random.nextInt(shifts.size())))
                            .collect(java.util.stream.Collectors.toSet())
                    : Set.of();
            homes.add(new Call(
                    "ho-" + i,
                    "Tổ " + group,
                    new Place(centre.east() + random.nextGaussian() * .3, centre.north() + random.nextGaussian() * .3),
                    12 + random.nextInt(14),
                    1 + random.nextInt(3),
                    from,
                    to,
                    only,
                    random.nextInt(5) == 0 ? Set.of("cb-" + random.nextInt(2 * teams)) : Set.of(),
                    null));
        }
        return new Problem(homes, crew, shifts);
    }
}
