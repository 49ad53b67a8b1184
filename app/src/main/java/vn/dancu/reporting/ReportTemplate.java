package vn.dancu.reporting;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What stands around the figures of a report. Texts may hold {@code {unit}}, {@code {period}}, {@code {from}}, {@code {to}}
 * and {@code {KIND}} (the kind of the unit in capitals).
 *
 * @param recipients nơi nhận, one a line
 * @param authority whose signature it is, one line or more
 * @param deputy how a deputy signs: below KT. and the authority where it has one line, else all lines
 * @param reminder text of the letter to units that are late, a paragraph a line; of the city's template only
 * @param columns in the order of {@link Figure}
 * @param why it was changed; empty for the first
 */
public record ReportTemplate(
        long id,
        Level level,
        int version,
        String title,
        String subject,
        String opening,
        String closing,
        String recipients,
        String authority,
        String deputy,
        String reminder,
        List<Figure> columns,
        String why,
        String setBy,
        Instant setAt) {
    public ReportTemplate {
        columns = columns.stream().distinct().sorted().toList();
    }

    /** Who reports: a ward or commune on its groups, whoever stands above on its communes. */
    public enum Level {
        WARD,
        CITY
    }

    /** A text with its places filled in; an unknown one stays as written. */
    static String fill(String text, Map<String, String> details) {
        String filled = text;
        for (Map.Entry<String, String> detail : details.entrySet()) {
            filled = filled.replace("{" + detail.getKey() + "}", detail.getValue());
        }
        return filled;
    }
}
