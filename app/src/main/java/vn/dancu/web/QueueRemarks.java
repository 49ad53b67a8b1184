package vn.dancu.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dancu.journey.PathView;
import vn.dancu.journey.Returned;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;

/** The remarks of a return, in the queue of whoever has to put them right; templates call it {@code remarks}. */
@Component
public class QueueRemarks {
    private final PathView path;

    QueueRemarks(PathView path) {
        this.path = path;
    }

    /** By key of the form, for all households of a page at once; members that were not returned have none. */
    public Map<Long, Returned> of(List<QueueHouses.Group> groups) {
        Map<Long, Returned> remarks = new HashMap<>();
        List<FormId> members = groups.stream()
                .flatMap(group -> group.houses().stream())
                .flatMap(house -> house.members().stream())
                .filter(member -> member.stage().equals("RETURNED"))
                .map(member -> new FormId(member.id()))
                .toList();
        if (!members.isEmpty()) {
            path.remarks(FormSet.of(members)).forEach((form, returned) -> remarks.put(form.value(), returned));
        }
        return remarks;
    }
}
