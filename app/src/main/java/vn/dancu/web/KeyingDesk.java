package vn.dancu.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.intake.Forms;
import vn.dancu.intake.StoredForm;
import vn.dancu.intake.StoredVersion;
import vn.dancu.journey.CorrectForm.PaperRepair;
import vn.dancu.journey.PathView;
import vn.dancu.journey.Step;
import vn.dancu.journey.StepTaken;
import vn.dancu.keying.KeyResult;
import vn.dancu.keying.KeyedPaper;
import vn.dancu.keying.Keying;
import vn.dancu.keying.PaperFinding;
import vn.dancu.keying.PaperId;
import vn.dancu.keying.PaperRevision;
import vn.dancu.keying.PaperState;
import vn.dancu.keying.PaperToKey;
import vn.dancu.paper.Field;
import vn.dancu.paper.FieldKind;
import vn.dancu.paper.FormLayout;
import vn.dancu.paper.FormPage;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;
import vn.dancu.shared.Json;

/** Keying as the screens use it: papers come from the scanner or from the pile, and end as a form or beside one. */
@Service
class KeyingDesk {
    private final Keying keying;
    private final Forms forms;
    private final PathView path;
    private final EntryDesk entry;
    private final AuditLog audit;
    private final ScannedPapers scanned;
    private final Say say;

    KeyingDesk(
            Keying keying,
            Forms forms,
            PathView path,
            EntryDesk entry,
            AuditLog audit,
            ScannedPapers scanned,
            Say say) {
        this.keying = keying;
        this.forms = forms;
        this.path = path;
        this.entry = entry;
        this.audit = audit;
        this.scanned = scanned;
        this.say = say;
    }

    /** Why a paper was not taken up, {@code web.keying.not-taken.<word>}; TAKEN: it was. */
    enum TakeUp {
        TAKEN,
        ALREADY_THERE,
        NUMBER_UNUSABLE,
        VERSION_UNKNOWN,
        OUTSIDE_AREA
    }

    /**
     * @param version when the scan does not tell it
     * @param commune of the pile, where the paper's form is not collected yet
     */
    @Transactional
    TakeUp takeUp(String number, String version, String commune, String group, Actor actor) {
        String formNo = number.strip();
        if (formNo.isEmpty() || formNo.length() > Forms.LONGEST_NUMBER) {
            return TakeUp.NUMBER_UNUSABLE;
        }
        Optional<ScannedPapers.Scanned> scan = scanned.ofNumber(formNo, actor);
        Optional<FormId> known = keying.formOf(formNo);
        Optional<StoredForm> form = known.flatMap(id -> forms.find(id, actor));
        if (known.isPresent() && form.isEmpty()) {
            return TakeUp.OUTSIDE_AREA;
        }
        String said = scan.map(ScannedPapers.Scanned::version)
                .filter(id -> !id.isEmpty())
                .or(() -> form.map(stored -> written(stored.form(), FormField.FORM_VERSION))
                        .filter(id -> layout(id).isPresent()))
                .orElse(version);
        Optional<FormLayout> layout = layout(said);
        if (layout.isEmpty()) {
            return TakeUp.VERSION_UNKNOWN;
        }
        PaperToKey paper = new PaperToKey(
                formNo,
                layout.get().id(),
                form.map(stored -> written(stored.form(), FormField.COMMUNE_CODE))
                        .orElse(commune.strip()),
                form.map(stored -> written(stored.form(), FormField.RESIDENTIAL_GROUP))
                        .orElse(group.strip()),
                items(layout.get(), scan));
        if (!actor.scope().covers(paper.communeCode(), paper.residentialGroup())) {
            return TakeUp.OUTSIDE_AREA;
        }
        return keying.takeUp(paper, actor).isPresent() ? TakeUp.TAKEN : TakeUp.ALREADY_THERE;
    }

    private static String written(CollectionForm form, FormField field) {
        String value = form.written(field);
        return value == null ? "" : value.strip();
    }

    static Optional<FormLayout> layout(String version) {
        return vn.dancu.paper.Forms.version(version);
    }

    /** Fields that a collection form has; of a page that was scanned, what was read there. */
    private static List<PaperToKey.Item> items(FormLayout layout, Optional<ScannedPapers.Scanned> scan) {
        List<PaperToKey.Item> items = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (FormPage page : layout.pages()) {
            for (Field field : page.fields()) {
                if (FormField.byColumn(field.name()).isPresent() && known.add(field.name())) {
                    ScannedPapers.Reading reading = scan.map(
                                    paper -> paper.readings().get(field.name()))
                            .orElse(null);
                    items.add(
                            reading == null
                                    ? new PaperToKey.Item(field.name(), field.kind(), null, "", 0, false)
                                    : new PaperToKey.Item(
                                            field.name(),
                                            kind(field, reading),
                                            reading.page(),
                                            reading.value(),
                                            reading.confidence(),
                                            reading.accepted()));
                }
            }
        }
        return items;
    }

