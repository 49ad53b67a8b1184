package vn.dancu.paper.corpus;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.paper.Choice;
import vn.dancu.paper.Field;
import vn.dancu.paper.FormLayout;
import vn.dancu.paper.FormPage;
import vn.dancu.paper.PageCode;
import vn.dancu.paper.print.Entry;
import vn.dancu.paper.print.Filling;
import vn.dancu.paper.print.ImageCanvas;
import vn.dancu.paper.print.PageArtist;

/**
 * Invented scans of a layout, each from its number alone: any page at any time, on any thread, the same every time. Text
 * fields are filled in by a machine, combs and check boxes by hand. Nothing is kept but one blank page per resolution.
 */
public final class Corpus {
    private static final double CORRECTED = 0.04;

    private final Settings settings;
    private final @Nullable DigitImages digits;
    private final Map<Integer, BufferedImage> blanks = new HashMap<>();

    /**
     * What is drawn and how badly it is scanned.
     *
     * @param layout its first page is drawn
     * @param resolutions pages take turns
     * @param tones drawn by chance
     * @param fields that are filled in; all of them when empty
     */
    public record Settings(
            long seed, FormLayout layout, Wear wear, List<Integer> resolutions, Set<Tone> tones, Set<String> fields) {
        public Settings {
            resolutions = List.copyOf(resolutions);
            tones = Set.copyOf(tones);
            fields = Set.copyOf(fields);
            if (resolutions.isEmpty() || tones.isEmpty()) {
                throw new IllegalArgumentException("a corpus needs a resolution and a tone");
            }
        }

        /** Everything that a layout has, at 200 dpi, grey mostly. */
        public static Settings of(long seed, FormLayout layout, Wear wear) {
            return new Settings(seed, layout, wear, List.of(200), EnumSet.allOf(Tone.class), Set.of());
        }

        public Settings at(Integer... dpi) {
            return new Settings(seed, layout, wear, List.of(dpi), tones, fields);
        }

        public Settings in(Tone... wanted) {
            return new Settings(seed, layout, wear, resolutions, Set.of(wanted), fields);
        }

        public Settings filling(Set<String> wanted) {
            return new Settings(seed, layout, wear, resolutions, tones, wanted);
        }
    }

    /** The layout of a page that somebody else printed: it has no marks, and nothing but its lines to be found by. */
    public static FormLayout foreignLayout() {
        return ForeignForm.layout();
    }

    /** @param digits pictures of handwriting; null draws printed digits in their place */
    public Corpus(Settings settings, @Nullable DigitImages digits) {
        this.settings = settings;
        this.digits = digits;
    }

    /** The scan of this number, from 0, of an invented person. */
    public Scan scan(long index) {
        Chance chance = new Chance(settings.seed(), index, 1);
        FormPage page = settings.layout().pages().get(0);
        Map<String, String> values = chosen(Invented.of(page, chance), page, chance);
        String number = String.format("HG%07d", Math.floorMod(index * 7 + settings.seed(), 10_000_000L));
        return scan(index, number, values, chance);
    }

    /**
     * The scan of this number of a form that is known: its text printed, its combs and boxes filled in by hand.
     *
     * @param number of the form, as a code can hold it
     * @param known by the names of the fields, as import files have them; what the page cannot show is left out, of the truth
     *     too
     */
    public Scan scan(long index, String number, Map<String, String> known) {
        return scan(index, number, known, new Chance(settings.seed(), index, 1));
    }

    private Scan scan(long index, String number, Map<String, String> known, Chance chance) {
        FormPage page = settings.layout().pages().get(0);
        int pages = settings.layout().pages().size();
        int dpi =
                settings.resolutions().get((int) (index % settings.resolutions().size()));
        Tone tone = tone(chance);
        Map<String, String> values = new HashMap<>();
        for (Field field : page.fields()) {
            Entry.of(
                            field,
                            known.getOrDefault(field.name(), ""),
                            settings.layout().version())
                    .ifPresent(entry -> values.put(field.name(), entry));
        }
        Set<String> corrected = new HashSet<>();
        Optional<PageCode> code = page.marks() == null
                ? Optional.empty()
                : Optional.of(new PageCode(
                        PageCode.Kind.FILLED, number, settings.layout().id(), 1, pages));
        try {
            BufferedImage sheet = copy(blank(page, dpi));
            draw(sheet, dpi, page, code, values, corrected, chance);
            Scanner.Result scanned =
                    new Scanner(dpi, tone, settings.wear(), new Chance(settings.seed(), index, 2)).scan(sheet);
            return new Scan(
                    index, scanned.file(), scanned.format(), dpi, tone, page, code, scanned.pose(), values, corrected);
        } catch (IOException e) {
            throw new UncheckedIOException("fonts come with the program, images are drawn in memory", e);
        }
    }

