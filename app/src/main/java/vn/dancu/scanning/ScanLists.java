package vn.dancu.scanning;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.scanning.ScanReport.Why;
import vn.dancu.scanning.db.ScanStore;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Role;

/**
 * Scan lists of the scanning office, taken in line by line. The path asks {@link #scanned}; nothing here moves a form.
 */
@Service
public class ScanLists {
    private final ScanStore store;
    private final AuditLog audit;
    private final Clock clock;

    ScanLists(ScanStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes in what is right and names what is not. Taking in the same list again adds nothing. */
    @Transactional
    public ScanReport takeIn(String name, List<ScanLine> lines, Actor operator) {
        Map<String, ScanStore.Known> known =
                store.known(lines.stream().map(ScanLine::formNo).toList());
        Set<String> imagesKnown =
                store.imagesKnown(lines.stream().map(ScanLine::imageSha256).toList());
        Map<Long, ScanLine> taken = new HashMap<>();
        Set<String> images = new HashSet<>();
        List<ScanReport.Refused> refused = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            ScanLine line = lines.get(i);
            ScanStore.Known form = known.get(line.formNo());
            if (operator.role() != Role.PROVINCE_OPERATOR) {
                refused.add(new ScanReport.Refused(i + 1, line.formNo(), Why.WRONG_ROLE));
            } else if (form == null) {
                refused.add(new ScanReport.Refused(i + 1, line.formNo(), Why.UNKNOWN_FORM));
            } else if (!operator.scope().covers(form.communeCode(), form.residentialGroup())) {
                refused.add(new ScanReport.Refused(i + 1, line.formNo(), Why.OUTSIDE_AREA));
            } else if (line.pages() < 1) {
                refused.add(new ScanReport.Refused(i + 1, line.formNo(), Why.NO_PAGES));
            } else if (!isSha256(line.imageSha256())) {
                refused.add(new ScanReport.Refused(i + 1, line.formNo(), Why.NOT_A_SHA256));
            } else if (form.scanned() || taken.containsKey(form.id())) {
                refused.add(new ScanReport.Refused(i + 1, line.formNo(), Why.ALREADY_SCANNED));
            } else if (imagesKnown.contains(line.imageSha256()) || !images.add(line.imageSha256())) {
                refused.add(new ScanReport.Refused(i + 1, line.formNo(), Why.IMAGE_REPEATED));
            } else {
                taken.put(form.id(), line);
            }
        }
        store.insert(name, taken, operator.login(), clock.instant());
        audit.act(
                operator,
                "TAKE_IN_SCAN_LIST",
                "scan-list",
                name,
                "",
                Map.of("taken", String.valueOf(taken.size()), "refused", String.valueOf(refused.size())));
        return new ScanReport(taken.size(), refused);
    }

    /** Those of these forms that a scan list names. */
    @Transactional
    public FormSet scanned(FormSet forms) {
        return store.scanned(forms);
    }

    private static boolean isSha256(String digest) {
        if (digest.length() != 64) {
            return false;
        }
        for (int i = 0; i < 64; i++) {
            char c = digest.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }
}
