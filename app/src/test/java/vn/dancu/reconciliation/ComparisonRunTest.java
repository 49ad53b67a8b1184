package vn.dancu.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.TestDatabase;
import vn.dancu.intake.Forms;
import vn.dancu.reconciliation.MeasuredCity.Figures;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;
import vn.dancu.shared.Role;
import vn.dancu.simulator.CitySettings;

/** A synthetic city of 1,600 people, compared with its books and archive and judged by its truth. */
class ComparisonRunTest {
    private static final Actor CITY = new Actor("doi.qlhc", Role.CITY_TEAM, AreaScope.EVERYWHERE);
    private static final long SEED = 42;

    @TempDir
    private static Path folder;

    private static TestDatabase database;
    private static MeasuredCity city;
    private static ReconciliationService reconciliation;
    private static CompareReport report;

    @BeforeAll
    static void compare() throws IOException {
        database = TestDatabase.fresh().with("vn.dancu.intake", "vn.dancu.sources", "vn.dancu.reconciliation");
        city = MeasuredCity.of(CitySettings.defaults(1_600, SEED), folder, database);
        reconciliation = database.get(ReconciliationService.class);
        report = reconciliation.compare(database.get(Forms.class).all(), Progress.NONE);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void whatIsWrittenIsTrueOfTheCity() {
        Figures figures = city.measure();

        assertThat(figures.precision.rate()).as(figures.toString()).isGreaterThan(.999);
        assertThat(figures.recall.rate()).as(figures.toString()).isGreaterThan(.997);
        assertThat(figures.namedOfShown.rate()).as(figures.toString()).isGreaterThan(.97);
        assertThat(figures.trueOfNamed.rate()).as(figures.toString()).isGreaterThan(.95);
        assertThat(figures.cleanPass.rate()).as(figures.toString()).isGreaterThan(.995);
        assertThat(figures.suggestionsRight.rate()).as(figures.toString()).isGreaterThan(.98);
        assertThat(figures.duplicatesTrue.rate()).as(figures.toString()).isGreaterThan(.95);
        assertThat(figures.duplicatesFound.rate()).as(figures.toString()).isGreaterThan(.9);
    }

    @Test
    void everyFormHasOneComparison() {
        assertThat(report.compared()).isEqualTo(database.get(Forms.class).all().size());
        assertThat(report.outcomes().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(report.compared());
        assertThat(city.comparisons()).hasSize(report.compared());
    }

    @Test
    void ofADuplicateTheEarlierFormIsKept() {
        List<String> wrong = database.jdbc().sql("""
                        select later.form_id from reconciliation.duplicate later
                        join reconciliation.duplicate kept on kept.cluster_id = later.cluster_id and kept.keeps
                        join intake.form later_form on later_form.id = later.form_id
                        join intake.form kept_form on kept_form.id = kept.form_id
                        where not later.keeps and later_form.collected_on < kept_form.collected_on
                        """).query(String.class).list();

        assertThat(wrong).isEmpty();
        assertThat(report.duplicateClusters()).isPositive();
    }

    @Test
    void aFewFormsComparedByThemselvesComeToWhatTheWholeCityCameTo() {
        Map<String, MeasuredCity.Row> before = city.comparisons();
        long[] keys = database.get(Forms.class).all().keys();
        FormSet few = FormSet.ofKeys(
                java.util.Arrays.stream(keys).filter(key -> key % 5 == 0).toArray());

        CompareReport again = reconciliation.compare(few, Progress.NONE);

        Map<String, MeasuredCity.Row> after = city.comparisons();
        long different = before.keySet().stream()
                .filter(form -> !before.get(form).equals(after.get(form)))
                .count();
        assertThat(again.compared()).isEqualTo(few.size()).isLessThanOrEqualTo(1_000);
        assertThat(different).as("of %d", few.size()).isLessThanOrEqualTo(few.size() / 100);
    }

    @Test
    void theDeskSeesOneFormBesideTheSources() {
        FormId form = withOutcome("DIFFERS");

        Comparison comparison =
                reconciliation.comparison(form, "đối chiếu", CITY).orElseThrow();

        assertThat(comparison.current()).isTrue();
        assertThat(comparison.outcome()).isEqualTo(Outcome.DIFFERS);
        assertThat(comparison.fields())
                .extracting(FieldVerdict::agreement)
                .contains(Agreement.DIFFERS, Agreement.AGREE);
        assertThat(comparison.residence().state()).isEqualTo(SourceState.FOUND);
        assertThat(comparison.residence().entryId()).isPositive();
    }

    @Test
    void theWaterfallOfALinkEndsAtItsWeight() {
        FormId form = withOutcome("DIFFERS");
        Comparison.Link<?> link =
                reconciliation.comparison(form, "đối chiếu", CITY).orElseThrow().residence();

        int before = views(form);
        PairWeight weight = reconciliation
                .weigh(form, Source.RESIDENCE_BOOK, link.entryId(), "đối chiếu", CITY, Locale.ENGLISH)
                .orElseThrow();

        assertThat(weight.weight()).isCloseTo(Objects.requireNonNull(link.weight()), within(.06));
        assertThat(weight.steps()).first().asString().startsWith("prior");
        assertThat(weight.picture()).startsWith("<svg").doesNotContain("<style", "<script");
        assertThat(views(form)).isEqualTo(before + 1);
    }

    private static int views(FormId form) {
        return database.jdbc()
                .sql("select count(*) from audit.entry where act = 'comparison-weight' and object_id = :form")
                .param("form", String.valueOf(form.value()))
                .query(Integer.class)
                .single();
    }

    /** Without the step that makes up for the household, for most: so the records alone explain what was stored. */
    @Test
    void mostLinksAreExplainedByTheirTwoRecords() {
        List<long[]> links = database.jdbc()
                .sql("select form_id, archive_entry_id from reconciliation.comparison"
                        + " where archive_entry_id is not null order by form_id limit 40")
                .query((row, number) -> new long[] {row.getLong(1), row.getLong(2)})
                .list();

        long alone = links.stream()
                .map(link ->
                        reconciliation.weigh(new FormId(link[0]), Source.ARCHIVE, link[1], "x", CITY, Locale.ENGLISH))
                .filter(weight ->
                        weight.orElseThrow().steps().stream().noneMatch(step -> step.startsWith("household:")))
                .count();

        assertThat(links).hasSize(40);
        assertThat(alone).isGreaterThanOrEqualTo(30);
    }

    @Test
    void everyCandidateIsWeighedAndNoOtherEntry() {
        FormId form = withOutcome("DIFFERS");
        List<Long> candidates = database.jdbc()
                .sql("select form_id from reconciliation.candidate where source = 'residence-book' limit 1")
                .query(Long.class)
                .list();

        for (long key : candidates) {
            FormId doubtful = new FormId(key);
            Comparison comparison =
                    reconciliation.comparison(doubtful, "đối chiếu", CITY).orElseThrow();
            for (Comparison.Candidate candidate : comparison.candidates()) {
                assertThat(reconciliation.weigh(
                                doubtful, candidate.source(), candidate.entryId(), "x", CITY, Locale.ENGLISH))
                        .hasValueSatisfying(
                                weight -> assertThat(weight.weight()).isCloseTo(candidate.weight(), within(.06)));
            }
        }
        assertThat(reconciliation.weigh(form, Source.RESIDENCE_BOOK, 1_000_000_000L, "x", CITY, Locale.ENGLISH))
                .isEmpty();
        assertThat(reconciliation.weigh(form, Source.RESIDENCE_BOOK, 0, "x", CITY, Locale.ENGLISH))
                .isEmpty();
    }

    @Test
    void whoMayNotSeeTheAreaSeesNoComparison() {
        Actor stranger = new Actor("xa.khac", Role.CHIEF, AreaScope.ofCommunes(Set.of("99999")));

        assertThat(reconciliation.comparison(withOutcome("DIFFERS"), "đối chiếu", stranger))
                .isEmpty();
        assertThat(reconciliation.missingForms("00688", "", 0, 10, stranger)).isEmpty();
        FormId form = withOutcome("DIFFERS");
        long entry = reconciliation
                .comparison(form, "đối chiếu", CITY)
                .orElseThrow()
                .residence()
                .entryId();
        assertThat(reconciliation.weigh(form, Source.RESIDENCE_BOOK, entry, "x", stranger, Locale.ENGLISH))
                .isEmpty();
    }

    @Test
    void whoIsInTheBooksWithoutAFormIsMissing() {
        List<MissingForm> missing = reconciliation.missingForms("00688", "", 0, 1_000, CITY);

        assertThat(missing)
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.communeCode()).isEqualTo("00688"));
        assertThat(missing).extracting(MissingForm::entryNo).doesNotHaveDuplicates();
    }

    private static FormId withOutcome(String outcome) {
        return new FormId(database.jdbc()
                .sql("""
                        select form_id from reconciliation.comparison
                        where outcome = :outcome and residence_entry_id is not null order by form_id limit 1
                        """)
                .param("outcome", outcome)
                .query(Long.class)
                .single());
    }
}
