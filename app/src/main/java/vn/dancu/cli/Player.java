package vn.dancu.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import vn.dancu.audit.AuditLog;
import vn.dancu.cli.db.DemoQueries;
import vn.dancu.cli.db.DemoQueries.OpenVerdict;
import vn.dancu.custody.BatchId;
import vn.dancu.custody.Custody;
import vn.dancu.custody.CustodyResult;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.intake.Forms;
import vn.dancu.journey.CancelReason;
import vn.dancu.journey.CorrectForm;
import vn.dancu.journey.Detours;
import vn.dancu.journey.FormJourney;
import vn.dancu.journey.HoldFor;
import vn.dancu.journey.PathView;
import vn.dancu.journey.Refusal;
import vn.dancu.journey.Remarks;
import vn.dancu.journey.StepReport;
import vn.dancu.quality.QualityService;
import vn.dancu.reconciliation.Decide;
import vn.dancu.reconciliation.ReconciliationService;
import vn.dancu.scanning.ScanLine;
import vn.dancu.scanning.ScanLists;
import vn.dancu.shared.Actor;
import vn.dancu.shared.Finding;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;

/**
 * Plays the officers of the invented city: every decision goes through the use case that the screen calls, by an actor
 * whose role and area allow it. What an officer would learn at the door or from a paper, the player takes from {@link
 * CitizensPapers}.
 */
final class Player {
    private static final int BATCH = 500;

    private final Forms forms;
    private final QualityService quality;
    private final ReconciliationService reconciliation;
    private final Custody custody;
    private final ScanLists scanLists;
    private final FormJourney journey;
    private final Detours detours;
    private final PathView path;
    private final AuditLog audit;
    private final DemoQueries queries;
    private final Officers officers;
    private final CitizensPapers papers;
    private final FormSet left;
    private final long seed;

    /** @param left forms that are not played: they wait for somebody at the screen */
    Player(Desk desk, Officers officers, CitizensPapers papers, FormSet left, long seed) {
        this.left = left;
        this.forms = desk.forms();
        this.quality = desk.quality();
        this.reconciliation = desk.reconciliation();
        this.custody = desk.custody();
        this.scanLists = desk.scanLists();
        this.journey = desk.journey();
        this.detours = desk.detours();
        this.path = desk.path();
        this.audit = desk.audit();
        this.queries = desk.queries();
        this.officers = officers;
        this.papers = papers;
        this.seed = seed;
    }

    /** The use cases that the screens call. */
    record Desk(
            Forms forms,
            QualityService quality,
            ReconciliationService reconciliation,
            Custody custody,
            ScanLists scanLists,
            FormJourney journey,
            Detours detours,
            PathView path,
            AuditLog audit,
            DemoQueries queries) {}

    /** Blocked forms go back with remarks, are put right from the citizen's papers, or wait for them. */
    int returnAndCorrect(FormSet blocked) {
        Map<FormId, List<Finding>> findings = quality.findings(blocked);
        officers.eachChief(
                blocked,
                (ward, chief) -> detours.returnForms(remarks(ward, findings), chief)
                        .advanced()
                        .size());
        FormSet waiting = correctFromPapers(blocked);
        officers.eachChief(
                waiting,
                (ward, chief) -> detours.hold(
                                ward,
                                new HoldFor(
                                        HoldFor.Whom.CITIZENS_PAPERS, "Công dân chưa xuất trình được giấy tờ", null),
                                chief)
                        .advanced()
                        .size());
        return blocked.size() - waiting.size();
    }

    /** One in three goes back with its remarks, and the collector has not answered yet. */
    int returnSome(FormSet blocked) {
        FormSet some = FormSet.ofKeys(
                LongStream.of(blocked.keys()).filter(key -> key % 3 == 0).toArray());
        Map<FormId, List<Finding>> findings = quality.findings(some);
        return officers.eachChief(
                some,
                (ward, chief) -> detours.returnForms(remarks(ward, findings), chief)
                        .advanced()
                        .size());
    }

    private static Collection<Remarks> remarks(FormSet ward, Map<FormId, List<Finding>> findings) {
        List<Remarks> remarks = new ArrayList<>();
        for (long key : ward.keys()) {
            FormId form = new FormId(key);
            Map<String, String> texts = new LinkedHashMap<>();
            for (Finding finding : findings.getOrDefault(form, List.of())) {
                texts.put(
                        finding.field(),
                        vn.dancu.shared.Texts.of(vn.dancu.shared.Texts.VIETNAMESE)
                                .finding(finding));
            }
            if (texts.isEmpty()) {
                texts.put("", "Cần kiểm tra lại");
            }
            remarks.add(new Remarks(form, texts));
        }
        return remarks;
    }

    /** Corrects what the papers prove wrong; answers the forms on which they prove nothing. */
    FormSet correctFromPapers(FormSet chosen) {
        Map<String, List<CorrectForm>> corrections = new HashMap<>();
        List<FormId> silent = new ArrayList<>();
        forms.stream(chosen, Forms.Order.ID, stored -> {
            Map<String, String> wrong = papers.wrongItems(stored.form().formNo());
            CollectionForm changed = stored.form();
            for (Map.Entry<String, String> item : wrong.entrySet()) {
                FormField field = FormField.byColumn(item.getKey()).orElse(null);
                if (field != null && field != FormField.FORM_NO) {
                    changed = changed.with(field, item.getValue());
                }
            }
            if (changed.equals(stored.form())) {
                silent.add(stored.id());
            } else {
                String commune = stored.form().written(FormField.COMMUNE_CODE);
                corrections
                        .computeIfAbsent(commune == null ? "" : commune, key -> new ArrayList<>())
                        .add(new CorrectForm(
                                stored.id(),
                                stored.version(),
                                changed,
                                CorrectForm.PaperRepair.AMENDED_AND_SIGNED,
                                Set.of("giấy khai sinh, sổ hộ khẩu")));
            }
        });
        corrections.forEach((commune, list) -> detours.correct(list, officers.deskOfficer(commune)));
        return FormSet.of(silent);
    }

