package vn.dancu.linkage.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.linkage.LinkOptions;
import vn.dancu.linkage.LinkageException;
import vn.dancu.linkage.Model;
import vn.dancu.linkage.Parameters;
import vn.dancu.linkage.csv.CsvFile;
import vn.dancu.linkage.model.ModelFile;

/** The options that both commands have. */
final class Settings {

    static final Set<String> FLAGS = Set.of("--train", "--estimate");
    static final Set<String> VALUED = Set.of(
            "--model",
            "--out",
            "--threshold",
            "--truth",
            "--labels",
            "--parameters",
            "--save-parameters",
            "--chart",
            "--engine",
            "--threads",
            "--memory",
            "--max-pairs",
            "--seed");

    private static final String BUILT_IN = "person-vi";
    private static final long MOST_THREADS = 1024;

    private Settings() {}

    static boolean isBuiltIn(Arguments arguments) {
        return BUILT_IN.equals(arguments.value("--model"));
    }

    static Model model(Arguments arguments) {
        Model model = ModelFile.named(arguments.required("--model"));
        Model.Settings own = model.settings();
        if (!arguments.has("--train") || own.trained()) {
            return model;
        }
        return new Model(
                model.name(),
                model.columns(),
                model.comparisons(),
                model.rules(),
                new Model.Settings(
                        own.id(),
                        own.oneToOne(),
                        own.matchShare(),
                        own.largestCluster(),
                        own.cannotLink(),
                        true,
                        own.belief()));
    }

    /** @param out beside which what memory cannot hold may lie */
    static LinkOptions options(Arguments arguments, Run run, Path out) {
        if (arguments.has("--parameters") && (arguments.has("--train") || arguments.has("--labels"))) {
            throw new UsageException(
                    "--parameters, hoặc học / or training (--train, --labels), không cả hai / not both");
        }
        LinkOptions options = LinkOptions.defaults()
                .withThreshold(arguments.probability(
                        "--threshold", LinkOptions.defaults().threshold()))
                .withThreads(threads(arguments))
                .withMostPairs(arguments.number("--max-pairs", LinkOptions.USUAL_MOST_PAIRS, 1, Long.MAX_VALUE))
                .withSeed(arguments.number("--seed", 1, Long.MIN_VALUE, Long.MAX_VALUE))
                .withProgress(run.console)
                .withStop(run::isStopped);
        long memory = arguments.bytes("--memory");
        return options.withMemory(Math.min(memory, Runtime.getRuntime().maxMemory()), run.spillFolder(out));
    }

    /** With the engine that visits the pairs, where it is not this program. */
    static LinkOptions onEngine(LinkOptions options, Arguments arguments, Run run, Model model, List<Path> files) {
        String name = arguments.value("--engine");
        if (name == null || name.equals("local") || arguments.has("--estimate")) {
            // To count is no work for more than one machine.
            return options;
        }
        if (run.engine == null) {
            throw new LinkageException(
                    "--engine " + name + ": không có. Hãy dùng local, spark://máy:cổng hoặc local[N], qua ./dancu.",
                    "--engine " + name + ": there is none. Use local, spark://host:port or local[N], by ./dancu.");
        }
        return options.withScanner(run.engine.scanner(name, model, files, run.console, run::isStopped));
    }

    /** What the result is held against, or null. */
    static @Nullable CsvFile truth(Arguments arguments) {
        Path file = arguments.path("--truth", null);
        return file == null ? null : CsvFile.open(file);
    }

    static int threads(Arguments arguments) {
        return (int) arguments.number("--threads", Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
    }

    /** What was learnt before, or null. */
    static @Nullable Parameters parameters(Arguments arguments, Model model) {
        Path file = arguments.path("--parameters", null);
        if (file == null) {
            return null;
        }
        try {
            return Parameters.read(model, Files.readString(file));
        } catch (IOException e) {
            throw new LinkageException(
                    "không đọc được tham số " + file + " (" + e.getMessage() + ").",
                    "cannot read the parameters " + file + " (" + e.getMessage() + ").",
                    e);
        } catch (IllegalArgumentException e) {
            throw new LinkageException(
                    file + ": không phải là tham số của mô hình này (" + e.getMessage() + "). Hãy học lại.",
                    file + ": not parameters of this model (" + e.getMessage() + "). Train anew.",
                    e);
        }
    }
}
