package vn.dancu.bench.linkage;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Parts of names, each as frequent as it is said to be. In capitals, as forms are filled in. */
final class NameStock {

    /** Out of 1,000 people; nearly a third is called Nguyễn. */
    static final NameStock SURNAMES = weighted("NGUYỄN 310|TRẦN 105|LÊ 90|PHẠM 65|HOÀNG 38|HUỲNH 20|PHAN 36|VŨ 28|VÕ 20"
            + "|ĐẶNG 22|BÙI 20|ĐỖ 17|HỒ 13|NGÔ 13|DƯƠNG 13|LÝ 12|NÔNG 12|MA 8|MÃ 4|CHU 6|VI 5|LƯƠNG 11|TRIỆU 7|BÀN 5"
            + "|GIÀNG 6|VỪ 4|THÀO 4|SÙNG 4|HẦU 4|LÙ 3|CHÁNG 2|TRÁNG 2|ĐINH 9|TRỊNH 7|ĐÀO 7|MAI 6|HÀ 6|TẠ 4|CAO 5|TRƯƠNG 8"
            + "|LÂM 5|TÔ 4|THÁI 3|PHÙNG 4|QUÁCH 2|KIỀU 1|LƯU 3|VƯƠNG 3|TÔN 1|ĐOÀN 6|HỨA 2|LẠI 1|NGHIÊM 1|ĐÀM 2|THẠCH 2"
            + "|SẦM 1|LỤC 2|TẨN 2|CHẢO 2|PHÀN 2|ĐẬU 1|KHƯƠNG 1|BẾ 1|LA 1");

    static final NameStock MALE_MIDDLE = weighted(
            "VĂN 300|ĐỨC 60|MINH 55|QUANG 45|HỮU 42|XUÂN 40|ĐÌNH 40|QUỐC 36"
                    + "|THANH 30|NGỌC 28|CÔNG 28|DUY 26|TUẤN 20|HOÀNG 20|GIA 22|TRỌNG 18|MẠNH 18|SEO 14|MÍ 12|A 10|BẢO 18|VIẾT 10"
                    + "|BÁ 10|THẾ 12|NHẬT 10|ANH 10|TIẾN 9|TRUNG 9|KHẮC 7|PHÚC 6|HẢI 6|TẤN 6|PHÚ 5|VIỆT 5|CHÍ 5|HỒNG 5|KIM 4|TRƯỜNG 3");

    static final NameStock FEMALE_MIDDLE = weighted("THỊ 390|THỊ THU 42|THỊ MINH 22|THỊ NGỌC 34|NGỌC 38|THU 34|THANH 32"
            + "|MINH 24|BÍCH 16|KIM 18|PHƯƠNG 26|HỒNG 24|THÙY 18|MAI 16|KHÁNH 18|THỊ HỒNG 24|BẢO 14|THỊ THANH 26|THỊ KIM 20"
            + "|THỊ PHƯƠNG 16|THỊ BÍCH 12|THỊ MAI 12|QUỲNH 14|HÀ 12|DIỆU 9|XUÂN 8|TUYẾT 5|HOÀI 5|THẢO 6|NHƯ 7|TƯỜNG 4|ÁNH 4"
            + "|THỊ LAN 8|THỊ HÀ 8|THỊ MỸ 6|THỊ DIỄM 4|THỊ XUÂN 6|THỊ HẢI 4|CẨM 3|YẾN 4");

