package vn.dancu.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** People who are easily taken for one another, in a small city that gives the training something to learn from. */
class HardCasesTest {

    private final List<@Nullable String[]> forms = new ArrayList<>();
    private final List<@Nullable String[]> entries = new ArrayList<>();
    private final LinkOptions options = LinkOptions.defaults().withThreshold(.9).withUncertainFrom(.5);

    private static @Nullable String[] person(
            String name,
            String birth,
            String sex,
            @Nullable String id,
            @Nullable String old,
            String household,
            String relation) {
        return new @Nullable String[] {
            name,
            null,
            birth,
            sex,
            id,
            old,
            "00688",
            "Tổ 1",
            household,
            relation,
            "Vi Công Chiến",
            null,
            null,
            null,
            "Hà Giang",
            null
        };
    }

    private void same(String form, String entry) {
        String[] a = form.split(";");
        String[] b = entry.split(";");
        forms.add(person(a[0], a[1], a[2], blank(a[3]), blank(a[4]), a[5], a[6]));
        entries.add(person(b[0], b[1], b[2], blank(b[3]), blank(b[4]), b[5], b[6]));
    }

    private static @Nullable String blank(String cell) {
        return cell.isBlank() ? null : cell;
    }

    private LinkResult linked() {
        return new Linker(Model.personVi(), options).link(records(forms), records(entries));
    }

    private static Records records(List<@Nullable String[]> rows) {
        Records.Builder builder = Records.builder(Model.personVi(), rows.size());
        for (int i = 0; i < rows.size(); i++) {
            builder.add("" + i, rows.get(i));
        }
        return builder.build();
    }

    @Test
    void whatIsWrittenInAnotherWayIsStillOnePerson() {
        same("VI CÔNG CHIẾN;24/03/1977;Nam;002077000001;;H1;Chủ hộ", "Vi Cong Chien;24/3/1977;M;;;H1;Chủ hộ");
        same("LƯƠNG THỊ MAI;05/06/1979;Nữ;;078950898;H1;Vợ", "Lương Mai;1979;Nữ;;070000001;H1;Vợ");
        same("GIÀNG SEO PÙA;12/11/1950;Nam;;;H2;Chủ hộ", "Giàng Mí Pùa;1950;Nam;;;H2;Chủ hộ");
        same(
                "NGUYỄN VĂN HÒA;07/08/1990;Nam;002090000017;;H3;Chủ hộ",
                "Nguyễn Văn Hoà;08/07/1990;Nam;002090000071;;H3;Chủ hộ");
        same(
                "TRIỆU KHÁNH PHƯƠNG;20/02/1985;Nữ;002185000321;;H4;Chủ hộ",
                "Triệu Khánh Phươngg;20/02/1985;Nữ;002185000321;;H9;Con");
        same("BÀN VĂN MINH;01/01/1962;Nam;;;H5;Chủ hộ", "Phàn Văn Minh;1962;Nam;;;H5;Chủ hộ");

        LinkResult result = linked();

        for (int i = 0; i < forms.size(); i++) {
            assertThat(result.match(i)).as(forms.get(i)[0]).isEqualTo(i);
        }
    }

