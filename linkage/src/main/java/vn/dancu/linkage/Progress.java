package vn.dancu.linkage;

/** Told now and then how far a long run has come; called from several threads. */
@FunctionalInterface
public interface Progress {

    Progress NONE = (phase, done, all) -> {};

    /** @param phase in English, for a log: "read", "train", "scan", "assign" */
    void at(String phase, long done, long all);
}
