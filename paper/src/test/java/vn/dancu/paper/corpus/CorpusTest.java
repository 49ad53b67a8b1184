package vn.dancu.paper.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.paper.Box;
import vn.dancu.paper.Choice;
import vn.dancu.paper.Field;
import vn.dancu.paper.FieldKind;
import vn.dancu.paper.FormLayout;
import vn.dancu.paper.Forms;
import vn.dancu.paper.corpus.Corpus.Settings;

class CorpusTest {
    private static final FormLayout DC01 = Forms.version("DC01/41-2019").orElseThrow();
    private static final FormLayout LATER = Forms.version("DC01/104-2020").orElseThrow();

    private static Corpus corpus(FormLayout layout, Wear wear, Tone... tones) {
        return new Corpus(Settings.of(11, layout, wear).at(100).in(tones), null);
    }

    /** Mean grey in a rectangle of the page, found by the truth's own pose. */
    private static double grey(BufferedImage image, Pose pose, Box box) {
        double sum = 0;
        int count = 0;
        for (double x = box.x(); x < box.right(); x += 0.2) {
            for (double y = box.y(); y < box.bottom(); y += 0.2) {
                int px = (int) pose.pixelX(x, y);
                int py = (int) pose.pixelY(x, y);
                if (px >= 0 && py >= 0 && px < image.getWidth() && py < image.getHeight()) {
                    int rgb = image.getRGB(px, py);
                    sum += ((rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) + (rgb & 0xFF)) / 3.0;
                    count++;
                }
            }
        }
        return count == 0 ? 255 : sum / count;
    }

    @Test
    void aPageComesOutTheSameWhateverWasDrawnBefore() {
        Corpus one = corpus(DC01, Wear.bar(), Tone.values());
        Corpus other = corpus(DC01, Wear.bar(), Tone.values());
        other.scan(4);

        Scan first = one.scan(3);
        Scan again = other.scan(3);

        assertThat(again.file()).isEqualTo(first.file());
        assertThat(again.values()).isEqualTo(first.values());
        assertThat(again.pose()).isEqualTo(first.pose());
        assertThat(one.scan(4).file()).isNotEqualTo(first.file());
    }

    @Test
    void theTruthSaysWhereEverythingLies() {
        Corpus corpus = corpus(DC01, Wear.bar(), Tone.GREY);
        int crosses = 0;
        for (int i = 0; i < 12; i++) {
            Scan scan = corpus.scan(i);
            BufferedImage image = scan.image();
            Box hole = DC01.pages().get(0).marks().hole();
            Box mark = DC01.pages().get(0).marks().corners().get(2);
            assertThat(grey(image, scan.pose(), hole.grown(-0.5))
                            - grey(image, scan.pose(), new Box(mark.x() + 0.3, mark.y() + 1, 0.6, 3)))
                    .as("page %d: the mark is darker than its hole", i)
                    .isGreaterThan(40);
            for (Field field : DC01.pages().get(0).fields()) {
                if (field.kind() == FieldKind.CHECK && !scan.corrected().contains(field.name())) {
                    String value = scan.values().getOrDefault(field.name(), "");
                    double darkest = 255;
                    String marked = "";
                    for (Choice choice : field.choices()) {
                        double grey = grey(image, scan.pose(), choice.box().grown(-0.8));
                        if (grey < darkest) {
                            darkest = grey;
                            marked = choice.code();
                        }
                    }
                    if (!value.isEmpty()) {
                        assertThat(marked).as("page %d, %s", i, field.name()).isEqualTo(value);
                        crosses++;
                    }
                }
            }
        }
        assertThat(crosses).isGreaterThan(40);
    }

    @Test
    void aPoseIsUndoneByItsInverse() {
        Pose pose = corpus(DC01, Wear.bar(), Tone.GREY).scan(5).pose();
        Pose back = pose.inverse();

        double x = back.pixelX(pose.pixelX(33, 77), pose.pixelY(33, 77));
        double y = back.pixelY(pose.pixelX(33, 77), pose.pixelY(33, 77));

        assertThat(x).isEqualTo(33, within(1e-6));
        assertThat(y).isEqualTo(77, within(1e-6));
    }