    @Test
    void twinsAndAFatherWithHisSonsNameKeepTheirOwnEntries() {
        same("NÔNG VĂN TÀI;10/10/2005;Nam;;;H1;Con", "Nông Văn Tài;10/10/2005;Nam;;;H1;Con");
        same("NÔNG VĂN TIẾN;10/10/2005;Nam;;;H1;Con", "Nông Văn Tiến;10/10/2005;Nam;;;H1;Con");
        same("NÔNG VĂN SƠN;02/03/1975;Nam;;;H1;Chủ hộ", "Nông Văn Sơn;1975;Nam;;;H1;Chủ hộ");
        same("NÔNG VĂN SƠN;15/09/2001;Nam;;;H1;Con", "Nông Văn Sơn;15/09/2001;Nam;;;H1;Con");

        LinkResult result = linked();

        assertThat(new int[] {result.match(0), result.match(1), result.match(2), result.match(3)})
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void aBrotherIsNotLinkedInThePlaceOfOneWhoHasNoEntry() {
        same("HOÀNG VĂN LONG;10/10/2001;Nam;;;H1;Con", "Hoàng Văn Lâm;02/05/2004;Nam;;;H1;Con");
        same("HOÀNG VĂN SƠN;15/09/1971;Nam;;;H1;Chủ hộ", "Hoàng Văn Sơn;03/02/1999;Nam;;;H1;Con");
        same("VÀNG THỊ SAY;09/05/1999;Nữ;;;H2;Con", "Vàng Thị Sáy;26/05/2004;Nữ;;;H2;Con");

        LinkResult result = linked();

        assertThat(new int[] {result.match(0), result.match(1), result.match(2)})
                .containsOnly(-1);
    }

    @Test
    void twoWhoCannotBeToldApartAreUncertainAndNotGuessed() {
        same("NGUYỄN VĂN ANH;1980;Nam;;;H1;Con", "Nguyễn Văn Anh;1980;Nam;;;H7;Con");
        entries.add(person("Nguyễn Văn Anh", "1980", "Nam", null, null, "H8", "Con"));
        entries.get(0)[10] = "Nguyễn Văn Bình";
        entries.get(1)[10] = "Nguyễn Thị Hoa";
        String[] given = {"Anh", "Nam", "Hùng"};
        for (int i = 0; i < 300; i++) {
            String cells = "Nguyễn Văn " + given[i % 3] + ";" + (10 + i % 18) + "/04/" + (1930 + i * 7 % 80)
                    + ";Nam;;;H" + (100 + i) + ";Con";
            same(cells, cells);
        }

        LinkResult result = linked();

        assertThat(result.match(0)).isEqualTo(-1);
        assertThat(result.candidates(0)).containsExactly(0, 1);
        assertThat(result.probability(0)).isLessThanOrEqualTo(.5);
    }

    @Test
    void twoFormsOfOnePersonShareTheirEntry() {
        same(
                "VI CÔNG CHIẾN;24/03/1977;Nam;002077000001;;H1;Chủ hộ",
                "Vi Công Chiến;24/03/1977;Nam;002077000001;;H1;Chủ hộ");
        forms.add(person("VI CÔNG CHIẾN", "1977", "Nam", "002077000001", null, "H1", "Chủ hộ"));

        LinkResult result = linked();

        assertThat(result.match(0)).isZero();
        assertThat(result.match(1)).isZero();
        assertThat(result.sharesMatch(0)).isFalse();
        assertThat(result.sharesMatch(1)).isTrue();
        assertThat(result.state(1)).isEqualTo(LinkResult.State.LINKED);
    }

    @Test
    void twoEntriesOfOnePersonAreNoTie() {
        same(
                "VI CÔNG CHIẾN;24/03/1977;Nam;002077000001;078950898;H1;Chủ hộ",
                "Vi Công Chiến;24/03/1977;Nam;002077000001;;H1;Chủ hộ");
        entries.add(person("Vi Công Chiến", "24/03/1977", "Nam", null, "078950898", "H77", "Con"));

        LinkResult result = linked();

        assertThat(result.match(0)).isZero();
        assertThat(result.matchOfRight(1)).isZero();
    }

    @Test
    void theStrangersNumberDoesNotMakeHimTheSame() {
        same("VI CÔNG CHIẾN;24/03/1977;Nam;002077000001;;H1;Chủ hộ", "Sùng Thị Máy;11/08/1999;Nữ;002077000001;;H9;Vợ");

        LinkResult result = linked();

        assertThat(result.state(0)).isEqualTo(LinkResult.State.NONE);
    }

    @Test
    void dedupeJoinsTwoFormsOfOneAndKeepsTwinsAndBrothersApart() {
        forms.add(person("VI CÔNG CHIẾN", "24/03/1977", "Nam", "002077000001", null, "H1", "Chủ hộ"));
        forms.add(person("Vi Cong Chien", "1977", "Nam", "002077000001", null, "H1", "Chủ hộ"));
        forms.add(person("NÔNG VĂN HÙNG", "10/10/2005", "Nam", null, null, "H2", "Con"));
        forms.add(person("NÔNG VĂN HƯNG", "10/10/2005", "Nam", null, null, "H2", "Con"));
        forms.add(person("VÀNG THỊ SAY", "09/05/1999", "Nữ", null, null, "H3", "Con"));
        forms.add(person("VÀNG THỊ SAY", "26/05/2004", "Nữ", null, null, "H3", "Con"));
        forms.add(person("LÊ VĂN NAM", "02/02/1980", "Nam", "002080111222", null, "H4", "Chủ hộ"));
        forms.add(person("LÊ VĂN NAM", "02/02/1980", "Nam", "002080999888", null, "H4", "Chủ hộ"));

        Clusters clusters = new Deduper(Model.personVi(), options).dedupe(records(forms));

        assertThat(clusters.size()).isEqualTo(1);
        assertThat(clusters.members().get(0)).containsExactly(0, 1);
        assertThat(clusters.weight(0)).isGreaterThan(3);
    }
}
