package vn.dancu.reporting;

import java.time.Duration;
import java.util.Arrays;
import vn.dancu.OnThePath;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;
import vn.dancu.shared.Role;

/** Some days of a campaign on a database of its own, with invented people of two wards. */
final class Campaign extends OnThePath {
    static final AreaScope CITY_AREA = TEAM.scope();
    static final Actor TYPIST = new Actor("nhap-00691", Role.COLLECTOR, CITY_AREA);

    static final Actor TEAM_EVERYWHERE = new Actor("pc06", Role.PROVINCE_OPERATOR, AreaScope.EVERYWHERE);

    final Days days = database.get(Days.class);
    final ProgressFigures figures = database.get(ProgressFigures.class);

    Campaign() {
        super("vn.dancu.campaign", "vn.dancu.job", "vn.dancu.reporting");
    }

    /** A form without any fault. */
    static CollectionForm aForm(String formNo, String ward) {
        String name = "PHẠM VĂN " + givenName(formNo);
        return aForm(formNo)
                .with(FormField.COMMUNE_CODE, ward)
                .with(FormField.PERMANENT_CODE, ward)
                .with(FormField.FULL_NAME, name)
                .with(FormField.HEAD_NAME, name)
                .with(FormField.BLOOD_GROUP, "O")
                .with(FormField.ETHNICITY, "Tày")
                .with(FormField.RELIGION, "Phật giáo");
    }

    FormSet entered(CollectionForm form) {
        return FormSet.of(entered(form, TYPIST));
    }

    FormSet entered(String ward, String... numbers) {
        return FormSet.ofKeys(Arrays.stream(numbers)
                .flatMapToLong(
                        number -> Arrays.stream(entered(aForm(number, ward)).keys()))
                .toArray());
    }

    /** Checked, compared, accepted as not in the books, reconciled. */
    void reconcile(FormSet chosen) {
        journey.check(chosen, TYPIST, Progress.NONE);
        settle(chosen);
        journey.reconcile(chosen, TYPIST);
    }

    /** The chief opens each form, as what is not in the books must be seen, and signs. */
    void approve(FormSet chosen) {
        opened(chosen, CHIEF);
        journey.approve(chosen, CHIEF);
    }

    void hoursLater(int hours) {
        database.clock().advance(Duration.ofHours(hours));
    }

    long count(Measure measure, AreaScope scope) {
        return figures.counts(scope, "").figures().stream()
                .mapToLong(line -> line.counts().of(measure))
                .sum();
    }
}
