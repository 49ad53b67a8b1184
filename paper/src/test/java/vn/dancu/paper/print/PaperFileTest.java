package vn.dancu.paper.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.oned.Code128Reader;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.dancu.paper.Box;
import vn.dancu.paper.FormLayout;
import vn.dancu.paper.Forms;
import vn.dancu.paper.PageCode;
import vn.dancu.paper.PageCode.Kind;

class PaperFileTest {
    private static final FormLayout DC01 = Forms.version("DC01/41-2019").orElseThrow();
    private static final FormLayout DC02 = Forms.version("DC02/66-2015").orElseThrow();
    private static final double DOTS = 200 / 25.4;

    private static byte[] written(PaperFile file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.finish(out);
        return out.toByteArray();
    }

    private static byte[] filled(FormLayout layout, Map<String, String> values, List<String> leftOut)
            throws IOException {
        try (PaperFile file = new PaperFile("test")) {
            leftOut.addAll(file.filled(layout, "HG0001365", values));
            return written(file);
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }

    private static BufferedImage page(byte[] pdf, int index) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(index, 200, ImageType.GRAY);
        }
    }

    private static BinaryBitmap cut(BufferedImage image, Box box) {
        BufferedImage part =
                image.getSubimage((int) (box.x() * DOTS), (int) (box.y() * DOTS), (int) (box.width() * DOTS), (int)
                        (box.height() * DOTS));
        int[] pixels = part.getRGB(0, 0, part.getWidth(), part.getHeight(), null, 0, part.getWidth());
        return new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(part.getWidth(), part.getHeight(), pixels)));
    }

    private static boolean isDark(BufferedImage image, double x, double y) {
        return (image.getRGB((int) (x * DOTS), (int) (y * DOTS)) & 0xFF) < 128;
    }

    @Test
    void aPrintedPageSaysWhichItIs() throws Exception {
        for (FormLayout layout : List.of(DC01, DC02)) {
            byte[] pdf;
            try (PaperFile file = new PaperFile("test")) {
                file.blank(layout, "HG0001365");
                pdf = written(file);
            }
            BufferedImage image = page(pdf, 0);
            PageCode code = new PageCode(Kind.BLANK, "HG0001365", layout.id(), 1, 1);
            var marks = layout.pages().get(0).marks();

            String qr =
                    new QRCodeReader().decode(cut(image, marks.qr().grown(2.5))).getText();
            String bar =
                    new Code128Reader().decode(cut(image, marks.bar().grown(2))).getText();

            assertThat(PageCode.read(qr)).isEqualTo(new PageCode.Reading.Read(code));
            assertThat(bar).isEqualTo(code.bar());
            assertThat(marks.corners()).allMatch(box -> isDark(image, box.x() + 0.5, box.y() + 0.5));
            assertThat(isDark(image, marks.hole().centreX(), marks.hole().centreY()))
                    .isFalse();
            assertThat(isDark(
                            image,
                            marks.corners().get(0).centreX(),
                            marks.corners().get(0).centreY()))
                    .isTrue();
        }
    }

    @Test
    void allLettersAreThereAndTheFontsAreInTheFile() throws IOException {
        String name = "NGUYỄN THỊ ĐẮC LỘ ẪẬỮỆỘỢẶ";
        byte[] pdf = filled(DC01, Map.of("full_name", name, "ethnicity", "Hmông"), new ArrayList<>());

        assertThat(text(pdf)).contains(name, "Hmông", "PHIẾU THU THẬP THÔNG TIN DÂN CƯ", "Độc lập – Tự do – Hạnh phúc");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var fonts = document.getPage(0).getResources();
            for (COSName font : fonts.getFontNames()) {
                assertThat(fonts.getFont(font).isEmbedded()).isTrue();
            }
        }
        assertThat(pdf.length).isLessThan(200_000);
    }

    @Test
    void knownDataStandInTheirBoxes() throws IOException {
        List<String> leftOut = new ArrayList<>();
        byte[] pdf = filled(
                DC01,
                Map.of(
                        "birth_date", "1988-05-04",
                        "sex", "Nữ",
                        "marital_status", "Đang có vợ/chồng",
                        "blood_group", "04",
                        "personal_id", "002 188 000 001",
                        "old_id", "073451220",
                        "declared_on", "2020",
                        "no_such_field", "x"),
                leftOut);

        assertThat(leftOut).isEmpty();
        assertThat(text(pdf).replaceAll("\\s", "")).contains("04051988", "002188000001", "073451220", "2020");
        BufferedImage image = page(pdf, 0);
        assertThat(crossed(image, "sex", "Nữ")).isTrue();
        assertThat(crossed(image, "sex", "Nam")).isFalse();
        assertThat(crossed(image, "marital_status", "2")).isTrue();
        assertThat(crossed(image, "blood_group", "O")).isTrue();
    }

    private static boolean crossed(BufferedImage image, String field, String code) {
        Box box = DC01.pages().get(0).field(field).orElseThrow().choices().stream()
                .filter(choice -> choice.code().equals(code))
                .findFirst()
                .orElseThrow()
                .box();
        return isDark(image, box.centreX(), box.centreY());
    }

    @Test
    void theMonthTakesOneDigitWhereTheCircularSaysSo() throws IOException {
        Map<String, String> april = Map.of("birth_date", "4/4/1988");
        FormLayout later = Forms.version("DC01/104-2020").orElseThrow();

        assertThat(text(filled(DC01, april, new ArrayList<>())).replaceAll("\\s", ""))
                .contains("04041988");
        assertThat(text(filled(later, april, new ArrayList<>())).replaceAll("\\s", ""))
                .contains("0441988")
                .doesNotContain("04041988");
    }

    @Test
    void whatTheFormCannotShowIsTold() throws IOException {
        List<String> leftOut = new ArrayList<>();
        String endless = "Ơ".repeat(10_000);
        byte[] pdf = filled(
                DC01,
                Map.of(
                        "full_name", endless,
                        "permanent_address", endless,
                        "personal_id", "07A123",
                        "old_id", "1234567890",
                        "birth_date", "31/2/1990",
                        "sex", "khác",
                        "religion", "<script>\u0000\uD800 漢\n\t\u202E"),
                leftOut);

        assertThat(leftOut)
                .containsExactlyInAnyOrder(
                        "full_name", "permanent_address", "personal_id", "old_id", "birth_date", "sex");
        assertThat(text(pdf)).contains("…", "<script>");
    }

    @Test
    void aLongAddressGoesOnOnTheSecondLine() throws IOException {
        String address =
                "Số nhà 354, đường Nguyễn Trãi, Tổ dân phố số 14, Phường Trần Phú, Thành phố Hà Giang, Tỉnh Hà Giang";
        List<String> leftOut = new ArrayList<>();
        String text = text(filled(DC01, Map.of("permanent_address", address), leftOut));

        assertThat(leftOut).isEmpty();
        assertThat(text.replaceAll("\\s+", " ")).contains("Số nhà 354").contains("Tỉnh Hà Giang");
    }

    @Test
    void theSamePagesGiveTheSameBytes() throws IOException {
        Map<String, String> values = Map.of("full_name", "LÒ THỊ MẪU", "sex", "Nữ");

        assertThat(filled(DC01, values, new ArrayList<>())).isEqualTo(filled(DC01, values, new ArrayList<>()));
    }

    @Test
    void whatAllCopiesShareStandsInTheFileOnce() throws IOException {
        byte[] one;
        byte[] hundred;
        try (PaperFile file = new PaperFile("test")) {
            file.blank(DC01, "HG0000001");
            one = written(file);
        }
        try (PaperFile file = new PaperFile("test")) {
            for (int i = 1; i <= 100; i++) {
                file.blank(DC01, String.format("HG%07d", i));
            }
            assertThat(file.pages()).isEqualTo(100);
            hundred = written(file);
        }

        assertThat((hundred.length - one.length) / 99)
                .as("bytes for one more page")
                .isLessThan(6_000);
    }

    @Test
    void labelsCoverAndMinutesBearTheirCodes() throws Exception {
        List<String> numbers = IntStream.rangeClosed(1, 30)
                .mapToObj(i -> String.format("HG%07d", i))
                .toList();
        Minutes.Party ward =
                new Minutes.Party("Nguyễn Văn Mẫu", "Trung úy, Cảnh sát khu vực", "Công an phường Trần Phú");
        Minutes.Party city = new Minutes.Party("Trần Thị Thử", "Đại úy, Đội phó", "Đội CSQLHC về TTXH");
        byte[] pdf;
        try (PaperFile file = new PaperFile("test")) {
            for (LabelSheet sheet : LabelSheet.of("Công an phường Trần Phú", numbers, "DC01/41-2019")) {
                file.add(sheet);
            }
            file.add(new CoverSheet(
                    "L-00691-0007",
                    "Công an phường Trần Phú",
                    "DC01/41-2019",
                    200,
                    200,
                    "HG0000001",
                    "HG0000200",
                    LocalDate.of(2020, 9, 5),
                    "Nguyễn Văn Mẫu"));
            List<Minutes.Row> rows = IntStream.rangeClosed(1, 60)
                    .mapToObj(i -> new Minutes.Row("L-00691-" + i, 200, 201, i % 7 == 0 ? "thiếu 01 phiếu" : ""))
                    .toList();
            for (PaperFile.Sheet sheet : new Minutes(
                            Minutes.Kind.HAND_OVER,
                            "BB-12",
                            "Công an thành phố Hà Giang",
                            "Công an phường Trần Phú",
                            "trụ sở Công an phường",
                            LocalDate.of(2020, 9, 5),
                            ward,
                            city,
                            rows,
                            "")
                    .sheets()) {
                file.add(sheet);
            }
            pdf = written(file);
        }

        try (PDDocument document = Loader.loadPDF(pdf)) {
            // 30 labels on 2 sheets, the cover, 60 rows on 3 sides.
            assertThat(document.getNumberOfPages()).isEqualTo(6);
        }
        String label = new QRCodeReader()
                .decode(cut(page(pdf, 0), new Box(70 + 44, 0.5 + 37 + 2, 22, 22.5)))
                .getText();
        String cover = new QRCodeReader()
                .decode(cut(page(pdf, 2), CoverSheet.QR.grown(6)))
                .getText();
        assertThat(PageCode.read(label))
                .isEqualTo(new PageCode.Reading.Read(new PageCode(Kind.LABEL, "HG0000005", "DC01/41-2019", 1, 1)));
        assertThat(PageCode.read(cover).found().orElseThrow().pages()).isEqualTo(200);
        // 60 × 200 forms and 60 × 201 sides.
        assertThat(text(pdf))
                .contains("12.000 phiếu (bằng chữ: mười hai nghìn phiếu)", "12.060 trang", "tháng 9 năm 2020");
    }

    @Test
    void aReturnOfFewFormsFitsOnOneSide() throws IOException {
        Minutes.Party ward = new Minutes.Party("Nguyễn Văn Mẫu", "Trung úy", "Công an phường Trần Phú");
        Minutes minutes = new Minutes(
                Minutes.Kind.RETURN,
                "BB-13",
                "Bộ Công an",
                "Phòng PC06",
                "kho",
                LocalDate.of(2020, 1, 5),
                ward,
                ward,
                List.of(new Minutes.Row("HG0000001", 1, 1, "thiếu chữ ký")),
                "");

        assertThat(minutes.sheets()).hasSize(1);
        assertThat(minutes.toString()).isEqualTo("Minutes[RETURN BB-13, 1]");
    }

    @Test
    void aNumberThatNoCodeCanHoldIsRefusedBeforeAnythingIsDrawn() throws IOException {
        try (PaperFile file = new PaperFile("test")) {
            assertThatThrownBy(() -> file.blank(DC01, "phiếu 1")).isInstanceOf(IllegalArgumentException.class);
            assertThat(file.pages()).isZero();
        }
    }

    @Test
    void theBarsAreAsWideAsAReaderNeeds() {
        PageCode code = new PageCode(Kind.BLANK, "HG0001365", "DC01/41-2019", 1, 1);
        PageCode longest = new PageCode(Kind.BLANK, "A".repeat(24), "DC01/41-2019", 1, 1);
        Box place = DC01.pages().get(0).marks().bar();

        assertThat(Codes.barsWithin(code, place).width()).isBetween(60.0, 90.0);
        assertThat(Codes.barsWithin(longest, place).width()).isLessThanOrEqualTo(90);
    }
}
