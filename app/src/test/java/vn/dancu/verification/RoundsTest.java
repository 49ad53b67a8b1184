package vn.dancu.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dancu.TestDatabase;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.intake.Forms;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Role;
import vn.dancu.shared.sample.StratifiedDraw;

class RoundsTest {
    private static final String WARD = "00691";
    private static final AreaScope AREA = AreaScope.ofCommunes(Set.of(WARD));
    private static final Actor TYPIST = new Actor("nhap-00691", Role.COLLECTOR, AREA);
    private static final Actor TEAM = new Actor("doi-qlhc", Role.CITY_TEAM, AREA);
    private static final Actor CHIEF = new Actor("truong-00691", Role.CHIEF, AREA);
    private static final Actor STRANGER = new Actor("doi-khac", Role.CITY_TEAM, AreaScope.ofCommunes(Set.of("01234")));
    private static final Limits LIMITS = new Limits(.05, .10, .30, .10);
    private static final FormSet NONE = FormSet.ofKeys();

    private TestDatabase database;
    private Rounds rounds;
    private Sheets sheets;
    private Verification verification;
    private FormSet pool;

    /** Forty forms in four groups, two a household. */
    @BeforeEach
    void aWard() {
        database = TestDatabase.fresh().with("vn.dancu.intake", "vn.dancu.verification");
        rounds = database.get(Rounds.class);
        sheets = database.get(Sheets.class);
        verification = database.get(Verification.class);
        Forms forms = database.get(Forms.class);
        List<FormId> ids = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ids.add(forms.enter(aForm(i), Set.of(), TYPIST).entered().orElseThrow());
        }
        pool = FormSet.of(ids);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static CollectionForm aForm(int number) {
        return CollectionForm.of(new String[FormField.values().length])
                .with(FormField.FORM_NO, "HG" + (7_000_100 + number))
                .with(FormField.COLLECTOR, "khu-vuc-" + number % 2)
                .with(FormField.COMMUNE_CODE, WARD)
                .with(FormField.RESIDENTIAL_GROUP, "Tổ " + (1 + number / 10))
                .with(FormField.HOUSEHOLD_BOOK_NO, "02400" + number / 2)
                .with(FormField.FULL_NAME, "PHẠM VĂN BÌNH");
    }

    private static OpenRound command(String name, Round.Kind kind, long seed) {
        return new OpenRound(WARD, name, kind, true, LIMITS, .1, .2, .9, seed);
    }

    private Round opened(long seed, FormSet contradictory) {
        RoundResult result = rounds.open(command("Đợt 1", Round.Kind.SAMPLE, seed), pool, contradictory, TEAM);
        return rounds.find(((RoundResult.Done) result).round(), TEAM).orElseThrow();
    }

    private static RoundResult.Why why(RoundResult result) {
        return ((RoundResult.Refused) result).why();
    }

    private long[] drawn(Round round, int draw) {
        return database
                .jdbc()
                .sql("select form_id from verification.drawn_form where draw_id = :draw order by form_id")
                .param("draw", round.draws().get(draw).id())
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    private void visit(long[] forms, int wrong) {
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < forms.length; i++) {
            Visit.Answer answer = i < wrong ? Visit.Answer.differ("KHÁC", null) : Visit.Answer.AGREE;
            visits.add(new Visit(
                    new FormId(forms[i]),
                    1,
                    "phuc-tra-1",
                    database.clock().instant(),
                    Map.of(FormField.FULL_NAME, answer)));
        }
        assertThat(verification.record(visits, TEAM).refused()).isEmpty();
    }

    @Test
    void theSameSeedDrawsTheSameFormsGroupByGroup() {
        Round round = opened(7, NONE);
        TreeMap<String, long[]> strata = new TreeMap<>();
        for (int group = 0; group < 4; group++) {
            strata.put("Tổ " + (group + 1), Arrays.copyOfRange(pool.keys(), group * 10, group * 10 + 10));
        }
        long[] expected = StratifiedDraw.draw(strata, round.draw().size(), 7).values().stream()
                .flatMapToLong(Arrays::stream)
                .sorted()
                .toArray();

        assertThat(drawn(round, 0)).isEqualTo(expected);
        assertThat(round.lot()).isEqualTo(40);
        assertThat(round.draw().size()).isGreaterThan(4).isLessThan(40);
        assertThat(sheets.ofRound(round.id(), TEAM))
                .hasSizeLessThanOrEqualTo(round.draw().size());
    }

    @Test
    void contradictoryFormsAreVisitedAndNotCountedInTheSample() {
        Round round = opened(7, pool);

        assertThat(drawn(round, 0)).hasSize(round.draw().size());
        assertThat(sheets.ofRound(round.id(), TEAM).stream()
                        .mapToInt(sheet -> sheet.persons().size())
                        .sum())
                .isEqualTo(40);
    }

