package vn.dancu.linkage.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.dancu.linkage.Explainer;
import vn.dancu.linkage.Label;
import vn.dancu.linkage.LinkOptions;
import vn.dancu.linkage.LinkResult;
import vn.dancu.linkage.Linker;
import vn.dancu.linkage.Model;
import vn.dancu.linkage.Parameters;
import vn.dancu.linkage.Records;
import vn.dancu.linkage.csv.CsvFile;
import vn.dancu.linkage.csv.CsvOutput;
import vn.dancu.linkage.csv.CsvRecords.Side;
import vn.dancu.linkage.csv.PairRows;
import vn.dancu.linkage.csv.PairRows.Which;

/** {@code link}: the records of one file that are in another. */
final class LinkCommand {

    private final Run run;
    private final Arguments arguments;
    private final Path leftFile;
    private final Path rightFile;
    private final Path out;
    private long linkCount;
    private long uncertainCount;

    private LinkCommand(Run run, Arguments arguments) {
        this.run = run;
        this.arguments = arguments;
        this.leftFile = arguments.requiredPath("--left");
        this.rightFile = arguments.requiredPath("--right");
        this.out = arguments.requiredPath("--out");
    }

    static void run(Run run, String[] words) {
        Set<String> flags = new TreeSet<>(Settings.FLAGS);
        flags.addAll(List.of("--one-to-one", "--no-one-to-one"));
        Set<String> valued = new TreeSet<>(Settings.VALUED);
        valued.addAll(
                List.of("--left", "--right", "--explain", "--left-id", "--right-id", "--uncertain-from", "--curve"));
        Arguments arguments = Arguments.parse(words, 1, flags, valued, Set.of("--suggest"));
        if (arguments.has("--suggest")) {
            SuggestCommand.run(run, arguments, 2);
        } else {
            new LinkCommand(run, arguments).link();
        }
    }

    private void link() {
        Model model = Settings.model(arguments);
        List<Path> inputs = List.of(leftFile, rightFile);
        LinkOptions options = Settings.onEngine(options(model), arguments, run, model, inputs);
        // Begun at once: what cannot be read or written is told before the work, not after it.
        CsvFile truth = Settings.truth(arguments);
        CsvOutput links = new CsvOutput(out, run.outputs.create(out, inputs));
        Path uncertainFile = uncertain(out);
        CsvOutput uncertain = new CsvOutput(uncertainFile, run.outputs.create(uncertainFile, inputs));
        List<Records> read = Inputs.read(
                run,
                model,
                Settings.isBuiltIn(arguments),
                options,
                List.of(
                        Inputs.Input.of(leftFile, Side.LEFT, model, arguments.value("--left-id")),
                        Inputs.Input.of(rightFile, Side.RIGHT, model, arguments.value("--right-id"))));
        Records left = read.get(0);
        Records right = read.get(1);
        Linker linker = new Linker(model, options);
        if (arguments.has("--estimate")) {
            run.console.rules(linker.estimate(left, right));
            return;
        }
        Parameters known = Settings.parameters(arguments, model);
        LinkResult result =
                known == null ? linker.link(left, right, labels(left, right)) : linker.linkWith(known, left, right);
        write(links, uncertain, result, left, right, options.threads());
        Reports.learnt(run, arguments, inputs, result.parameters());
        Path curve = arguments.path("--curve", null);
        if (curve != null) {
            String svg = Curve.svg(result, truth == null ? null : new PairTruth(truth, left, right));
            Reports.text(run, curve, inputs, svg);
        }
        run.outputs.commit();
        run.console.say("Chỉ bạn đọc được (0600) / only you may read (0600): " + out + ", " + uncertainFile);
        report(result, truth, left, right);
        explain(linker, options, result, left, right);
    }

    private List<Label> labels(Records left, Records right) {
        Path file = arguments.path("--labels", null);
        return file == null ? List.of() : Labels.read(CsvFile.open(file), left, right);
    }

    private LinkOptions options(Model model) {
        if (arguments.has("--one-to-one") && arguments.has("--no-one-to-one")) {
            throw new UsageException("--one-to-one hoặc / or --no-one-to-one, không cả hai / not both");
        }
        boolean oneToOne = arguments.has("--one-to-one")
                || (!arguments.has("--no-one-to-one") && model.settings().oneToOne());
        LinkOptions options = Settings.options(arguments, run, out).withOneToOne(oneToOne);
        double uncertainFrom = arguments.probability("--uncertain-from", options.uncertainFrom());
        if (uncertainFrom > options.threshold()) {
            throw new UsageException("--uncertain-from không được lớn hơn / must not be above --threshold");
        }
        return options.withUncertainFrom(uncertainFrom);
    }

    /** {@code links.csv} to {@code links.uncertain.csv}. */
    static Path uncertain(Path out) {
        String name = String.valueOf(out.getFileName());
        int dot = name.toLowerCase(java.util.Locale.ROOT).endsWith(".csv") ? name.length() - 4 : name.length();
        return out.resolveSibling(name.substring(0, dot) + ".uncertain" + name.substring(dot));
    }

    private void write(
            CsvOutput links, CsvOutput uncertain, LinkResult result, Records left, Records right, int threads) {
        run.console.at("write", 0, 1);
        linkCount = PairRows.write(links, result, left, right, Which.LINKS, threads);
        uncertainCount = PairRows.write(uncertain, result, left, right, Which.UNCERTAIN, threads);
    }

    private void report(LinkResult result, @Nullable CsvFile truthFile, Records left, Records right) {
        int open = 0;
        for (int i = 0; i < result.size(); i++) {
            open += result.state(i) == LinkResult.State.UNCERTAIN ? 1 : 0;
        }
        run.console.print(
                "hồ sơ / records: " + left.size() + " (" + leftFile + "), " + right.size() + " (" + rightFile + ")");
        run.console.print("liên kết / links: " + linkCount);
        run.console.print("chưa rõ / uncertain: " + open + " hồ sơ / records, " + uncertainCount + " cặp / pairs");
        Reports.warnings(run, result.warnings());
        if (truthFile != null) {
            PairTruth truth = new PairTruth(truthFile, left, right);
            if (truth.unknown() > 0) {
                run.console.say("! " + truthFile.path() + ": " + truth.unknown()
                        + " cặp có mã không có trong tệp / pairs name ids that the files lack");
            }
            run.console.print(truth.score(result).text());
        }
    }

    private void explain(Linker linker, LinkOptions options, LinkResult result, Records left, Records right) {
        int most = (int) arguments.number("--explain", 0, 0, Reports.MOST_EXPLAINED);
        if (most == 0) {
            return;
        }
        List<Reports.Close> closest = Reports.closest(result, Reports.weight(options.threshold()), most);
        Reports.explanationsHead(run, closest.size());
        Explainer explainer = linker.explainer(result, left, right);
        for (Reports.Close pair : closest) {
            Reports.explanation(
                    run, left, pair.left(), right, pair.right(), explainer.explain(pair.left(), pair.right()));
        }
    }
}
