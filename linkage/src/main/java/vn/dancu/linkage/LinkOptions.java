package vn.dancu.linkage;

import java.util.function.BooleanSupplier;

/**
 * How a run decides and how it runs; nothing here is learnt.
 *
 * @param threshold the least posterior probability of a link
 * @param uncertainFrom a record that is in the other file with at least this probability, but cannot be linked at the
 *     threshold, is UNCERTAIN rather than NONE
 * @param uncertainMargin how many bits the best partner must be ahead of the second
 * @param householdPass whether links of a household speak for the rest of it
 * @param threads worker threads of the scan
 * @param seed of the samples that training draws
 * @param stop asked now and then; a run that is stopped throws {@link java.util.concurrent.CancellationException}
 */
public record LinkOptions(
        double threshold,
        double uncertainFrom,
        double uncertainMargin,
        boolean householdPass,
        int threads,
        long seed,
        Progress progress,
        BooleanSupplier stop) {

    public LinkOptions {
        if (!(threshold > 0 && threshold < 1 && uncertainFrom > 0 && uncertainFrom <= threshold)) {
            throw new IllegalArgumentException("0 < uncertainFrom <= threshold < 1");
        }
        if (threads < 1 || uncertainMargin < 0) {
            throw new IllegalArgumentException("threads >= 1 and uncertainMargin >= 0");
        }
    }

    public static LinkOptions defaults() {
        return new LinkOptions(
                .5, .5, 1, true, Runtime.getRuntime().availableProcessors(), 1, Progress.NONE, () -> false);
    }

    public LinkOptions withThreshold(double least) {
        return new LinkOptions(
                least, Math.min(uncertainFrom, least), uncertainMargin, householdPass, threads, seed, progress, stop);
    }

    public LinkOptions withUncertainFrom(double least) {
        return new LinkOptions(threshold, least, uncertainMargin, householdPass, threads, seed, progress, stop);
    }

    public LinkOptions withUncertainMargin(double bits) {
        return new LinkOptions(threshold, uncertainFrom, bits, householdPass, threads, seed, progress, stop);
    }

    public LinkOptions withHouseholdPass(boolean wanted) {
        return new LinkOptions(threshold, uncertainFrom, uncertainMargin, wanted, threads, seed, progress, stop);
    }

    public LinkOptions withThreads(int number) {
        return new LinkOptions(threshold, uncertainFrom, uncertainMargin, householdPass, number, seed, progress, stop);
    }

    public LinkOptions withSeed(long number) {
        return new LinkOptions(
                threshold, uncertainFrom, uncertainMargin, householdPass, threads, number, progress, stop);
    }

    public LinkOptions withProgress(Progress told) {
        return new LinkOptions(threshold, uncertainFrom, uncertainMargin, householdPass, threads, seed, told, stop);
    }

    public LinkOptions withStop(BooleanSupplier asked) {
        return new LinkOptions(
                threshold, uncertainFrom, uncertainMargin, householdPass, threads, seed, progress, asked);
    }
}
