package vn.dancu.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Pages as a layout file that {@link LayoutReader} reads: how fields drawn on a screen are kept. */
final class LayoutWriter {
    private LayoutWriter() {}

    static String write(FormLayout layout) {
        Map<String, Object> file = new LinkedHashMap<>();
        if (!layout.unconfirmed().isEmpty()) {
            file.put("unconfirmed", layout.unconfirmed());
        }
        file.put("pages", layout.pages().stream().map(LayoutWriter::page).toList());
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.AUTO)
                .setWidth(160)
                .build();
        return new Dump(settings).dumpToString(file);
    }

    private static Map<String, Object> page(FormPage page) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("size", List.of(number(page.width()), number(page.height())));
        Marks marks = page.marks();
        if (marks != null) {
            Map<String, Object> written = new LinkedHashMap<>();
            written.put(
                    "corners", marks.corners().stream().map(LayoutWriter::boxed).toList());
            written.put("qr", box(marks.qr()));
            written.put("bar", box(marks.bar()));
            out.put("marks", written);
        }
        List<Object> frames = new ArrayList<>();
        List<Object> lines = new ArrayList<>();
        List<Object> texts = new ArrayList<>();
        for (Drawing drawing : page.drawings()) {
            drawing.fold(new Drawing.Fold<Boolean>() {
                @Override
                public Boolean text(Drawing.Text text) {
                    return texts.add(said(text));
                }

                @Override
                public Boolean line(Drawing.Line line) {
                    return lines.add(ruled(line));
                }

                @Override
                public Boolean frame(Drawing.Frame frame) {
                    Map<String, Object> framed = boxed(frame.box());
                    framed.put("filled", frame.isFilled());
                    return frames.add(framed);
                }
            });
        }
        putAll(out, "frames", frames);
        putAll(out, "lines", lines);
        putAll(out, "texts", texts);
        putAll(out, "fields", page.fields().stream().map(LayoutWriter::field).toList());
        return out;
    }

    private static void putAll(Map<String, Object> out, String key, List<?> values) {
        if (!values.isEmpty()) {
            out.put(key, values);
        }
    }

    private static Map<String, Object> said(Drawing.Text text) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("at", List.of(number(text.x()), number(text.y())));
        out.put("size", number(text.size()));
        out.put("face", word(text.face()));
        out.put("align", word(text.align()));
        out.put("text", text.text());
        return out;
    }

    private static Map<String, Object> ruled(Drawing.Line line) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("from-to", List.of(number(line.fromX()), number(line.fromY()), number(line.toX()), number(line.toY())));
        out.put("width", number(line.width()));
        return out;
    }

    private static Map<String, Object> field(Field field) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", field.name());
        out.put("kind", word(field.kind()));
        if (!field.caption().isEmpty()) {
            out.put("caption", field.caption());
        }
        if (field.kind() == FieldKind.CHECK) {
            out.put("many", field.isMany());
            out.put(
                    "choices",
                    field.choices().stream().map(LayoutWriter::choice).toList());
        } else if (field.kind().isComb()) {
            out.put("box", box(field.area()));
            out.put("groups", field.groups());
            out.put("gap", number(gap(field)));
        } else if (field.boxes().size() == 1) {
            out.put("box", box(field.boxes().get(0)));
        } else {
            out.put("boxes", field.boxes().stream().map(LayoutWriter::boxed).toList());
        }
        return out;
    }

    /** Between the first group and the second. */
    private static double gap(Field comb) {
        int first = comb.groups().get(0);
        return comb.groups().size() == 1
                ? 0
                : Math.max(
                        0,
                        comb.boxes().get(first).x()
                                - comb.boxes().get(first - 1).right());
    }

    private static Map<String, Object> choice(Choice choice) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("code", choice.code());
        out.put("label", choice.label());
        out.put("box", box(choice.box()));
        return out;
    }

    private static Map<String, Object> boxed(Box box) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("box", box(box));
        return out;
    }

    private static List<Number> box(Box box) {
        return List.of(number(box.x()), number(box.y()), number(box.width()), number(box.height()));
    }

    /** A thousandth of a millimetre is finer than any printer. */
    private static Number number(double value) {
        double rounded = Math.round(value * 1000) / 1000.0;
        return rounded == Math.rint(rounded) ? (Number) (long) rounded : (Number) rounded;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
