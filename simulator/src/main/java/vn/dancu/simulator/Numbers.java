package vn.dancu.simulator;

import java.util.HashMap;
import java.util.Map;

/**
 * Hands out personal identification numbers and old CMND numbers of the right structure that are visibly false: the six random
 * digits of a personal number all start with 9, a CMND bears 6 to 9 behind the province's two digits, where real series of Hà
 * Giang stand lower. Unique over the city although groups do not know of each other: each group has a block of its own.
 */
final class Numbers {
    private static final int PERSONAL_SPACE = 100_000;
    private static final int OLD_SPACE = 2_000_000;
    private static final int ALL_SERIES = 5_000_000;
    private static final int MOST_GROUPS_IN_SERIES = 3_000;

    private final CitySettings settings;
    private final int group;
    private final int personalBlock;
    private final int oldBlock;
    private final int oldSpace;
    private final Map<String, Integer> usedOfStem = new HashMap<>();
    private int usedOld;

    Numbers(CitySettings settings, int group, int groups) {
        this.settings = settings;
        this.group = group;
        this.personalBlock = PERSONAL_SPACE / groups;
        this.oldSpace = groups > MOST_GROUPS_IN_SERIES ? ALL_SERIES : OLD_SPACE;
        this.oldBlock = oldSpace / groups;
    }

    void give(Person person, int now, Dice dice) {
        int age = now - person.birthYear;
        boolean card = dice.happens(
                person.birthYear >= 2016
                        ? settings.rate(Rate.NEWBORN_HAS_PERSONAL_ID)
                        : age >= 16 ? settings.rate(Rate.ADULT_HAS_PERSONAL_ID) : 0);
        if (card) {
            personal(person);
        }
        if (age >= 15 && dice.happens(settings.rate(Rate.ADULT_HAS_OLD_ID) * (age < 18 ? 0.5 : 1))) {
            old(person, dice);
        }
    }

    private void personal(Person person) {
        int sex = (person.birthYear >= 2000 ? 2 : 0) + (person.female ? 1 : 0);
        String stem = "0" + person.birthRegistration.province() + sex + Text.digits(person.birthYear % 100, 2);
        int used = usedOfStem.merge(stem, 1, Integer::sum) - 1;
        if (used < personalBlock) {
            long slot = (long) group * personalBlock + used;
            person.personalId = stem + "9"
                    + Text.digits(
                            (slot * 73_841 + Math.floorMod(stem.hashCode() * 40_503, PERSONAL_SPACE)) % PERSONAL_SPACE,
                            5);
        }
    }

    private void old(Person person, Dice dice) {
        if (usedOld >= oldBlock) {
            return;
        }
        long slot = (long) group * oldBlock + usedOld++;
        boolean changed = dice.happens(settings.rate(Rate.OLD_ID_CHANGED));
        boolean elsewhere = !person.birthRegistration.oldIdPrefix().equals("07");
        String first = elsewhere && (changed || dice.happens(0.3)) ? person.birthRegistration.oldIdPrefix() : "07";
        String latest = oldNumber(changed ? "07" : first, slot, 873_121, 8);
        person.oldId = latest;
        if (changed) {
            person.previousOldId = oldNumber(first, slot, 1_234_567, 6);
        }
    }

    /** Third digit 8 or 9 for present numbers, 6 or 7 for those of before a change; in cities of about a million and more any,
     * even for present numbers and odd for earlier ones. */
    private String oldNumber(String prefix, long slot, long step, int series) {
        long scrambled = (slot * step + 77_777) % oldSpace;
        if (oldSpace > OLD_SPACE) {
            return prefix + Text.digits(scrambled * 2 + (series == 8 ? 0 : 1), 7);
        }
        return prefix + Text.digits(series * 1_000_000L + scrambled, 7);
    }
}
