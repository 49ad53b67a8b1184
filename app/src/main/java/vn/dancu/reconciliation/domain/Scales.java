package vn.dancu.reconciliation.domain;

import org.jspecify.annotations.Nullable;
import vn.dancu.intake.FormField;
import vn.dancu.reconciliation.Source;
import vn.dancu.reconciliation.Suggestion;

/**
 * Weighs the values of one field: bits (log2 odds) for and against each, and which reason weighed most. A suggestion is
 * made when the best value is ahead of every value that contradicts it by {@link #ENOUGH}.
 */
final class Scales {
    /** 1 in 64 wrong at most, if the weights are right. */
    static final double ENOUGH = 6;

    static final int FORM = 0;
    static final int BOOK = 1;
    static final int ARCHIVE = 2;
    private static final Source[] SOURCES = {Source.FORM, Source.RESIDENCE_BOOK, Source.ARCHIVE};

    private final FieldCase field;
    private final @Nullable String[] values;
    private final double[] bits = new double[3];
    private final double[] strongest = new double[3];
    private final String[] reasons = {"", "", ""};

    Scales(FieldCase field) {
        this.field = field;
        this.values = new @Nullable String[] {field.form(), field.book(), field.archive()};
    }

    boolean has(int slot) {
        return values[slot] != null && (slot == FORM || match(FORM, slot) != null);
    }

    @Nullable
    String value(int slot) {
        return values[slot];
    }

    /** Speaks for one value, or against it when negative. */
    void add(int slot, double weight, String reason) {
        if (!has(slot)) {
            return;
        }
        bits[slot] += weight;
        if (weight > strongest[slot]) {
            strongest[slot] = weight;
            reasons[slot] = reason;
        }
    }

    /** Speaks against one value, which is to say for each that contradicts it. */
    void against(int slot, double weight, String reason) {
        for (int other = 0; other < 3; other++) {
            if (other != slot && has(other) && has(slot) && !compatible(slot, other)) {
                add(other, weight, reason);
            }
        }
    }

    boolean compatible(int one, int other) {
        Match match = match(one, other);
        if (match == null) {
            return false;
        }
        return field.field() == FormField.OLD_ID ? match.equals(Match.AGREE) : match.isCompatible();
    }

    private @Nullable Match match(int one, int other) {
        return switch (one + other) {
            case FORM + BOOK -> field.formBook();
            case FORM + ARCHIVE -> field.formArchive();
            default -> field.bookArchive();
        };
    }

    /** @param detail which of two compatible values says more: the larger one is named */
    @Nullable
    Suggestion verdict(Detail detail) {
        int best = -1;
        for (int slot = 0; slot < 3; slot++) {
            if (has(slot) && (best < 0 || bits[slot] > bits[best])) {
                best = slot;
            }
        }
        if (best < 0 || bits[best] <= 0) {
            return null;
        }
        boolean contradicted = false;
        for (int slot = 0; slot < 3; slot++) {
            if (slot != best && has(slot) && !compatible(best, slot)) {
                contradicted = true;
                if (bits[best] - bits[slot] < ENOUGH) {
                    return null;
                }
            }
        }
        return contradicted ? new Suggestion(SOURCES[fullest(best, detail)], reasons[best]) : null;
    }

    private int fullest(int best, Detail detail) {
        int fullest = best;
        for (int slot = 2; slot >= 0; slot--) {
            if (slot != best && has(slot) && compatible(best, slot)) {
                double more = detail.of(slot) - detail.of(fullest);
                if (more > 0 || (more == 0 && slot < fullest)) {
                    fullest = slot;
                }
            }
        }
        return fullest;
    }

    /** How much a value says, by slot. */
    interface Detail {
        double of(int slot);
    }
}
