package vn.dancu.linkage.command;

/**
 * What was found against the truth.
 *
 * @param right pairs found that are in the truth
 * @param found pairs found
 * @param all pairs in the truth
 */
record Score(long right, long found, long all) {

    double precision() {
        return found == 0 ? 1 : (double) right / found;
    }

    double recall() {
        return all == 0 ? 1 : (double) right / all;
    }

    double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    /** Three lines. */
    String text() {
        return "precision " + sixDigits(precision()) + "  (" + right + "/" + found + ")\n"
                + "recall    " + sixDigits(recall()) + "  (" + right + "/" + all + ")\n"
                + "F1        " + sixDigits(f1());
    }

    /** Rounded down: what is not perfect does not read as 1. */
    private static String sixDigits(double share) {
        long millionths = (long) Math.floor(share * 1_000_000 + 1e-6);
        String digits = String.valueOf(1_000_000 + millionths % 1_000_000).substring(1);
        return millionths / 1_000_000 + "." + digits;
    }
}
