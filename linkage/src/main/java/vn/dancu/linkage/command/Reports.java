package vn.dancu.linkage.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.dancu.linkage.LinkResult;
import vn.dancu.linkage.Parameters;
import vn.dancu.linkage.Records;
import vn.dancu.linkage.Warning;
import vn.dancu.linkage.Waterfall;
import vn.dancu.linkage.chart.Look;
import vn.dancu.linkage.chart.ModelChart;
import vn.dancu.linkage.csv.CsvOutput;

/** What both commands write beside their results. */
final class Reports {

    static final int MOST_EXPLAINED = 100_000;

    /** Bits that an explained pair is away from the threshold. */
    record Close(int left, int right, double distance) {}

    private Reports() {}

    /** Writes a text whole; it takes its name with the other files of the run. */
    static void text(Run run, Path file, List<Path> inputs, String text) {
        FileChannel channel = run.outputs.create(file, inputs);
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw CsvOutput.failed(file, e);
        }
    }

    /** The chart and the parameters, where they are asked for. */
    static void learnt(Run run, Arguments arguments, List<Path> inputs, Parameters parameters) {
        Path saved = arguments.path("--save-parameters", null);
        if (saved != null) {
            text(run, saved, inputs, parameters.write());
        }
        Path chart = arguments.path("--chart", null);
        if (chart != null) {
            text(run, chart, inputs, ModelChart.svg(parameters.summary(), Look.file(Look.Language.VIETNAMESE)));
        }
    }

    /** Candidates of all left records, the closest to the threshold first. */
    static List<Close> closest(LinkResult result, double thresholdWeight, int most) {
        java.util.PriorityQueue<Close> farthestFirst =
                new java.util.PriorityQueue<>(Comparator.comparingDouble(Close::distance)
                        .thenComparingInt(Close::left)
                        .thenComparingInt(Close::right)
                        .reversed());
        for (int i = 0; i < result.size() && most > 0; i++) {
            int[] candidates = result.candidates(i);
            double[] weights = result.candidateWeights(i);
            for (int n = 0; n < candidates.length; n++) {
                farthestFirst.add(new Close(i, candidates[n], Math.abs(weights[n] - thresholdWeight)));
                if (farthestFirst.size() > most) {
                    farthestFirst.poll();
                }
            }
        }
        List<Close> closest = new ArrayList<>(farthestFirst);
        closest.sort(farthestFirst.comparator().reversed());
        return closest;
    }

    /** What the run tells of itself, each in both languages. */
    static void warnings(Run run, List<Warning> warnings) {
        for (Warning warning : warnings) {
            run.console.say("! " + warning.vietnamese());
            run.console.say("  " + warning.english());
        }
    }

    static void explanation(Run run, Records left, int i, Records right, int j, Waterfall why) {
        run.console.print("");
        run.console.print(left.id(i) + " ~ " + right.id(j));
        run.console.print(why.text().stripTrailing());
    }

    static void explanationsHead(Run run, int pairs) {
        run.console.print("");
        run.console.print(
                "giải thích " + pairs + " cặp gần ngưỡng nhất, không in giá trị nào; trọng số theo bit / why the "
                        + pairs + " pairs closest to the threshold weigh what they weigh, in bits; no value is shown");
    }

    /** log2 odds of a probability. */
    static double weight(double probability) {
        return Math.log(probability / (1 - probability)) / Math.log(2);
    }
}
