package vn.dancu.linkage;

/** One rule's rows of both sides, in blocks: the rows of one key lie in one slot. */
record Blocks(RuleEntries left, RuleEntries right, int mask) {

    /** Keys that share a slot by chance are counted as one block: so many pairs are taken off as chance brings together. */
    long withoutChance(long counted, boolean within) {
        double chance = 1.0 / (mask + 1L);
        double all = within ? left.size() * (left.size() - 1.0) / 2 : (double) left.size() * right.size();
        return Math.max(0, Math.round((counted - all * chance) / (1 - chance)));
    }
}
