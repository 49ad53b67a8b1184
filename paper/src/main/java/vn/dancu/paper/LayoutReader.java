package vn.dancu.paper;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.form.FormVersion;
import vn.dancu.paper.Drawing.Align;
import vn.dancu.paper.Drawing.Face;

/** Makes pages of a layout file; what an entry of {@code forms.yaml} says of its version goes before the file. */
final class LayoutReader {
    private static final double LINE_WIDTH = 0.2;
    private static final double TEXT_SIZE = 8;

    private final FormVersion version;
    private final Set<String> omitted;
    private final Optional<LayoutNode> captions;

    LayoutReader(FormVersion version, LayoutNode entry) {
        this.version = version;
        this.omitted = new HashSet<>(entry.texts("omit"));
        this.captions = entry.child("captions");
    }

    List<FormPage> pages(LayoutNode file) {
        List<FormPage> pages = new ArrayList<>();
        for (LayoutNode page : file.list("pages")) {
            double[] size =
                    page.has("size") ? page.numbers("size", 2) : new double[] {FormPage.A4_WIDTH, FormPage.A4_HEIGHT};
            List<Drawing> drawings = new ArrayList<>();
            page.list("frames")
                    .forEach(frame -> drawings.add(new Drawing.Frame(frame.box("box"), frame.flag("filled"))));
            page.list("lines").forEach(line -> drawings.add(line(line)));
            page.list("texts").forEach(text -> drawings.add(text(text)));
            List<Field> fields = new ArrayList<>();
            for (LayoutNode field : page.list("fields")) {
                if (!omitted.contains(field.text("name"))) {
                    fields.add(field(field));
                }
            }
            try {
                pages.add(new FormPage(
                        pages.size() + 1,
                        size[0],
                        size[1],
                        page.child("marks").map(LayoutReader::marks).orElse(null),
                        drawings,
                        fields));
            } catch (IllegalArgumentException e) {
                throw page.problem(String.valueOf(e.getMessage()));
            }
        }
        return pages;
    }

    private static Marks marks(LayoutNode node) {
        List<Box> corners =
                node.list("corners").stream().map(corner -> corner.box("box")).toList();
        return new Marks(corners, node.box("qr"), node.box("bar"));
    }

    private Drawing text(LayoutNode node) {
        double[] at = node.numbers("at", 2);
        return new Drawing.Text(
                at[0],
                at[1],
                node.number("size", TEXT_SIZE),
                word(node, "face", Face.class, Face.PLAIN),
                word(node, "align", Align.class, Align.LEFT),
                resolved(node.text("text")));
    }

    private static Drawing line(LayoutNode node) {
        double[] ends = node.numbers("from-to", 4);
        return new Drawing.Line(ends[0], ends[1], ends[2], ends[3], node.number("width", LINE_WIDTH));
    }

    /** What differs by the version in a text that all versions have. */
    private String resolved(String text) {
        String monthNote = version.hasOneDigitMonths()
                ? "Tháng 1, 2, 10, 11, 12 ghi hai chữ số; tháng 3 đến 9 ghi một chữ số vào ô bên phải."
                : "Ngày và tháng ghi đủ hai chữ số.";
        return text.replace("{title}", version.title().toUpperCase(Locale.ROOT))
                .replace("{code}", version.code())
                .replace("{circular}", version.circular())
                .replace("{month-note}", monthNote);
    }

    private Field field(LayoutNode node) {
        String name = node.text("name");
        FieldKind kind = word(node, "kind", FieldKind.class, null);
        String own = node.text("caption", "");
        String caption =
                resolved(captions.map(changed -> changed.text(name, own)).orElse(own));
        try {
            if (kind == FieldKind.CHECK) {
                List<Choice> choices = node.list("choices").stream()
                        .map(choice -> new Choice(choice.text("code"), choice.text("label", ""), choice.box("box")))
                        .toList();
                return Field.check(name, caption, choices, node.flag("many"));
            }
            if (kind.isComb()) {
                List<Integer> groups = node.counts("groups");
                if (groups.isEmpty()) {
                    throw node.problem("groups are missing");
                }
                return Field.comb(name, kind, caption, node.box("box"), groups, node.number("gap", 0));
            }
            List<Box> lines = node.has("box")
                    ? List.of(node.box("box"))
                    : node.list("boxes").stream().map(line -> line.box("box")).toList();
            return Field.text(name, kind, caption, lines);
        } catch (IllegalArgumentException e) {
            throw node.problem(String.valueOf(e.getMessage()));
        }
    }

    private static <E extends Enum<E>> E word(LayoutNode node, String key, Class<E> type, @Nullable E otherwise) {
        if (otherwise != null && !node.has(key)) {
            return otherwise;
        }
        String word = node.text(key);
        for (E value : type.getEnumConstants()) {
            if (value.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
                return value;
            }
        }
        throw node.problem(key + ": unknown word " + word);
    }
}
