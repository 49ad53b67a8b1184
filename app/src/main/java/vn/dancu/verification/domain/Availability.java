package vn.dancu.verification.domain;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.dancu.verification.Holidays;
import vn.dancu.verification.domain.planning.Shift;

/**
 * When somebody is at home, read from what was written on the form: hours ({@code sau 19h}), weekends, or never. What cannot be
 * read bars nothing: the team finds out at the door.
 *
 * @param earliest minutes after midnight
 * @param latest minutes after midnight
 * @param isSaid whether the form says anything at all
 */
public record Availability(
        int earliest, int latest, boolean weekendsOnly, boolean eveningsOnly, boolean isAway, boolean isSaid) {
    public static final Availability UNSAID = new Availability(0, 24 * 60, false, false, false, false);

    private static final Pattern AFTER = Pattern.compile("(?:sau|tu) (\\d{1,2})(?:h|g| gio|:)(\\d{2})?");
    private static final Pattern BEFORE = Pattern.compile("(?:truoc|den) (\\d{1,2})(?:h|g| gio|:)(\\d{2})?");

    /** What all of a home say together. */
    public static Availability read(Collection<String> written) {
        String text = written.stream()
                .filter(one -> !one.isBlank())
                .map(Availability::plain)
                .collect(Collectors.joining("; "));
        if (text.isEmpty()) {
            return UNSAID;
        }
        int earliest = 0;
        Matcher after = AFTER.matcher(text);
        while (after.find()) {
            earliest = Math.max(earliest, minute(after));
        }
        int latest = 24 * 60;
        Matcher before = BEFORE.matcher(text);
        while (before.find()) {
            latest = Math.min(latest, minute(before));
        }
        return new Availability(
                earliest,
                latest,
                text.contains("cuoi tuan") || text.contains("thu bay") || text.contains("chu nhat"),
                text.contains("buoi toi") || text.contains("ban dem"),
                text.contains("di vang")
                        || text.contains("vang nha")
                        || text.contains("lam an xa")
                        || text.contains("khong co nha"),
                true);
    }

    private static int minute(Matcher found) {
        int minutes = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
        return Math.min(24 * 60, Integer.parseInt(found.group(1)) * 60 + minutes);
    }

    private static String plain(String written) {
        return Normalizer.normalize(written.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replaceAll("\\s+", " ");
    }

    /** Whether anybody could be met in that shift. */
    public boolean suits(Shift shift, Holidays holidays) {
        LocalDate day = shift.date();
        if (isAway || (weekendsOnly && !holidays.isRest(day)) || (eveningsOnly && shift.to() <= 18 * 60)) {
            return false;
        }
        return earliest < shift.to() && latest > shift.from();
    }
}
