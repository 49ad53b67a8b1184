package vn.dancu.journey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an officer said about a form.
 *
 * @param version of the form that she had before her
 * @param replyTo the comment that this one answers; null when it begins
 */
public record Comment(
        long id, int version, @Nullable Long replyTo, String author, String role, Instant at, String text) {
    /** What is said may name a person: it stays out of logs. */
    @Override
    public String toString() {
        return "Comment[" + id + ", " + author + ", " + at + "]";
    }
}