    /** Whatever the comparison left open at CHECKED is settled as an officer with both stacks before her would. */
    void settle() {
        officers.eachChief(
                waiting("DUPLICATE"),
                (ward, chief) -> detours.cancel(ward, CancelReason.DUPLICATE, "Trùng phiếu, giữ phiếu lập trước", chief)
                        .advanced()
                        .size());
        accept("NOT_IN_BOOKS", "Đã xác minh: công dân cư trú thực tế tại địa bàn, chưa có tên trong sổ");
        accept("UNCERTAIN", "Đã đối chiếu trực tiếp với sổ và tàng thư");
        for (String outcome : List.of("DIFFERS", "NOT_IN_BOOKS", "UNCERTAIN")) {
            decide(queries.openVerdicts(waiting(outcome)));
        }
    }

    private FormSet waiting(String outcome) {
        return queries.checkedWithOutcome(outcome).without(left);
    }

    private void accept(String outcome, String reason) {
        officers.eachChief(
                waiting(outcome),
                (ward, chief) -> reconciliation.accept(ward, reason, chief).size());
    }

    private void decide(List<OpenVerdict> open) {
        Map<FormId, List<OpenVerdict>> byForm = new LinkedHashMap<>();
        for (OpenVerdict verdict : open) {
            byForm.computeIfAbsent(new FormId(verdict.formId()), key -> new ArrayList<>())
                    .add(verdict);
        }
        officers.eachChief(FormSet.of(byForm.keySet()), (ward, chief) -> {
            List<Decide> decisions = new ArrayList<>();
            for (long key : ward.keys()) {
                for (OpenVerdict verdict : byForm.getOrDefault(new FormId(key), List.of())) {
                    decisions.add(decision(verdict));
                }
            }
            return reconciliation.decide(decisions, chief).decided();
        });
    }

    /** The officer asks for the paper: it shows that the form is wrong, or that it is right. */
    private Decide decision(OpenVerdict verdict) {
        String truth = papers.trueValue(verdict.formNo(), verdict.field());
        return truth == null
                ? Decide.keepForm(
                        new FormId(verdict.formId()), verdict.version(), verdict.field(), "Giấy tờ khớp với phiếu")
                : Decide.byPaper(
                        new FormId(verdict.formId()),
                        verdict.version(),
                        verdict.field(),
                        truth,
                        "Theo giấy tờ công dân xuất trình",
                        "birth-certificate");
    }

    /** The ward's papers go to the province in numbered batches, counted by both sides. */
    void handOver(FormSet approved) {
        queries.byCommune(approved).forEach((commune, ward) -> {
            for (int from = 0; from < ward.size(); from += BATCH) {
                FormSet batch = ward.slice(from, Math.min(ward.size(), from + BATCH));
                String number = "LO-" + commune + "-" + (from / BATCH + 1);
                Actor chief = officers.chief(commune);
                if (custody.open(number, commune, batch, chief) instanceof CustodyResult.Done opened) {
                    BatchId id = opened.batch();
                    custody.give(id, batch.size(), chief);
                    custody.take(id, batch.size(), Officers.PROVINCE);
                }
            }
        });
    }

    /** The province's scanning office sends its list. */
    void scan(FormSet handedOver) {
        List<ScanLine> lines = new ArrayList<>();
        forms.stream(
                handedOver,
                Forms.Order.ID,
                stored -> lines.add(new ScanLine(
                        stored.form().formNo(), 2, Digest.sha256(stored.form().formNo() + seed))));
        scanLists.takeIn("Danh sách quét đợt 1", lines, Officers.PROVINCE);
    }

    /** What still asks for an explanation gets one, in writing. */
    int explain(FormSet reconciled) {
        return officers.eachChief(
                quality.unexplained(reconciled),
                (ward, chief) -> quality.liftAll(ward, "Đã kiểm tra tại hộ, giấy tờ đúng như phiếu", chief));
    }

    /** What does not plainly agree is looked at one by one before it is signed. */
    private void open(FormSet chosen, Actor chief) {
        audit.viewEach(
                chief,
                "form",
                "form",
                Arrays.stream(chosen.keys()).mapToObj(String::valueOf).toList(),
                "Việc cần làm: Chờ phê duyệt");
    }

    /** Each chief approves her own ward's. */
    Map<Refusal, Integer> approve(FormSet reconciled) {
        Map<Refusal, Integer> refused = new LinkedHashMap<>();
        officers.eachChief(reconciled, (ward, chief) -> {
            open(path.unopened(ward, chief), chief);
            StepReport report = journey.approve(ward, chief);
            report.refused().forEach((why, set) -> refused.merge(why, set.size(), Integer::sum));
            return report.advanced().size();
        });
        return refused;
    }
}
