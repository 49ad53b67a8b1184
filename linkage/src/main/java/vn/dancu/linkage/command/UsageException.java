package vn.dancu.linkage.command;

/** What was typed cannot be understood. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param text in Vietnamese and English */
    UsageException(String text) {
        super(text);
    }
}
