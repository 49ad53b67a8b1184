package vn.dancu.bench.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * An invented population that is never stored: any household can be made from its number and the seed. Households hold
 * couples, brothers and sisters, twins, now and then a son with his father's name; some villages share a birthday and the
 * old know their year only, written as the first of January.
 */
final class Population {

    private static final int TODAY = 2020;
    /** Sizes of seven households in a row. */
    private static final int[] SIZES = {4, 2, 5, 3, 1, 6, 4};

    private static final int PEOPLE_IN_A_ROW = 25;
    private static final int PEOPLE_IN_A_COMMUNE = 7_000;
    private static final int GROUPS = 12;
    /** Three digits of a province and six at random: no number is given twice. */
    private static final long NUMBERS = 96_000_000;

    private static final long OLD_NUMBERS = 1_000_000_000;

    final long size;
    private final long seed;
    private final int communes;
    private final Shuffle numbers;
    private final Shuffle oldNumbers;

    Population(long size, long seed) {
        if (size < 1 || size > NUMBERS) {
            throw new IllegalArgumentException("1 to " + NUMBERS + " people: " + size);
        }
        this.size = size;
        this.seed = seed;
        this.communes = (int) Math.max(1, size / PEOPLE_IN_A_COMMUNE);
        this.numbers = new Shuffle(NUMBERS, seed + 11);
        this.oldNumbers = new Shuffle(OLD_NUMBERS, seed + 12);
    }

    int communes() {
        return communes;
    }

    Resident resident(long number) {
        List<Resident> household = householdOf(number);
        return household.get((int) (number - household.get(0).number()));
    }

    Resident headOf(long number) {
        return householdOf(number).get(0);
    }

    /** The head first. */
    private List<Resident> householdOf(long number) {
        long row = number / PEOPLE_IN_A_ROW;
        int inRow = (int) (number % PEOPLE_IN_A_ROW);
        int household = 0;
        while (inRow >= SIZES[household]) {
            inRow -= SIZES[household++];
        }
        return household(row * SIZES.length + household, SIZES[household], number - inRow);
    }

    private List<Resident> household(long household, int members, long first) {
        SplittableRandom random = new SplittableRandom(Shuffle.mix(seed ^ Shuffle.mix(household + 1)));
        int commune = random.nextInt(communes);
        int group = random.nextInt(GROUPS);
        boolean village = group == GROUPS - 1 && commune % 3 == 0;
        Resident.Home home = new Resident.Home(commune, group, household, NameStock.PLACES.draw(random));
        String surname = NameStock.SURNAMES.draw(random);
        int year = TODAY - 24 - random.nextInt(45);
        boolean grandparent = members >= 5;
        List<Resident> all = new ArrayList<>(members);
        boolean headMale = members > 1 || random.nextInt(5) < 2;
        Resident head =
                member(random, home, first, surname, year, headMale, village, "Chủ hộ", strangers(random, surname));
        all.add(head);
        if (members > 1) {
            String other = NameStock.SURNAMES.draw(random);
            int wife = Math.min(TODAY - 19, year + random.nextInt(7) - 1);
            all.add(member(random, home, first + 1, other, wife, false, village, "Vợ", strangers(random, other)));
            marry(all);
        }
        int children = members - all.size() - (grandparent ? 1 : 0);
        int last = Math.min(TODAY - 2 * children, year + 19 + random.nextInt(6));
        for (int c = 0; c < children; c++) {
            child(random, all, first, village, c > 0 && random.nextInt(40) == 0, last);
            last = Math.min(TODAY, last + 1 + random.nextInt(4));
        }
        if (grandparent) {
            boolean male = random.nextInt(3) == 0;
            String other = male ? surname : NameStock.SURNAMES.draw(random);
            int born = Math.max(1915, year - 20 - random.nextInt(10));
            all.add(member(
                    random,
                    home,
                    first + all.size(),
                    other,
                    born,
                    male,
                    village,
                    male ? "Cha" : "Mẹ",
                    strangers(random, other)));
        }
        return all;
    }

    private static void marry(List<Resident> couple) {
        Resident husband = couple.get(0);
        Resident wife = couple.get(1);
        couple.set(0, withSpouse(husband, wife.name()));
        couple.set(1, withSpouse(wife, husband.name()));
    }

    private void child(
            SplittableRandom random, List<Resident> all, long first, boolean village, boolean twin, int year) {
        Resident father = all.get(0);
        Resident.Kin parents = new Resident.Kin(father.name(), all.get(1).name());
        Resident born = member(
                random,
                father.home(),
                first + all.size(),
                father.surname(),
                year,
                random.nextBoolean(),
                village,
                "Con",
                parents);
        if (twin) {
            Resident elder = all.get(all.size() - 1);
            born = named(born, born.middle(), born.given(), elder.year(), elder.month(), elder.day());
        } else if (born.male() && random.nextInt(60) == 0) {
            born = named(born, father.middle(), father.given(), born.year(), born.month(), born.day());
        }
        all.add(born);
    }

    private Resident member(
            SplittableRandom random,
            Resident.Home home,
            long number,
            String surname,
            int year,
            boolean male,
            boolean village,
            String relation,
            Resident.Kin kin) {
        boolean first = (village && random.nextBoolean()) || (year < 1965 && random.nextInt(6) == 0);
        int month = first ? 1 : 1 + random.nextInt(12);
        int day = first ? 1 : 1 + random.nextInt(month == 2 ? 28 : 30);
        return new Resident(
                number,
                surname,
                middle(random, male),
                (male ? NameStock.MALE : NameStock.FEMALE).draw(random),
                year,
                month,
                day,
                male,
                personalId(number, year, male),
                year < 2005 ? digits(oldNumbers.at(number), 9) : null,
                home,
                relation,
                kin,
                null);
    }

    /** The fourth digit is century and sex, the fifth and sixth the year of birth. */
    private String personalId(long number, int year, boolean male) {
        long drawn = numbers.at(number);
        int century = (year >= 2000 ? 2 : 0) + (male ? 0 : 1);
        return digits(1 + drawn / 1_000_000, 3) + century + digits(year % 100, 2) + digits(drawn % 1_000_000, 6);
    }

    private static String middle(SplittableRandom random, boolean male) {
        return (male ? NameStock.MALE_MIDDLE : NameStock.FEMALE_MIDDLE).draw(random);
    }

    private static Resident.Kin strangers(SplittableRandom random, String surname) {
        return new Resident.Kin(
                surname + " " + middle(random, true) + " " + NameStock.MALE.draw(random),
                NameStock.SURNAMES.draw(random) + " " + middle(random, false) + " " + NameStock.FEMALE.draw(random));
    }

    private static Resident withSpouse(Resident p, @Nullable String spouse) {
        return new Resident(
                p.number(),
                p.surname(),
                p.middle(),
                p.given(),
                p.year(),
                p.month(),
                p.day(),
                p.male(),
                p.personalId(),
                p.oldId(),
                p.home(),
                p.relation(),
                p.kin(),
                spouse);
    }

    private Resident named(Resident p, String middle, String given, int year, int month, int day) {
        return new Resident(
                p.number(),
                p.surname(),
                middle,
                given,
                year,
                month,
                day,
                p.male(),
                personalId(p.number(), year, p.male()),
                p.oldId(),
                p.home(),
                p.relation(),
                p.kin(),
                p.spouse());
    }

    static String digits(long value, int count) {
        char[] digits = new char[count];
        long rest = value;
        for (int at = count - 1; at >= 0; at--) {
            digits[at] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        return new String(digits);
    }
}