    @Test
    void everyKindOfScanIsDrawn() {
        Corpus corpus = new Corpus(Settings.of(2, DC01, Wear.bar()).at(100, 150), null);
        List<String> seen = new ArrayList<>();
        boolean isUpsideDown = false;
        boolean isCorrected = false;
        for (int i = 0; i < 40; i++) {
            Scan scan = corpus.scan(i);
            seen.add(scan.tone() + " " + scan.dpi() + " " + scan.format());
            isUpsideDown |= scan.pose().a() < 0;
            isCorrected |= !scan.corrected().isEmpty();
            assertThat(scan.image().getWidth()).isGreaterThan(700);
        }

        assertThat(seen).contains("GREY 100 jpg", "COLOUR 150 jpg", "BITONAL 100 png");
        assertThat(isUpsideDown).isTrue();
        assertThat(isCorrected).isTrue();
    }

    @Test
    void onlyTheFieldsAskedForAreFilledIn() {
        Set<String> wanted = Set.of("full_name", "personal_id", "sex");
        Settings settings = Settings.of(3, DC01, Wear.none()).at(100).filling(wanted);

        Scan scan = new Corpus(settings, null).scan(0);

        assertThat(scan.values().keySet()).isEqualTo(wanted);
        assertThat(scan.values().get("personal_id")).matches("002\\d{9}");
    }

    @Test
    void monthsAreWrittenAsTheVersionHasThem() {
        boolean isOneDigit = false;
        for (int i = 0; i < 30; i++) {
            Scan scan = corpus(LATER, Wear.none(), Tone.GREY).scan(i);
            String date = scan.values().getOrDefault("birth_date", "01011900");
            assertThat(date).matches("\\d\\d([01]\\d| [3-9])\\d{4}").doesNotMatch("\\d\\d0[3-9]\\d{4}");
            isOneDigit |= date.charAt(2) == ' ';
        }
        assertThat(isOneDigit).isTrue();
    }

    @Test
    void aForeignPageBearsNoCode() {
        Scan scan = corpus(Corpus.foreignLayout(), Wear.bar(), Tone.GREY).scan(0);

        assertThat(scan.code()).isEmpty();
        assertThat(scan.page().marks()).isNull();
        assertThat(scan.values()).containsKey("full_name");
    }

    @Test
    void handwritingIsReadFromItsFilesAndTheirHeadsAreChecked(@TempDir Path folder) throws IOException {
        assertThat(DigitImages.areIn(folder)).isFalse();
        write(folder.resolve("handwritten-digits-images.idx3-ubyte.gz"), 2051, 20, new byte[20 * 784]);
        byte[] labels = new byte[20];
        for (int i = 0; i < 20; i++) {
            labels[i] = (byte) (i % 10);
        }
        write(folder.resolve("handwritten-digits-labels.idx1-ubyte.gz"), 2049, 20, labels);

        assertThat(DigitImages.areIn(folder)).isTrue();
        assertThat(DigitImages.read(folder, place -> place < 15).size()).isEqualTo(15);

        labels[3] = 11;
        write(folder.resolve("handwritten-digits-labels.idx1-ubyte.gz"), 2049, 20, labels);
        assertThatThrownBy(() -> DigitImages.read(folder, place -> true)).hasMessageContaining("no digit");
        write(folder.resolve("handwritten-digits-images.idx3-ubyte.gz"), 7, 20, new byte[20 * 784]);
        assertThatThrownBy(() -> DigitImages.read(folder, place -> true)).hasMessageContaining("idx format");
        write(folder.resolve("handwritten-digits-images.idx3-ubyte.gz"), 2051, 900_000_000, new byte[9]);
        assertThatThrownBy(() -> DigitImages.read(folder, place -> true)).isInstanceOf(IOException.class);
    }

    private static void write(Path file, int magic, int count, byte[] bytes) throws IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(raw))) {
            out.writeInt(magic);
            out.writeInt(count);
            if (magic != 2049) {
                out.writeInt(28);
                out.writeInt(28);
            }
            out.write(bytes);
        }
        Files.write(file, raw.toByteArray());
    }

    @Test
    void combsBearHandwritingWhereThereIsSome() throws IOException {
        Path folder = Path.of("../../shared/data/digits");
        Assumptions.assumeTrue(DigitImages.areIn(folder), "skipped: no handwritten digits in " + folder);
        DigitImages digits = DigitImages.read(folder, place -> place % 5 == 0);

        Scan scan = new Corpus(Settings.of(4, DC01, Wear.none()).at(150).in(Tone.GREY), digits).scan(1);

        Box first =
                DC01.pages().get(0).field("personal_id").orElseThrow().boxes().get(0);
        assertThat(scan.values()).containsKey("personal_id");
        assertThat(grey(scan.image(), scan.pose(), first.grown(-0.4))).isBetween(100.0, 246.0);
    }
}
