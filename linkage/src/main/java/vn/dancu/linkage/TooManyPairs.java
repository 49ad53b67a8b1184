package vn.dancu.linkage;

/** Refusals of a run that would make more pairs than it may, or keep more than can be counted: they name the rule to blame. */
final class TooManyPairs {

    /** A kept pair as it is found, once more in its order, and as a candidate of the result. */
    static final long BYTES_A_PAIR = 120;
    /** Eighths of the memory that kept pairs may take; the others are for rows, texts and indexes. */
    private static final int EIGHTHS = 5;

    private TooManyPairs() {}

    /** Bytes that kept pairs may take in memory; beyond, they go to files. */
    static long bytes(LinkOptions options) {
        long memory = options.memory() == 0 ? Runtime.getRuntime().maxMemory() : options.memory();
        return memory / 8 * EIGHTHS;
    }

    /** Told before any pair is made. */
    static LinkageException given(String rule, long pairs, long all, long most) {
        return new LinkageException(
                String.format(
                        "Quy tắc chặn «%s» tạo ra %,d cặp (cả thảy %,d, giới hạn %,d). Hãy thêm một cột vào quy tắc, "
                                + "thêm «then: …», hoặc «large-blocks: leave-out»; hoặc nâng --max-pairs.",
                        rule, pairs, all, most),
                String.format(
                        "Blocking rule \"%s\" would give %,d pairs (%,d in all, the limit is %,d). Add a column to the "
                                + "rule, add \"then: …\" or \"large-blocks: leave-out\", or raise --max-pairs.",
                        rule, pairs, all, most));
    }

    /** Told while pairs are visited: files could take them, but nothing counts so many. */
    static LinkageException everKept(String rule, long most) {
        return new LinkageException(
                String.format(
                        "Quá nhiều cặp ứng viên: ở quy tắc chặn «%s» đã có hơn %,d cặp đáng xét. "
                                + "Hãy làm chặt quy tắc, hoặc nâng --uncertain-from và --threshold.",
                        rule, most),
                String.format(
                        "Too many candidate pairs: at blocking rule \"%s\" there are more than %,d worth deciding. "
                                + "Tighten the rule, or raise --uncertain-from and --threshold.",
                        rule, most));
    }
}
