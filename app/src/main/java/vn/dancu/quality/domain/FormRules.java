package vn.dancu.quality.domain;

import java.time.LocalDate;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.form.FormVersions;
import vn.dancu.civil.list.EthnicGroups;
import vn.dancu.civil.unit.AdministrativeUnits;
import vn.dancu.intake.CollectionForm;

/** Everything that a form shows when read alone. Not for several threads at once: it remembers look-ups. */
final class FormRules {
    private final FormUnderCheck form;
    private final NumberRules numbers;
    private final DateRules dates = new DateRules();
    private final NameRules names = new NameRules();
    private final PlaceRules places;
    private final ListRules lists;
    private final CrossRules crosses;

    FormRules(AdministrativeUnits units, FormVersions versions, EthnicGroups ethnicGroups, LocalDate today) {
        this.form = new FormUnderCheck(PartialDate.of(today));
        this.places = new PlaceRules(new UnitLookup(units));
        this.numbers = new NumberRules(places);
        this.lists = new ListRules(versions, ethnicGroups);
        this.crosses = new CrossRules(lists);
    }

    /** @return whether the personal number contradicts the form's own sex, year or province */
    boolean check(CollectionForm read, Findings into) {
        form.look(read, into);
        dates.check(form);
        names.check(form);
        lists.check(form);
        places.check(form);
        numbers.check(form);
        crosses.check(form);
        return form.doesNumberContradict();
    }

    ListRules lists() {
        return lists;
    }
}
