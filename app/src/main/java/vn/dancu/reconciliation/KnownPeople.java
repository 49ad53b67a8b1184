package vn.dancu.reconciliation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.shared.FormId;

/** Who may be the person of a paper that is being typed; empty unless the memory is ready. */
public record KnownPeople(State state, List<Person> people) {
    public KnownPeople {
        people = List.copyOf(people);
    }

    static KnownPeople none(State state) {
        return new KnownPeople(state, List.of());
    }

    /** How far the memory is. */
    public enum State {
        /** Too little is typed to ask by. */
        NOT_ASKED,
        /** Nothing was linked yet, so nobody knows what an agreement weighs. */
        NOT_LEARNT,
        GETTING_READY,
        /** More records than the memory may hold: the form is compared when it is saved. */
        TOO_LARGE,
        READY
    }

    /**
     * @param source a form, an entry of the books or a sheet of the archive
     * @param record null outside the officer's area
     */
    public record Person(
            Source source, double probability, @Nullable Known record) {}

    /**
     * @param number of the form, or of the entry
     * @param form the form itself, or the form of the area that the entry is linked with
     */
    public record Known(
            long id,
            String number,
            @Nullable String name,
            @Nullable String birthDate,
            @Nullable String communeCode,
            @Nullable FormId form) {}
}
