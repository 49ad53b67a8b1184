package vn.dancu.journey;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a queue is looked at.
 *
 * @param commune code; null for the whole area
 * @param group residential group within the commune; null for all
 * @param holder login of who answers for the form, {@link #MINE} for whoever looks; null for everybody
 * @param days at least so many counted days; 0 for any
 * @param words of a name, or a number; empty for any
 * @param archive what the archive said of the form, FOUND, NOT_FOUND or NOT_CONSULTED; null for any
 */
public record QueueFilter(
        @Nullable String commune,
        @Nullable String group,
        @Nullable String holder,
        int days,
        String words,
        @Nullable String archive) {
    /** States of the archive that may be asked for. */
    public static final List<String> ARCHIVE_STATES = List.of("FOUND", "NOT_FOUND", "NOT_CONSULTED");

    public static final QueueFilter NONE = new QueueFilter(null, null, null, 0, "", null);
    public static final String MINE = "@me";
    public static final int LONGEST_WORDS = 100;

    public QueueFilter {
        commune = blankIsNull(commune);
        group = blankIsNull(group);
        holder = blankIsNull(holder);
        days = Math.max(0, Math.min(days, 3_650));
        words = words.replace("\0", "").strip();
        words = words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS);
        archive = archive != null && ARCHIVE_STATES.contains(archive) ? archive : null;
    }

    private static @Nullable String blankIsNull(@Nullable String text) {
        return text == null || text.isBlank() || text.indexOf(0) >= 0 ? null : text;
    }

    public static QueueFilter ofCommune(@Nullable String commune) {
        return new QueueFilter(commune, null, null, 0, "", null);
    }

    /** Whether the kept counts answer how many there are. */
    public boolean isCounted() {
        return days == 0 && words.isEmpty() && archive == null;
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /** Words may be a citizen's name. */
    @Override
    public String toString() {
        return "QueueFilter[" + commune + ", " + group + ", " + holder + ", " + days + ", " + archive + "]";
    }
}
