package vn.dancu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.dancu.audit.AuditLog;
import vn.dancu.cli.db.DemoQueries;
import vn.dancu.cli.db.ResultQueries;
import vn.dancu.custody.Custody;
import vn.dancu.intake.Forms;
import vn.dancu.journey.Detours;
import vn.dancu.journey.FormJourney;
import vn.dancu.journey.PathView;
import vn.dancu.journey.Refusal;
import vn.dancu.journey.Stage;
import vn.dancu.journey.WorkQueues;
import vn.dancu.quality.QualityService;
import vn.dancu.reconciliation.ReconciliationService;
import vn.dancu.reporting.ProgressFigures;
import vn.dancu.scanning.ScanLists;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormSet;

/**
 * The whole path of an invented city: the machine's part as a batch takes it, the officers' part played through the use
 * cases that the screens call. Nothing here writes a stage; running it again goes on where it stopped.
 */
final class Demo {
    private final Session session;
    private final Console console;
    private final Path city;
    private final long seed;
    private final boolean isBusy;
    private final Steps steps;
    private final Actor self;
    private final FormJourney journey;
    private final Map<Refusal, Integer> refused = new LinkedHashMap<>();

    /** @param isBusy whether work is to wait in every ward at every place of the path, as in the middle of the campaign */
    Demo(Session session, Console console, Path city, long seed, boolean isBusy, Steps steps) {
        this.session = session;
        this.console = console;
        this.city = city;
        this.seed = seed;
        this.isBusy = isBusy;
        this.steps = steps;
        this.self = Session.commandLine();
        this.journey = session.bean(FormJourney.class);
    }

    /** Takes every form as far as its papers carry it, and judges what the program found against the truth. */
    ClosingTable run() throws IOException {
        BatchPath batch = new BatchPath(session, console, steps);
        batch.importAll(new BatchPath.Files(
                null,
                null,
                city.resolve("residence-book.csv"),
                city.resolve("archive.csv"),
                city.resolve("forms.csv"),
                null));
        DemoCampaign campaign =
                new DemoCampaign(session, new Officers(session.bean(DemoQueries.class), DemoSettings.communes()), seed);
        campaign.targets(DemoSettings.targetsDay(city.resolve("targets.csv")));
        Reverification.places(session, city.resolve("places.csv"), self);
        ReconciliationService reconciliation = session.bean(ReconciliationService.class);
        FormSet collected = batch.collect();
        batch.check(journey.at(Stage.COLLECTED, self));
        batch.compare(session.bean(Forms.class).all());
        List<Judgement.Measure> measures = isUntouched() ? judge().measures() : List.of();
        batch.reconcile();
        playOfficers(batch, collected, reconciliation);
        console.say("✓ Chiến dịch: " + campaign.outreach() + " dòng tuyên truyền, " + campaign.reasons()
                + " lý do chưa có phiếu, " + campaign.announcements(DemoSettings.names())
                + " thông báo kèm buổi thu nhận");
        steps.run("Lập việc cần làm", () -> session.bean(WorkQueues.class).bringAllUpToDate(console));
        session.bean(ProgressFigures.class).bringUpToDate();
        return new ClosingTable(
                steps,
                measures,
                session.bean(ResultQueries.class).counts(),
                session.bean(DemoQueries.class).stages(),
                refused);
    }

    /** Whether the program has worked by itself so far: once officers have corrected, the truth is no measure any more. */
    private boolean isUntouched() {
        return Set.of(Stage.COLLECTED.name(), Stage.CHECKED.name())
                .containsAll(session.bean(DemoQueries.class).stages().keySet());
    }

    private Judgement judge() throws IOException {
        if (!Files.exists(city.resolve("truth-links.csv"))) {
            throw new IOException("no truth in " + city);
        }
        Judgement judgement = new Judgement(Truth.read(city));
        ResultQueries results = session.bean(ResultQueries.class);
        results.findings(judgement::take);
        results.links(judgement::take);
        results.verdicts(judgement::take);
        return judgement;
    }

