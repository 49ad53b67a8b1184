package vn.dancu.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.custody.BatchId;
import vn.dancu.custody.Custody;
import vn.dancu.custody.CustodyResult;
import vn.dancu.journey.FormJourney;
import vn.dancu.journey.StepReport;
import vn.dancu.scanning.ScanLine;
import vn.dancu.scanning.ScanLists;
import vn.dancu.scanning.ScanReport;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormSet;
import vn.dancu.web.db.PaperQueries;

/** What happens outside and the step on the path that follows from it, in one transaction each. */
@Service
class HandOverDesk {
    private final Custody custody;
    private final ScanLists scanLists;
    private final FormJourney journey;
    private final PaperQueries papers;

    HandOverDesk(Custody custody, ScanLists scanLists, FormJourney journey, PaperQueries papers) {
        this.custody = custody;
        this.scanLists = scanLists;
        this.journey = journey;
        this.papers = papers;
    }

    /** @param report null when the batch was not taken */
    record Taken(CustodyResult result, @Nullable StepReport report) {}

    @Transactional
    Taken take(BatchId batch, int counted, Actor taker) {
        CustodyResult result = custody.take(batch, counted, taker);
        return new Taken(result, result.isDone() ? journey.handOver(papers.formsOf(batch.value()), taker) : null);
    }

    /** What became of a scan list and of its forms. */
    record Scanned(ScanReport lines, StepReport report) {}

    @Transactional
    Scanned scan(String name, List<ScanLine> lines, Actor operator) {
        ScanReport report = scanLists.takeIn(name, lines, operator);
        FormSet named = papers.byNumber(lines.stream().map(ScanLine::formNo).toList(), operator.scope());
        return new Scanned(report, journey.scan(scanLists.scanned(named), operator));
    }
}
