package vn.dancu.linkage;

/** Parts of names that nobody in particular bears; behind a star, how often of all. */
final class InventedNames {

    static final String[] SURNAMES =
            ("Nguyễn*31 Trần*10 Lê*9 Phạm*6 Hoàng*5 Phan*3 Vũ*3 Đặng*2 Bùi*2 Đỗ*2 Hồ*1 Ngô*1 Dương*1 Lý*2 Nông*3 Ma*2 Mã*1 Chu*1 Vi*1 "
                            + "Lương*2 Triệu*2 Bàn*1 Giàng*2 Vừ*1 Thào*1 Sùng*1 Hầu*1 Lù*1 Cháng*1 Tráng*1 Đinh*1 Trịnh*1 Đào*1 Mai*1 Hà*1 Tạ*1")
                    .split(" ");
    static final String[] MALE_MIDDLE =
            "Văn*30 Đức*6 Minh*6 Quang*5 Hữu*4 Xuân*4 Đình*4 Quốc*4 Thanh*3 Ngọc*3 Công*3 Duy*3 Tuấn*2 Hoàng*2 Gia*2 Trọng*2 Mạnh*2 Seo*2 Mí*2 A*2 Bảo*2"
                    .split(" ");
    static final String[] FEMALE_MIDDLE =
            "Thị*40 Thị Thu*5 Thị Minh*4 Thị Ngọc*4 Ngọc*4 Thu*4 Thanh*4 Minh*3 Bích*2 Kim*2 Phương*3 Hồng*3 Thùy*2 Mai*2 Khánh*2 Thị Hồng*3 Bảo*1"
                    .split("(?<=\\d) ");
    static final String[] MALE =
            ("Hùng Dũng Tuấn Anh Minh Sơn Nam Hải Long Hưng Cường Thắng Tùng Hiếu Đạt Huy Quân Trung Thành Đức Toàn Khánh Phúc Kiên Bình Lâm "
                            + "Phong Vinh Tú Duy Hòa Quý Thủy Đông Tiến Thái Việt Hoàng Quang Khoa Nghĩa Lợi Sang Chính Dinh Páo Chứ Sình Lử Pùa Vàng Tài Mạnh")
                    .split(" ");
    static final String[] FEMALE =
            ("Hoa Lan Hương Hằng Thủy Linh Trang Hà Mai Nga Yến Hạnh Thảo Ngọc Phương Huyền Nhung Loan Oanh Tâm Dung Hiền Thu Liên Vân Hồng Quyên "
                            + "Chi My Anh Nhi Giang Uyên Ly Diệp Bích Xuân Tuyết Thơm Mỷ Dở Sua Dia Máy Cúc Đào Liễu Nguyệt Châm Duyên Ánh Hòa")
                    .split(" ");
    static final String[] PLACES =
            "Hà Giang*60 Yên Minh*8 Đồng Văn*7 Mèo Vạc*6 Vị Xuyên*9 Bắc Quang*8 Nam Định*9 Thái Bình*7 Hải Dương*4 Hà Nội*4 Tuyên Quang*6"
                    .split("(?<=\\d) ");

    private InventedNames() {}
}
