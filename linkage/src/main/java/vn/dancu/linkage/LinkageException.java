package vn.dancu.linkage;

/** What a user can put right: a file that cannot be read, a model that does not fit, a rule that gives too many pairs. */
public final class LinkageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String vietnamese;
    private final String english;

    /** Both say what, where and what to do. */
    public LinkageException(String vietnamese, String english) {
        super(english);
        this.vietnamese = vietnamese;
        this.english = english;
    }

    public LinkageException(String vietnamese, String english, Throwable cause) {
        super(english, cause);
        this.vietnamese = vietnamese;
        this.english = english;
    }

    public String vietnamese() {
        return vietnamese;
    }

    public String english() {
        return english;
    }
}
