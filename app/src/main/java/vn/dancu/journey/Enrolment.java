package vn.dancu.journey;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.list.Sex;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.intake.Forms;
import vn.dancu.intake.StoredForm;
import vn.dancu.reconciliation.ReconciliationService;
import vn.dancu.register.Register;
import vn.dancu.register.RegisterEntry;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;

/** Hands over to the register what a form resolved to: its items, overruled by what officers decided. */
@Component
class Enrolment {
    static final String SOURCE_KIND = "collection-form";
    private static final int PORTION = 5_000;
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Forms forms;
    private final ReconciliationService reconciliation;
    private final Clock clock;

    Enrolment(Forms forms, ReconciliationService reconciliation, Clock clock) {
        this.forms = forms;
        this.reconciliation = reconciliation;
        this.clock = clock;
    }

    /** @return forms that the register did not take */
    FormSet enter(FormSet going, Register register, Actor actor) {
        Map<FormId, Map<String, String>> decided = reconciliation.decidedValues(going);
        List<RegisterEntry> portion = new ArrayList<>(PORTION);
        Map<String, FormId> byNumber = new HashMap<>();
        List<FormId> refused = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(clock.instant(), VIETNAM);
        forms.stream(going, Forms.Order.ID, stored -> {
            CollectionForm form = resolve(stored, decided.getOrDefault(stored.id(), Map.of()));
            RegisterEntry entry = entry(form, today);
            if (entry == null) {
                refused.add(stored.id());
                return;
            }
            byNumber.put(entry.sourceNo(), stored.id());
            portion.add(entry);
            if (portion.size() == PORTION) {
                flush(register, portion, byNumber, refused, actor);
            }
        });
        flush(register, portion, byNumber, refused, actor);
        return FormSet.of(refused);
    }

    private static void flush(
            Register register,
            List<RegisterEntry> portion,
            Map<String, FormId> byNumber,
            List<FormId> refused,
            Actor actor) {
        Set<String> notEntered = register.enter(SOURCE_KIND, portion, actor);
        for (String number : notEntered) {
            FormId id = byNumber.get(number);
            if (id != null) {
                refused.add(id);
            }
        }
        portion.clear();
        byNumber.clear();
    }

    private static CollectionForm resolve(StoredForm stored, Map<String, String> decided) {
        CollectionForm form = stored.form();
        for (Map.Entry<String, String> value : decided.entrySet()) {
            FormField field = FormField.byColumn(value.getKey()).orElse(null);
            if (field != null) {
                form = form.with(field, value.getValue());
            }
        }
        return form;
    }

    /** Null when one of the mandatory items cannot be read after all. */
    private static @Nullable RegisterEntry entry(CollectionForm form, LocalDate today) {
        PartialDate birth = form.birthDate().date();
        Sex sex = form.sex();
        if (birth == null || sex == null || form.fullName().written().isBlank()) {
            return null;
        }
        String status = form.written(FormField.RESIDENCE_STATUS);
        boolean elsewhere = form.written(FormField.PRESENT_CODE) != null;
        return new RegisterEntry(
                form.formNo(),
                form.personalId() == null ? null : form.personalId().digits(),
                form.fullName().written(),
                form.fullName().folded(),
                form.fullName().sortKey(),
                form.written(FormField.OTHER_NAME),
                birth.packed(),
                sex.code(),
                form.written(FormField.BIRTH_REGISTRATION_CODE),
                form.written(FormField.BIRTH_REGISTRATION_PLACE),
                form.written(FormField.HOMETOWN),
                form.written(FormField.ETHNICITY),
                form.written(FormField.RELIGION),
                form.written(FormField.NATIONALITY),
                form.written(FormField.BLOOD_GROUP),
                form.written(FormField.MARITAL_STATUS),
                form.written(FormField.OLD_ID),
                form.written(FormField.FATHER_NAME),
                form.written(FormField.MOTHER_NAME),
                form.written(FormField.SPOUSE_NAME),
                form.householdKey(),
                residenceKind(status),
                elsewhere ? form.written(FormField.PRESENT_CODE) : form.written(FormField.PERMANENT_CODE),
                form.written(FormField.RESIDENTIAL_GROUP),
                elsewhere ? form.written(FormField.PRESENT_ADDRESS) : form.written(FormField.PERMANENT_ADDRESS),
                form.written(FormField.RELATION_TO_HEAD),
                form.collectedOn().date() == null || !form.collectedOn().date().isFull()
                        ? today
                        : form.collectedOn().date().earliest());
    }

    private static String residenceKind(@Nullable String status) {
        if (status == null) {
            return "PERMANENT";
        }
        return switch (status) {
            case "temporary" -> "TEMPORARY";
            case "unregistered" -> "UNREGISTERED";
            default -> "PERMANENT";
        };
    }
}
