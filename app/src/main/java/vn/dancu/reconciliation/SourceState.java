package vn.dancu.reconciliation;

/** How the search in one source ended. */
public enum SourceState {
    FOUND,
    /** Looked for in vain, or found several that could be it: then the form is UNCERTAIN and the candidates are kept. */
    NOT_FOUND,
    /** The source holds no entry at all, so its silence says nothing. */
    NOT_CONSULTED
}
