package vn.dancu.linkage;

/** One rule's rows of both sides, in blocks: the rows of one key lie in one slot. */
record Blocks(RuleEntries left, RuleEntries right, int mask) {}
