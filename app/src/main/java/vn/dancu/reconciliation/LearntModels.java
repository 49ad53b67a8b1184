package vn.dancu.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.linkage.ModelSummary;
import vn.dancu.linkage.Parameters;
import vn.dancu.linkage.Warning;
import vn.dancu.linkage.chart.Look;
import vn.dancu.linkage.chart.ModelChart;
import vn.dancu.linkage.chart.ThresholdCurve;
import vn.dancu.reconciliation.db.ModelQueries;
import vn.dancu.reconciliation.db.ModelQueries.Kept;
import vn.dancu.shared.Actor;

/** The models that the city was linked with: pictures for who answers for the comparison. Sums only, no record. */
@Service
public class LearntModels {
    private static final List<String> NAMES =
            List.of(CityLinking.RESIDENCE, CityLinking.ARCHIVE, CityLinking.DUPLICATES);

    private final ModelQueries queries;

    LearntModels(ModelQueries queries) {
        this.queries = queries;
    }

    /** Empty before the city was linked, and for roles that do not answer for it. */
    @Transactional(readOnly = true)
    public List<LearntModel> all(Actor actor, Locale language) {
        boolean may = switch (actor.role()) {
            case CITY_TEAM, INSPECTOR, ADMINISTRATOR, SYSTEM -> true;
            case COLLECTOR, CHIEF, ARCHIVIST, PROVINCE_OPERATOR, AUDITOR -> false;
        };
        boolean english = language.getLanguage().equals("en");
        Look look = Look.page(english ? Look.Language.ENGLISH : Look.Language.VIETNAMESE);
        List<LearntModel> models = new ArrayList<>();
        for (String name : may ? NAMES : List.<String>of()) {
            queries.kept(name).ifPresent(kept -> models.add(model(kept, look, english)));
        }
        return models;
    }

    private LearntModel model(Kept kept, Look look, boolean english) {
        ModelSummary summary = Parameters.read(kept.content()).summary();
        List<ThresholdCurve.Counted> counted = queries.weights(kept.name()).stream()
                .map(one -> new ThresholdCurve.Counted(1 / (1 + Math.pow(2, -one.weight())), one.forms()))
                .toList();
        ThresholdCurve curve = ThresholdCurve.expected(counted);
        LinkageReport report = LinkageReport.read(queries.kept(kept.name() + LinkageReport.OF_MODEL)
                .map(Kept::content)
                .orElse(""));
        return new LearntModel(
                kept.name(),
                kept.trainedAt(),
                ModelChart.svg(summary, look),
                summary.text(),
                counted.isEmpty() ? "" : ThresholdCurve.svg(List.of(curve), look),
                counted.isEmpty() ? "" : curve.text(),
                report,
                report.warnings().stream()
                        .map(english ? Warning::english : Warning::vietnamese)
                        .toList());
    }
}
