package vn.dancu.paper.read;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.tesseract.TessBaseAPI;
import org.bytedeco.tesseract.global.tesseract;

/**
 * Reads one line of printed Vietnamese with Tesseract. What it knows of the language lies in {@code vie.traineddata} of Debian's
 * tesseract-ocr-vie; where that is not installed there is no reader. For one thread; to be closed.
 */
public final class PrintedReader implements AutoCloseable {
    /** Pixels per millimetre at which a line is given to Tesseract: 300 to the inch. */
    static final double DENSITY = 300 / 25.4;

    private static final String LANGUAGE = "vie";
    private static final List<String> PLACES = List.of(
            "/usr/share/tesseract-ocr/5/tessdata",
            "/usr/share/tesseract-ocr/4.00/tessdata",
            "/usr/share/tessdata",
            "/usr/local/share/tessdata");

    private final TessBaseAPI api;

    private PrintedReader(TessBaseAPI api) {
        this.api = api;
    }

    /** The folder with the language; empty when it is not on this machine. */
    public static Optional<Path> language() {
        String named = System.getenv("TESSDATA_PREFIX");
        return Stream.concat(Stream.ofNullable(named), PLACES.stream())
                .map(Path::of)
                .filter(folder -> Files.isReadable(folder.resolve(LANGUAGE + ".traineddata")))
                .findFirst();
    }

    /** Empty when the language is not on this machine. */
    public static Optional<PrintedReader> open() {
        return language().flatMap(PrintedReader::open);
    }

    private static Optional<PrintedReader> open(Path folder) {
        TessBaseAPI api;
        try {
            api = new TessBaseAPI();
        } catch (LinkageError e) {
            // The program brings Tesseract for Linux on x86 only: elsewhere printed text is left to people.
            return Optional.empty();
        }
        if (api.Init(folder.toString(), LANGUAGE) != 0) {
            api.close();
            throw new IllegalStateException("Tesseract does not take " + folder);
        }
        api.SetPageSegMode(tesseract.PSM_SINGLE_LINE);
        // Names of people and places are no words of a dictionary.
        api.SetVariable("load_system_dawg", "0");
        api.SetVariable("load_freq_dawg", "0");
        return Optional.of(new PrintedReader(api));
    }

    /**
     * @param text in NFC, one space between words; empty when there is none
     * @param confidence 0 to 1, of its least certain word
     */
    public record Line(String text, double confidence) {}

    /** @param line black on white, {@link #DENSITY} pixels per millimetre */
    public Line read(Grey line) {
        return read(line, "");
    }

    /** @param only the characters that may stand there; empty: all */
    public Line read(Grey line, String only) {
        api.SetVariable("tessedit_char_whitelist", only);
        try (BytePointer pixels = new BytePointer(line.values())) {
            api.SetImage(pixels, line.width(), line.height(), 1, line.width());
            api.SetSourceResolution(300);
            String text = "";
            try (BytePointer utf8 = api.GetUTF8Text()) {
                if (utf8 != null && !utf8.isNull()) {
                    text = utf8.getString(StandardCharsets.UTF_8);
                    tesseract.TessDeleteText(utf8);
                }
            }
            String clean = Normalizer.normalize(text, Normalizer.Form.NFC)
                    .replaceAll("\\s+", " ")
                    .strip();
            double confidence = clean.isEmpty() ? 0 : leastConfidence();
            api.Clear();
            return new Line(clean, confidence);
        }
    }

    private double leastConfidence() {
        try (IntPointer words = api.AllWordConfidences()) {
            int least = 100;
            boolean any = false;
            for (int i = 0; words != null && words.get(i) >= 0; i++) {
                least = Math.min(least, words.get(i));
                any = true;
            }
            return any ? least / 100.0 : 0;
        }
    }

    @Override
    public void close() {
        api.End();
        api.close();
    }
}
