package vn.dancu.bench.linkage;

import org.jspecify.annotations.Nullable;

/**
 * An invented person as she is, before anybody writes her down.
 *
 * @param number in her population, from 0
 * @param oldId nine digits; null for those who never had one
 * @param home commune, group and household, by number
 * @param spouse whole name; null where there is none in the household
 */
record Resident(
        long number,
        String surname,
        String middle,
        String given,
        int year,
        int month,
        int day,
        boolean male,
        String personalId,
        @Nullable String oldId,
        Home home,
        String relation,
        Kin kin,
        @Nullable String spouse) {

    /** @param hometown of the household's head */
    record Home(int commune, int group, long household, String hometown) {}

    /** Whole names. */
    record Kin(String father, String mother) {}

    String name() {
        return surname + " " + middle + " " + given;
    }
}
