package vn.dancu.web;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A small world with something at every place of the path, made through the pages' own forms. */
final class DayOfWork {
    /** With a difference that waits, findings and a household. */
    final long differing;

    /** Sent back to its collector with a remark. */
    final long returned;

    /** Waits for a civil-status paper. */
    final long held;

    /** Walked to the register, with its wife's. */
    final long registered;

    /** Drawn for a visit that has not taken place. */
    final long planned;

    /** A paper that waits for its first entry. */
    final long toKey;

    /** A paper that is keyed and says otherwise than its form. */
    final long keyed;

    final CampaignOfTheDay campaign;

    private final World world;
    private final Officer collector;

    DayOfWork(World world) {
        this.world = world;
        collector = Officer.login(world, World.COLLECTOR);
        registered = registered();
        differing = enter(Papers.with(
                Papers.stranger("HG0001401", "GIÀNG MÍ PÁO"),
                "household_book_no",
                "024000812",
                "birth_date",
                "1978",
                "old_id",
                "073700391"));
        check(differing);
        planned = enter(Papers.stranger("HG0001402", "LÒ THỊ PENG"));
        check(planned);
        collector.post(step(planned, "accept"), Map.of("reason", "Cư trú thực tế tại địa bàn"));
        collector.post(step(planned, "reconcile"), Map.of());
        Officer.login(world, World.CITY)
                .post(
                        "/verification",
                        "/verification/rounds",
                        Map.of("name", "Đợt 2", "units", World.WARD, "kind", "CENSUS", "seed", "7"));
        returned = enter(Papers.with(
                Papers.stranger("HG0001403", "ĐẶNG VĂN ẨN"),
                "birth_registration_code",
                "",
                "birth_registration_place",
                ""));
        Officer.login(world, World.CHIEF)
                .post(step(returned, "return"), Map.of("remark.birth_registration_place", "Chưa ghi nơi đăng ký"));
        held = enter(Papers.stranger("HG0001404", "VÀNG A PHỬ"));
        collector.post(step(held, "hold"), Map.of("whom", "CITIZENS_PAPERS", "reason", "Chờ trích lục khai sinh"));
        check(enter(Papers.stranger("HG0001405", "SÙNG THỊ MỶ")));
        collector.post(
                "/lookups", Map.of("form", String.valueOf(differing), "purpose", "Ngày sinh trên phiếu khác sổ"));
        Officer inspector = Officer.login(world, World.INSPECTOR);
        Map<String, String> order = new HashMap<>();
        order.put("orderNo", "12/QĐ-C06");
        order.put("orderedOn", "2020-09-01");
        order.put("from", "2020-09-07");
        order.put("to", "2020-09-09");
        order.put("units", World.WARD);
        order.put("subject", "Công tác thu thập phiếu DC01");
        order.put("team", "Thiếu tá Lò Thị Thử");
        inspector.post("/inspections", order);
        Officer.login(world, World.PROVINCE)
                .upload(
                        "/jobs",
                        "/jobs/import",
                        Map.of("kind", "import-forms"),
                        "file",
                        "phieu.csv",
                        "form_no,full_name\n,\n".getBytes(StandardCharsets.UTF_8));
        Officer.login(world, World.CITY)
                .post("/review", "/review/checks", Map.of("source", "residence-book", "size", "2", "seed", "7"));
        inspector.post("/inspections/1/draw", Map.of("size", "3", "seed", "7", "reason", ""));
        campaign = new CampaignOfTheDay(world);
        toKey = Papers.toKey(world, "HG0001411", false);
        keyed = Papers.toKey(world, "HG0001402", true);
    }

    private long registered() {
        long husband = enter(Papers.aPaper("HG0001365"));
        long wife = enter(Papers.wife("HG0001366"));
        for (long form : new long[] {husband, wife}) {
            check(form);
            collector.post(step(form, "reconcile"), Map.of());
        }
        Officer chief = Officer.login(world, World.CHIEF);
        chief.get("/forms/" + husband + "?q=to-approve");
        chief.post(step(husband, "approve"), Map.of());
        chief.post(step(wife, "approve"), Map.of());
        chief.post("/batches", Map.of("number", "LO-TP-1", "commune", World.WARD, "most", "500"));
        chief.post("/batches/1/give", Map.of("counted", "2"));
        Officer province = Officer.login(world, World.PROVINCE);
        province.post("/batches/1/take", Map.of("counted", "2"));
        Map<String, String> list = new HashMap<>(Map.of("name", "Danh sách 1"));
        list.put("lines", "form_no,pages,sha256\nHG0001365,2," + "a".repeat(64) + "\nHG9999999,2," + "c".repeat(64));
        province.post("/scan-lists", list);
        province.post("/register", Map.of());
        return husband;
    }

    private long enter(Map<String, String> paper) {
        return collector.post("/forms/new", "/forms/new", paper).form();
    }

    private void check(long form) {
        collector.post(step(form, "check"), Map.of());
        collector.get("/forms/" + form + "/compare?q=differs");
    }

    private static String step(long form, String step) {
        return "/forms/" + form + "/" + step;
    }
}
