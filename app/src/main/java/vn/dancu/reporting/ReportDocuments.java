package vn.dancu.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dancu.reporting.OfficialReport.Words;
import vn.dancu.reporting.db.ReportStore;
import vn.dancu.shared.document.Document;

/** Gathers what a report says beside its own figures: what corrects the one before, and what the units within have said. */
@Component
class ReportDocuments {
    private final ReportStore store;
    private final ReportPeriods periods;
    private final ReportUnits units;
    private final Clock clock;

    ReportDocuments(ReportStore store, ReportPeriods periods, ReportUnits units, Clock clock) {
        this.store = store;
        this.periods = periods;
        this.units = units;
        this.clock = clock;
    }

    /** @param signed null for a draft */
    Document of(
            OfficialReport report, Counted counted, ReportTemplate template, ReportDocument.@Nullable Signed signed) {
        ReportUnits.Names names = units.on(report.period().to());
        ReportPeriod last = periods.before(report.period());
        List<ReportFigures.Correction> corrections = store.of(last.from(), last.to()).stream()
                .filter(one -> one.unit().equals(report.unit()))
                .flatMap(one -> Optional.ofNullable(one.frozen()).stream())
                .findFirst()
                .map(frozen -> ReportFigures.correctionsBefore(frozen.figures(), counted))
                .orElse(List.of());
        List<ReportDocument.FromBelow> below = new ArrayList<>();
        if (!counted.byGroup()) {
            List<OfficialReport> made =
                    store.of(report.period().from(), report.period().to());
            for (String commune : report.unit().isEmpty() ? Set.<String>of() : names.communes(report.unit())) {
                Optional<OfficialReport> theirs = made.stream()
                        .filter(one -> one.unit().equals(commune) && one.isSigned())
                        .findFirst();
                below.add(new ReportDocument.FromBelow(
                        commune,
                        theirs.isPresent(),
                        theirs.map(OfficialReport::words).orElse(Words.NONE)));
            }
        }
        return new ReportDocument(names, template, counted, last, report.words(), corrections, below, signed)
                .document(LocalDate.ofInstant(signed == null ? clock.instant() : signed.at(), Days.VIETNAM));
    }
}
