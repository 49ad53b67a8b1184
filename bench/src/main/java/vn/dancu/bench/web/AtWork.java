package vn.dancu.bench.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jspecify.annotations.Nullable;
import vn.dancu.shared.Role;

/**
 * One officer at work: what she clicks depends on her role and on what the last page showed, drawn from her own seed. What is
 * sent are the forms that the pages bring, so that a save is the save an officer makes.
 */
final class AtWork {
    /** Halves of names that half of the city bears, and some that few do: the skew is the test. */
    private static final List<String> HALF_REMEMBERED = List.of(
            "nguyễn văn",
            "nguyen thi",
            "tran van",
            "hoang thi",
            "vang thi",
            "ly van",
            "nguyen van hung",
            "pham thi lan",
            "giang mi",
            "le",
            "nong van tuan",
            "trieu thi mui");

    private static final String ANY_FORM = "/forms/\\d+(/compare)?(\\?.*)?";
    /** Papers of another run on the same city have other numbers. */
    private static final int RUN = (int) (System.currentTimeMillis() / 1000 % 1_000_000);

    private static final String REASON = "Đã xem giấy tờ của công dân, đúng như phiếu";

    private final Seat seat;
    private final Random chance;
    private final Tab tab;
    private final List<String> lists = new ArrayList<>();
    private final List<String> queues = new ArrayList<>();
    private List<String> forms = List.of();
    private List<String> names = new ArrayList<>();
    private @Nullable String nextPage;
    private int papers;

    AtWork(Seat seat, long seed, Tab tab) {
        this.seat = seat;
        this.chance = new Random(seed);
        this.tab = tab;
    }

    /** Logs in; false when the door stayed closed. */
    boolean login(String password) {
        Tab.Shown door = tab.open(Kind.LOGIN, "/login");
        FormElement form = door.form("/login");
        if (form == null) {
            return false;
        }
        Tab.Shown home =
                tab.submit(Kind.LOGIN, Kind.LOGIN, form, Map.of("username", seat.login(), "password", password));
        for (Element link : home.document().select("header nav a[href], header .who-menu a[href]")) {
            String path = link.attr("href");
            if (path.startsWith("/") && !path.equals("/") && !path.equals("/queue") && !path.equals("/forms/new")) {
                lists.add(path.equals("/audit") ? "/audit?purpose=do" : path);
            }
        }
        return home.isOk() && !home.path().equals("/login");
    }

    void warmUp(boolean isWarmingUp) {
        tab.warmUp(isWarmingUp);
    }

    /** One click, with the page that follows. */
    void act() {
        int dice = chance.nextInt(100);
        switch (seat.role()) {
            case COLLECTOR -> collector(dice);
            case CHIEF -> chief(dice);
            case CITY_TEAM -> team(dice);
            case PROVINCE_OPERATOR -> above(dice);
            // An inspector sees the forms of her sample only, and no queue.
            case INSPECTOR, ARCHIVIST, ADMINISTRATOR, AUDITOR, SYSTEM -> other(dice);
        }
    }

    private void collector(int dice) {
        if (dice < 22) {
            queue();
        } else if (dice < 32) {
            nextPage();
        } else if (dice < 52) {
            form();
        } else if (dice < 66) {
            compare();
        } else if (dice < 80) {
            search();
        } else if (dice < 90) {
            paper();
        } else if (dice < 95) {
            list();
        } else {
            dashboard();
        }
    }

    private void chief(int dice) {
        if (dice < 25) {
            queue();
        } else if (dice < 35) {
            nextPage();
        } else if (dice < 62) {
            form();
        } else if (dice < 72) {
            compare();
        } else if (dice < 84) {
            search();
        } else if (dice < 92) {
            list();
        } else {
            dashboard();
        }
    }

