package vn.dancu.scanning;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.scanning.db.PageStore;
import vn.dancu.shared.Actor;

/** One picture a transaction. */
@Service
class PageWriter {
    private final PageStore store;
    private final AuditLog audit;

    PageWriter(PageStore store, AuditLog audit) {
        this.store = store;
        this.audit = audit;
    }

    @Transactional
    public List<PageId> write(List<PageStore.Fresh> parts) {
        return store.insert(parts);
    }

    @Transactional
    public void log(long run, Actor operator, int files) {
        audit.act(
                operator,
                "SCAN_PAGES",
                "scan-run",
                String.valueOf(run),
                "",
                Map.of("files", String.valueOf(files), "pictures", String.valueOf(store.pictures(run))));
    }
}
