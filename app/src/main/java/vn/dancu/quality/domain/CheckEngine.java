package vn.dancu.quality.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.dancu.civil.form.FormVersions;
import vn.dancu.civil.list.EthnicGroups;
import vn.dancu.civil.unit.AdministrativeUnits;
import vn.dancu.intake.CollectionForm;
import vn.dancu.shared.Finding;

/**
 * Runs every rule over a stream of forms in household order: {@link #add} each, then {@link #finish}. What a form and its
 * household show comes out as soon as the household is complete; what the batch shows at the end. Of each form some 60
 * bytes are kept, so that a million fit in 200 MB. One engine serves one run on one thread.
 */
public final class CheckEngine {
    private final FormRules formRules;
    private final HouseholdRules householdRules;
    private final BatchRules batchRules = new BatchRules();
    private final Sink sink;
    private final List<Member> household = new ArrayList<>();
    private final List<Member> spare = new ArrayList<>();
    private final Findings unheard = new Findings();
    private String householdKey = "";

    /** Takes findings, at most one for each form, code and field. */
    public interface Sink {
        void found(long form, int version, Finding finding);
    }

    /** @param today a form collected later than this is odd; a form without a date is judged as of this day */
    public CheckEngine(
            AdministrativeUnits units, FormVersions versions, EthnicGroups ethnicGroups, LocalDate today, Sink sink) {
        this.formRules = new FormRules(units, versions, ethnicGroups, today);
        this.householdRules = new HouseholdRules(formRules.lists());
        this.sink = sink;
    }

    /**
     * The next form; forms of one household follow each other.
     *
     * @param wanted false for a form that is only read as evidence about others: nothing is said of it
     */
    public void add(long id, int version, CollectionForm form, boolean wanted) {
        String key = form.householdKey();
        if (key == null || !key.equals(householdKey)) {
            closeHousehold();
            householdKey = key == null ? "" : key;
        }
        Member member = spare.isEmpty() ? new Member() : spare.remove(spare.size() - 1);
        member.take(id, version, form, wanted);
        member.numberContradicts(formRules.check(form, member.findings()));
        batchRules.add(id, version, form, member.doesNumberContradict(), wanted);
        household.add(member);
        if (key == null) {
            closeHousehold();
        }
    }

    /** A form of another household, read as evidence for the batch only. */
    public void addEvidence(long id, int version, CollectionForm form) {
        unheard.clear();
        batchRules.add(id, version, form, formRules.check(form, unheard), false);
    }

    /**
     * Birthdays of a residential group that were counted elsewhere, before any form of it is added.
     *
     * @param countsByDay by month × 32 + day
     */
    public void giveBirthdays(String commune, String group, int[] countsByDay) {
        batchRules.give(commune, group, countsByDay);
    }

    /** How many forms one collector filled in within a commune on a day, counted elsewhere. */
    public void giveLoad(String commune, String collector, LocalDate day, int forms) {
        batchRules.giveLoad(
                commune, collector, day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth(), forms);
    }

    public void finish() {
        closeHousehold();
        batchRules.finish(sink::found);
    }

    private void closeHousehold() {
        if (household.isEmpty()) {
            return;
        }
        householdRules.check(household);
        for (Member member : household) {
            if (member.isWanted() && !member.findings().isEmpty()) {
                for (Finding finding : member.findings().all()) {
                    sink.found(member.id(), member.version(), finding);
                }
            }
            spare.add(member);
        }
        household.clear();
    }
}
