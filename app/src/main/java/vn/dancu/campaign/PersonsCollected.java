package vn.dancu.campaign;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.campaign.db.WhoCountsStore;
import vn.dancu.shared.AreaScope;

/** The numerator: distinct persons with a valid form, and beside them the papers, which are not people. */
@Service
public class PersonsCollected {
    private final KeptCounts counts;
    private final WhoCountsStore who;

    PersonsCollected(KeptCounts counts, WhoCountsStore who) {
        this.counts = counts;
        this.who = who;
    }

    /**
     * One residential group.
     *
     * @param persons distinct, with a valid form, of those who must be counted
     * @param outside distinct, with a valid form, but of a residence or age that need not be counted
     * @param sheets papers of all kinds: valid, cancelled, replaced
     * @param spoiled cancelled as spoiled
     * @param cancelled for any other reason
     * @param replaced numbers of papers that were rewritten under another number
     * @param duplicates later papers of a person who has one
     */
    public record Line(
            String commune,
            String group,
            long persons,
            long outside,
            long sheets,
            long spoiled,
            long cancelled,
            long replaced,
            long duplicates) {}

    /** Whether every valid form stands for somebody who must be counted; then nobody is outside. */
    @Transactional(readOnly = true)
    public boolean isEverybodyCounted() {
        return who.current().isEverybody();
    }

    /** As it stands now, in a large city a minute ago; groups without a form are not in it. */
    @Transactional(readOnly = true)
    public List<Line> now(AreaScope scope) {
        return counts.collected(scope);
    }
}
