package vn.dancu.paper.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.dancu.paper.Choice;
import vn.dancu.paper.Field;
import vn.dancu.paper.FormPage;

/** Values for the fields of any page, by their names; all drawn from a few syllables and by a seed. */
final class Invented {
    private static final List<String> SURNAMES = List.of(
            "NGUYỄN", "TRẦN", "LÊ", "PHẠM", "HOÀNG", "VŨ", "ĐẶNG", "BÙI", "GIÀNG", "VỪ", "LÒ", "SÙNG", "PHÀN", "LỤC",
            "ĐẰNG");
    private static final List<String> MIDDLE =
            List.of("VĂN", "THỊ", "ĐỨC", "MÍ", "HỮU", "NGỌC", "XUÂN", "THÚY", "QUỐC", "Ỷ", "SÈO", "KIM");
    private static final List<String> GIVEN = List.of(
            "MẪU", "THỬ", "DỤ", "NGUYỆT", "HƯỜNG", "TUẤN", "QUỲNH", "ĐẠT", "PÁO", "MỶ", "CHỨ", "DÍNH", "HẰNG", "KHÁNH",
            "ÁNH", "PHƯỢNG", "KIỆT", "TẶNG", "LỄ", "ƯỚC");
    private static final List<String> COMMUNES = List.of(
            "Phường Trần Phú", "Phường Ngọc Hà", "Xã Phương Độ", "Xã Ngọc Đường", "Phường Nguyễn Trãi", "Xã Mẫu Sơn");
    private static final List<String> DISTRICTS =
            List.of("Thành phố Hà Giang", "Huyện Vị Xuyên", "Huyện Đồng Văn", "Huyện Bắc Quang", "Huyện Mèo Vạc");
    private static final List<String> PROVINCES =
            List.of("Tỉnh Hà Giang", "Tỉnh Tuyên Quang", "Tỉnh Lào Cai", "Tỉnh Nam Định");
    private static final List<String> GROUPS =
            List.of("Tổ 3", "Tổ 12", "Thôn Lúp", "Thôn Tha", "Bản Tùy", "Tổ dân phố số 9");
    private static final List<String> ETHNIC =
            List.of("Kinh", "Tày", "Dao", "Mông", "Nùng", "Giáy", "Lô Lô", "Pà Thẻn");
    private static final List<String> RELIGIONS = List.of("Không", "Phật giáo", "Công giáo", "Tin Lành");
    private static final List<String> RELATIONS = List.of("Chủ hộ", "Vợ", "Chồng", "Con", "Cháu", "Con dâu", "Mẹ");

    private Invented() {}

    /** A value for every field of the page, relatives left out now and then as on real forms. */
    static Map<String, String> of(FormPage page, Chance chance) {
        Map<String, String> values = new LinkedHashMap<>();
        boolean isMale = chance.happens(0.5);
        int year = 1925 + chance.below(95);
        for (Field field : page.fields()) {
            values.put(field.name(), value(field, isMale, year, chance));
        }
        return values;
    }

    private static String value(Field field, boolean isMale, int year, Chance chance) {
        String name = field.name();
        return switch (field.kind()) {
            case HANDWRITTEN_TEXT, PRINTED_TEXT -> text(name, chance);
            case DIGITS ->
                field.boxes().size() == 12
                        ? personalId(isMale, year, chance)
                        : digits(field.boxes().size(), chance);
            case DATE ->
                String.format(
                        "%02d/%02d/%d",
                        1 + chance.below(28),
                        1 + chance.below(12),
                        name.equals("birth_date") ? year : 2019 + chance.below(2));
            case CHECK ->
                name.equals("sex") && field.choices().size() == 2
                        ? field.choices().get(isMale ? 0 : 1).code()
                        : chance.oneOf(
                                field.choices().stream().map(Choice::code).toList());
        };
    }

    private static String text(String name, Chance chance) {
        if (name.endsWith("_name")) {
            return chance.oneOf(SURNAMES) + " " + chance.oneOf(MIDDLE) + " " + chance.oneOf(GIVEN);
        }
        if (name.contains("address")) {
            return "Số " + (1 + chance.below(400)) + ", " + chance.oneOf(GROUPS) + ", " + place(chance);
        }
        if (name.contains("place") || name.equals("hometown")) {
            return place(chance);
        }
        if (name.contains("nationality")) {
            return "Việt Nam";
        }
        return switch (name) {
            case "residential_group" -> chance.oneOf(GROUPS);
            case "ethnicity" -> chance.oneOf(ETHNIC);
            case "religion" -> chance.oneOf(RELIGIONS);
            case "relation_to_head", "declarer_relation" -> chance.oneOf(RELATIONS);
            case "household_no" -> String.valueOf(1 + chance.below(300));
            case "household_book_no", "papers_no" -> digits(9, chance);
            default -> chance.oneOf(GROUPS) + " " + digits(4, chance);
        };
    }

    private static String place(Chance chance) {
        return chance.oneOf(COMMUNES) + ", " + chance.oneOf(DISTRICTS) + ", " + chance.oneOf(PROVINCES);
    }

    /** Of the form of a personal number (place, century and sex, year) and nobody's: the rest is drawn. */
    private static String personalId(boolean isMale, int year, Chance chance) {
        int century = (year / 100 - 19) * 2 + (isMale ? 0 : 1);
        return "002" + century + String.format("%02d", year % 100) + digits(6, chance);
    }

    static String digits(int count, Chance chance) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + chance.below(10)));
        }
        return digits.toString();
    }
}