    private void team(int dice) {
        if (dice < 20) {
            queue();
        } else if (dice < 28) {
            nextPage();
        } else if (dice < 45) {
            form();
        } else if (dice < 75) {
            search();
        } else if (dice < 90) {
            list();
        } else {
            dashboard();
        }
    }

    private void above(int dice) {
        if (dice < 20) {
            queue();
        } else if (dice < 30) {
            nextPage();
        } else if (dice < 45) {
            form();
        } else if (dice < 70) {
            search();
        } else if (dice < 85) {
            list();
        } else {
            dashboard();
        }
    }

    private void other(int dice) {
        if (lists.isEmpty() || dice < 20) {
            dashboard();
        } else {
            list();
        }
    }

    private void queue() {
        String path = queues.isEmpty() ? "/queue" : queues.get(chance.nextInt(queues.size()));
        remember(tab.open(Kind.QUEUE, path));
    }

    private void nextPage() {
        String path = nextPage;
        if (path == null) {
            queue();
        } else {
            remember(tab.open(Kind.NEXT_PAGE, path));
        }
    }

    private void remember(Tab.Shown shown) {
        if (!shown.isOk()) {
            return;
        }
        forms = shown.links(ANY_FORM).stream()
                .map(path -> path.replace("/compare", ""))
                .toList();
        Element next = shown.document().selectFirst("a[data-next-page]");
        nextPage = next == null ? null : next.attr("href");
        if (queues.isEmpty()) {
            for (Element link : shown.document().select(".queues a:not(.none)")) {
                queues.add(link.attr("href"));
            }
        }
        for (Element name : shown.document().select("[data-row] a")) {
            if (names.size() < 50 && name.text().contains(" ")) {
                names.add(name.text());
            }
        }
    }

    private @Nullable String anyForm() {
        return forms.isEmpty() ? null : forms.get(chance.nextInt(forms.size()));
    }

    /** Opens a form and, half of the time, does what its page offers. */
    private void form() {
        String path = anyForm();
        if (path == null) {
            queue();
            return;
        }
        Tab.Shown page = tab.open(Kind.FORM, path);
        if (!page.isOk() || chance.nextBoolean()) {
            return;
        }
        FormElement explain = page.form("/explain");
        if (explain != null) {
            tab.submit(Kind.SAVE, Kind.FORM, explain, texts(explain));
            return;
        }
        FormElement comment = page.form("/comment");
        if (comment != null && chance.nextInt(3) == 0) {
            tab.submit(Kind.SAVE, Kind.FORM, comment, texts(comment));
            return;
        }
        FormElement approve = page.form("/approve");
        if (approve != null && seat.role() == Role.CHIEF) {
            tab.submit(Kind.SAVE, Kind.FORM, approve, Map.of());
            return;
        }
        FormElement hold = page.form("/hold");
        if (hold != null && chance.nextInt(4) == 0) {
            tab.submit(Kind.SAVE, Kind.FORM, hold, texts(hold));
        }
    }

    /** Opens a comparison and decides its first open field for the form. */
    private void compare() {
        String path = anyForm();
        if (path == null) {
            queue();
            return;
        }
        String query = path.contains("?") ? path.substring(path.indexOf('?')) : "";
        Tab.Shown page = tab.open(Kind.COMPARE, path.replaceFirst("\\?.*", "") + "/compare" + query);
        FormElement decide = page.form("/decide");
        if (decide != null) {
            Map<String, String> fields = texts(decide);
            fields.put("source", "form");
            tab.submit(Kind.SAVE, Kind.COMPARE, decide, fields);
            return;
        }
        FormElement reconcile = page.form("/reconcile");
        if (reconcile != null && chance.nextBoolean()) {
            tab.submit(Kind.SAVE, Kind.COMPARE, reconcile, Map.of());
        }
    }

