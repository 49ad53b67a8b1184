package vn.dancu.paper.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.paper.Box;
import vn.dancu.paper.Forms;
import vn.dancu.paper.print.ImageCanvas;
import vn.dancu.paper.print.ReceiptSheet;
import vn.dancu.paper.print.ReceiptSheet.Receipt;
import vn.dancu.paper.read.FieldReading.Note;
import vn.dancu.paper.read.Homography.Point;
import vn.dancu.paper.scan.Pictures;

class PageReaderTest {
    private static final String NUMBER = "HG0009991";
    private static final LocalDate TODAY = LocalDate.of(2020, 11, 1);

    private final PageReader reader = new PageReader(Forms.all(), Optional.of(DrawnPage.LAYOUT), Books.NONE, TODAY);

    @AfterEach
    void close() {
        reader.close();
    }

    @ParameterizedTest
    @CsvSource({"150, 0, 255", "150, 9.5, 40", "200, -10, 255", "200, 4, 0", "200, 180, 255", "300, 187, 255"})
    void aPageIsFoundHoweverItLies(int dpi, double degrees, int lid) {
        Grey scan = DrawnPage.blank(NUMBER, dpi).scanned(degrees, lid, 8, 3);

        ReadPage page = reader.read(scan).get(0);

        assertThat(page.verdict()).isEqualTo(Verdict.GOOD);
        assertThat(page.number()).isEqualTo(NUMBER);
        assertThat(page.version()).isEqualTo("DC01/41-2019");
        Point middle = page.where().orElseThrow().map(105, 148.5);
        assertThat(middle.x()).isCloseTo(scan.width() / 2.0, within(dpi / 25.4 * 0.3));
        assertThat(middle.y()).isCloseTo(scan.height() / 2.0, within(dpi / 25.4 * 0.3));
    }

    @Test
    void aPageThatLiesOnItsSideIsFoundToo() {
        Grey side = DrawnPage.blank(NUMBER, 200).scanned(2, 60, 6, 1).turnedRight();

        assertThat(reader.read(side))
                .extracting(ReadPage::verdict, ReadPage::number)
                .containsExactly(tuple(Verdict.GOOD, NUMBER));
    }

    @Test
    void twoFormsOnOneGlassAreTwoPages() {
        Grey both = DrawnPage.sideBySide(
                DrawnPage.blank("HG0009992", 150).scanned(),
                DrawnPage.blank("HG0009993", 150).scanned());

        List<ReadPage> pages = reader.read(both);

        assertThat(pages).extracting(ReadPage::number).containsExactlyInAnyOrder("HG0009992", "HG0009993");
    }

    @Test
    void withoutItsQrCodeAPageIsBoundByItsBars() {
        Grey scan =
                DrawnPage.blank(NUMBER, 200).cover(new Box(172, 8, 24, 24), 255).scanned();

        ReadPage page = reader.read(scan).get(0);

        assertThat(page.number()).isEqualTo(NUMBER);
        assertThat(page.verdict()).isEqualTo(Verdict.GOOD);
    }

    @Test
    void withoutAnyCodeThePageIsThereAndItsNumberMustBeKeyed() {
        Grey scan = DrawnPage.blank(NUMBER, 200)
                .cover(new Box(172, 8, 24, 24), 255)
                .cover(new Box(55, 279, 100, 9), 255)
                .scanned();

        assertThat(reader.read(scan)).extracting(ReadPage::verdict).containsExactly(Verdict.NO_NUMBER);
    }

    @Test
    void aTornCornerDoesNotHideThePage() {
        Box corner = DrawnPage.PAGE.marks().corners().get(2);
        Grey scan = DrawnPage.blank(NUMBER, 200).cover(corner.grown(2), 255).scanned(3, 255, 5, 1);

        ReadPage page = reader.read(scan).get(0);

        assertThat(page.verdict()).isEqualTo(Verdict.GOOD);
        assertThat(page.number()).isEqualTo(NUMBER);
    }

