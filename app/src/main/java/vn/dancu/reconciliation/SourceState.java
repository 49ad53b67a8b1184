package vn.dancu.reconciliation;

/** How the search in one source ended. */
public enum SourceState {
    FOUND,
    /** Looked for in vain, or found several that could be it: then the form is UNCERTAIN and the candidates are kept. */
    NOT_FOUND,
    /**
     * Nobody looked, so the silence says nothing: the books hold no entry at all; the archive was imported for no form of
     * this commune, and the archivist was not asked or has not answered yet.
     */
    NOT_CONSULTED
}
