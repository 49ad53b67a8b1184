package vn.dancu.journey;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the civil-status office (tư pháp – hộ tịch) is asked to register or to put right before a form can go on.
 *
 * @param item the column that it is about; empty for the person as a whole
 * @param shouldBe what it shall say, as far as known; may be empty
 * @param ground why: what contradicts what
 * @param papers that the citizen can show; may be empty
 */
public record CivilStatusCase(Asked asked, String item, String shouldBe, String ground, String papers) {
    /** What is asked for. */
    public enum Asked {
        REGISTER_BIRTH,
        REGISTER_BIRTH_AGAIN,
        CORRECT,
        SUPPLEMENT,
        REDETERMINE_ETHNICITY,
        REGISTER_DEATH
    }

    /** As the step log keeps it. */
    Map<String, String> details() {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("asked", asked.name());
        details.put("item", item);
        details.put("should-be", shouldBe);
        details.put("ground", ground);
        details.put("papers", papers);
        details.values().removeIf(String::isBlank);
        return details;
    }

    /** What it says may name a person: it stays out of logs. */
    @Override
    public String toString() {
        return "CivilStatusCase[" + asked + ", " + item + "]";
    }
}
