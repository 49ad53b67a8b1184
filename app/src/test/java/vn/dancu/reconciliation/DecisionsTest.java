package vn.dancu.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.TestDatabase;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.Correction;
import vn.dancu.intake.EnterResult;
import vn.dancu.intake.FormField;
import vn.dancu.intake.Forms;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;
import vn.dancu.shared.Role;
import vn.dancu.sources.ResidenceField;
import vn.dancu.sources.SourceImport;

class DecisionsTest {
    private static final Actor CHIEF = actor(Role.CHIEF, "00688");
    private static final Actor OTHER_CHIEF = actor(Role.CHIEF, "00691");

    @TempDir
    private static Path folder;

    private static TestDatabase database;
    private static Forms forms;
    private static ReconciliationService reconciliation;
    private static int number;

    /** Writes a female for a male: the book says otherwise. */
    private FormId differing;

    private FormId agreeing;
    private FormId unknown;

    DecisionsTest() {
        differing = new FormId(0);
        agreeing = new FormId(0);
        unknown = new FormId(0);
    }

    @BeforeAll
    static void open() throws IOException {
        database = TestDatabase.fresh().with("vn.dancu.intake", "vn.dancu.sources", "vn.dancu.reconciliation");
        forms = database.get(Forms.class);
        reconciliation = database.get(ReconciliationService.class);
        StringBuilder csv = new StringBuilder(Stream.of(ResidenceField.values())
                        .map(ResidenceField::column)
                        .collect(Collectors.joining(",")))
                .append('\n');
        for (int i = 0; i < 200; i++) {
            csv.append(bookLine(i)).append('\n');
        }
        Path file = folder.resolve("residence-book.csv");
        Files.writeString(file, csv);
        database.get(SourceImport.class).importResidenceBook(file, false, Actor.commandLine("test"), Progress.NONE);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void compare() {
        differing = enter(number, "Nữ");
        agreeing = enter(number + 1, "Nam");
        unknown = enter(1_000 + number, "Nam");
        number += 2;
        reconciliation.compare(forms.all(), Progress.NONE);
    }

    @Test
    void aFormIsUnsettledUntilEveryDifferenceIsDecided() {
        FormSet all = FormSet.of(List.of(differing, agreeing, unknown));

        FormSet before = reconciliation.unsettled(all);
        DecideReport report = reconciliation.decide(List.of(Decide.keepForm(differing, 1, "sex", "Đúng")), CHIEF);
        FormSet accepted = reconciliation.accept(all, "Cư trú thực tế", CHIEF);

        assertThat(before).isEqualTo(FormSet.of(List.of(differing, unknown)));
        assertThat(report).isEqualTo(new DecideReport(1, List.of()));
        assertThat(accepted).isEqualTo(FormSet.of(unknown));
        assertThat(reconciliation.unsettled(all)).isEqualTo(FormSet.ofKeys());
        assertThat(reconciliation.decidedValues(all)).isEmpty();
    }

    @Test
    void aDecisionForTheBookGivesTheBooksValue() {
        reconciliation.decide(List.of(Decide.bySource(differing, 1, "sex", Source.RESIDENCE_BOOK, "Theo sổ")), CHIEF);

        assertThat(reconciliation.decidedValues(FormSet.of(differing)))
                .isEqualTo(Map.of(differing, Map.of("sex", "Nam")));
    }

    @Test
    void theLatestStandingDecisionCounts() {
        reconciliation.decide(List.of(Decide.bySource(differing, 1, "sex", Source.RESIDENCE_BOOK, "Theo sổ")), CHIEF);
        reconciliation.decide(
                List.of(Decide.byPaper(differing, 1, "sex", "Nữ", "Theo giấy khai sinh", "birth-certificate")), CHIEF);
        long last = reconciliation
                .comparison(differing, "đối chiếu", CHIEF)
                .orElseThrow()
                .decisions()
                .get(1)
                .id();

        assertThat(reconciliation.decidedValues(FormSet.of(differing)))
                .isEqualTo(Map.of(differing, Map.of("sex", "Nữ")));
        assertThat(reconciliation.undo(differing, last, OTHER_CHIEF)).isFalse();
        assertThat(reconciliation.undo(differing, last, CHIEF)).isTrue();
        assertThat(reconciliation.undo(differing, last, CHIEF)).isFalse();
        assertThat(reconciliation.decidedValues(FormSet.of(differing)))
                .isEqualTo(Map.of(differing, Map.of("sex", "Nam")));
        assertThat(reconciliation
                        .comparison(differing, "đối chiếu", CHIEF)
                        .orElseThrow()
                        .decisions())
                .extracting(Comparison.DecisionTaken::undoneBy)
                .containsExactly(null, CHIEF.login());
    }

    @Test
    void aDecisionThatBreaksARuleIsRefusedAndTheOthersAreKept() {
        Decide good = Decide.keepForm(differing, 1, "sex", "Đúng");
        Decide stale = Decide.keepForm(differing, 2, "sex", "Đúng");
        Decide nothing = Decide.keepForm(differing, 1, "religion", "Đúng");
        Decide noReason = Decide.keepForm(differing, 1, "sex", " ");
        Decide noValue = Decide.bySource(differing, 1, "sex", Source.ARCHIVE, "Theo tàng thư");

        DecideReport report = reconciliation.decide(List.of(stale, good, nothing, noReason, noValue), CHIEF);

        assertThat(report)
                .isEqualTo(new DecideReport(
                        1,
                        List.of(
                                new DecideReport.Refused(stale, DecideReport.Why.STALE_VERSION),
                                new DecideReport.Refused(nothing, DecideReport.Why.NOTHING_TO_DECIDE),
                                new DecideReport.Refused(noReason, DecideReport.Why.NO_REASON),
                                new DecideReport.Refused(noValue, DecideReport.Why.NO_VALUE))));
    }

    @Test
    void onlyOfficersOfTheAreaDecide() {
        Decide decision = Decide.keepForm(differing, 1, "sex", "Đúng");

        assertThat(reconciliation.decide(List.of(decision), OTHER_CHIEF).refused())
                .containsExactly(new DecideReport.Refused(decision, DecideReport.Why.NOT_FOUND));
        for (Role role :
                EnumSet.of(Role.INSPECTOR, Role.AUDITOR, Role.ADMINISTRATOR, Role.ARCHIVIST, Role.PROVINCE_OPERATOR)) {
            assertThat(reconciliation
                            .decide(List.of(decision), actor(role, "00688"))
                            .refused())
                    .containsExactly(new DecideReport.Refused(decision, DecideReport.Why.WRONG_ROLE));
            assertThat(reconciliation.accept(FormSet.of(unknown), "Đúng", actor(role, "00688")))
                    .isEqualTo(FormSet.ofKeys());
        }
        assertThat(reconciliation.accept(FormSet.of(unknown), "Đúng", OTHER_CHIEF))
                .isEqualTo(FormSet.ofKeys());
    }

    @Test
    void aNewVersionIsUnsettledUntilItIsComparedAgain() {
        CollectionForm changed =
                forms.find(differing, CHIEF).orElseThrow().form().with(FormField.SEX, "Nam");
        database.transaction()
                .executeWithoutResult(status -> forms.correct(
                        List.of(new Correction(differing, 1, changed)),
                        CHIEF,
                        database.clock().instant()));

        FormSet before = reconciliation.unsettled(FormSet.of(differing));
        CompareReport report = reconciliation.compare(FormSet.of(differing), Progress.NONE);

        assertThat(before).isEqualTo(FormSet.of(differing));
        assertThat(report.of(Outcome.AGREES)).isEqualTo(1);
        assertThat(reconciliation.unsettled(FormSet.of(differing))).isEqualTo(FormSet.ofKeys());
    }

    @Test
    void aWithdrawnFormMakesNoOtherADuplicate() {
        FormId spoiled = enter(number, "Nam");
        FormId rewritten = enter(number, "Nam");
        number++;
        reconciliation.compare(forms.all(), Progress.NONE);
        Outcome asDuplicate = outcome(rewritten);

        reconciliation.withdraw(FormSet.of(spoiled));
        reconciliation.compare(forms.all(), Progress.NONE);

        assertThat(asDuplicate).isEqualTo(Outcome.DUPLICATE);
        assertThat(outcome(rewritten)).isEqualTo(Outcome.AGREES);
        assertThat(reconciliation.comparison(spoiled, "đối chiếu", CHIEF)).isEmpty();
    }

    private static @Nullable Outcome outcome(FormId form) {
        return reconciliation
                .comparison(form, "đối chiếu", CHIEF)
                .map(Comparison::outcome)
                .orElse(null);
    }

    private static Actor actor(Role role, String commune) {
        return new Actor(
                role.name().toLowerCase(java.util.Locale.ROOT) + "." + commune,
                role,
                AreaScope.ofCommunes(Set.of(commune)));
    }

    private static final String[] SURNAMES = {"NGUYỄN", "TRẦN", "LÊ", "PHẠM", "HOÀNG", "VŨ", "ĐẶNG", "BÙI"};
    private static final String[] GIVEN = {
        "AN", "BÌNH", "CƯỜNG", "DŨNG", "HẢI", "KHÁNH", "LONG", "MINH", "PHÚC", "QUANG", "SƠN"
    };

    private static String name(int person) {
        return SURNAMES[person % SURNAMES.length] + " VĂN " + GIVEN[person % GIVEN.length];
    }

    private static String birth(int person) {
        return String.format("%d-%02d-%02d", 1950 + person % 50, 1 + person % 12, 1 + person * 7 % 28);
    }

    private static String id(int person) {
        return String.format("0020%02d9%05d", (1950 + person % 50) % 100, person * 97 % 100_000);
    }

    private static String bookLine(int person) {
        Map<String, String> values = Map.of(
                "entry_no",
                "S" + person,
                "book_kind",
                "permanent",
                "household_book_no",
                "02000" + (1_000 + person),
                "commune_code",
                "00688",
                "residential_group",
                "Tổ 1",
                "full_name",
                name(person),
                "birth_date",
                birth(person),
                "sex",
                "Nam",
                "personal_id",
                id(person));
        return Stream.of(ResidenceField.values())
                .map(field -> values.getOrDefault(field.column(), ""))
                .collect(Collectors.joining(","));
    }

    private static FormId enter(int person, String sex) {
        @Nullable String[] items = new @Nullable String[FormField.values().length];
        items[FormField.FORM_NO.ordinal()] = "P" + person + "-" + forms.all().size();
        items[FormField.COLLECTED_ON.ordinal()] = "2020-07-01";
        items[FormField.COMMUNE_CODE.ordinal()] = "00688";
        items[FormField.RESIDENTIAL_GROUP.ordinal()] = "Tổ 1";
        items[FormField.FULL_NAME.ordinal()] = name(person);
        items[FormField.BIRTH_DATE.ordinal()] = birth(person);
        items[FormField.SEX.ordinal()] = sex;
        items[FormField.PERSONAL_ID.ordinal()] = id(person);
        items[FormField.PERMANENT_CODE.ordinal()] = "00688";
        items[FormField.HOUSEHOLD_BOOK_NO.ordinal()] = "02000" + (1_000 + person);
        EnterResult result = forms.enter(CollectionForm.of(items), Set.of(), CHIEF);
        assertThat(result).isInstanceOf(EnterResult.Entered.class);
        return ((EnterResult.Entered) result).form();
    }
}
