package vn.dancu.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.custody.Custody;
import vn.dancu.scanning.AfterScan;
import vn.dancu.scanning.CompleteForm;
import vn.dancu.scanning.ScanLine;
import vn.dancu.scanning.ScannedPages;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Role;

/**
 * After a run: forms whose every page was read and whose paper the province holds are scanned, as if a scan list had named them.
 * A form that is not handed over yet is looked at again after the next run.
 */
@Component
class ScannedForms implements AfterScan {
    private final ScannedPages pages;
    private final Custody custody;
    private final HandOverDesk desk;
    private final Say say;

    ScannedForms(ScannedPages pages, Custody custody, HandOverDesk desk, Say say) {
        this.pages = pages;
        this.custody = custody;
        this.desk = desk;
        this.say = say;
    }

    @Override
    @Transactional
    public void scanned(long run, Actor operator) {
        if (operator.role() != Role.PROVINCE_OPERATOR) {
            return;
        }
        List<CompleteForm> complete = pages.complete(operator);
        FormSet here = custody.handedOver(
                FormSet.of(complete.stream().map(CompleteForm::form).toList()));
        Set<Long> keys = new HashSet<>();
        for (long key : here.keys()) {
            keys.add(key);
        }
        List<ScanLine> lines = complete.stream()
                .filter(one -> keys.contains(one.form().value()))
                .map(CompleteForm::line)
                .toList();
        if (!lines.isEmpty()) {
            desk.scan(say.vietnamese("web.scanning.list-name") + " " + run, lines, operator);
        }
    }
}
