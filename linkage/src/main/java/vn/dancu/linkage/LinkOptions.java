package vn.dancu.linkage;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a run decides and how it runs; nothing here is learnt.
 *
 * @param threshold the least posterior probability of a link
 * @param uncertainFrom a record that is in the other file with at least this probability, but cannot be linked at the
 *     threshold, is UNCERTAIN rather than NONE
 * @param uncertainMargin how many bits the best partner must be ahead of the second, and of whoever else would be linked
 *     with it; of equals none is linked, not even at 0
 * @param householdPass whether links of a household speak for the rest of it
 * @param oneToOne whether a record has at most one partner
 * @param mostPairs a run whose rules would give more pairs than this is refused before it starts
 * @param memory bytes that records and pairs may take; what goes beyond is kept in files. 0: as much as there is
 * @param spillFolder where such files lie, made when there are any; null for the machine's temporary folder
 * @param threads worker threads of the scan
 * @param seed of the samples that training draws
 * @param stop asked now and then; a run that is stopped throws {@link java.util.concurrent.CancellationException}
 * @param scanner visits the pairs elsewhere, as on the machines of a cluster; null for here
 */
public record LinkOptions(
        double threshold,
        double uncertainFrom,
        double uncertainMargin,
        boolean householdPass,
        boolean oneToOne,
        long mostPairs,
        long memory,
        @Nullable Path spillFolder,
        int threads,
        long seed,
        Progress progress,
        BooleanSupplier stop,
        @Nullable PairScanner scanner) {

    /** Of about an hour's scan on a small machine. */
    public static final long USUAL_MOST_PAIRS = 100_000_000_000L;

    public LinkOptions {
        if (!(threshold > 0 && threshold < 1 && uncertainFrom > 0 && uncertainFrom <= threshold)) {
            throw new IllegalArgumentException("0 < uncertainFrom <= threshold < 1");
        }
        if (threads < 1 || uncertainMargin < 0 || mostPairs < 1 || memory < 0) {
            throw new IllegalArgumentException("threads and pairs are at least 1, margin and memory not below 0");
        }
    }

    public static LinkOptions defaults() {
        return new Draft().made();
    }

    /** The same options on the way to others. */
    private static final class Draft {
        double threshold = .5;
        double uncertainFrom = .5;
        double uncertainMargin = 1;
        boolean householdPass = true;
        boolean oneToOne = true;
        long mostPairs = USUAL_MOST_PAIRS;
        long memory;

        @Nullable
        Path spillFolder;

        int threads = Runtime.getRuntime().availableProcessors();
        long seed = 1;
        Progress progress = Progress.NONE;
        BooleanSupplier stop = () -> false;

        @Nullable
        PairScanner scanner;

        LinkOptions made() {
            return new LinkOptions(
                    threshold,
                    uncertainFrom,
                    uncertainMargin,
                    householdPass,
                    oneToOne,
                    mostPairs,
                    memory,
                    spillFolder,
                    threads,
                    seed,
                    progress,
                    stop,
                    scanner);
        }
    }

    private LinkOptions with(Consumer<Draft> change) {
        Draft draft = new Draft();
        draft.threshold = threshold;
        draft.uncertainFrom = uncertainFrom;
        draft.uncertainMargin = uncertainMargin;
        draft.householdPass = householdPass;
        draft.oneToOne = oneToOne;
        draft.mostPairs = mostPairs;
        draft.memory = memory;
        draft.spillFolder = spillFolder;
        draft.threads = threads;
        draft.seed = seed;
        draft.progress = progress;
        draft.stop = stop;
        draft.scanner = scanner;
        change.accept(draft);
        return draft.made();
    }

    public LinkOptions withThreshold(double least) {
        return with(draft -> {
            draft.threshold = least;
            draft.uncertainFrom = Math.min(uncertainFrom, least);
        });
    }

    public LinkOptions withUncertainFrom(double least) {
        return with(draft -> draft.uncertainFrom = least);
    }

    public LinkOptions withUncertainMargin(double bits) {
        return with(draft -> draft.uncertainMargin = bits);
    }

    public LinkOptions withHouseholdPass(boolean wanted) {
        return with(draft -> draft.householdPass = wanted);
    }

    public LinkOptions withOneToOne(boolean wanted) {
        return with(draft -> draft.oneToOne = wanted);
    }

    public LinkOptions withMostPairs(long pairs) {
        return with(draft -> draft.mostPairs = pairs);
    }

    public LinkOptions withMemory(long bytes, @Nullable Path folder) {
        return with(draft -> {
            draft.memory = bytes;
            draft.spillFolder = folder;
        });
    }

    public LinkOptions withThreads(int number) {
        return with(draft -> draft.threads = number);
    }

    public LinkOptions withSeed(long number) {
        return with(draft -> draft.seed = number);
    }

    public LinkOptions withProgress(Progress told) {
        return with(draft -> draft.progress = told);
    }

    public LinkOptions withStop(BooleanSupplier asked) {
        return with(draft -> draft.stop = asked);
    }

    /** Visits pairs elsewhere; null for here. */
    public LinkOptions withScanner(@Nullable PairScanner elsewhere) {
        return with(draft -> draft.scanner = elsewhere);
    }
}