    /** Every text field that is required or named like a reason says one. */
    private Map<String, String> texts(FormElement form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : form.select("input[name], textarea[name]")) {
            String name = field.attr("name");
            boolean isText = field.normalName().equals("textarea")
                    || field.attr("type").isEmpty()
                    || field.attr("type").equals("text");
            if (isText && (field.hasAttr("required") || name.equals("reason") || name.equals("text"))) {
                fields.put(name, REASON);
            }
        }
        return fields;
    }

    private void search() {
        Kind kind = switch (seat.role()) {
            case COLLECTOR, CHIEF -> Kind.SEARCH_WARD;
            case CITY_TEAM, PROVINCE_OPERATOR, INSPECTOR, ARCHIVIST, ADMINISTRATOR, AUDITOR, SYSTEM -> Kind.SEARCH_CITY;
        };
        Tab.Shown page = tab.open(Kind.LIST, "/search");
        FormElement form = page.form("/search");
        if (form == null) {
            return;
        }
        Map<String, String> fields = new HashMap<>();
        fields.put("purpose", "citizen-request");
        int dice = chance.nextInt(3);
        if (dice == 0 || names.isEmpty()) {
            fields.put("text", HALF_REMEMBERED.get(chance.nextInt(HALF_REMEMBERED.size())));
        } else {
            String name = names.get(chance.nextInt(names.size()));
            fields.put("text", dice == 1 ? name : name.substring(name.indexOf(' ') + 1));
        }
        Tab.Shown found = tab.submit(kind, kind, form, fields);
        List<String> hits = found.links(ANY_FORM);
        if (!hits.isEmpty()) {
            forms = hits;
        }
    }

    private void list() {
        if (lists.isEmpty()) {
            dashboard();
        } else {
            tab.open(Kind.LIST, lists.get(chance.nextInt(lists.size())));
        }
    }

    private void dashboard() {
        tab.open(Kind.DASHBOARD, "/");
    }

    /** A paper of an invented person is typed, checked on the way as the page's script does, and saved. */
    private void paper() {
        Tab.Shown page = tab.open(Kind.LIST, "/forms/new");
        FormElement form = page.form("/forms/new");
        if (form == null) {
            return;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        form.formData().forEach(field -> fields.put(field.key(), field.value()));
        fields.putAll(invented());
        for (int i = 0; i < 3; i++) {
            tab.call(Kind.TYPING, "/api/desk/check", fields);
        }
        tab.submit(Kind.SAVE, Kind.LIST, form, fields);
    }

    private Map<String, String> invented() {
        papers++;
        String number =
                String.format("%06d", Math.floorMod(seat.login().hashCode() * 31 + papers * 7 + RUN, 1_000_000));
        Map<String, String> paper = new LinkedHashMap<>();
        paper.put("form_no", "DO" + number + papers);
        paper.put("collected_on", "05/09/2020");
        paper.put("commune_code", seat.commune());
        paper.put("residential_group", seat.group().isEmpty() ? "Tổ 1" : seat.group());
        paper.put("household_book_no", "099" + number);
        paper.put("household_no", number);
        paper.put("full_name", "NGUYỄN VĂN " + (char) ('A' + chance.nextInt(26)) + "N");
        paper.put(
                "birth_date",
                String.format(
                        "%02d/%02d/%d", 1 + chance.nextInt(28), 1 + chance.nextInt(12), 1950 + chance.nextInt(50)));
        paper.put("sex", "Nam");
        paper.put("marital_status", "Chưa kết hôn");
        paper.put("hometown", "Hà Giang");
        paper.put("ethnicity", "Kinh");
        paper.put("nationality", "Việt Nam");
        paper.put("religion", "Không");
        paper.put("old_id", "07" + String.format("%07d", chance.nextInt(10_000_000)));
        paper.put("permanent_code", seat.commune());
        paper.put("permanent_address", "Số " + chance.nextInt(900) + " Lâm Đồng");
        paper.put("head_name", "NGUYỄN VĂN AN");
        paper.put("relation_to_head", "Con");
        paper.put("declared_on", "05/09/2020");
        paper.remove("");
        return paper;
    }
}
