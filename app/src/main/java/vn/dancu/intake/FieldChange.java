package vn.dancu.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One item that a version says differently from the one before it; null is a blank item. */
public record FieldChange(
        FormField field, @Nullable String before, @Nullable String after) {
    /** In the order of the paper. */
    public static List<FieldChange> between(CollectionForm before, CollectionForm after) {
        List<FieldChange> changes = new ArrayList<>();
        for (FormField field : FormField.values()) {
            if (!Objects.equals(before.written(field), after.written(field))) {
                changes.add(new FieldChange(field, before.written(field), after.written(field)));
            }
        }
        return changes;
    }

    /** The item only: what it says stays out of logs. */
    @Override
    public String toString() {
        return "FieldChange[" + field + "]";
    }
}