    private void playOfficers(BatchPath batch, FormSet collected, ReconciliationService reconciliation)
            throws IOException {
        DemoQueries queries = session.bean(DemoQueries.class);
        int all = session.bean(Forms.class).all().size();
        Unfinished unfinished = isBusy
                ? Unfinished.ofABusyDay(queries, all, DemoSettings.communes())
                : Unfinished.forVisitors(queries, all);
        FormSet left = unfinished.untouched();
        QualityService quality = session.bean(QualityService.class);
        Officers officers = new Officers(queries, DemoSettings.communes());
        CitizensPapers papers = CitizensPapers.read(city.resolve("truth-errors.csv"));
        Reverification reverification = new Reverification(session, officers.cityTeam(), papers, seed);
        FormSet toVisit = isBusy
                ? FormSet.ofKeys()
                : queries.households(Reverification.LEFT_IN, all / Unfinished.FOR_VISITING)
                        .without(left);
        Player player = new Player(
                new Player.Desk(
                        session.bean(Forms.class),
                        quality,
                        reconciliation,
                        session.bean(Custody.class),
                        session.bean(ScanLists.class),
                        journey,
                        session.bean(Detours.class),
                        session.bean(PathView.class),
                        session.bean(AuditLog.class),
                        queries),
                officers,
                papers,
                left,
                seed);
        FormSet contradictory = quality.blocked(collected);
        steps.run(
                "Trả lại, chỉnh sửa",
                () -> player.returnAndCorrect(journey.at(Stage.COLLECTED, self).without(left)));
        repair(batch, left);
        steps.run("Quyết định mục sai lệch", () -> {
            FormSet open = journey.at(Stage.CHECKED, self).without(left);
            player.settle();
            return open.size();
        });
        batch.reconcile();
        steps.run("Phúc tra", () -> {
            FormSet before = journey.at(Stage.RECONCILED, self).without(left).without(toVisit);
            player.correctFromPapers(reverification.visitSamples(before, contradictory.and(before)));
            player.correctFromPapers(reverification.accept());
            reverification.leave(journey.at(Stage.RECONCILED, self).and(toVisit));
            return before.size();
        });
        repair(batch, left);
        player.settle();
        batch.reconcile();
        steps.run(
                "Giải trình",
                () -> player.explain(journey.at(Stage.RECONCILED, self).without(left)));
        if (isBusy) {
            steps.run(
                    "Trả lại",
                    () -> player.returnSome(journey.at(Stage.COLLECTED, self).and(left)));
        }
        steps.run("Phê duyệt", () -> {
            FormSet ready = journey.at(Stage.RECONCILED, self)
                    .without(left)
                    .without(toVisit)
                    .without(unfinished.beforeApproval());
            refused.putAll(player.approve(ready));
            return ready.size()
                    - refused.values().stream().mapToInt(Integer::intValue).sum();
        });
        steps.run("Bàn giao", () -> {
            FormSet approved = journey.at(Stage.APPROVED, self).without(unfinished.beforeHandOver());
            player.handOver(approved);
            return journey.handOver(approved, Officers.PROVINCE).advanced().size();
        });
        steps.run("Quét", () -> {
            FormSet handedOver = journey.at(Stage.APPROVED, self)
                    .without(unfinished.beforeHandOver())
                    .without(unfinished.beforeScan());
            player.scan(handedOver);
            return journey.scan(handedOver, Officers.PROVINCE).advanced().size();
        });
        steps.run("Nhập CSDL", () -> {
            FormSet scanned = journey.at(Stage.APPROVED, self)
                    .without(unfinished.beforeHandOver())
                    .without(unfinished.beforeScan())
                    .without(unfinished.beforeRegister());
            return journey.register(scanned, Officers.PROVINCE).advanced().size();
        });
    }

    /** Corrected forms are checked and compared again. */
    private void repair(BatchPath batch, FormSet left) {
        FormSet corrected = journey.at(Stage.COLLECTED, self).without(left);
        if (!corrected.isEmpty()) {
            batch.check(corrected);
            batch.compare(corrected);
            batch.reconcile();
        }
    }

    /** Whether the simulator has finished writing this city. */
    static boolean isWritten(Path city) {
        return List.of("forms.csv", "residence-book.csv", "archive.csv", "truth-links.csv", "truth-errors.csv").stream()
                .allMatch(name -> Files.exists(city.resolve(name)));
    }
}