    /** A line that the reader is sure of was printed: handwriting it never guesses. */
    private static FieldKind kind(Field field, ScannedPapers.Reading reading) {
        return field.kind() == FieldKind.HANDWRITTEN_TEXT && reading.accepted() ? FieldKind.PRINTED_TEXT : field.kind();
    }

    static Optional<Field> field(KeyedPaper paper, String name) {
        return layout(paper.formVersion()).stream()
                .flatMap(layout -> layout.pages().stream())
                .flatMap(page -> page.field(name).stream())
                .findFirst();
    }

    /** A paper is shown, and that is logged: on its form when there is one, so that the citizen can see who looked. */
    @Transactional
    Optional<KeyResult.Why> open(KeyedPaper paper, Actor actor) {
        if (paper.state().isOpen()) {
            Optional<KeyResult.Why> why = keying.hold(paper.id(), actor);
            if (why.isPresent()) {
                return why;
            }
        }
        seen(paper, "keying", actor);
        return Optional.empty();
    }

    private void seen(KeyedPaper paper, String screen, Actor actor) {
        FormId form = paper.form() == null ? keying.formOf(paper.formNo()).orElse(null) : paper.form();
        audit.view(
                actor,
                screen,
                form == null ? "keyed-paper" : "form",
                String.valueOf(form == null ? paper.id().value() : form.value()),
                say.text("web.keying.purpose"));
    }

    /** The strip of a field of a paper that this operator has open; empty when there is no image. */
    Optional<byte[]> strip(PaperId id, String field, Actor actor) {
        Optional<KeyedPaper> paper = keying.find(id, actor);
        if (paper.isEmpty()
                || !paper.get().state().isOpen()
                || !actor.login().equals(paper.get().heldBy())) {
            return Optional.empty();
        }
        return keying.pageOf(paper.get(), field).flatMap(page -> scanned.strip(page, field, actor));
    }

    /** How a paper that is keyed ended. */
    sealed interface Finished {
        /** It is the collected form now. */
        record Became(FormId form, int blocking) implements Finished {}

        /** It stands beside the form, with what it says otherwise. */
        record Joined(FormId form, List<PaperFinding> findings) implements Finished {}

        /** @param why {@code web.keying.not-finished.<word>} */
        record Refused(String why) implements Finished {}
    }

    /** In the scan-first route there is no form yet, and the keyed paper becomes it; else it is the second reading of one. */
    @Transactional
    Finished finish(PaperId id, Actor actor) {
        KeyedPaper paper = keying.lock(id, actor).orElseThrow(NoSuchPageException::new);
        if (paper.state() != PaperState.READY || !Keying.mayKey(actor)) {
            return new Finished.Refused("STALE");
        }
        Optional<FormId> form = keying.formOf(paper.formNo());
        if (form.isPresent()) {
            Optional<CollectionForm> bears = bears(form.get(), paper.formNo(), actor);
            if (bears.isEmpty()) {
                return new Finished.Refused("OUTSIDE_AREA");
            }
            return new Finished.Joined(form.get(), keying.join(paper, form.get(), bears.get(), actor));
        }
        EntryDesk.Saved saved = entry.save(new TypedPaper(keying.form(paper), Set.of()), null, actor);
        FormId entered = saved.form();
        if (entered == null) {
            return new Finished.Refused(saved.refusal());
        }
        keying.became(paper, entered, actor);
        return new Finished.Became(entered, saved.blocking());
    }

    private Optional<CollectionForm> bears(FormId form, String formNo, Actor actor) {
        List<StepTaken> steps = path.steps(form);
        List<PaperRevision> revisions = new ArrayList<>();
        for (StoredVersion version : forms.versions(form, actor)) {
            String how = steps.stream()
                    .filter(step -> step.step() == Step.CORRECT && step.version() == version.version())
                    .map(step -> repair(step.details()))
                    .findFirst()
                    .orElse("");
            boolean isFirst = revisions.isEmpty();
            boolean isRewritten = how.equals(PaperRepair.REWRITTEN_UNDER_NEW_NUMBER.name());
            revisions.add(new PaperRevision(
                    version.form(),
                    isFirst || isRewritten || how.equals(PaperRepair.AMENDED_AND_SIGNED.name()),
                    isRewritten));
        }
        return Keying.bears(revisions, formNo);
    }

    private static String repair(@Nullable String details) {
        return details == null ? "" : Json.read(details).getOrDefault("paper", "");
    }
}
