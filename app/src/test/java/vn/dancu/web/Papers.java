package vn.dancu.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.dancu.keying.Keying;
import vn.dancu.keying.PaperId;
import vn.dancu.keying.PaperToKey;
import vn.dancu.keying.TypedItem;
import vn.dancu.paper.FieldKind;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Role;

/** Collection forms of invented people, by column name. */
final class Papers {
    private Papers() {}

    static Map<String, String> aPaper(String number) {
        Map<String, String> paper = new LinkedHashMap<>();
        paper.put("form_no", number);
        paper.put("form_version", "DC01/41-2019");
        paper.put("collected_on", "05/09/2020");
        paper.put("collector", World.COLLECTOR);
        paper.put("commune_code", World.WARD);
        paper.put("residential_group", World.GROUP);
        paper.put("household_book_no", "024000354");
        paper.put("household_no", "354");
        paper.put("full_name", "PHẠM VĂN LONG");
        paper.put("birth_date", "08/05/1944");
        paper.put("sex", "Nam");
        paper.put("marital_status", "Đang có vợ/chồng");
        paper.put("birth_registration_code", "36");
        paper.put("birth_registration_place", "Nam Định");
        paper.put("hometown", "Nam Định");
        paper.put("ethnicity", "Kinh");
        paper.put("nationality", "Việt Nam");
        paper.put("religion", "Không");
        paper.put("old_id", "073451220");
        paper.put("permanent_code", World.WARD);
        paper.put("permanent_address", "Số 354 Lâm Đồng");
        paper.put("father_name", "PHẠM VĂN HỢI");
        paper.put("father_nationality", "Việt Nam");
        paper.put("mother_name", "TRẦN THỊ SỬU");
        paper.put("mother_nationality", "Việt Nam");
        paper.put("spouse_name", "NGUYỄN THỊ LAN");
        paper.put("spouse_nationality", "Việt Nam");
        paper.put("head_name", "PHẠM VĂN LONG");
        paper.put("relation_to_head", "Chủ hộ");
        paper.put("declared_on", "05/09/2020");
        return paper;
    }

    static Map<String, String> with(Map<String, String> paper, String... changes) {
        Map<String, String> changed = new LinkedHashMap<>(paper);
        for (int i = 0; i < changes.length; i += 2) {
            changed.put(changes[i], changes[i + 1]);
        }
        return changed;
    }

    /** His wife, of the same household. */
    static Map<String, String> wife(String number) {
        return with(
                aPaper(number),
                "full_name",
                "NGUYỄN THỊ LAN",
                "birth_date",
                "17/11/1949",
                "sex",
                "Nữ",
                "old_id",
                "073451221",
                "father_name",
                "NGUYỄN VĂN THÂN",
                "mother_name",
                "VŨ THỊ DẬU",
                "spouse_name",
                "PHẠM VĂN LONG",
                "relation_to_head",
                "Vợ");
    }

    /** Somebody of no household in the books, told from others by the last four digits of the paper's number. */
    static Map<String, String> stranger(String number, String name) {
        String last = number.substring(number.length() - 4);
        return with(
                aPaper(number),
                "full_name",
                name,
                "birth_date",
                "1" + last.charAt(3) + "/0" + (1 + last.charAt(0) % 9) + "/196" + last.charAt(0),
                "old_id",
                "07399" + last,
                "household_book_no",
                "02500" + last,
                "household_no",
                last,
                "permanent_address",
                "Số " + last + " Nguyễn Trãi",
                "marital_status",
                "Chưa kết hôn",
                "father_name",
                "",
                "father_nationality",
                "",
                "mother_name",
                "",
                "mother_nationality",
                "",
                "spouse_name",
                "",
                "spouse_nationality",
                "",
                "head_name",
                name);
    }

    /** A paper taken up for keying; keyed and joined with its form when asked. */
    static long toKey(World world, String number, boolean isJoined) {
        Actor operator = new Actor(World.PROVINCE, Role.PROVINCE_OPERATOR, AreaScope.EVERYWHERE);
        Keying keying = world.get(Keying.class);
        PaperId paper = keying.takeUp(
                        new PaperToKey(
                                number,
                                "DC01/41-2019",
                                World.WARD,
                                World.GROUP,
                                List.of(
                                        new PaperToKey.Item("sex", FieldKind.CHECK, null, "", .4, false),
                                        new PaperToKey.Item(
                                                "hometown", FieldKind.HANDWRITTEN_TEXT, null, "", 0, false))),
                        operator)
                .orElseThrow();
        if (isJoined) {
            keying.key(
                    paper,
                    1,
                    List.of(new TypedItem("sex", "Nữ", 2, 900), new TypedItem("hometown", "Nơi khác", 9, 3000)),
                    operator);
            Officer.login(world, World.PROVINCE).post("/keying", "/keying/" + paper.value() + "/finish", Map.of());
        }
        return paper.value();
    }
}
