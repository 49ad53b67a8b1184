package vn.dancu.bench.linkage;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.linkage.LinkOptions;
import vn.dancu.linkage.Linker;
import vn.dancu.linkage.MatchIndex;
import vn.dancu.linkage.Model;
import vn.dancu.linkage.Parameters;
import vn.dancu.linkage.Records;
import vn.dancu.linkage.csv.CsvFile;
import vn.dancu.linkage.csv.CsvRecords;
import vn.dancu.linkage.csv.RowValues;

/**
 * A process of its own: asks an index of a whole residence book for forms, one at a time, as a desk does when a paper comes
 * in. Arguments: forms, book, truth, how many forms. Its output: {@code name value} a line.
 */
public final class ArrivalRun {

    private static final double LEAST = .5;
    /** Forms that the parameters are learnt from. */
    private static final int TAUGHT = 20_000;

    private ArrivalRun() {}

    private record Form(String id, @Nullable String[] values) {}

    public static void main(String[] arguments) {
        Model model = Model.personVi();
        CsvFile forms = CsvFile.open(Path.of(arguments[0]));
        int wanted = Integer.parseInt(arguments[3]);
        Records book = CsvRecords.read(
                CsvFile.open(Path.of(arguments[1])), model, CsvRecords.Side.RIGHT, () -> false, done -> {});
        List<Form> asked = forms(forms, model, wanted + TAUGHT);
        Records.Builder taught = Records.builder(model, TAUGHT);
        asked.subList(wanted, asked.size()).forEach(form -> taught.add(form.id(), form.values()));
        Parameters parameters = new Linker(model, LinkOptions.defaults()).train(taught.build(), book, List.of());
        long from = System.nanoTime();
        MatchIndex index = MatchIndex.of(book, parameters);
        say("build", (System.nanoTime() - from) / 1e9);
        say("records", index.size());
        Map<String, String> truth = truth(CsvFile.open(Path.of(arguments[2])));
        // The first of them let the JVM learn what is hot, as those of the first minutes of a day do.
        int warming = wanted / 4;
        double[] milliseconds = new double[wanted - warming];
        int there = 0;
        int right = 0;
        for (int n = 0; n < wanted; n++) {
            Form form = asked.get(n);
            long begun = System.nanoTime();
            List<MatchIndex.Candidate> found = index.find(LEAST, form.values());
            if (n >= warming) {
                milliseconds[n - warming] = (System.nanoTime() - begun) / 1e6;
            }
            String entry = truth.get(form.id());
            there += entry == null ? 0 : 1;
            right += entry != null && !found.isEmpty() && found.get(0).id().equals(entry) ? 1 : 0;
        }
        Arrays.sort(milliseconds);
        say("median", at(milliseconds, .5));
        say("p99", at(milliseconds, .99));
        say("p999", at(milliseconds, .999));
        say("most", at(milliseconds, 1));
        say("first", (double) right / Math.max(1, there));
    }

    private static double at(double[] ascending, double share) {
        return ascending[(int) Math.min(ascending.length - 1L, Math.round(ascending.length * share))];
    }

    private static void say(String name, double value) {
        System.out.printf(Locale.ROOT, "%s %.6f%n", name, value);
    }

    private static List<Form> forms(CsvFile file, Model model, int most) {
        List<Form> forms = new ArrayList<>();
        RowValues values = new RowValues(file, model, CsvRecords.Side.LEFT);
        int id = file.header().indexOf(model.settings().id());
        file.forEach((line, bytes, from, to, cells) -> {
            if (forms.size() >= most) {
                return;
            }
            values.take(bytes, from, to, cells);
            @Nullable String[] texts = new String[model.columns().size()];
            for (int c = 0; c < texts.length; c++) {
                int length = values.to()[c] - values.from()[c];
                texts[c] = length == 0
                        ? null
                        : new String(values.bytes(), values.from()[c], length, StandardCharsets.UTF_8);
            }
            forms.add(new Form(new String(bytes, from[id], to[id] - from[id], StandardCharsets.UTF_8), texts));
        });
        return forms;
    }

    private static Map<String, String> truth(CsvFile file) {
        Map<String, String> truth = new HashMap<>();
        file.forEach((line, bytes, from, to, cells) -> truth.put(
                new String(bytes, from[0], to[0] - from[0], StandardCharsets.UTF_8),
                new String(bytes, from[1], to[1] - from[1], StandardCharsets.UTF_8)));
        return truth;
    }
}
