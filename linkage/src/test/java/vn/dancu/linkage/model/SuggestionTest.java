package vn.dancu.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.linkage.BlockingRule;
import vn.dancu.linkage.Column;
import vn.dancu.linkage.Column.Kind;
import vn.dancu.linkage.Comparison;
import vn.dancu.linkage.LinkageException;
import vn.dancu.linkage.Model;
import vn.dancu.linkage.csv.CsvFile;

class SuggestionTest {

    private static final String[] SURNAMES = {"Nguyễn", "Trần", "Lê", "Nông", "Giàng", "Hoàng"};
    private static final String[] MIDDLE = {"Văn", "Thị", "Đức", "Minh", "Thị Thu"};
    private static final String[] GIVEN = {"Páo", "Hoà", "Lan", "Dũng", "Mỷ", "Chiến", "Sơn", "Ngọc", "Huyền"};
    private static final String[] ENGLISH = {
        "digital",
        "camera",
        "black",
        "wireless",
        "keyboard",
        "zoom",
        "lens",
        "case",
        "stereo",
        "remote",
        "silver",
        "mini"
    };

    @TempDir
    private Path folder;

    private final Random random = new Random(20261125);

    private CsvFile file(String name, List<String> lines) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, lines);
        return CsvFile.open(file);
    }

    private String any(String[] words) {
        return words[random.nextInt(words.length)];
    }

    private String name() {
        return any(SURNAMES) + " " + any(MIDDLE) + " " + any(GIVEN);
    }

    private String day() {
        return "%02d/%02d/%d".formatted(1 + random.nextInt(28), 1 + random.nextInt(12), 1940 + random.nextInt(80));
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private interface Row {
        String of(int row);
    }

    private CsvFile file(String name, String header, int rows, Row row) throws IOException {
        List<String> lines = new java.util.ArrayList<>(List.of(header));
        for (int i = 0; i < rows; i++) {
            lines.add(row.of(i));
        }
        return file(name, lines);
    }

    private static Model suggested(CsvFile left, @Nullable CsvFile right) {
        Suggestion.Suggested suggested = Suggestion.suggest(left, right);
        Model model = suggested.model();
        assertThat(ModelFile.parse(ModelFile.write(model), "m.yaml")).isEqualTo(model);
        assertThat(suggested.notes()).allMatch(note -> note.lines().count() == 2);
        return model;
    }

    private static Map<String, Kind> kinds(Model model) {
        Map<String, Kind> kinds = new HashMap<>();
        model.columns().forEach(column -> kinds.put(column.name(), column.kind()));
        return kinds;
    }

    @Test
    void listsWithVietnameseAndEnglishHeadersAreMatched() throws IOException {
        CsvFile left = file(
                "phieu.csv",
                "Mã hồ sơ,Họ và tên,Ngày sinh,Giới tính,Số CCCD,Họ tên cha,Thường trú",
                300,
                i -> "P" + i + "," + name() + "," + day() + "," + (i % 2 == 0 ? "Nam" : "Nữ") + "," + digits(12) + ","
                        + name() + ",Tổ " + i % 9 + " phường Trần Phú");
        CsvFile right = file(
                "book.csv",
                "id;full_name;dob;sex;personal_id;father_name;address",
                300,
                i -> "B" + i + ";" + name() + ";" + day() + ";" + (i % 2 == 0 ? "M" : "F") + ";" + digits(12) + ";"
                        + name() + ";Tổ " + i % 9 + " Trần Phú");

        Suggestion.Suggested suggested = Suggestion.suggest(left, right);
        Model model = suggested(left, right);

        assertThat(model.columns())
                .extracting(Column::kind)
                .containsExactly(Kind.PERSON_NAME, Kind.DATE, Kind.SEX, Kind.NUMBER, Kind.WHOLE_NAME, Kind.ADDRESS);
        assertThat(model.columns().get(0).left()).containsExactly("Họ và tên");
        assertThat(model.columns().get(0).right()).containsExactly("full_name");
        assertThat(model.columns().get(3).format()).isEqualTo("personal-id");
        assertThat(model.settings().id()).isEqualTo("Mã hồ sơ");
        assertThat(suggested.notes()).anyMatch(note -> note.contains("link with --right-id id"));
        assertThat(model.rules()).hasSizeBetween(4, 8);
    }

    @Test
    void aWholeNameIsMatchedWithItsParts() throws IOException {
        CsvFile left = file("a.csv", "id,ho_ten,ngay_sinh", 200, i -> i + "," + name() + "," + day());
        CsvFile right = file(
                "b.csv",
                "id,ho,ten_dem,ten,ngay_sinh",
                200,
                i -> i + "," + any(SURNAMES) + "," + any(MIDDLE) + "," + any(GIVEN) + "," + day());

        Model model = suggested(left, right);

        assertThat(model.columns().get(0))
                .isEqualTo(new Column(
                        "ho_ten", Kind.PERSON_NAME, List.of("ho_ten"), List.of("ho", "ten_dem", "ten"), null));
    }

    @Test
    void productsAndPublicationsAreReadByTheirContent() throws IOException {
        Row product = i -> i + ",\"" + any(ENGLISH) + " " + any(ENGLISH) + " " + any(ENGLISH) + " " + digits(3) + "\","
                + any(new String[] {"Acme", "Zenit", "Oriole", "Lumen", "Panoptic", "Birke"}) + ","
                + (5 + random.nextInt(900)) + "."
                + digits(2);
        Model products = suggested(
                file("shop1.csv", "id,name,manufacturer,price", 400, product),
                file("shop2.csv", "id,title,brand,price", 400, product));
        Model publications = suggested(
                file(
                        "dblp.csv",
                        "id,title,authors,venue,year",
                        400,
                        i -> "k" + i + ",\"" + any(ENGLISH) + " " + any(ENGLISH) + " for " + any(ENGLISH) + "\",\"A "
                                + any(GIVEN) + ", B " + any(SURNAMES) + "\",VLDB " + i % 7 + "," + (1990 + i % 15)),
                null);

        assertThat(kinds(products)).containsEntry("price", Kind.QUANTITY).containsEntry("name", Kind.FREE_TEXT);
        assertThat(products.columns()).extracting(Column::name).contains("manufacturer");
        assertThat(kinds(publications))
                .containsEntry("title", Kind.FREE_TEXT)
                .containsEntry("authors", Kind.FREE_TEXT)
                .containsEntry("year", Kind.QUANTITY);
        assertThat(publications.rules()).isNotEmpty();
    }

    @Test
    void emptyConstantAndAnswerColumnsAreLeftOutWithANote() throws IOException {
        CsvFile file = file(
                "list.csv",
                "rec_id,given_name,surname,country,note,cluster",
                200,
                i -> i + "," + any(GIVEN) + i % 40 + "," + any(SURNAMES) + i % 30 + ",VN,," + i / 2);

        Suggestion.Suggested suggested = Suggestion.suggest(file, null);

        assertThat(suggested.model().columns()).extracting(Column::name).containsExactly("given_name", "surname");
        assertThat(suggested.notes())
                .anyMatch(note -> note.contains("country is left out: nearly all rows"))
                .anyMatch(note -> note.contains("note is left out: empty"))
                .anyMatch(note -> note.contains("cluster is left out: it seems to be the answer"));
    }

    @Test
    void monthsThatStandFirstAreSeen() throws IOException {
        CsvFile file = file(
                "voters.csv",
                "voter_id,last_name,first_name,birth_date",
                200,
                i -> i + "," + any(SURNAMES) + i % 50 + "," + any(GIVEN) + i % 30 + ","
                        + "%d/%d/%d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28), 1950 + i % 50));

        assertThat(suggested(file, null).columns())
                .filteredOn(column -> column.kind() == Kind.DATE)
                .extracting(Column::format)
                .containsExactly("mdy");
    }

    @Test
    void communeGroupAndHouseholdAreOnePieceOfEvidence() throws IOException {
        CsvFile file = file(
                "households.csv",
                "entry_no,full_name,birth_date,commune_code,residential_group,household_book_no,relation_to_head",
                300,
                i -> "E" + i + "," + name() + "," + day() + ",00" + (680 + i % 8) + ",Tổ " + i % 12 + ",HB" + i / 4
                        + "," + (i % 4 == 0 ? "Chủ hộ" : "Con"));

        Model model = suggested(file, null);

        assertThat(model.comparisons())
                .filteredOn(comparison -> comparison.kind() == Comparison.Kind.PLACE)
                .hasSize(1);
        assertThat(kinds(model)).containsValue(Kind.HOUSEHOLD).containsValue(Kind.RELATION);
    }

    @Test
    void manyColumnsGiveNoMoreThanSixteenComparisons() throws IOException {
        StringBuilder header = new StringBuilder("id");
        for (int c = 0; c < 30; c++) {
            header.append(",c").append(c);
        }
        CsvFile file = file("wide.csv", header.toString(), 100, i -> {
            StringBuilder row = new StringBuilder("" + i);
            for (int c = 0; c < 30; c++) {
                row.append(',').append(any(ENGLISH)).append(random.nextInt(50));
            }
            return row.toString();
        });

        assertThat(suggested(file, null).comparisons()).hasSize(Model.MOST_COMPARISONS);
    }

    @Test
    void filesThatCannotBeComparedAreTold() throws IOException {
        CsvFile empty = file("empty.csv", List.of("id,name"));
        CsvFile one = file("one.csv", "id,weather", 50, i -> i + "," + any(ENGLISH) + i);
        CsvFile other = file("other.csv", "id,soup", 50, i -> i + "," + name() + i);

        assertThatThrownBy(() -> Suggestion.suggest(empty, null))
                .isInstanceOf(LinkageException.class)
                .hasMessageContaining("no rows");
        assertThatThrownBy(() -> Suggestion.suggest(one, other))
                .isInstanceOf(LinkageException.class)
                .hasMessageContaining("[id, weather]")
                .hasMessageContaining("[id, soup]");
    }

    @Test
    void aSingleRowAndRowsThatAreAllEqualAreBorne() throws IOException {
        CsvFile single = file("single.csv", List.of("id,name", "1,Lan"));
        CsvFile equal = file("equal.csv", "id,surname,town", 50, i -> i + ",Lê,Đồng Văn");

        assertThatThrownBy(() -> Suggestion.suggest(single, null)).isInstanceOf(LinkageException.class);
        assertThatThrownBy(() -> Suggestion.suggest(equal, null)).isInstanceOf(LinkageException.class);
    }

    @Test
    void pairsAreEstimatedFromASample() throws IOException {
        int rows = 60_000;
        int towns = 500;
        CsvFile file = file(
                "towns.csv",
                "id,surname,town",
                rows,
                i -> i + ",s" + random.nextInt(3_000) + ",t" + random.nextInt(towns));

        Suggestion.Suggested suggested = Suggestion.suggest(file, null);

        // Each of 3,000 x 500 combinations is as likely: 60,000 x 59,999 / 2 pairs, one in 1,500,000 agrees in both.
        double expected = rows * (rows - 1.0) / 2 / (3_000.0 * towns);
        String both = suggested.notes().stream()
                .filter(note -> note.contains("rule surname:folded + town"))
                .findFirst()
                .orElse("");
        if (!both.isEmpty()) {
            double told = Double.parseDouble(both.replaceAll("(?s).*about (\\d+) pairs.*", "$1"));
            assertThat(told).isEqualTo(expected, within(expected * .5));
        }
        assertThat(suggested.notes()).anyMatch(note -> note.contains("pairs"));
        assertThat(suggested.model().rules()).isNotEmpty();
    }

    @Test
    void largeFilesInOneOrderAreNotTakenForTheirSample() throws IOException {
        int rows = 60_000;
        Row person = i -> i + "," + String.format("%012d", 1_000_000_000L + i * 7_919L) + "," + any(SURNAMES) + " "
                + any(MIDDLE) + " " + any(GIVEN) + "," + (i % 2 == 0 ? "Nam" : "Nữ");
        CsvFile left = file("left.csv", "id,so_cccd,ho_ten,gioi_tinh", rows, person);
        CsvFile right = file(
                "right.csv",
                "id,so_cccd,ho_ten,gioi_tinh",
                rows,
                i -> person.of(i).replace(",Nam", ",M").replace(",Nữ", ",F"));

        Suggestion.Suggested suggested = Suggestion.suggest(left, right);

        String number = suggested.notes().stream()
                .filter(note -> note.matches("(?s).*rule so_cccd(:last-5)?: .*"))
                .findFirst()
                .orElse(suggested.notes().toString());
        assertThat(number).contains("rule so_cccd");
        assertThat(Double.parseDouble(number.replaceAll("(?s).*about (\\d+) pairs.*", "$1")))
                .isEqualTo(rows, within(rows * .2));
        assertThat(suggested.model().rules()).extracting(BlockingRule::name).doesNotContain("gioi_tinh");
    }

    @Test
    void theSameFileIsAlwaysAdvisedTheSame() throws IOException {
        CsvFile file = file("same.csv", "id,ho_ten,ngay_sinh", 500, i -> i + "," + name() + "," + day());

        assertThat(Suggestion.suggest(file, null)).isEqualTo(Suggestion.suggest(file, null));
    }

    @Test
    void publicDataAreAdvisedWell() throws IOException {
        Path data = publicData();
        assumeThat(data).as("shared/data/linkage is not here: nothing to try").isNotNull();
        if (data == null) {
            return;
        }

        Model febrl = suggested(
                CsvFile.open(data.resolve("febrl/dataset4a.csv")), CsvFile.open(data.resolve("febrl/dataset4b.csv")));
        Model fake = suggested(CsvFile.open(data.resolve("fake_1000.csv")), null);

        assertThat(febrl.settings().id()).isEqualTo("rec_id");
        assertThat(kinds(febrl))
                .containsEntry("date_of_birth", Kind.DATE)
                .containsEntry("soc_sec_id", Kind.NUMBER)
                .containsEntry("state", Kind.CODE)
                .containsEntry("address_1", Kind.ADDRESS)
                .containsEntry("given_name", Kind.TEXT);
        assertThat(febrl.rules()).hasSizeBetween(4, 8);
        assertThat(fake.columns()).extracting(Column::name).doesNotContain("cluster", "unique_id");
        assertThat(fake.rules()).extracting(BlockingRule::name).anyMatch(rule -> rule.startsWith("dob"));
    }

    private static @Nullable Path publicData() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path data = at.resolve("shared/data/linkage");
            if (Files.isDirectory(data)) {
                return data;
            }
        }
        return null;
    }
}
