package vn.dancu.shared.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import vn.dancu.shared.document.Document.Closing;
import vn.dancu.shared.document.Document.Column;
import vn.dancu.shared.document.Document.Group;
import vn.dancu.shared.document.Document.Letterhead;
import vn.dancu.shared.document.Document.Signature;

class DocumentTest {
    private static final String NASTY = "<b>Đỗ & \"Ẫn\"</b>\u0001=1+1";

    static Document report() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            rows.add(List.of(String.valueOf(i), "Phường Trần Phú, tổ " + i, "1.234", "98,2 %"));
        }
        return new Document(
                new Letterhead(
                        "CÔNG AN TỈNH HÀ GIANG",
                        "CÔNG AN THÀNH PHỐ HÀ GIANG",
                        "12/BC-CATP",
                        "Hà Giang",
                        LocalDate.of(2020, 2, 5)),
                "BÁO CÁO",
                "Kết quả thu thập thông tin dân cư\ntừ ngày 15/01/2020 đến ngày 14/02/2020",
                List.of(
                        new Document.Heading("I. KẾT QUẢ"),
                        new Document.Paragraph("Thực hiện kế hoạch, đơn vị đã thu thập: " + NASTY),
                        new Document.Items(List.of("Tuyên truyền 99 buổi", "Họp dân 59 cuộc")),
                        new Document.Table(
                                "Bảng 1. Tiến độ",
                                List.of(new Group("", 2), new Group("Thu thập", 2)),
                                List.of(
                                        new Column("STT", 1, Document.Align.CENTRE),
                                        Column.text("Đơn vị", 6),
                                        Column.number("Nhân khẩu", 2),
                                        Column.number("Tỷ lệ", 2)),
                                rows,
                                List.of(List.of("", "Tổng", "74.040", "98,2 %"))),
                        new Document.NewPage(),
                        new Document.Line("Ý kiến của hộ:", 3)),
                new Closing(
                        List.of("Công an tỉnh (PC06)", "Lưu: VT"),
                        List.of(new Signature(
                                "KT. TRƯỞNG CÔNG AN", "PHÓ TRƯỞNG CÔNG AN", "", "Thượng tá Hoàng Văn Ẫn"))),
                false,
                "Số bản 000123 · chốt 14/02/2020 17:00");
    }

    @Test
    void theLetterheadWritesTheDateAsTheDecreeAsks() {
        assertThat(HtmlDocument.write(report())).contains("Hà Giang, ngày 05 tháng 02 năm 2020");
        assertThat(HtmlDocument.Motto.placeAndDate(
                        new Letterhead("", "A", null, "Hà Giang", LocalDate.of(2020, 11, 25))))
                .isEqualTo("Hà Giang, ngày 25 tháng 11 năm 2020");
    }

    @Test
    void textIsNeverMarkup() {
        assertThat(HtmlDocument.write(report()))
                .contains("&lt;b&gt;Đỗ &amp; &quot;Ẫn&quot;&lt;/b&gt;\uFFFD=1+1")
                .doesNotContain("<script");
    }

    @Test
    void aPdfHoldsEveryWordWithItsMarksAndItsFonts() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfDocument.write(report(), out);

        try (PDDocument pdf = Loader.loadPDF(out.toByteArray())) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text)
                    .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                    .contains("Phường Trần Phú, tổ 60")
                    .contains("KT. TRƯỞNG CÔNG AN")
                    .contains("Hoàng Văn Ẫn")
                    .contains("Số bản 000123");
            assertThat(pdf.getNumberOfPages()).isBetween(3, 5);
            // The head of the table stands on both of its pages.
            assertThat(text.split("Đơn vị", -1).length - 1).isGreaterThanOrEqualTo(2);
            for (PDPage page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
        }
    }

    @Test
    void aDocxHoldsTheSameWords() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DocxDocument.write(report(), out);

        try (XWPFDocument docx = new XWPFDocument(new ByteArrayInputStream(out.toByteArray()));
                XWPFWordExtractor extractor = new XWPFWordExtractor(docx)) {
            assertThat(extractor.getText())
                    .contains("CÔNG AN THÀNH PHỐ HÀ GIANG")
                    .contains("Hà Giang, ngày 05 tháng 02 năm 2020")
                    .contains("<b>Đỗ & \"Ẫn\"</b>\uFFFD=1+1")
                    .contains("Phường Trần Phú, tổ 60")
                    .contains("Nơi nhận:")
                    .contains("Số bản 000123");
        }
    }

    @Test
    void aWorkbookHoldsNumbersAsNumbers() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XlsxDocument.write(report(), out);

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            List<Row> rows = workbook.getFirstSheet().openStream().collect(Collectors.toList());
            Row total = rows.get(rows.size() - 1);
            assertThat(total.getCellText(1)).isEqualTo("Tổng");
            assertThat(total.getCellAsNumber(2)).contains(new java.math.BigDecimal(74_040));
            assertThat(total.getCellText(3)).isEqualTo("0.982");
        }
    }

    @Test
    void aTableWithRaggedRowsIsABug() {
        assertThatThrownBy(() -> new Document.Table("", List.of(Column.text("a", 1)), List.of(List.of("1", "2"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
