package vn.dancu.campaign;

import java.util.List;
import java.util.Optional;
import vn.dancu.shared.Finding;

/** How a request about the campaign ended; a refusal is an ordinary outcome. */
public sealed interface CampaignResult {
    /** @param key of what was made, or how many were; 0 where neither is of use */
    record Done(long key) implements CampaignResult {}

    /** @param findings what is wrong, in words; nothing was written */
    record Refused(Why why, List<Finding> findings) implements CampaignResult {
        public Refused {
            findings = List.copyOf(findings);
        }

        public Refused(Why why) {
            this(why, List.of());
        }
    }

    /** Text {@code campaign.refused.<why>}. */
    enum Why {
        /** Not for this role. */
        NOT_ALLOWED,
        /** Does not exist, or lies in another's area: both look alike. */
        NOT_FOUND,
        /** Something that must be there is missing, or is no number, or too long. */
        MALFORMED,
        /** Each value may be, but not together or not here: the findings say why. */
        CONTRADICTS,
        /** Somebody was quicker, or it is over. */
        WRONG_STATE
    }

    default boolean isDone() {
        return this instanceof Done;
    }

    default Optional<Refused> refused() {
        return this instanceof Refused refused ? Optional.of(refused) : Optional.empty();
    }

    /** As {@link Done#key}. */
    default long key() {
        return this instanceof Done done ? done.key() : 0;
    }
}
