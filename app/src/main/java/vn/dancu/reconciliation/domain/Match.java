package vn.dancu.reconciliation.domain;

import vn.dancu.reconciliation.Agreement;

/**
 * How two values of one field stand to each other, and the rule that says so.
 *
 * @param rule a word with a text in the bundles; empty for plain agreement
 */
record Match(Agreement agreement, String rule) {
    static final Match AGREE = new Match(Agreement.AGREE, "");

    static Match explained(String rule) {
        return new Match(Agreement.EXPLAINED, rule);
    }

    static Match differs(String rule) {
        return new Match(Agreement.DIFFERS, rule);
    }

    static Match cannotTell(String rule) {
        return new Match(Agreement.CANNOT_TELL, rule);
    }

    boolean isDifference() {
        return agreement == Agreement.DIFFERS;
    }

    /** Both could be the same truth: they agree, or a rule explains why they are written differently. */
    boolean isCompatible() {
        return agreement == Agreement.AGREE || agreement == Agreement.EXPLAINED;
    }
}
