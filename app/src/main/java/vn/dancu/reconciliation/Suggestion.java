package vn.dancu.reconciliation;

/**
 * Which source the evidence holds right about a field. A help for the officer, never a decision.
 *
 * @param reason what carries it most, a word with a text in the bundles ({@code reconciliation.reason.<word>})
 */
public record Suggestion(Source source, String reason) {}
