package vn.dancu.linkage;

import java.util.List;

/** Told now and then how far a long run has come; called from several threads. */
@FunctionalInterface
public interface Progress {

    Progress NONE = (phase, done, all) -> {};

    /** Told once, before any pair is looked at: about how many pairs each rule gives. */
    default void rules(List<LinkResult.RuleReport> rules) {}

    /** @param phase in English, for a log: "read", "train", "scan", "assign" */
    void at(String phase, long done, long all);
}
