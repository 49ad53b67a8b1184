package vn.dancu.web;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;

/**
 * A paper as the browser sends it: items by column name, and which of them were copied and not typed.
 *
 * @param copied items that stand as they were copied down, or taken from the book
 */
record TypedPaper(CollectionForm form, Set<FormField> copied) {
    private static final Pattern LAST_DIGITS = Pattern.compile("(\\d+)(\\D*)$");
    private static final int LONGEST_COUNTED = 18;

    static TypedPaper of(Map<String, String> sent) {
        @Nullable String[] items = new String[FormField.values().length];
        for (FormField field : FormField.values()) {
            String value = sent.get(field.column());
            items[field.ordinal()] = value == null || value.isBlank() ? null : value.strip();
        }
        Set<FormField> copied = EnumSet.noneOf(FormField.class);
        for (String column : sent.getOrDefault("copied", "").split(",")) {
            FormField.byColumn(column)
                    .filter(field -> items[field.ordinal()] != null)
                    .ifPresent(copied::add);
        }
        return new TypedPaper(CollectionForm.of(items), copied);
    }

    static TypedPaper blank() {
        return of(Map.of());
    }

    /** What the next paper of the household begins with; the number on it is the next one, as papers lie in a pile. */
    static TypedPaper after(CollectionForm saved) {
        Map<FormField, String> items = new EnumMap<>(FormField.class);
        for (FormField field : EntryFields.COPIED_DOWN) {
            String value = saved.written(field);
            if (value != null) {
                items.put(field, value);
            }
        }
        String version = saved.written(FormField.FORM_VERSION);
        Set<FormField> copied = items.isEmpty() ? Set.of() : EnumSet.copyOf(items.keySet());
        if (version != null) {
            items.put(FormField.FORM_VERSION, version);
        }
        CollectionForm form = blank().form();
        for (Map.Entry<FormField, String> item : items.entrySet()) {
            form = form.with(item.getKey(), item.getValue());
        }
        return new TypedPaper(form.with(FormField.FORM_NO, next(saved.formNo())), copied);
    }

    /** {@code HG0001365} → {@code HG0001366}; nothing where there is nothing to count. */
    static @Nullable String next(String formNo) {
        Matcher digits = LAST_DIGITS.matcher(formNo);
        if (!digits.find() || digits.group(1).length() > LONGEST_COUNTED) {
            return null;
        }
        String counted = String.valueOf(Long.parseLong(digits.group(1)) + 1);
        String padded = "0".repeat(Math.max(0, digits.group(1).length() - counted.length())) + counted;
        return formNo.substring(0, digits.start(1)) + padded + digits.group(2);
    }
}
