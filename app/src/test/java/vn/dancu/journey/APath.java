package vn.dancu.journey;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.dancu.OnThePath;
import vn.dancu.TestDatabase;
import vn.dancu.custody.BatchId;
import vn.dancu.custody.Custody;
import vn.dancu.custody.CustodyResult;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.quality.QualityService;
import vn.dancu.scanning.ScanLine;
import vn.dancu.scanning.ScanLists;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;
import vn.dancu.shared.Role;
import vn.dancu.verification.Verification;
import vn.dancu.verification.Visit;

/** The path on a database of its own, with invented officers of two wards. */
final class APath extends OnThePath {
    static final Actor COLLECTOR = new Actor("khu-vuc-3", Role.COLLECTOR, AreaScope.ofGroups(Set.of(WARD + "/Tổ 3")));
    static final Actor TYPIST = new Actor("nhap-00691", Role.COLLECTOR, AreaScope.ofCommunes(Set.of(WARD)));
    static final Actor DEPUTY = new Actor("pho-00691", Role.CHIEF, AreaScope.ofCommunes(Set.of(WARD)));
    static final Actor OTHER_CHIEF = new Actor("truong-00692", Role.CHIEF, AreaScope.ofCommunes(Set.of(OTHER_WARD)));
    static final Actor PROVINCE = new Actor("pc06", Role.PROVINCE_OPERATOR, AreaScope.EVERYWHERE);
    static final Actor INSPECTOR = new Actor("c06", Role.INSPECTOR, AreaScope.EVERYWHERE);

    final PathView view = database.get(PathView.class);
    final Routes routes = database.get(Routes.class);
    final QualityService quality = database.get(QualityService.class);
    final Verification verification = database.get(Verification.class);
    final Custody custody = database.get(Custody.class);
    final ScanLists scanLists = database.get(ScanLists.class);

    TestDatabase database() {
        return database;
    }

    FormId entered(CollectionForm form) {
        return entered(form, TYPIST);
    }

    /** Checked, compared, accepted as not in the books, and reconciled. */
    FormSet reconciled(String... formNumbers) {
        FormSet chosen = FormSet.of(Arrays.stream(formNumbers)
                .map(number -> entered(aForm(number)
                        .with(FormField.FULL_NAME, "PHẠM VĂN LONG " + givenName(number))
                        .with(FormField.HEAD_NAME, "PHẠM VĂN LONG " + givenName(number))))
                .toList());
        journey.check(chosen, TYPIST, Progress.NONE);
        settle(chosen);
        journey.reconcile(chosen, TYPIST);
        opened(chosen, CHIEF, DEPUTY);
        return chosen;
    }

    void visit(FormSet chosen, Visit.Answer answer) {
        verification.record(
                Arrays.stream(chosen.keys())
                        .mapToObj(key -> new Visit(
                                new FormId(key),
                                1,
                                "doi-qlhc-2",
                                database.clock().instant(),
                                Map.of(FormField.FULL_NAME, answer)))
                        .toList(),
                TEAM);
    }

    BatchId givenAndTaken(String number, FormSet chosen) {
        BatchId batch = opened(number, chosen);
        custody.give(batch, chosen.size(), CHIEF);
        custody.take(batch, chosen.size(), PROVINCE);
        return batch;
    }

    BatchId opened(String number, FormSet chosen) {
        if (custody.open(number, WARD, chosen, CHIEF) instanceof CustodyResult.Done done) {
            return done.batch();
        }
        throw new AssertionError("the batch was not opened");
    }

    void scanned(FormSet chosen) {
        List<ScanLine> lines = Arrays.stream(chosen.keys())
                .mapToObj(key -> new ScanLine(
                        forms.find(new FormId(key), PROVINCE)
                                .orElseThrow()
                                .form()
                                .formNo(),
                        2,
                        String.format("%064x", key)))
                .toList();
        scanLists.takeIn("danh sách", lines, PROVINCE);
    }

    FormState state(FormId form) {
        return view.state(form, PROVINCE).orElseThrow();
    }

    Stage stage(FormId form) {
        return state(form).stage();
    }

    static FormId first(FormSet chosen) {
        return new FormId(chosen.keys()[0]);
    }
}
