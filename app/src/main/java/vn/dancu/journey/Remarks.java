package vn.dancu.journey;

import java.util.Map;
import vn.dancu.shared.FormId;

/**
 * What is wrong with one form, for the collector who gets it back.
 *
 * @param remarks per field, by column name; the empty name is the form as a whole
 */
public record Remarks(FormId form, Map<String, String> remarks) {
    public Remarks {
        if (remarks.isEmpty()) {
            throw new IllegalArgumentException("a form is returned with a remark");
        }
        remarks = Map.copyOf(remarks);
    }
}
