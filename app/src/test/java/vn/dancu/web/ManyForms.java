package vn.dancu.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.intake.Forms;
import vn.dancu.journey.FormJourney;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;

/** Forms of invented people through the use case of the desk, many at a time. */
final class ManyForms {
    private static final Actor SYSTEM = Actor.commandLine("test");

    private ManyForms() {}

    /** A form; {@code household} empty for none. */
    static CollectionForm aForm(String number, String name, String commune, String group, String household) {
        CollectionForm form = CollectionForm.of(new String[FormField.values().length])
                .with(FormField.FORM_NO, number)
                .with(FormField.FORM_VERSION, "DC01/41-2019")
                .with(FormField.COLLECTED_ON, "2020-08-20")
                .with(FormField.COLLECTOR, World.COLLECTOR)
                .with(FormField.COMMUNE_CODE, commune)
                .with(FormField.RESIDENTIAL_GROUP, group)
                .with(FormField.FULL_NAME, name)
                .with(FormField.BIRTH_DATE, "1984-05-08")
                .with(FormField.SEX, "Nam");
        return household.isEmpty() ? form : form.with(FormField.HOUSEHOLD_NO, household);
    }

    static List<FormId> enter(World world, List<CollectionForm> forms) {
        List<FormId> entered = new ArrayList<>();
        for (CollectionForm form : forms) {
            entered.add(world.get(Forms.class)
                    .enter(form, Set.of(), SYSTEM)
                    .entered()
                    .orElseThrow());
        }
        world.get(FormJourney.class).collect(FormSet.of(entered), SYSTEM);
        return entered;
    }
}
