package vn.dancu.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.TestDatabase;
import vn.dancu.intake.Forms;
import vn.dancu.linkage.Warning;
import vn.dancu.reconciliation.db.ReviewStore;
import vn.dancu.reconciliation.db.ReviewStore.Pair;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;
import vn.dancu.shared.Role;
import vn.dancu.simulator.CitySettings;

/** What officers say of pairs, and what the next comparison makes of it: of single forms, and of the whole city. */
class AnswersTest {
    private static final Actor CITY = new Actor("doi.qlhc", Role.CITY_TEAM, AreaScope.EVERYWHERE);
    private static final long SEED = 42;

    @TempDir
    private static Path folder;

    private static TestDatabase database;
    private static ReconciliationService reconciliation;
    private static Reviews reviews;
    private static ReviewStore store;

    @BeforeAll
    static void compare() throws IOException {
        database = TestDatabase.fresh().with("vn.dancu.intake", "vn.dancu.sources", "vn.dancu.reconciliation");
        MeasuredCity.of(CitySettings.defaults(2_400, SEED), folder, database);
        reconciliation = database.get(ReconciliationService.class);
        reviews = database.get(Reviews.class);
        store = database.get(ReviewStore.class);
        compareAll();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static void compareAll() {
        reconciliation.compare(database.get(Forms.class).all(), Progress.NONE);
    }

    private static Optional<Long> entryOf(long form, Source source) {
        String column = source == Source.ARCHIVE ? "archive_entry_id" : "residence_entry_id";
        return database.jdbc()
                .sql("select coalesce(" + column + ", 0) from reconciliation.comparison where form_id = :form")
                .param("form", form)
                .query(Long.class)
                .optional()
                .filter(entry -> entry != 0);
    }

    private static List<Pair> openOf(long form) {
        return store.open(AreaScope.EVERYWHERE).stream()
                .filter(pair -> pair.form() == form)
                .toList();
    }

    /** Forms of which nobody has said anything yet, with two candidates or more in one source. */
    private static List<Pair> undecided() {
        Set<Long> spokenOf = store.answers(AreaScope.EVERYWHERE).stream()
                .map(ReviewStore.Said::form)
                .collect(Collectors.toSet());
        List<Pair> open = store.open(AreaScope.EVERYWHERE).stream()
                .filter(pair -> !spokenOf.contains(pair.form()))
                .filter(pair -> entryOf(pair.form(), pair.source()).isEmpty())
                .toList();
        assertThat(open).as("a city where nothing is left open").isNotEmpty();
        return open;
    }

    @Test
    void anOpenPairThatIsCalledTheSameIsLinkedFromTheNextComparisonOn() {
        Pair pair = undecided().get(0);

        boolean kept = reviews.answer(new FormId(pair.form()), pair.source(), pair.entry(), PairAnswer.SAME, CITY);

        assertThat(kept).isTrue();
        assertThat(entryOf(pair.form(), pair.source())).as("at once").contains(pair.entry());
        compareAll();
        assertThat(entryOf(pair.form(), pair.source())).as("by the whole city").contains(pair.entry());
        assertThat(openOf(pair.form()))
                .extracting(Pair::source)
                .as("nothing of this source is asked again")
                .doesNotContain(pair.source());
    }

    @Test
    void anOpenPairThatIsCalledTwoPersonsIsNeverLinked() {
        Pair pair = undecided().get(0);
        FormId form = new FormId(pair.form());

        for (Pair candidate : openOf(pair.form())) {
            store.answer(form, candidate.source(), candidate.entry(), PairAnswer.NOT_SAME, "a", Instant.EPOCH);
        }
        reconciliation.compare(FormSet.of(form), Progress.NONE);

        assertThat(entryOf(pair.form(), pair.source())).isEmpty();
        assertThat(openOf(pair.form())).isEmpty();
        compareAll();
        assertThat(entryOf(pair.form(), pair.source())).as("by the whole city").isEmpty();
        assertThat(openOf(pair.form())).isEmpty();
    }

    @Test
    void aLinkThatIsCalledTwoPersonsIsGoneUntilTheAnswerIsTakenBack() {
        long form = database.jdbc().sql("""
                        select form_id from reconciliation.comparison
                        where outcome = 'EXPLAINED' and residence_weight > 10 order by form_id limit 1
                        """).query(Long.class).single();
        long entry = entryOf(form, Source.RESIDENCE_BOOK).orElseThrow();
        FormId id = new FormId(form);

        store.answer(id, Source.RESIDENCE_BOOK, entry, PairAnswer.NOT_SAME, CITY.login(), Instant.EPOCH);
        compareAll();

        assertThat(entryOf(form, Source.RESIDENCE_BOOK)).isNotEqualTo(Optional.of(entry));
        assertThat(reviews.answered(5, "x", CITY))
                .extracting(one -> one.pair().form())
                .contains(id);

        assertThat(reviews.undo(id, Source.RESIDENCE_BOOK, entry, CITY)).isTrue();
        assertThat(entryOf(form, Source.RESIDENCE_BOOK)).contains(entry);
        assertThat(reviews.undo(id, Source.RESIDENCE_BOOK, entry, CITY))
                .as("nothing is left to take back")
                .isFalse();
        compareAll();
        assertThat(entryOf(form, Source.RESIDENCE_BOOK)).as("by the whole city").contains(entry);
    }

    @Test
    void answersThatContradictEachOtherDecideNothing() {
        long form = database.jdbc().sql("""
                        select form_id from reconciliation.comparison
                        where outcome = 'EXPLAINED' and residence_weight > 10 order by form_id desc limit 1
                        """).query(Long.class).single();
        long entry = entryOf(form, Source.RESIDENCE_BOOK).orElseThrow();
        FormId id = new FormId(form);

        store.answer(id, Source.RESIDENCE_BOOK, entry, PairAnswer.SAME, "a", Instant.EPOCH);
        store.answer(id, Source.RESIDENCE_BOOK, entry, PairAnswer.NOT_SAME, "b", Instant.EPOCH);
        reconciliation.compare(FormSet.of(id), Progress.NONE);

        assertThat(entryOf(form, Source.RESIDENCE_BOOK)).contains(entry);
    }

    @Test
    void whatLinkingToldOfItselfIsKeptBesideTheModel() {
        List<LearntModel> models = database.get(LearntModels.class).all(CITY, java.util.Locale.ENGLISH);

        assertThat(models).extracting(LearntModel::name).containsExactly("residence", "archive", "duplicates");
        assertThat(models.get(0).report().rules())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.pairs()).isNotNegative());
        LinkageReport report = new LinkageReport(
                List.of(new LinkageReport.Rule("surname + birth_date", 12, 3)),
                List.of(new Warning(Warning.Code.BLOCKS_LEFT_OUT, List.of("surname + birth_date", "3"))));
        assertThat(LinkageReport.read(report.write() + "\nwarning\tof another version"))
                .isEqualTo(report);
        assertThat(models)
                .allSatisfy(model -> assertThat(model.report().rules()).isNotEmpty());
    }
}
