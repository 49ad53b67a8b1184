package vn.dancu.simulator;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Where a group and its homes lie, in kilometres east and north of the city's centre. Invented: only that wards are close
 * together along the river and communes wide and further off is like the real city.
 */
final class Ground {
    private static final long PURPOSE = 7;

    private final Group group;
    private final Dice dice;
    private final double east;
    private final double north;

    Ground(long seed, Group group) {
        this.group = group;
        this.dice = Dice.of(seed, PURPOSE, group.index());
        double spread = group.commune().rural() ? 2.4 : .7;
        this.east = centre(group.commune())[0] + normal() * spread;
        this.north = centre(group.commune())[1] + normal() * spread;
    }

    private double normal() {
        return (dice.fraction() + dice.fraction() + dice.fraction() + dice.fraction() - 2) * 1.7320508;
    }

    private static double[] centre(Commune commune) {
        return switch (commune) {
            case QUANG_TRUNG -> new double[] {.4, 2.6};
            case TRAN_PHU -> new double[] {-.3, 1};
            case NGOC_HA -> new double[] {1.8, 1.1};
            case NGUYEN_TRAI -> new double[] {.2, -.5};
            case MINH_KHAI -> new double[] {-.8, -1.7};
            case NGOC_DUONG -> new double[] {5.2, 2};
            case PHUONG_DO -> new double[] {-5.4, .8};
            case PHUONG_THIEN -> new double[] {-3.6, -4.9};
        };
    }

    /** The unit's centre with its first group, the group's centre, then home by home. */
    void rows(List<Household> households, Consumer<List<String>> to) {
        String unit = group.commune().code();
        if (group.number() == 1) {
            double[] centre = centre(group.commune());
            to.accept(List.of(unit, "", "", "", kilometres(centre[0]), kilometres(centre[1])));
        }
        to.accept(List.of(unit, group.name(), "", "", kilometres(east), kilometres(north)));
        double width = group.commune().rural() ? .5 : .14;
        for (Household household : households) {
            to.accept(List.of(
                    unit,
                    group.name(),
                    String.valueOf(household.number),
                    household.bookNumber,
                    kilometres(east + normal() * width),
                    kilometres(north + normal() * width)));
        }
    }

    private static String kilometres(double kilometres) {
        return String.format(Locale.ROOT, "%.3f", kilometres);
    }
}
