package vn.dancu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Printing as its user sees it, without a database. Every person is invented. */
class FormPrintCommandTest {
    @TempDir
    Path folder;

    private Path out = Path.of("");

    @BeforeEach
    void nothingPrintedYet() {
        out = folder.resolve("F.pdf");
    }

    private int print(String... more) {
        String[] arguments = new String[6 + more.length];
        arguments[0] = "form";
        arguments[1] = "print";
        arguments[2] = "--out";
        arguments[3] = out.toString();
        arguments[4] = "--data";
        arguments[5] = folder.resolve("nowhere").toString();
        System.arraycopy(more, 0, arguments, 6, more.length);
        return RootCommand.execute(arguments);
    }

    private String text() throws IOException {
        try (PDDocument document = Loader.loadPDF(out.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private int pages() throws IOException {
        try (PDDocument document = Loader.loadPDF(out.toFile())) {
            return document.getNumberOfPages();
        }
    }

    @Test
    void blankFormsBearNumbersOfTheirOwn() throws IOException {
        assertThat(print("--form", "DC01/41-2019", "--count", "12", "--series", "HG"))
                .isZero();

        assertThat(pages()).isEqualTo(12);
        assertThat(text())
                .contains("PHIẾU THU THẬP THÔNG TIN DÂN CƯ")
                .containsPattern("HG[0-9A-Z]{6,7}-01\\s")
                .containsPattern("HG[0-9A-Z]{6,7}-12\\s");
    }

    @Test
    void formsAreFilledInFromAFileAndItsFaultsAreTold() throws IOException {
        Path file = folder.resolve("forms.csv");
        Files.writeString(
                file,
                "form_no,full_name,birth_date,sex,unknown\n"
                        + "HG0000001,LÒ THỊ MẪU,4/5/1988,Nữ,x\n"
                        + "HG0000001,GIÀNG MÍ THỬ,1990,Nam,x\n"
                        + "phiếu 3,VỪ MÍ THỬ,1990,Nam,x\n"
                        + ",SÙNG THỊ DÍNH,31/2/1990,2,x\n");

        assertThat(print("--form", "DC01/41-2019", "--from", file.toString(), "--cover", "L-7", "--unit", "Phường Mẫu"))
                .isZero();

        assertThat(pages()).isEqualTo(3);
        assertThat(text())
                .contains("TỜ BÌA LÔ PHIẾU", "L-7", "Phường Mẫu", "HG0000001", "LÒ THỊ MẪU", "SÙNG THỊ DÍNH")
                .doesNotContain("GIÀNG MÍ THỬ", "VỪ MÍ THỬ");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                .isEqualTo("rw-------");
    }

    @Test
    void labelsCoverASheetAndMore() throws IOException {
        assertThat(print("--form", "DC01/41-2019", "--labels", "--count", "25", "--unit", "Công an phường Mẫu"))
                .isZero();

        assertThat(pages()).isEqualTo(2);
        assertThat(text()).contains("Công an phường Mẫu");
    }

    @Test
    void whatCannotBePrintedIsRefusedAndNoFileIsLeft() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.csv"));

        assertThat(print("--form", "DC02/17-2024")).isNotZero();
        assertThat(print("--form", "DC01/41-2019", "--count", "-1")).isNotZero();
        assertThat(print("--form", "DC01/41-2019", "--count", "100001")).isNotZero();
        assertThat(print("--form", "DC01/41-2019", "--series", "HG1")).isNotZero();
        assertThat(print("--form", "DC01/41-2019", "--cover", "lô 7")).isNotZero();
        assertThat(print("--form", "DC01/41-2019", "--from", empty.toString())).isNotZero();
        assertThat(print(
                        "--form",
                        "DC01/41-2019",
                        "--from",
                        folder.resolve("none.csv").toString()))
                .isNotZero();
        assertThat(RootCommand.execute("form")).isNotZero();

        assertThat(out).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeWrittenToIsNamed() throws IOException {
        out = Files.createFile(folder.resolve("file")).resolve("F.pdf");

        assertThat(print("--form", "DC01/41-2019")).isEqualTo(RootCommand.FAILED);
    }
}