    private Tone tone(Chance chance) {
        Tone tone;
        do {
            int drawn = chance.below(10);
            tone = drawn < 6 ? Tone.GREY : drawn < 8 ? Tone.COLOUR : Tone.BITONAL;
        } while (!settings.tones().contains(tone));
        return tone;
    }

    /** The fields asked for, or all with some left empty as on real forms. */
    private Map<String, String> chosen(Map<String, String> all, FormPage page, Chance chance) {
        Map<String, String> values = new HashMap<>();
        for (Field field : page.fields()) {
            boolean isWanted = settings.fields().isEmpty()
                    ? chance.happens(0.93)
                    : settings.fields().contains(field.name());
            if (isWanted) {
                values.put(field.name(), all.getOrDefault(field.name(), ""));
            }
        }
        return values;
    }

    private synchronized BufferedImage blank(FormPage page, int dpi) throws IOException {
        BufferedImage known = blanks.get(dpi);
        if (known != null) {
            return known;
        }
        int width = (int) Math.round(page.width() / 25.4 * dpi);
        int height = (int) Math.round(page.height() / 25.4 * dpi);
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D out = drawn.createGraphics();
        out.setColor(Color.WHITE);
        out.fillRect(0, 0, width, height);
        out.dispose();
        if (page.marks() == null) {
            ForeignForm.draw(drawn, dpi);
        } else {
            new PageArtist(new ImageCanvas(drawn, dpi)).blank(page);
        }
        blanks.put(dpi, drawn);
        return drawn;
    }

    private static BufferedImage copy(BufferedImage blank) {
        BufferedImage copy = new BufferedImage(blank.getWidth(), blank.getHeight(), BufferedImage.TYPE_INT_RGB);
        blank.copyData(copy.getRaster());
        return copy;
    }

    private void draw(
            BufferedImage sheet,
            int dpi,
            FormPage page,
            Optional<PageCode> code,
            Map<String, String> values,
            Set<String> corrected,
            Chance chance)
            throws IOException {
        ImageCanvas canvas = new ImageCanvas(sheet, dpi);
        PageArtist artist = new PageArtist(canvas);
        if (code.isPresent()) {
            artist.code(page, code.get());
        }
        Map<String, String> printed = new HashMap<>(values);
        Pen pen = new Pen(canvas, chance);
        for (Field field : page.fields()) {
            String value = values.get(field.name());
            if (value == null || field.kind().isText()) {
                continue;
            }
            printed.remove(field.name());
            if (field.kind().isComb()) {
                pen.digits(field, value, digits);
            } else {
                choose(field, value, pen, corrected, chance);
            }
        }
        Filling filling = Filling.of(page, settings.layout().version(), printed, canvas);
        artist.values(filling);
        // What was cut off on the paper is no truth to measure by.
        filling.leftOut().forEach(values::remove);
        if (code.isPresent()) {
            pen.scrawl(28, 266, 24);
            pen.scrawl(156, 266, 26);
        }
        canvas.graphics().dispose();
    }

    private static void choose(Field field, String value, Pen pen, Set<String> corrected, Chance chance) {
        boolean isCorrected = field.choices().size() > 1 && chance.happens(CORRECTED);
        for (Choice choice : field.choices()) {
            if (choice.code().equals(value)) {
                pen.mark(choice);
            } else if (isCorrected && !corrected.contains(field.name())) {
                pen.strikeOut(choice);
                corrected.add(field.name());
            }
        }
    }
}