    @Test
    void aPageThatWasCutOffMustBeScannedAgain() {
        Grey whole = DrawnPage.blank(NUMBER, 200).scanned();
        Grey cut = Grey.white(whole.width(), whole.height() * 3 / 5);
        System.arraycopy(whole.values(), 0, cut.values(), 0, cut.values().length);

        ReadPage page = reader.read(cut).get(0);

        assertThat(page.verdict()).isEqualTo(Verdict.CUT_OFF);
        assertThat(page.number()).isEqualTo(NUMBER);
        assertThat(page.verdict().mustBeScannedAgain()).isTrue();
    }

    @Test
    void aBlankBackIsEmptyAndANoisyPictureIsNoForm() {
        Random random = new Random(2);
        Grey photo = Grey.white(900, 1200);
        for (int i = 0; i < photo.values().length; i++) {
            photo.values()[i] = (byte) (i / 900 / 5 + random.nextInt(90) * (i % 900 / 300));
        }

        assertThat(reader.read(Grey.white(1654, 2339)))
                .extracting(ReadPage::verdict)
                .containsExactly(Verdict.EMPTY);
        assertThat(reader.read(photo)).extracting(ReadPage::verdict).containsExactly(Verdict.NOT_A_FORM);
    }

    @Test
    void aDarkPageIsNamedSo() {
        Grey scan = DrawnPage.blank(NUMBER, 200).scanned();
        for (int i = 0; i < scan.values().length; i++) {
            scan.values()[i] = (byte) ((scan.values()[i] & 0xFF) * 0.28);
        }

        assertThat(reader.read(scan)).extracting(ReadPage::verdict).containsExactly(Verdict.TOO_DARK);
    }

    @Test
    void aBlurredPageIsNamedSo() {
        Grey scan = DrawnPage.blank(NUMBER, 200).scanned();
        Grey small = scan.shrunk(10);
        Grey blurred = Grey.white(scan.width(), scan.height());
        for (int y = 0; y < scan.height(); y++) {
            for (int x = 0; x < scan.width(); x++) {
                blurred.values()[y * scan.width() + x] = (byte) small.at((x - 4.5) / 10, (y - 4.5) / 10);
            }
        }

        List<ReadPage> pages = reader.read(blurred);

        assertThat(pages).extracting(ReadPage::verdict).doesNotContain(Verdict.GOOD);
        assertThat(pages).extracting(ReadPage::fields).containsOnly(List.of());
    }

    @Test
    void boxesAreEmptyMarkedOrTakenBack() {
        List<Box> sex = DrawnPage.field("sex").boxes();
        List<Box> blood = DrawnPage.field("blood_group").boxes();
        List<Box> marital = DrawnPage.field("marital_status").boxes();
        DrawnPage drawn = DrawnPage.blank(NUMBER, 200)
                .cross(sex.get(1))
                .scribble(marital.get(0))
                .cross(marital.get(1))
                .cross(blood.get(0))
                .cross(blood.get(2));

        List<FieldReading> fields =
                reader.read(drawn.scanned(2, 255, 6, 1)).get(0).fields();

        assertThat(field(fields, "sex").value()).isEqualTo("Nữ");
        assertThat(field(fields, "sex").accepted()).isTrue();
        assertThat(field(fields, "marital_status").value()).isEqualTo("2");
        assertThat(field(fields, "marital_status").accepted()).isTrue();
        assertThat(field(fields, "blood_group").accepted()).isFalse();
        assertThat(field(fields, "blood_group").note()).isEqualTo(Note.SEVERAL_MARKED);
        assertThat(field(fields, "papers_shown"))
                .isEqualTo(new FieldReading(
                        "papers_shown", "", field(fields, "papers_shown").confidence(), true, Note.NONE));
    }

    @Test
    void whatWasWrittenByHandIsNotGuessed() {
        DrawnPage drawn = DrawnPage.blank(NUMBER, 200);
        drawn.stroke(DrawnPage.field("full_name").boxes().get(0), 0.02, 0.8, 0.03, 0.2, 0.04, 0.8, 0.05, 0.2);

        List<FieldReading> fields = reader.read(drawn.scanned()).get(0).fields();

        assertThat(field(fields, "full_name")).isEqualTo(new FieldReading("full_name", "", 0, false, Note.HANDWRITTEN));
        assertThat(field(fields, "father_name").note()).isEqualTo(Note.NONE);
        assertThat(field(fields, "father_name").accepted()).isTrue();
    }

