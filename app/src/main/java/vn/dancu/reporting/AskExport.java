package vn.dancu.reporting;

import java.util.List;
import vn.dancu.intake.FormField;

/**
 * What somebody asks to take out.
 *
 * @param measure which forms
 * @param commune empty for all of the area
 * @param group empty for all of the commune
 * @param sensitiveReason why ethnicity, religion or blood group is needed; empty where none is asked for
 * @param purpose in words; empty refuses
 * @param format {@code csv} or {@code xlsx}
 */
public record AskExport(
        Measure measure,
        String commune,
        String group,
        List<FormField> fields,
        String sensitiveReason,
        String purpose,
        String format) {
    public AskExport {
        fields = List.copyOf(fields);
    }
}
