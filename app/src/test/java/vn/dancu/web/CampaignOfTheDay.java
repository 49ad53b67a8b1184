package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An announcement, a day at the house of culture, a walking list and a signed report of one ward, made through the pages. */
final class CampaignOfTheDay {
    private static final Pattern KEY = Pattern.compile("/(\\d+)(?:[?#].*)?$");
    private static final Pattern HIDDEN = Pattern.compile("name=\"(count|words)\" value=\"(\\d+)\"");

    final long announcement;
    final long collectionDay;
    final long walkingList;
    final long report;

    private final LocalDate today;

    CampaignOfTheDay(World world) {
        today = world.get(CampaignDesk.class).today();
        Officer collector = Officer.login(world, World.COLLECTOR);
        announcement = made(collector.post("/announcements", announcement()));
        collectionDay = made(collector.post("/collection-days", day()));
        collector.post("/collection-days/" + collectionDay + "/invite", Map.of());
        walkingList = made(collector.post("/missing/lists", list()));
        Officer chief = Officer.login(world, World.CHIEF);
        LocalDate ended = today.withDayOfMonth(14).minusMonths(today.getDayOfMonth() > 14 ? 0 : 1);
        report = made(chief.post("/reports", Map.of("kind", "month-15", "from", ended.toString(), "unit", World.WARD)));
        Map<String, String> signature = new HashMap<>(Map.of("number", "07/BC-CAP"));
        Matcher hidden = HIDDEN.matcher(chief.get("/reports/" + report).body());
        while (hidden.find()) {
            signature.put(hidden.group(1), hidden.group(2));
        }
        assertThat(chief.post("/reports/" + report + "/freeze", signature).status())
                .isEqualTo(302);
    }

    private static long made(Officer.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
        Matcher key = KEY.matcher(answer.location());
        assertThat(key.find()).as(answer.location()).isTrue();
        return Long.parseLong(key.group(1));
    }

    private Map<String, String> announcement() {
        Map<String, String> fields = new HashMap<>(Map.of(
                "act", "issue",
                "purpose", "FORMS",
                "commune", World.WARD,
                "group", World.GROUP,
                "category", "WITHOUT_FORM",
                "paper", "ID_CARD",
                "place", "Nhà văn hóa tổ 3",
                "first", today.toString(),
                "opens", "7h30",
                "closes", "11:00"));
        fields.put("sent", UUID.randomUUID().toString());
        fields.put("script", "Công an phường Trần Phú thông báo với bà con tổ 3.");
        fields.put("notice", "Thời gian: 7h30 đến 11h00.\nĐịa điểm: Nhà văn hóa tổ 3.");
        fields.put("sms", "CA P.Trần Phú: nộp phiếu dân cư 7h30-11h, NVH tổ 3.");
        fields.put("smsPlain", "CA P.Tran Phu: nop phieu dan cu 7h30-11h, NVH to 3.");
        return fields;
    }

    private Map<String, String> day() {
        Map<String, String> fields = new HashMap<>(Map.of(
                "announcement", String.valueOf(announcement),
                "commune", World.WARD,
                "place", "Nhà văn hóa tổ 3",
                "day", today.toString(),
                "opens", "0:00",
                "closes", "23:00",
                "minutes", "60",
                "capacity", "3",
                "desks", "2"));
        fields.put("sent", UUID.randomUUID().toString());
        return fields;
    }

    private Map<String, String> list() {
        return Map.of(
                "commune",
                World.WARD,
                "group",
                World.GROUP,
                "holder",
                "Tổ trưởng tổ 3",
                "purpose",
                "Đến hộ",
                "due",
                today.plusDays(3).toString(),
                "sent",
                UUID.randomUUID().toString());
    }
}
