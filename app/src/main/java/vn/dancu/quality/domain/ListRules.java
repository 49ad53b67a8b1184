package vn.dancu.quality.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.form.FormVersions;
import vn.dancu.civil.list.BloodGroup;
import vn.dancu.civil.list.EthnicGroups;
import vn.dancu.civil.list.Ethnicities;
import vn.dancu.civil.list.MaritalStatus;
import vn.dancu.civil.list.Religions;
import vn.dancu.intake.FormField;

/** Items that come from lists, and items of the law that are blank. */
final class ListRules {
    private static final int ROOM = 20_000;
    private static final int ADULT = 18;
    private static final Set<String> RESIDENCE = Set.of("permanent", "temporary", "unregistered");
    private static final Set<String> PAPERS =
            Set.of("birth-certificate", "household-book", "old-id", "id-card", "passport", "none");

    private final Known religions = new Known(text -> Religions.parse(text).isPresent());
    private final Known bloodGroups = new Known(text -> BloodGroup.parse(text).isPresent());
    private final Known papers = new Known(ListRules::arePapers);
    private final FormVersions versions;
    private final Map<String, Integer> versionsSince = new HashMap<>();
    private final EthnicGroups ethnicGroups;
    private final Map<String, Integer> ethnicities = new HashMap<>();
    private final Map<String, MaritalStatus> maritalStatuses = new HashMap<>();

    /** Whether a text is on a list, asked once for each distinct text. */
    private static final class Known {
        private final Predicate<String> rule;
        private final Map<String, Boolean> answers = new HashMap<>();

        Known(Predicate<String> rule) {
            this.rule = rule;
        }

        boolean is(String text) {
            Boolean answer = answers.get(text);
            if (answer == null) {
                answer = rule.test(text);
                if (answers.size() > ROOM) {
                    answers.clear();
                }
                answers.put(text, answer);
            }
            return answer;
        }
    }

    ListRules(FormVersions versions, EthnicGroups ethnicGroups) {
        this.ethnicGroups = ethnicGroups;
        this.versions = versions;
    }

    void check(FormUnderCheck form) {
        version(form);
        sex(form);
        ethnicity(form);
        optional(form, FormField.RELIGION, religions, Rule.F506_RELIGION_UNKNOWN);
        optional(form, FormField.BLOOD_GROUP, bloodGroups, Rule.F511_BLOOD_GROUP_UNKNOWN);
        optional(form, FormField.PAPERS_SHOWN, papers, Rule.F515_PAPERS_SHOWN_UNKNOWN);
        String status = form.written(FormField.RESIDENCE_STATUS);
        if (status != null && !RESIDENCE.contains(status)) {
            form.add(Rule.F514_RESIDENCE_STATUS_UNKNOWN, FormField.RESIDENCE_STATUS);
        }
        String relation = form.written(FormField.RELATION_TO_HEAD);
        if (relation == null) {
            form.add(Rule.F513_RELATION_MISSING, FormField.RELATION_TO_HEAD);
        } else if (form.form().relation() == null) {
            form.add(Rule.F512_RELATION_UNKNOWN, FormField.RELATION_TO_HEAD);
        }
        String marital = form.written(FormField.MARITAL_STATUS);
        if (marital == null) {
            if (form.isSurelyOfAge(ADULT)) {
                form.add(Rule.F510_MARITAL_STATUS_MISSING, FormField.MARITAL_STATUS);
            }
        } else if (maritalStatus(marital) == null) {
            form.add(Rule.F509_MARITAL_STATUS_UNKNOWN, FormField.MARITAL_STATUS);
        }
        missing(form, FormField.RELIGION, Rule.F507_RELIGION_MISSING);
        missing(form, FormField.NATIONALITY, Rule.F508_NATIONALITY_MISSING);
        missing(form, FormField.HEAD_NAME, Rule.F517_HEAD_NAME_MISSING);
        missing(form, FormField.COLLECTOR, Rule.F518_COLLECTOR_MISSING);
    }

    /** Paper printed earlier is used up after a new version comes into force; none was filled in before its own. */
    private void version(FormUnderCheck form) {
        String written = form.written(FormField.FORM_VERSION);
        if (written == null) {
            form.add(Rule.F516_FORM_VERSION_UNKNOWN, FormField.FORM_VERSION);
            return;
        }
        Integer since = versionsSince.get(written);
        if (since == null) {
            since = versions.find(written)
                    .map(version -> PartialDate.of(version.validFrom()).packed())
                    .orElse(0);
            if (versionsSince.size() > ROOM) {
                versionsSince.clear();
            }
            versionsSince.put(written, since);
        }
        if (since == 0) {
            form.add(Rule.F516_FORM_VERSION_UNKNOWN, FormField.FORM_VERSION);
        } else if (form.day().isFull() && form.day().packed() < since) {
            form.add(Rule.F214_FORM_OLDER_THAN_ITS_VERSION, FormField.FORM_VERSION);
        }
    }

    private static void sex(FormUnderCheck form) {
        if (form.isBlank(FormField.SEX)) {
            form.add(Rule.F501_SEX_MISSING, FormField.SEX);
        } else if (form.form().sex() == null) {
            form.add(Rule.F502_SEX_UNREADABLE, FormField.SEX);
        }
    }

    /** An alias may point to more than one group: Thổ is Tày, Khơ-me and a group of its own. */
    private void ethnicity(FormUnderCheck form) {
        String written = form.written(FormField.ETHNICITY);
        if (written == null) {
            form.add(Rule.F505_ETHNICITY_MISSING, FormField.ETHNICITY);
            return;
        }
        Integer candidates = ethnicities.get(written);
        if (candidates == null) {
            candidates = ethnicGroups.parse(written, Ethnicities.LIST_1979).size();
            if (ethnicities.size() > ROOM) {
                ethnicities.clear();
            }
            ethnicities.put(written, candidates);
        }
        if (candidates == 0) {
            form.add(Rule.F503_ETHNICITY_UNKNOWN, FormField.ETHNICITY);
        } else if (candidates > 1) {
            form.add(Rule.F504_ETHNICITY_AMBIGUOUS, FormField.ETHNICITY);
        }
    }

    private static void optional(FormUnderCheck form, FormField field, Known list, Rule rule) {
        String written = form.written(field);
        if (written != null && !list.is(written)) {
            form.add(rule, field);
        }
    }

    private static void missing(FormUnderCheck form, FormField field, Rule rule) {
        if (form.isBlank(field)) {
            form.add(rule, field);
        }
    }

    private static boolean arePapers(String text) {
        for (String one : text.split("[|,;]")) {
            if (!PAPERS.contains(one.strip())) {
                return false;
            }
        }
        return true;
    }

    /** Null when blank or unknown. */
    @Nullable
    MaritalStatus maritalStatus(@Nullable String written) {
        if (written == null) {
            return null;
        }
        MaritalStatus known = maritalStatuses.get(written);
        if (known == null) {
            known = MaritalStatus.parse(written).orElse(null);
            if (maritalStatuses.size() > ROOM) {
                maritalStatuses.clear();
            }
            if (known != null) {
                maritalStatuses.put(written, known);
            }
        }
        return known;
    }
}
