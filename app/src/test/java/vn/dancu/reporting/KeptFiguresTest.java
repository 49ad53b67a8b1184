package vn.dancu.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dancu.reporting.Campaign.CHIEF;
import static vn.dancu.reporting.Campaign.OTHER_WARD;
import static vn.dancu.reporting.Campaign.TYPIST;
import static vn.dancu.reporting.Campaign.WARD;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dancu.intake.FormField;
import vn.dancu.journey.CancelReason;
import vn.dancu.journey.CorrectForm;
import vn.dancu.journey.HoldFor;
import vn.dancu.journey.Remarks;
import vn.dancu.reporting.db.KeptGroups;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FiguresAsOf;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;
import vn.dancu.shared.Refreshing;

/** Figures that are kept by group stay those of the forms, whatever is done to whichever form. */
class KeptFiguresTest {
    private Campaign campaign;

    @BeforeEach
    void open() {
        campaign = new Campaign();
    }

    @AfterEach
    void close() {
        campaign.close();
    }

    /** What the forms themselves say, by unit and measure. */
    private List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        // Not by ProgressFigures: where counting is slow, it tells the figures of before.
        KeptFigures.Snapshot snapshot = campaign.database.get(KeptFigures.class).look(Duration.ofDays(1));
        for (String ward : List.of(WARD, OTHER_WARD, "")) {
            List<AreaCounts> kept = snapshot.groups().values().stream()
                    .flatMap(List::stream)
                    .flatMap(group -> group.counts().stream())
                    .filter(line -> ward.isEmpty() || ward.equals(line.commune()))
                    .toList();
            for (Measure measure : Measure.values()) {
                for (String group : List.of("", "Tổ 3", "Tổ 4")) {
                    long counted = kept.stream()
                            .filter(line -> group.isEmpty() || group.equals(line.group()))
                            .mapToLong(line -> line.counts().of(measure))
                            .sum();
                    int listed = campaign.figures
                            .behind(new BehindFigure(measure, ward, group, ""), 0, 1000, Campaign.TEAM_EVERYWHERE)
                            .size();
                    if (counted != listed) {
                        wrong.add(ward + "/" + group + " " + measure + ": kept " + counted + ", are " + listed);
                    }
                }
            }
        }
        return wrong;
    }

    @Test
    void keptFiguresFollowEveryActAtEveryForm() {
        Random random = new Random(11);
        List<FormId> forms = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            String number = "HG30000" + (10 + i);
            forms.add(new FormId(campaign.entered(Campaign.aForm(number, i % 3 == 0 ? OTHER_WARD : WARD)
                            .with(FormField.RESIDENTIAL_GROUP, i % 2 == 0 ? "Tổ 3" : "Tổ 4"))
                    .keys()[0]));
        }
        for (int round = 0; round < 12; round++) {
            for (int act = 0; act < 6; act++) {
                act(random, forms.get(random.nextInt(forms.size())));
            }
            campaign.hoursLater(1 + random.nextInt(80));
            assertThat(wrong()).as("round " + round).isEmpty();
        }
    }

    private void act(Random random, FormId form) {
        FormSet one = FormSet.of(form);
        switch (random.nextInt(9)) {
            case 0, 1 -> campaign.journey.check(one, TYPIST, Progress.NONE);
            case 2 -> campaign.reconciliation.compare(one, Progress.NONE);
            case 3 -> campaign.reconcile(one);
            case 4 -> campaign.approve(one);
            case 5 -> campaign.detours.hold(one, new HoldFor(HoldFor.Whom.ABSENT_PERSON, "Đi làm xa", null), CHIEF);
            case 6 -> campaign.detours.resume(one, CHIEF);
            case 7 -> campaign.detours.returnForms(List.of(new Remarks(form, Map.of("", "Xem lại"))), CHIEF);
            default -> {
                campaign.detours.correct(
                        List.of(new CorrectForm(
                                form,
                                campaign.forms
                                        .find(form, Campaign.TEAM_EVERYWHERE)
                                        .orElseThrow()
                                        .version(),
                                campaign.forms
                                        .find(form, Campaign.TEAM_EVERYWHERE)
                                        .orElseThrow()
                                        .form()
                                        .with(FormField.SEX, random.nextBoolean() ? "Nam" : "")
                                        .with(FormField.RESIDENTIAL_GROUP, random.nextBoolean() ? "Tổ 3" : "Tổ 4"),
                                CorrectForm.PaperRepair.AMENDED_AND_SIGNED,
                                Set.of("giấy khai sinh"))),
                        TYPIST);
                if (random.nextInt(3) == 0) {
                    campaign.detours.cancel(one, CancelReason.DUPLICATE, "trùng", CHIEF);
                }
            }
        }
    }

    @Test
    void onlyGroupsInWhichSomethingChangedAreCountedAnew() {
        campaign.entered(WARD, "HG3000101");
        FormSet other = campaign.entered(OTHER_WARD, "HG3000102");
        campaign.figures.bringUpToDate();
        KeptGroups kept = campaign.database.get(KeptGroups.class);
        long before = kept.since(0).lastCount();

        campaign.journey.check(other, TYPIST, Progress.NONE);
        campaign.figures.bringUpToDate();

        assertThat(kept.since(before).groups())
                .extracting(KeptGroups.Figures::place)
                .containsExactly(new KeptGroups.Place(OTHER_WARD, "Tổ 3"));
        assertThat(kept.since(kept.since(0).lastCount()).groups()).isEmpty();
    }

    @Test
    void whatIsKeptOutlivesTheProgramWithItsMoment() {
        campaign.entered(WARD, "HG3000201");
        FiguresAsOf<List<StageTime>> counted = campaign.figures.stageTimes(AreaScope.EVERYWHERE, "");
        campaign.hoursLater(1);

        Refreshing.Counted<List<StageTime>> known =
                campaign.database.get(KeptStageTimes.class).known().orElseThrow();

        assertThat(counted.figures()).isNotEmpty();
        assertThat(known.figures().figures()).containsAll(counted.figures());
        assertThat(known.figures().at()).isEqualTo(counted.at());
    }

    @Test
    void whoAsksBeforeAnythingIsCountedWaitsAMomentAndNoLonger() {
        Refreshing<String> slow = new Refreshing<>(
                "slow",
                Duration.ofSeconds(1),
                20,
                campaign.database.clock(),
                java.util.Optional::empty,
                () -> Refreshing.measured(campaign.database.clock().instant(), () -> {
                    try {
                        Thread.sleep(1_500);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return "counted";
                }));

        assertThat(slow.get(Duration.ofMillis(50), "not yet").figures()).isEqualTo("not yet");
        assertThat(slow.get().figures()).isEqualTo("counted");
        assertThat(slow.get(Duration.ofMillis(1), "not yet").figures()).isEqualTo("counted");
    }
}
