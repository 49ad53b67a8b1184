package vn.dancu.quality;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.intake.Forms;
import vn.dancu.intake.StoredForm;
import vn.dancu.quality.db.FindingStore.Found;
import vn.dancu.quality.db.RelatedForms;
import vn.dancu.quality.domain.CheckEngine;
import vn.dancu.reference.ReferenceLists;
import vn.dancu.reference.Units;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;
import vn.dancu.shared.Finding;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;
import vn.dancu.shared.Severity;

/**
 * Brings a set of forms, their households and their batch before the rules. A large set is judged in one pass over all
 * forms; for a small one the household and the forms that share a number or a name are looked up, and what comes out is
 * the same.
 */
@Component
class CheckRun {
    /** Contradictions of the number that a second officer may confirm. */
    static final Set<String> CONFIRMABLE = Set.of(
            "F102_PERSONAL_ID_CONTRADICTS_SEX",
            "F103_PERSONAL_ID_CONTRADICTS_BIRTH_YEAR",
            "F104_PERSONAL_ID_CONTRADICTS_BIRTH_PLACE");

    static final int SMALL = 1_000;
    private static final int PORTION = 10_000;
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final long DRAFT = -1;

    private final Forms forms;
    private final RelatedForms related;
    private final Units units;
    private final ReferenceLists lists;
    private final RuleSettings settings;
    private final Clock clock;

    CheckRun(Forms forms, RelatedForms related, Units units, ReferenceLists lists, RuleSettings settings, Clock clock) {
        this.forms = forms;
        this.related = related;
        this.units = units;
        this.lists = lists;
        this.settings = settings;
        this.clock = clock;
    }

    List<Found> check(FormSet chosen, Progress progress) {
        return chosen.size() <= SMALL ? checkSmall(chosen) : checkLarge(chosen, progress);
    }

    /** One pass over every form there is. */
    List<Found> checkLarge(FormSet chosen, Progress progress) {
        List<Found> found = new ArrayList<>();
        CheckEngine engine = engine(found);
        FormSet all = forms.all();
        progress.begin("check", all.size());
        int[] read = {0};
        forms.stream(all, Forms.Order.HOUSEHOLD, stored -> {
            engine.add(stored.id().value(), stored.version(), stored.form(), chosen.contains(stored.id()));
            if (++read[0] % PORTION == 0) {
                progress.advance(PORTION);
                if (progress.stopRequested()) {
                    throw new DanCuException(
                            ErrorCode.E303_STOPPED, "the check was stopped; nothing of it was written");
                }
            }
        });
        engine.finish();
        progress.advance(read[0] % PORTION);
        return found;
    }

    /** Household and evidence of a few forms, by look-ups. */
    List<Found> checkSmall(FormSet chosen) {
        RelatedForms.Keys keys = related.of(chosen);
        List<Found> found = new ArrayList<>();
        run(keys, chosen, null, found);
        return found;
    }

    List<Finding> whileTyping(CollectionForm draft) {
        List<Found> found = new ArrayList<>();
        run(related.of(draft), FormSet.ofKeys(), draft, found);
        return found.stream().map(Found::finding).toList();
    }

    private void run(
            RelatedForms.Keys keys,
            FormSet chosen,
            @org.jspecify.annotations.Nullable CollectionForm draft,
            List<Found> found) {
        CheckEngine engine = engine(found);
        List<StoredForm> household = new ArrayList<>();
        forms.stream(keys.household(), Forms.Order.HOUSEHOLD, household::add);
        List<StoredForm> evidence = new ArrayList<>();
        forms.stream(keys.evidence(), Forms.Order.ID, evidence::add);
        List<CollectionForm> read = new ArrayList<>();
        household.forEach(stored -> read.add(stored.form()));
        evidence.forEach(stored -> read.add(stored.form()));
        if (draft != null) {
            read.add(draft);
        }
        related.birthdays(read, engine::giveBirthdays);
        List<CollectionForm> wanted = new ArrayList<>();
        household.stream().filter(stored -> chosen.contains(stored.id())).forEach(stored -> wanted.add(stored.form()));
        if (draft != null) {
            wanted.add(draft);
        }
        for (CollectionForm form : wanted) {
            load(engine, form);
        }
        for (StoredForm stored : household) {
            engine.add(stored.id().value(), stored.version(), stored.form(), chosen.contains(stored.id()));
        }
        if (draft != null) {
            engine.add(DRAFT, 0, draft, true);
        }
        for (StoredForm stored : evidence) {
            engine.addEvidence(stored.id().value(), stored.version(), stored.form());
        }
        engine.finish();
    }

    private void load(CheckEngine engine, CollectionForm form) {
        String commune = form.written(FormField.COMMUNE_CODE);
        String collector = form.written(FormField.COLLECTOR);
        PartialDate day = form.collectedOn().date();
        if (commune != null && collector != null && day != null && day.isFull()) {
            LocalDate date = day.earliest();
            engine.giveLoad(commune, collector, date, related.load(commune, collector, date));
        }
    }

    private CheckEngine engine(List<Found> found) {
        Map<String, Severity> overrides = settings.overrides();
        return new CheckEngine(
                units.current(),
                lists.formVersions(),
                lists.ethnicGroups(),
                LocalDate.ofInstant(clock.instant(), VIETNAM),
                (form, version, finding) -> found.add(new Found(form, version, taken(finding, overrides))));
    }

    /** As grave as this campaign takes it. */
    private static Finding taken(Finding finding, Map<String, Severity> overrides) {
        Severity severity = overrides.get(finding.code());
        return severity == null || finding.severity() == Severity.BLOCKING
                ? finding
                : new Finding(finding.code(), severity, finding.field(), finding.details());
    }
}
