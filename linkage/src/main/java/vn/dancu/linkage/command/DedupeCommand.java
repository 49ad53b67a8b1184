package vn.dancu.linkage.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.dancu.linkage.Clusters;
import vn.dancu.linkage.Deduper;
import vn.dancu.linkage.Explainer;
import vn.dancu.linkage.LinkOptions;
import vn.dancu.linkage.Model;
import vn.dancu.linkage.Parameters;
import vn.dancu.linkage.Records;
import vn.dancu.linkage.csv.CsvFile;
import vn.dancu.linkage.csv.CsvOutput;
import vn.dancu.linkage.csv.CsvRecords.Side;

/** {@code dedupe}: the records of one file that are one. */
final class DedupeCommand {

    private DedupeCommand() {}

    static void run(Run run, String[] words) {
        Set<String> valued = new TreeSet<>(Settings.VALUED);
        valued.addAll(List.of("--input", "--id", "--explain"));
        Arguments arguments = Arguments.parse(words, 1, Settings.FLAGS, valued, Set.of("--suggest"));
        if (arguments.has("--suggest")) {
            SuggestCommand.run(run, arguments, 1);
        } else {
            dedupe(run, arguments);
        }
    }

    private static void dedupe(Run run, Arguments arguments) {
        Path input = arguments.requiredPath("--input");
        Path out = arguments.requiredPath("--out");
        Model model = Settings.model(arguments);
        List<Path> inputs = List.of(input);
        LinkOptions options = Settings.onEngine(Settings.options(arguments, run, out), arguments, run, model, inputs);
        CsvFile truth = Settings.truth(arguments);
        CsvOutput output = new CsvOutput(out, run.outputs.create(out, inputs));
        Records records = Inputs.read(
                        run,
                        model,
                        Settings.isBuiltIn(arguments),
                        options,
                        List.of(Inputs.Input.of(input, Side.LEFT, model, arguments.value("--id"))))
                .get(0);
        Deduper deduper = new Deduper(model, options);
        if (arguments.has("--estimate")) {
            run.console.rules(deduper.estimate(records));
            return;
        }
        Parameters known = Settings.parameters(arguments, model);
        Path labels = arguments.path("--labels", null);
        Clusters clusters = known == null
                ? deduper.dedupe(
                        records, labels == null ? List.of() : Labels.read(CsvFile.open(labels), records, records))
                : deduper.dedupeWith(known, records);
        write(run, output, records, clusters);
        clusters.parameters().ifPresent(parameters -> Reports.learnt(run, arguments, inputs, parameters));
        run.outputs.commit();
        run.console.say("Chỉ bạn đọc được (0600) / only you may read (0600): " + out);
        report(run, truth, input, records, clusters);
        explain(run, arguments, deduper, records, clusters);
    }

    private static void explain(Run run, Arguments arguments, Deduper deduper, Records records, Clusters clusters) {
        int most = (int) arguments.number("--explain", 0, 0, Reports.MOST_EXPLAINED);
        Parameters parameters = clusters.parameters().orElse(null);
        if (most == 0 || parameters == null) {
            return;
        }
        List<Deduper.Pair> closest = deduper.closest(parameters, records, most);
        Reports.explanationsHead(run, closest.size());
        Explainer explainer = deduper.explainer(parameters, records);
        for (Deduper.Pair pair : closest) {
            boolean together = clusters.clusterOf(pair.left()) != Clusters.ALONE
                    && clusters.clusterOf(pair.left()) == clusters.clusterOf(pair.right());
            Reports.explanation(
                    run, records, pair.left(), records, pair.right(), explainer.explain(pair.left(), pair.right()));
            run.console.print(together ? "một nhóm / one cluster" : "không cùng nhóm / not in one cluster");
        }
    }

    /** A cluster is called by the number, from 1, of its first record. */
    private static void write(Run run, CsvOutput output, Records records, Clusters clusters) {
        run.console.at("write", 0, 1);
        int[] first = new int[clusters.size()];
        output.cell("id").cell("cluster_id").endRow();
        for (int row = 0; row < records.size(); row++) {
            int cluster = clusters.clusterOf(row);
            int name = row + 1;
            if (cluster != Clusters.ALONE) {
                first[cluster] = first[cluster] == 0 ? name : first[cluster];
                name = first[cluster];
            }
            output.id(records, row).cell(name).endRow();
        }
        output.flush();
    }

    private static void report(Run run, @Nullable CsvFile truthFile, Path input, Records records, Clusters clusters) {
        int inClusters = 0;
        for (int row = 0; row < records.size(); row++) {
            inClusters += clusters.clusterOf(row) == Clusters.ALONE ? 0 : 1;
        }
        run.console.print("hồ sơ / records: " + records.size() + " (" + input + ")");
        run.console.print(
                "nhóm trùng / clusters: " + clusters.size() + ", gồm / with " + inClusters + " hồ sơ / records");
        Reports.warnings(run, clusters.warnings());
        if (truthFile != null) {
            ClusterTruth truth = new ClusterTruth(truthFile, records);
            if (truth.unknown() > 0) {
                run.console.say("! " + truthFile.path() + ": " + truth.unknown()
                        + " mã không có trong tệp / ids that the file lacks");
            }
            run.console.print(truth.score(clusters).text());
        }
    }
}
