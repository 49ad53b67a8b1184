package vn.dancu.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** People under one roof, the dead and gone whom the books still know included. */
final class Household {
    final Group group;
    /** From 1 within the group. */
    final int number;

    final List<Person> members = new ArrayList<>();
    final List<Person> former = new ArrayList<>();
    String address = "";
    boolean temporary;
    /** A temporary household that no book knows. */
    boolean unregistered;
    /** Where a temporary household is registered for good; for others this group. */
    Places.Place permanentPlace;

    String bookNumber = "";
    LocalDate bookMade = LocalDate.EPOCH;
    String envelopeNumber = "";
    LocalDate envelopeMade = LocalDate.EPOCH;

    Household(Group group, int number) {
        this.group = group;
        this.number = number;
        this.permanentPlace = Places.of(group.commune());
    }

    Person head() {
        return members.get(0);
    }

    boolean holds(Person person) {
        for (Person member : members) {
            if (member == person) {
                return true;
            }
        }
        return false;
    }
}