    @Test
    void aFormIsOfOneLotOnly() {
        opened(7, NONE);

        assertThat(why(rounds.open(command("Đợt 2", Round.Kind.CENSUS, 8), pool, NONE, TEAM)))
                .isEqualTo(RoundResult.Why.EMPTY_LOT);
    }

    @Test
    void aFurtherDrawNeedsAReasonAndIsShownWithTheOldOne() {
        Round round = opened(7, NONE);
        assertThat(why(rounds.redraw(round.id(), 8, " ", TEAM))).isEqualTo(RoundResult.Why.NO_REASON);

        rounds.redraw(round.id(), 8, "mẫu cũ thiếu tổ 4", TEAM);

        Round now = rounds.find(round.id(), TEAM).orElseThrow();
        assertThat(now.draws()).extracting(Round.Draw::reason).containsExactly("", "mẫu cũ thiếu tổ 4");
        assertThat(now.draws())
                .extracting(Round.Draw::mostWrong)
                .containsOnly(round.draw().mostWrong());
        assertThat(drawn(now, 1)).isNotEqualTo(drawn(now, 0));
    }

    @Test
    void aSampleIsNotDrawnAgainUntilItPleases() {
        Round round = opened(7, NONE);
        visit(drawn(round, 0), round.draw().mostWrong() + 1);

        assertThat(why(rounds.redraw(round.id(), 8, "chưa vừa ý", TEAM))).isEqualTo(RoundResult.Why.ALREADY_FAILED);
    }

    @Test
    void aBadLotIsSentBackWholeAndItsFormsWaitUntilTheyWereVisited() {
        Round round = opened(7, NONE);
        long[] sample = drawn(round, 0);
        assertThat(why(rounds.decide(round.id(), "", TEAM))).isEqualTo(RoundResult.Why.STILL_OPEN);
        assertThat(rounds.awaiting(pool)).isEqualTo(pool);
        visit(sample, round.draw().mostWrong() + 1);

        RoundResult result = rounds.decide(round.id(), "", TEAM);

        assertThat(((RoundResult.Done) result).picked()).isEqualTo(pool.without(FormSet.ofKeys(sample)));
        assertThat(rounds.find(round.id(), TEAM).orElseThrow().acceptance().outcome())
                .isEqualTo(Round.Acceptance.Outcome.SENT_BACK);
        assertThat(rounds.awaiting(pool)).isEqualTo(pool.without(FormSet.ofKeys(sample)));
        visit(pool.without(FormSet.ofKeys(sample)).keys(), 0);
        assertThat(rounds.awaiting(pool)).isEqualTo(NONE);
    }

    @Test
    void aGoodLotIsAcceptedAndItsFormsGoOn() {
        Round round = opened(7, NONE);
        visit(drawn(round, 0), round.draw().mostWrong());

        rounds.decide(round.id(), "đạt", TEAM);

        assertThat(rounds.awaiting(pool)).isEqualTo(NONE);
        Agreement agreement = rounds.agreement(rounds.find(round.id(), TEAM).orElseThrow());
        assertThat(agreement.whole().asked()).isEqualTo(round.draw().size());
        assertThat(agreement.whole().low())
                .isLessThanOrEqualTo(
                        (double) agreement.whole().right() / agreement.whole().asked());
        assertThat(agreement.byCollector().stream()
                        .mapToInt(Agreement.Rate::asked)
                        .sum())
                .isEqualTo(round.draw().size());
        assertThat(agreement.byField()).extracting(Agreement.Rate::name).containsExactly("full_name");
    }

    @Test
    void onlyTheCityTeamOfTheAreaPlans() {
        assertThat(why(rounds.open(command("Đợt 1", Round.Kind.SAMPLE, 7), pool, NONE, CHIEF)))
                .isEqualTo(RoundResult.Why.WRONG_ROLE);
        assertThat(why(rounds.open(command("Đợt 1", Round.Kind.SAMPLE, 7), pool, NONE, STRANGER)))
                .isEqualTo(RoundResult.Why.OUTSIDE_AREA);
        Round round = opened(7, NONE);

        assertThat(rounds.list(STRANGER)).isEmpty();
        assertThat(rounds.find(round.id(), STRANGER)).isEmpty();
        assertThat(sheets.ofRound(round.id(), STRANGER)).isEmpty();
        assertThat(sheets.byNumber("1-1", STRANGER)).isEmpty();
        assertThat(sheets.byNumber("1–0001", TEAM)).isPresent();
        assertThat(why(rounds.decide(round.id(), "", STRANGER))).isEqualTo(RoundResult.Why.NO_SUCH_ROUND);
        assertThat(why(rounds.redraw(round.id(), 8, "x", CHIEF))).isEqualTo(RoundResult.Why.WRONG_ROLE);
    }
}
