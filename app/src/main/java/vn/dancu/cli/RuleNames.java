package vn.dancu.cli;

import vn.dancu.shared.Texts;

/** A rule's sentence where it stands for all its findings: what a single finding would fill in is left open. */
final class RuleNames {
    private RuleNames() {}

    static String of(Texts texts, String code) {
        return texts.get("finding." + code).replaceAll("\\{[A-Za-z]+}", "…");
    }
}
