package vn.dancu.reconciliation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.intake.StoredForm;

/**
 * Forms that may be one person's, as far as the actor may see them.
 *
 * @param members of the actor's area, the kept one first
 * @param outside how many further forms stand outside the area: whoever sees them all decides
 */
public record DuplicateCluster(long cluster, List<Member> members, int outside) {
    public DuplicateCluster {
        members = List.copyOf(members);
    }

    /**
     * @param weight log2 odds of the form within its cluster
     * @param said of this form and the kept one; null for the kept one, and where nobody said anything
     */
    public record Member(
            StoredForm form,
            boolean keeps,
            double weight,
            @Nullable DuplicateAnswer said) {}

    /** The form that is kept; null where it stands outside the area. */
    public @Nullable Member kept() {
        return members.stream().filter(Member::keeps).findFirst().orElse(null);
    }

    public boolean isWhole() {
        return outside == 0;
    }
}