    @Test
    void digitsThatRunTogetherAreForAPerson() {
        List<Box> boxes = DrawnPage.field("commune_code").boxes();
        DrawnPage drawn = DrawnPage.blank(NUMBER, 200);
        for (int i : new int[] {0, 1, 4}) {
            drawn.stroke(boxes.get(i), 0.5, 0.15, 0.5, 0.85);
        }
        drawn.stroke(boxes.get(2).joined(boxes.get(3)), 0.25, 0.2, 0.2, 0.8, 0.75, 0.8, 0.8, 0.2);

        FieldReading code = field(reader.read(drawn.scanned()).get(0).fields(), "commune_code");

        assertThat(code.accepted()).isFalse();
        assertThat(code.note()).isEqualTo(Note.UNCLEAN);
        assertThat(code.value()).isEqualTo("11__1");
    }

    @Test
    void aGapAmongTheDigitsIsForAPerson() {
        List<Box> boxes = DrawnPage.field("commune_code").boxes();
        DrawnPage drawn = DrawnPage.blank(NUMBER, 200);
        for (int i : new int[] {0, 1, 3, 4}) {
            drawn.stroke(boxes.get(i), 0.5, 0.15, 0.5, 0.85);
        }

        FieldReading code = field(reader.read(drawn.scanned()).get(0).fields(), "commune_code");

        assertThat(code.value()).isEqualTo("11_11");
        assertThat(code.accepted()).isFalse();
    }

    @Test
    void printedNamesKeepTheirMarks() {
        assumeTrue(reader.readsPrint(), "tesseract-ocr-vie is not installed");
        Map<String, String> known = Map.of(
                "full_name", "Vàng Thị Mỷ",
                "father_name", "Nguyễn Đức Hạnh",
                "hometown", "xã Phương Độ, thành phố Hà Giang, tỉnh Hà Giang",
                "ethnicity", "Mông");

        List<FieldReading> fields = reader.read(
                        DrawnPage.filled(NUMBER, 300, known).scanned(1.5, 255, 5, 1))
                .get(0)
                .fields();

        assertThat(field(fields, "father_name").value()).isEqualTo("Nguyễn Đức Hạnh");
        assertThat(field(fields, "hometown").value()).isEqualTo("xã Phương Độ, thành phố Hà Giang, tỉnh Hà Giang");
        assertThat(field(fields, "ethnicity").value()).isEqualTo("Mông");
        assertThat(field(fields, "mother_name").value()).isEmpty();
    }

    @Test
    void aReceiptBearsACodeOfOursAndIsNoForm() throws IOException {
        BufferedImage paper = new BufferedImage(1654, 2339, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D white = paper.createGraphics();
        white.setColor(Color.WHITE);
        white.fillRect(0, 0, 1654, 2339);
        white.dispose();
        new ReceiptSheet(List.of(new Receipt(
                        "BN0000001",
                        "Công an thành phố",
                        "Công an phường Thử",
                        "Nguyễn Văn Thử",
                        "Số 1 phố Thử",
                        List.of(NUMBER),
                        "",
                        LocalDate.of(2020, 9, 5),
                        "CS. Thử",
                        "")))
                .draw(new ImageCanvas(paper, 200));

        List<ReadPage> pages = reader.read(Pictures.grey(paper));

        assertThat(pages).extracting(ReadPage::number).containsOnly("");
        assertThat(pages).extracting(ReadPage::verdict).containsOnly(Verdict.NOT_A_FORM);
    }

    @Test
    void nothingPersonalIsInWhatAReadingPrintsOfItself() {
        FieldReading reading = new FieldReading("personal_id", "002187000001", 0.9, false, Note.UNSURE);

        assertThat(reading.toString()).doesNotContain("002187000001");
    }

    private static FieldReading field(List<FieldReading> fields, String name) {
        return fields.stream()
                .filter(field -> field.field().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
