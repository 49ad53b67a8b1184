package vn.dancu.campaign.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import vn.dancu.campaign.EnterOutreach;
import vn.dancu.campaign.OutreachKind;
import vn.dancu.shared.Finding;
import vn.dancu.shared.Severity;

/** What a line of the outreach ledger must say, and what it cannot say. */
public final class OutreachRules {
    private static final int MOST_TIMES = 100;
    private static final int LONGEST_MINUTES = 24 * 60;

    /** People come from next door, too; beyond so many times those who live there nobody is believed, with a note or without. */
    private static final int BEYOND_BELIEF = 3;

    /** Where nobody has said how many live there. */
    private static final int MOST_UNKNOWN = 5_000;

    private OutreachRules() {}

    /** @param people who live where it was held; empty where nobody has said */
    public static List<Finding> of(EnterOutreach entered, OptionalLong people) {
        List<Finding> wrong = new ArrayList<>();
        if (entered.times() < 1 || entered.times() > MOST_TIMES) {
            wrong.add(finding("O102_HOW_OFTEN", Map.of("most", String.valueOf(MOST_TIMES))));
        }
        Integer minutes = entered.minutes();
        if (minutes == null ? hasLength(entered.kind()) : minutes < 1 || minutes > LONGEST_MINUTES) {
            wrong.add(finding("O103_HOW_LONG", Map.of("most", String.valueOf(LONGEST_MINUTES))));
        }
        Integer attendance = entered.attendance();
        if (attendance == null) {
            if (entered.kind() != OutreachKind.BROADCAST) {
                wrong.add(finding("O104_HOW_MANY", Map.of()));
            }
        } else if (attendance < 0) {
            wrong.add(finding("O105_ATTENDANCE_BELOW_ZERO", Map.of("n", String.valueOf(attendance))));
        } else {
            tooMany(entered, attendance, people, wrong);
        }
        return wrong;
    }

    private static boolean hasLength(OutreachKind kind) {
        return switch (kind) {
            case BROADCAST, MEETING -> true;
            case LEAFLET, HOME_VISIT, MESSAGE -> false;
        };
    }

    private static void tooMany(EnterOutreach entered, int attendance, OptionalLong people, List<Finding> wrong) {
        long live = people.orElse(MOST_UNKNOWN) * Math.max(1, entered.times());
        Map<String, String> details = Map.of(
                "n", String.valueOf(attendance),
                "people", people.isPresent() ? String.valueOf(people.getAsLong()) : "?",
                "times", String.valueOf(BEYOND_BELIEF));
        if (attendance > live * BEYOND_BELIEF || (people.isEmpty() && attendance > live)) {
            wrong.add(finding("O109_BEYOND_BELIEF", details));
        } else if (attendance > live && entered.note().isBlank()) {
            wrong.add(finding("O106_MORE_THAN_LIVE_THERE", details));
        }
    }

    private static Finding finding(String code, Map<String, String> details) {
        return new Finding(code, Severity.BLOCKING, "", details);
    }
}
