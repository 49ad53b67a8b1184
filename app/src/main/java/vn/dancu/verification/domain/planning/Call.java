package vn.dancu.verification.domain.planning;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A home to be called at once.
 *
 * @param id household
 * @param group residential group
 * @param minutes how long the call takes
 * @param priority 1 or more; what cannot be fitted in is left out from the lowest
 * @param earliest minutes after midnight before which nobody is at home
 * @param latest minutes after midnight after which the team comes late
 * @param shifts on which somebody is at home; empty for any
 * @param barred officers who may not judge here: who collected or corrected the forms
 * @param fixed an appointment that was promised; null where there is none
 */
public record Call(
        String id,
        String group,
        Place place,
        int minutes,
        int priority,
        int earliest,
        int latest,
        Set<Shift> shifts,
        Set<String> barred,
        @Nullable Fixed fixed) {

    /** Promised: this team, this shift, at this minute after midnight. */
    public record Fixed(String team, Shift shift, int minute) {}

    public Call {
        shifts = Set.copyOf(shifts);
        barred = Set.copyOf(barred);
        if (minutes < 1 || priority < 1 || earliest > latest) {
            throw new IllegalArgumentException("a call takes time, matters, and has an hour at which it can be");
        }
    }

    /** Whether this team may come in this shift at all. */
    public boolean fits(Team team, Shift shift) {
        if (fixed != null) {
            return fixed.team().equals(team.name()) && fixed.shift().equals(shift);
        }
        return (shifts.isEmpty() || shifts.contains(shift)) && barred.stream().noneMatch(team.officers()::contains);
    }

    /** Minutes after midnight before which the call cannot begin. */
    public int opens() {
        return fixed == null ? earliest : fixed.minute();
    }

    /** Minutes after midnight after which it is late. */
    public int promised() {
        return fixed == null ? latest : fixed.minute();
    }
}
