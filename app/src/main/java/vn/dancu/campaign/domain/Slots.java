package vn.dancu.campaign.domain;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Slots of a collection day, and who gets which: households together as far as they fit, in the order they are given. */
public final class Slots {
    private Slots() {}

    /** The beginnings of all slots that end in time. */
    public static List<LocalTime> of(LocalTime opens, LocalTime closes, int minutes) {
        if (minutes < 1) {
            throw new IllegalArgumentException("a slot lasts: " + minutes);
        }
        List<LocalTime> slots = new ArrayList<>();
        int last = closes.toSecondOfDay() / 60 - minutes;
        for (int at = opens.toSecondOfDay() / 60; at <= last; at += minutes) {
            slots.add(LocalTime.ofSecondOfDay(at * 60L));
        }
        return slots;
    }

    /**
     * Gives each household the first slot that has room for all of it; one larger than any slot is spread.
     *
     * @param sizes persons of each household
     * @param free room in each slot; what is given is taken from it
     * @return for each household the slots of its persons; an empty list where there is no room left for all of it
     */
    public static List<List<Integer>> give(List<Integer> sizes, int[] free) {
        int largest = 0;
        for (int room : free) {
            largest = Math.max(largest, room);
        }
        List<List<Integer>> given = new ArrayList<>();
        for (int size : sizes) {
            List<Integer> slots = new ArrayList<>();
            if (size <= largest) {
                for (int i = 0; i < free.length && slots.isEmpty(); i++) {
                    if (free[i] >= size) {
                        free[i] -= size;
                        for (int person = 0; person < size; person++) {
                            slots.add(i);
                        }
                    }
                }
            } else if (sum(free) >= size) {
                int left = size;
                for (int i = 0; i < free.length; i++) {
                    while (left > 0 && free[i] > 0) {
                        free[i]--;
                        left--;
                        slots.add(i);
                    }
                }
            }
            given.add(slots);
        }
        return given;
    }

    private static int sum(int[] free) {
        int sum = 0;
        for (int room : free) {
            sum += room;
        }
        return sum;
    }
}
