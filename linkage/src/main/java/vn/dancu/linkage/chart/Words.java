package vn.dancu.linkage.chart;

import static java.util.Map.entry;

import java.util.Map;

/** The names of comparisons and levels as people read them. A name that is not known here is shown as the model has it. */
final class Words {

    private Words() {}

    static final String PRIOR = "prior";
    static final String CANNOT_TELL = "cannot tell";

    static final Map<String, String> VIETNAMESE = Map.ofEntries(
            // Comparisons of the built-in model, and what others are likely to be called.
            entry(PRIOR, "xuất phát"),
            entry("relatives", "người cùng hộ"),
            entry("household", "chứng cứ của hộ"),
            entry("personal_id", "số định danh"),
            entry("given_name", "tên"),
            entry("middle_name", "chữ đệm"),
            entry("surname", "họ"),
            entry("full_name", "họ và tên"),
            entry("other_name", "tên gọi khác"),
            entry("birth_date", "ngày sinh"),
            entry("old_ids", "số CMND"),
            entry("sex", "giới tính"),
            entry("place", "nơi cư trú"),
            entry("commune", "xã, phường"),
            entry("father_name", "tên cha"),
            entry("mother_name", "tên mẹ"),
            entry("spouse_name", "tên vợ, chồng"),
            entry("head_name", "tên chủ hộ"),
            entry("relation", "quan hệ chủ hộ"),
            entry("hometown", "quê quán"),
            entry("address", "địa chỉ"),
            // Levels.
            entry("expected matches among all pairs", "tỷ lệ cặp khớp dự kiến"),
            entry("may be another of the household", "có thể là người khác trong hộ"),
            entry("the rest of the household and of the files", "cả hộ và phần còn lại của hai tệp"),
            entry("two others of the household are linked", "hai người khác cùng hộ đã ghép"),
            entry("one other of the household is linked", "một người khác cùng hộ đã ghép"),
            entry("others of the household are linked to another", "người khác cùng hộ ghép sang hộ khác"),
            entry(CANNOT_TELL, "không đủ căn cứ"),
            entry("same", "giống nhau"),
            entry("exact", "giống hệt"),
            entry("different", "khác"),
            entry("other", "khác"),
            entry("else", "còn lại"),
            entry("same number", "cùng số"),
            entry("one digit or transposition", "sai một hoặc đảo hai chữ số"),
            entry("other number", "số khác"),
            entry("same, one name without marks", "giống, một bên viết không dấu"),
            entry("i/y or d/đ", "i/y hoặc d/đ"),
            entry("one tone", "khác một thanh"),
            entry("same without marks", "giống khi bỏ dấu"),
            entry("similar", "gần giống"),
            entry("one letter", "khác một chữ cái"),
            entry("swapped with the middle name", "đổi chỗ với chữ đệm"),
            entry("other form of one surname", "cách viết khác của một họ"),
            entry("none on both", "hai bên đều không có"),
            entry("left out on one side", "một bên bỏ trống chữ đệm"),
            entry("shortened", "viết tắt"),
            entry("changed second name", "đổi tên đệm, cùng dòng họ"),
            entry("same day", "cùng ngày"),
            entry("same month, day on one side", "cùng tháng, một bên thiếu ngày"),
            entry("same year, day on one side", "cùng năm, một bên chỉ có năm"),
            entry("same year, known no better", "cùng năm, chỉ biết năm"),
            entry("day and month swapped", "đảo ngày và tháng"),
            entry("one digit", "sai một chữ số"),
            entry("same year, another day", "cùng năm, khác ngày"),
            entry("same day of another year", "cùng ngày, khác năm"),
            entry("year within two", "lệch không quá hai năm"),
            entry("same household", "cùng hộ"),
            entry("same group, household unknown", "cùng tổ, không rõ hộ"),
            entry("same group, other household", "cùng tổ, khác hộ"),
            entry("same commune", "cùng xã, phường"),
            entry("other commune", "khác xã, phường"),
            entry("other household", "khác hộ"),
            entry("same other name", "cùng tên gọi khác"),
            entry("other name of one is the name of the other", "tên khác của bên này là tên bên kia"),
            entry("same but marks", "giống, khác dấu"),
            entry("other middle name", "khác chữ đệm"),
            entry("same given name", "cùng tên"),
            entry("one holds the other", "bên này nằm trong bên kia"));

    /** Of a comparison or a level. */
    static String of(Look look, String name) {
        String plain = name.replace('_', ' ');
        return look.vietnamese() ? VIETNAMESE.getOrDefault(name, plain) : plain;
    }
}
