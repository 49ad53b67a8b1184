package vn.dancu.job;

/** What a job does, by the word that stands in the database; its text is {@code job.kind.<code>}. */
public record JobKind(String code) {
    public JobKind {
        if (!code.matches("[a-z0-9][a-z0-9-]{0,40}")) {
            throw new IllegalArgumentException("the kind of a job is a short word: " + code);
        }
    }
}
