package vn.dancu.paper.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.paper.Forms;
import vn.dancu.paper.print.PaperFile;
import vn.dancu.paper.read.Books;
import vn.dancu.paper.read.DrawnPage;
import vn.dancu.paper.read.Grey;
import vn.dancu.paper.read.PageReader;

class ScanRunTest {
    @TempDir
    private Path folder;

    @Test
    void everyBadFileIsNamedAndTheRestGoesOn() throws Exception {
        List<Path> files = List.of(
                text("cat.txt", "no picture at all"),
                text("half.tif", "II*\0\u00ff\u00ff\u00ff\u007f"),
                hugePng(),
                bomb(),
                locked(),
                png("empty.png", Grey.white(1654, 2339)),
                png("foreign.png", qr("https://example.invalid/pay?to=someone")),
                png("forged.png", qr("DANCU1:B:HG0009991:DC01/41-2019:1-1:AAAAAA")),
                folder.resolve("gone.pdf"),
                blanks("good.pdf", "HG0009991", "HG0009992"));

        run(files);

        assertThat(verdicts())
                .containsExactly(
                        "no-picture",
                        "broken-file",
                        "too-large",
                        "too-large",
                        "password",
                        "empty",
                        "foreign-code",
                        "wrong-check-value",
                        "broken-file",
                        "good",
                        "good");
    }

    @Test
    void aRunThatWasKilledGoesOnAtTheNextPage() throws Exception {
        List<Path> files =
                List.of(blanks("a.pdf", "HG0009991", "HG0009992", "HG0009993"), blanks("b.pdf", "HG0009994"));
        run(files);
        List<String> pages = Files.readAllLines(folder.resolve("out/pages.csv"));
        List<String> fields = Files.readAllLines(folder.resolve("out/fields.csv"));
        killAfterTheSecondPage();

        ScanRun.Outcome outcome = run(files);

        assertThat(outcome.resumedAfter()).isEqualTo(2);
        assertThat(outcome.verdicts().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(2);
        assertThat(Files.readAllLines(folder.resolve("out/pages.csv"))).isEqualTo(pages);
        assertThat(Files.readAllLines(folder.resolve("out/fields.csv"))).isEqualTo(fields);
    }

    @Test
    void aFinishedRunBeginsAnewAndOtherFilesAreAnotherRun() throws Exception {
        Path one = blanks("a.pdf", "HG0009991");
        run(List.of(one));

        assertThat(run(List.of(one)).resumedAfter()).isZero();
        assertThat(run(List.of(blanks("b.pdf", "HG0009992"))).resumedAfter()).isZero();
        assertThat(verdicts()).containsExactly("good");
    }

    @Test
    void resultsAreForTheirOwnerOnly() throws Exception {
        run(List.of(blanks("a.pdf", "HG0009991")));

        assertThat(Files.getPosixFilePermissions(folder.resolve("out/fields.csv")))
                .hasSize(2);
    }

    /** As if power had failed in the midst of the third page: half its rows are there. */
    private void killAfterTheSecondPage() throws IOException {
        Path progress = folder.resolve("out/scan.progress");
        List<String> lines = Files.readAllLines(progress);
        Files.writeString(progress, String.join("\n", lines.subList(0, 3)) + "\n0 3 4");
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("out/fields.csv").toFile(), "rw")) {
            file.setLength(Long.parseLong(lines.get(2).split(" ")[3]) + 17);
        }
    }

    private ScanRun.Outcome run(List<Path> files) throws Exception {
        return new ScanRun(
                        files,
                        folder.resolve("out"),
                        () -> new PageReader(
                                Forms.all(), Optional.of(DrawnPage.LAYOUT), Books.NONE, LocalDate.of(2020, 11, 1)),
                        2,
                        (file, page, pages) -> {})
                .run();
    }

    private List<String> verdicts() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("out/pages.csv"))) {
            return lines.skip(1)
                    .map(line -> line.substring(line.lastIndexOf(',') + 1))
                    .toList();
        }
    }

    private Path text(String name, String content) throws IOException {
        return Files.write(folder.resolve(name), content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Path png(String name, Grey grey) throws IOException {
        BufferedImage image = new BufferedImage(grey.width(), grey.height(), BufferedImage.TYPE_BYTE_GRAY);
        System.arraycopy(
                grey.values(),
                0,
                ((DataBufferByte) image.getRaster().getDataBuffer()).getData(),
                0,
                grey.values().length);
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    /** Says that it is 20,000 × 20,000: what follows is never unpacked. */
    private Path hugePng() throws IOException {
        Path file = png("huge.png", Grey.white(8, 8));
        byte[] bytes = Files.readAllBytes(file);
        for (int at : new int[] {16, 20}) {
            bytes[at] = 0;
            bytes[at + 1] = 0;
            bytes[at + 2] = (byte) (20_000 >> 8);
            bytes[at + 3] = (byte) 20_000;
        }
        CRC32 crc = new CRC32();
        crc.update(bytes, 12, 17);
        for (int i = 0; i < 4; i++) {
            bytes[29 + i] = (byte) (crc.getValue() >> (24 - 8 * i));
        }
        return Files.write(file, bytes);
    }

    /** Half a megabyte that unpacks to half a gigabyte of drawing. */
    private Path bomb() throws IOException {
        Path file = folder.resolve("bomb.pdf");
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            COSStream stream = document.getDocument().createCOSStream();
            try (OutputStream raw = stream.createRawOutputStream();
                    DeflaterOutputStream out = new DeflaterOutputStream(raw)) {
                byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
                for (int i = 0; i < 500; i++) {
                    out.write(spaces);
                }
            }
            stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
            page.getCOSObject().setItem(COSName.CONTENTS, stream);
            document.save(file.toFile());
        }
        return file;
    }

    private Path locked() throws IOException {
        Path file = folder.resolve("locked.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            document.save(file.toFile());
        }
        return file;
    }

    private static Grey qr(String text) throws Exception {
        BitMatrix matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 300, 300);
        BufferedImage image = new BufferedImage(1654, 2339, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 1654, 2339);
        pen.setColor(Color.BLACK);
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 300; x++) {
                if (matrix.get(x, y)) {
                    pen.fillRect(700 + x, 800 + y, 1, 1);
                }
            }
        }
        pen.dispose();
        return new Grey(1654, 2339, ((DataBufferByte) image.getRaster().getDataBuffer()).getData());
    }

    private Path blanks(String name, String... numbers) throws IOException {
        Path file = folder.resolve(name);
        try (PaperFile paper = new PaperFile("test");
                OutputStream out = Files.newOutputStream(file)) {
            for (String number : numbers) {
                paper.blank(DrawnPage.LAYOUT, number);
            }
            paper.finish(out);
        }
        return file;
    }
}