    static final NameStock MALE =
            falling("HÙNG MINH TUẤN ANH DŨNG NAM HẢI SƠN LONG HƯNG CƯỜNG THẮNG TÙNG HIẾU ĐẠT HUY QUÂN"
                    + " TRUNG THÀNH ĐỨC TOÀN KHÁNH PHÚC KIÊN BÌNH LÂM PHONG VINH TÚ DUY HÒA QUÝ THỦY ĐÔNG TIẾN THÁI VIỆT HOÀNG QUANG"
                    + " KHOA NGHĨA LỢI SANG CHÍNH TÀI MẠNH LINH CHIẾN TÂN NGỌC TRƯỜNG THỊNH CÔNG HẬU THIỆN LỘC PHÁT NHÂN TRÍ TÍN DƯƠNG"
                    + " GIANG HÀ BẢO AN CHUNG CHUYÊN ĐẠI ĐIỆP ĐỊNH ĐOÀN DƯ HÀO HIỂN HIỆP HOAN HỒNG HUẤN HƯỞNG KHANG KHÔI KỲ LỰC LUÂN"
                    + " LƯƠNG MỪNG NĂM NHẬT NINH PHÚ PHƯƠNG QUỐC QUYẾT QUYỀN TẤN THẠCH THANH THẾ THUẬN TÌNH TOẢN TRIỀU TRỌNG TỰ VĂN VŨ"
                    + " XUÂN Ý DINH PÁO CHỨ SÌNH LỬ PÙA VÀNG SỬ DÌNH CHÚ SÁNG NÔ THỀ LÌNH TỦA CỦ SÚA");

    static final NameStock FEMALE = falling(
            "HOA LAN HƯƠNG HẰNG THỦY LINH TRANG HÀ MAI NGA YẾN HẠNH THẢO NGỌC PHƯƠNG HUYỀN"
                    + " NHUNG LOAN OANH TÂM DUNG HIỀN THU LIÊN VÂN HỒNG QUYÊN CHI MY ANH NHI GIANG UYÊN LY DIỆP BÍCH XUÂN TUYẾT THƠM"
                    + " THÚY HUỆ NGÂN LỆ LÝ NHÀN PHƯỢNG QUỲNH SEN THANH THƯ THƯƠNG TÌNH TRÀ TRÂM TRINH TRÚC VY VUI XOAN ÁI AN ÂN BÌNH"
                    + " CẨM CHÂU CHINH ĐÀO ĐIỆP ĐOAN DIỄM DỊU DUYÊN GẤM HẢI HẢO HẬU HÒA HOÀI HỢI HỢP KHÁNH KHUYÊN KIỀU KIM LÀNH LÀI LAM"
                    + " LÊ LIỄU LĨNH LỤA LƯU MẬN MẾN MIÊN MINH MƠ NGÀ NGHĨA NGUYỆT NHẠN NHÂM NHƯ NỤ PHÚC QUẾ SÂM SƯƠNG TẤM THẮM THÌN"
                    + " THOA THỎA THUẬN TƠ TOÀN TUYỀN TÚ TƯƠI ƯỚC VIỆT XIÊM Ý MỶ DỞ SUA DIA MÁY CÚC CHÂM ÁNH SÍNH PÀ GIÀ XÚA CHỞ DÍ");

    static final NameStock PLACES = weighted("HÀ GIANG 60|YÊN MINH 8|ĐỒNG VĂN 7|MÈO VẠC 6|VỊ XUYÊN 9|BẮC QUANG 8"
            + "|NAM ĐỊNH 9|THÁI BÌNH 7|HẢI DƯƠNG 4|HÀ NỘI 4|TUYÊN QUANG 6|QUẢN BẠ 4|BẮC MÊ 4|HOÀNG SU PHÌ 4|XÍN MẦN 3");

    private final String[] names;
    private final double[] upTo;

    private NameStock(String[] names, double[] weights) {
        this.names = names;
        this.upTo = weights.clone();
        for (int n = 1; n < upTo.length; n++) {
            upTo[n] += upTo[n - 1];
        }
    }

    String draw(SplittableRandom random) {
        int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        return names[Math.min(names.length - 1, found < 0 ? -found - 1 : found + 1)];
    }

    private static NameStock weighted(String written) {
        String[] entries = written.split("\\|");
        String[] names = new String[entries.length];
        double[] weights = new double[entries.length];
        for (int n = 0; n < entries.length; n++) {
            int space = entries[n].lastIndexOf(' ');
            names[n] = entries[n].substring(0, space);
            weights[n] = Integer.parseInt(entries[n].substring(space + 1));
        }
        return new NameStock(names, weights);
    }

    /** The first is the most frequent; the hundredth is a fortieth as frequent. */
    private static NameStock falling(String written) {
        String[] names = written.split(" ");
        double[] weights = new double[names.length];
        for (int n = 0; n < names.length; n++) {
            weights[n] = 1 / (1 + n / 2.25);
        }
        return new NameStock(names, weights);
    }
}
