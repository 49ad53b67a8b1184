package vn.dancu.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.TestDatabase;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.Correction;
import vn.dancu.intake.FormField;
import vn.dancu.intake.Forms;
import vn.dancu.intake.StoredForm;
import vn.dancu.reconciliation.KnownPeople.Person;
import vn.dancu.reconciliation.KnownPeople.State;
import vn.dancu.reconciliation.db.ArrivalQueries;
import vn.dancu.reconciliation.db.ComparisonStore;
import vn.dancu.reconciliation.db.LinkageRows;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;
import vn.dancu.shared.Role;
import vn.dancu.simulator.CitySettings;
import vn.dancu.sources.SourceImport;

/** Who is already here, asked of a synthetic city: what is told follows what comes in, is corrected and is cancelled. */
class ArrivalsTest {
    private static final Actor CITY = new Actor("doi.qlhc", Role.CITY_TEAM, AreaScope.EVERYWHERE);
    private static final long SEED = 42;

    @TempDir
    private static Path folder;

    private static TestDatabase database;
    private static Arrivals arrivals;
    private static ReconciliationService reconciliation;
    private static Forms forms;

    @BeforeAll
    static void compare() throws IOException {
        database = TestDatabase.fresh().with("vn.dancu.intake", "vn.dancu.sources", "vn.dancu.reconciliation");
        MeasuredCity.of(CitySettings.defaults(800, SEED), folder, database);
        forms = database.get(Forms.class);
        reconciliation = database.get(ReconciliationService.class);
        reconciliation.compare(forms.all(), Progress.NONE);
        arrivals = database.get(Arrivals.class);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static KnownPeople ask(CollectionForm typed) {
        return arrivals.lookUp(typed, new HashSet<>(), "nhập phiếu", CITY);
    }

    /** Asks until the memory that was begun in the background is there. */
    private static List<Person> people(CollectionForm typed) {
        KnownPeople known = ask(typed);
        for (int tries = 0; tries < 400 && known.state() == State.GETTING_READY; tries++) {
            pause();
            known = ask(typed);
        }
        assertThat(known.state()).isEqualTo(State.READY);
        return known.people();
    }

    private static void pause() {
        try {
            Thread.sleep(25);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<StoredForm> some(int count) {
        List<StoredForm> some = new ArrayList<>();
        forms.stream(
                FormSet.ofKeys(
                        java.util.Arrays.stream(forms.all().keys()).limit(count).toArray()),
                Forms.Order.ID,
                some::add);
        return some;
    }

    private static CollectionForm person(String number, String name, String birth) {
        return some(1).get(0)
                .form()
                .with(FormField.FORM_NO, number)
                .with(FormField.FULL_NAME, name)
                .with(FormField.BIRTH_DATE, birth)
                .with(FormField.PERSONAL_ID, null)
                .with(FormField.OLD_ID, "073400" + number.substring(number.length() - 3))
                .with(FormField.FATHER_NAME, "LƯỜNG VĂN " + name)
                .with(FormField.MOTHER_NAME, "QUÀNG THỊ " + name)
                .with(FormField.SPOUSE_NAME, null)
                .with(FormField.HOUSEHOLD_BOOK_NO, "0999" + number.substring(number.length() - 3));
    }

    private static FormId enter(CollectionForm form) {
        FormId entered = forms.enter(form, Set.of(), CITY).entered().orElseThrow();
        reconciliation.compareOnArrival(FormSet.of(entered));
        return entered;
    }

    private static List<Long> ids(List<Person> people, Source source) {
        return people.stream()
                .filter(person -> person.source() == source)
                .map(person -> java.util.Objects.requireNonNull(person.record()).id())
                .toList();
    }

    @Test
    void whatTheComparisonFoundIsFoundWhileTheFormIsTyped() {
        int asked = 0;
        int found = 0;
        for (StoredForm stored : some(200)) {
            Long entry = database.jdbc()
                    .sql("select coalesce(residence_entry_id, 0) from reconciliation.comparison where form_id = :form")
                    .param("form", stored.id().value())
                    .query(Long.class)
                    .single();
            List<Person> people = people(stored.form());
            assertThat(ids(people, Source.FORM))
                    .as("the form itself")
                    .contains(stored.id().value());
            if (entry != 0) {
                asked++;
                found += ids(people, Source.RESIDENCE_BOOK).contains(entry) ? 1 : 0;
            }
        }

        assertThat(found).as("of %d", asked).isGreaterThan(asked * 9 / 10);
    }

    @Test
    void aFormIsFoundFromItsArrivalByWhatItSaysNowAndNotAfterItIsCancelled() {
        CollectionForm typed = person("HGA001", "LƯỜNG VĂN ÍN", "03/04/1951");
        assertThat(ids(people(typed), Source.FORM)).isEmpty();

        FormId form = enter(typed);

        assertThat(ids(people(typed), Source.FORM)).containsExactly(form.value());

        CollectionForm corrected =
                person("HGA001", "QUÀNG THỊ DOAN", "19/11/1987").with(FormField.OLD_ID, "073488123");
        forms.correct(List.of(new Correction(form, 1, corrected)), CITY, Instant.EPOCH);
        reconciliation.compareOnArrival(FormSet.of(form));

        assertThat(ids(people(corrected), Source.FORM)).containsExactly(form.value());
        assertThat(ids(people(typed), Source.FORM)).isEmpty();

        reconciliation.withdraw(FormSet.of(form));

        assertThat(ids(people(corrected), Source.FORM)).isEmpty();
    }

    @Test
    void anImportedEntryIsFoundWithoutLinkingTheCityAnew() throws IOException {
        CollectionForm typed = person("HGA002", "LÒ VĂN PÁNH", "28/02/1962");
        assertThat(ids(people(typed), Source.RESIDENCE_BOOK)).isEmpty();
        Path book = Files.writeString(folder.resolve("more.csv"), """
                entry_no,book_kind,household_book_no,commune_code,residential_group,address,full_name,other_name,birth_date,sex,ethnicity,religion,nationality,hometown,personal_id,old_id,relation_to_head,head_name,registered_on,removed_on,removal_reason,book_no,sheet_no
                X001,permanent,%s,%s,,,Lò Văn Pánh,,28/02/1962,,,,,,,%s,,,,,,,
                """.formatted(
                        typed.written(FormField.HOUSEHOLD_BOOK_NO),
                        typed.written(FormField.COMMUNE_CODE),
                        typed.written(FormField.OLD_ID)));

        database.get(SourceImport.class).importResidenceBook(book, false, CITY, Progress.NONE);

        List<Person> people = people(typed);
        for (int tries = 0; tries < 400 && ids(people, Source.RESIDENCE_BOOK).isEmpty(); tries++) {
            pause();
            people = people(typed);
        }
        assertThat(people)
                .extracting(person ->
                        java.util.Objects.requireNonNull(person.record()).number())
                .containsExactly("X001");
    }

    @Test
    void moreRecordsThanTheMemoryMayHoldAreNotTakenIn() {
        ArrivalMemory small = new ArrivalMemory(
                database.get(LinkageRows.class),
                database.get(ComparisonStore.class),
                database.get(ArrivalQueries.class),
                database.transaction(),
                Clock.systemUTC(),
                1_000);

        for (int tries = 0; tries < 400 && small.state() != State.TOO_LARGE; tries++) {
            assertThat(small.current()).isEqualTo(Map.of());
            pause();
        }
        assertThat(small.state()).isEqualTo(State.TOO_LARGE);
        small.destroy();
    }
}
