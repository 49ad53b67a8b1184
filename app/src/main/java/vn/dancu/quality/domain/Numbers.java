package vn.dancu.quality.domain;

import org.jspecify.annotations.Nullable;
import vn.dancu.civil.number.OldId;
import vn.dancu.civil.number.PersonalId;
import vn.dancu.intake.CollectionForm;

/** A relative's number against the relative's own form. */
final class Numbers {
    private Numbers() {}

    /** Null unless twelve digits. */
    static @Nullable PersonalId personalId(@Nullable String written) {
        return written == null ? null : PersonalId.parse(written).orElse(null);
    }

    /**
     * Whether a number that another form writes for this person cannot be right: another 12-digit number, or an old one a
     * slip away. Wholly different old numbers are right side by side, because they change by law.
     */
    static boolean contradicts(String written, CollectionForm person) {
        PersonalId own = person.personalId();
        if (own != null && own.digits().equals(written)) {
            return false;
        }
        OldId old = person.oldId();
        if (old != null && old.written().equals(written)) {
            return false;
        }
        PersonalId twelve = personalId(written);
        if (twelve != null) {
            PersonalId inOldPlace = old == null ? null : personalId(old.written());
            return own != null && !twelve.equals(own) && !twelve.equals(inOldPlace);
        }
        return old != null && OldId.of(written).difference(old) == OldId.Difference.TYPING;
    }

    /** Whether a number that another form writes for this person is one of the person's own. */
    static boolean confirms(String written, CollectionForm person) {
        PersonalId own = person.personalId();
        OldId old = person.oldId();
        return own != null && own.equals(personalId(written))
                || old != null && OldId.of(written).difference(old) == OldId.Difference.SAME;
    }
}
