package vn.dancu.linkage.model;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.dancu.civil.text.VietnameseText;

/** What a header says its column holds, in Vietnamese or English. */
enum Meaning {
    ID(
            "id rec_id record_id recid unique_id uid rowid row_id index key ma ma_so ma_ho_so so_phieu form_no entry_no record_no stt"),
    TRUTH("cluster cluster_id clusterid entity entity_id ent_id label truth is_match match gold true_id group_truth"),
    GIVEN_NAME("given_name first_name firstname givenname fname forename first name_first ten ten_goi"),
    MIDDLE_NAME("middle_name middlename mname middle middle_initial ten_dem ten_lot dem chu_dem"),
    SURNAME("surname last_name lastname lname family_name familyname last name_last ho"),
    FULL_NAME(
            "full_name fullname person_name ho_ten hoten ho_va_ten hovaten ho_chu_dem_va_ten ho_ten_khai_sinh ten_day_du"
                    + " patient_name customer_name voter_name"),
    NAME("name ten_goi_chung"),
    OTHER_NAME("other_name ten_khac ten_goi_khac alias nickname bi_danh"),
    FATHER_NAME("father_name father ho_ten_cha cha ten_cha bo ho_ten_bo"),
    MOTHER_NAME("mother_name mother ho_ten_me me ten_me"),
    SPOUSE_NAME("spouse_name spouse ho_ten_vo_chong vo_chong husband wife"),
    HEAD_NAME("head_name head chu_ho ho_ten_chu_ho ten_chu_ho"),
    BIRTH_DATE("dob birth_date birthdate date_of_birth birthday birth born ngay_sinh ngay_thang_nam_sinh sinh_ngay ns"),
    BIRTH_YEAR("birth_year yob year_of_birth nam_sinh"),
    SEX("sex gender gioi_tinh gioi phai"),
    PERSONAL_ID(
            "personal_id national_id citizen_id cccd so_cccd can_cuoc so_can_cuoc dinh_danh so_dinh_danh ma_dinh_danh"
                    + " so_dinh_danh_ca_nhan cmnd so_cmnd cmt so_cmt soc_sec_id ssn social_security_number passport nino"),
    OLD_IDS("old_id old_ids cmnd_cu so_cmnd_cu so_cu"),
    PHONE("phone phone_number telephone tel mobile cell dien_thoai sdt so_dien_thoai"),
    EMAIL("email e_mail mail email_address thu_dien_tu"),
    ADDRESS(
            "address addr dia_chi street street_address address_1 address1 thuong_tru noi_o dia_chi_thuong_tru noi_cu_tru"),
    CITY("city suburb town locality thanh_pho huyen quan quan_huyen district"),
    COMMUNE("commune commune_code ward xa phuong xa_phuong phuong_xa ma_xa"),
    GROUP("group residential_group hamlet to thon to_dan_pho thon_to to_dp ban"),
    HOUSEHOLD("household household_id household_no household_book_no ho_khau so_ho_khau so_ho ma_ho"),
    RELATION("relation relation_to_head quan_he quan_he_chu_ho quan_he_voi_chu_ho qh_chu_ho"),
    POSTCODE("postcode zip zipcode zip_code postal_code post_code ma_buu_chinh"),
    STATE("state province tinh region county tinh_thanh ma_tinh"),
    TITLE("title tieu_de nhan_de product_name ten_san_pham item song album ten_sach"),
    AUTHORS("authors author tac_gia artist artists creators"),
    VENUE("venue journal booktitle conference tap_chi publisher nha_xuat_ban series"),
    YEAR("year pub_year nam nam_xuat_ban publication_year"),
    PRICE("price gia don_gia cost amount so_tien list_price"),
    BRAND("manufacturer brand maker hang hang_san_xuat brand_name company"),
    DESCRIPTION("description desc mo_ta details summary abstract noi_dung notes tom_tat"),
    HOMETOWN("hometown que_quan nguyen_quan birth_place birthplace noi_sinh place_of_birth"),
    ETHNICITY("ethnicity ethnic_group dan_toc race"),
    RELIGION("religion ton_giao"),
    NATIONALITY("nationality quoc_tich citizenship"),
    OCCUPATION("occupation job profession nghe_nghiep"),
    OTHER("");

    private static final Set<String> NO_WORDS = Set.of("the", "of", "so", "cot", "col", "field");

    @SuppressWarnings("ImmutableEnumChecker") // never changed after the constructor
    private final List<String> words;

    Meaning(String words) {
        this.words = words.isEmpty() ? List.of() : List.of(words.split(" "));
    }

    static Meaning of(String header) {
        String word = plain(header);
        String joined = word.replace("_", "");
        for (Meaning meaning : values()) {
            for (String known : meaning.words) {
                if (known.equals(word)
                        || (known.length() > 4 && known.replace("_", "").equals(joined))) {
                    return meaning;
                }
            }
        }
        return byItsWords(word);
    }

    /** "Số CCCD (12 số)", "customer email": a telling word among others. */
    private static Meaning byItsWords(String word) {
        List<String> parts = List.of(word.split("_"));
        if (parts.size() < 2) {
            return OTHER;
        }
        if (parts.get(parts.size() - 1).equals("id")
                && parts.size() == 2
                && parts.get(0).length() <= 4) {
            return ID;
        }
        for (Meaning meaning : List.of(EMAIL, PHONE, PERSONAL_ID, BIRTH_DATE, SEX, POSTCODE, PRICE, TITLE, ADDRESS)) {
            for (String known : meaning.words) {
                boolean among =
                        known.indexOf('_') < 0 ? parts.contains(known) : ("_" + word + "_").contains("_" + known + "_");
                if (known.length() > 2 && among && !NO_WORDS.contains(known)) {
                    return meaning;
                }
            }
        }
        return OTHER;
    }

    /** Small letters without marks, words joined by an underscore: {@code ngay_sinh}, {@code birth_date}. */
    static String plain(String header) {
        String parted = header.strip().replaceAll("([\\p{javaLowerCase}\\d])(\\p{javaUpperCase})", "$1_$2");
        return VietnameseText.fold(parted.replace('_', ' '))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
    }
}
