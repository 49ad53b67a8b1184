package vn.dancu.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dancu.audit.AuditLog;
import vn.dancu.linkage.LinkOptions;
import vn.dancu.linkage.Linker;
import vn.dancu.linkage.Parameters;
import vn.dancu.linkage.Waterfall;
import vn.dancu.linkage.chart.Look;
import vn.dancu.linkage.chart.WaterfallChart;
import vn.dancu.reconciliation.db.ComparisonStore;
import vn.dancu.reconciliation.db.DeskQueries;
import vn.dancu.reconciliation.db.DeskQueries.Compared;
import vn.dancu.reconciliation.db.LinkageRows;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;

/** Why a form and an entry weigh what they weigh, when somebody asks. */
@Component
class Weighing {
    private static final String SCREEN = "comparison-weight";

    /** Bits; less is rounding. */
    private static final double SMALLEST = .05;

    private final DeskQueries queries;
    private final ComparisonStore store;
    private final LinkageRows rows;
    private final Candidates candidates;
    private final AuditLog audit;

    Weighing(DeskQueries queries, ComparisonStore store, LinkageRows rows, Candidates candidates, AuditLog audit) {
        this.candidates = candidates;
        this.queries = queries;
        this.store = store;
        this.rows = rows;
        this.audit = audit;
    }

    /** Of the linked entry or a candidate of the form; nobody weighs a form with an entry of his choice. */
    Optional<PairWeight> weigh(FormId form, Source source, long entry, String purpose, Actor actor, Locale language) {
        Compared compared = queries.compared(form).orElse(null);
        if (compared == null || !actor.scope().covers(compared.communeCode(), compared.residentialGroup())) {
            return Optional.empty();
        }
        OptionalDouble stored = stored(form, compared, source, entry);
        Waterfall alone = stored.isEmpty() ? null : alone(form, source, entry);
        if (alone == null) {
            return Optional.empty();
        }
        audit.view(actor, SCREEN, "form", String.valueOf(form.value()), purpose);
        return Optional.of(weight(source, withHousehold(alone, stored.getAsDouble()), language));
    }

    /** Two forms of which somebody asked whether they are one person's. */
    Optional<PairWeight> ofForms(FormId one, FormId two, Locale language) {
        Parameters learnt =
                store.model(CityLinking.DUPLICATES).map(Parameters::read).orElse(null);
        PersonFile left = read(rows::forms, one.value());
        PersonFile right = read(rows::forms, two.value());
        if (learnt == null || left.size() == 0 || right.size() == 0) {
            return Optional.empty();
        }
        Waterfall whole = new Linker(CityLinking.MODEL, LinkOptions.defaults())
                .explain(learnt, left.records(), 0, right.records(), 0);
        return Optional.of(weight(Source.FORM, whole, language));
    }

    private static PairWeight weight(Source source, Waterfall whole, Locale language) {
        Look look = Look.page(language.getLanguage().equals("en") ? Look.Language.ENGLISH : Look.Language.VIETNAMESE);
        return new PairWeight(
                source, whole.weight(), WaterfallChart.sentences(whole, look), WaterfallChart.svg(whole, look));
    }

    /** What the pair weighed when it was linked; of other entries that could be meant, what the two weigh by themselves. */
    private OptionalDouble stored(FormId form, Compared compared, Source source, long entry) {
        boolean book = source == Source.RESIDENCE_BOOK;
        Double weight = book ? compared.residenceWeight() : compared.archiveWeight();
        if (entry != 0 && entry == (book ? compared.residenceEntry() : compared.archiveEntry()) && weight != null) {
            return OptionalDouble.of(weight);
        }
        OptionalDouble kept = queries.candidates(form).stream()
                .filter(candidate -> candidate.source() == source && candidate.entryId() == entry)
                .mapToDouble(Comparison.Candidate::weight)
                .findFirst();
        Double looked = kept.isPresent()
                ? null
                : candidates
                        .weights(form, source, book ? compared.residenceEntry() : compared.archiveEntry())
                        .get(entry);
        return looked == null ? kept : OptionalDouble.of(looked);
    }

    private @Nullable Waterfall alone(FormId form, Source source, long entry) {
        boolean book = source == Source.RESIDENCE_BOOK;
        Parameters learnt = store.model(book ? CityLinking.RESIDENCE : CityLinking.ARCHIVE)
                .map(Parameters::read)
                .orElse(null);
        PersonFile forms = read(rows::forms, form.value());
        PersonFile entries = read(book ? rows::residenceEntries : rows::archiveEntries, entry);
        if (learnt == null || forms.size() == 0 || entries.size() == 0) {
            return null;
        }
        return new Linker(CityLinking.MODEL, LinkOptions.defaults())
                .explain(learnt, forms.records(), 0, entries.records(), 0);
    }

    private static PersonFile read(CityLinking.Reader reader, long key) {
        PersonFile.Builder file = new PersonFile.Builder(CityLinking.MODEL, 1);
        reader.read(new long[] {key}, file::add);
        return file.build();
    }

    /** What the two records do not say by themselves came from the rest of the household and of the files. */
    private static Waterfall withHousehold(Waterfall alone, double stored) {
        double rest = stored - alone.weight();
        if (Math.abs(rest) < SMALLEST) {
            return alone;
        }
        List<Waterfall.Step> steps = new ArrayList<>(alone.steps());
        steps.add(new Waterfall.Step("household", "the rest of the household and of the files", rest, 0));
        return new Waterfall(steps);
    }
}
