package vn.dancu.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * A place to write on a page.
 *
 * @param name the column of the import file of forms: full_name, birth_date …
 * @param kind how it is filled in and read
 * @param caption what is printed above it; empty when texts of the page name it
 * @param boxes of a text field its lines, top first; of a comb one box per digit, left first; of a check field those of its
 *     choices, in their order
 * @param groups of a comb the sizes of its groups, such as 2, 2, 4 for a date; empty otherwise
 * @param choices of a check field; empty otherwise
 * @param isMany whether several choices may be marked
 */
public record Field(
        String name,
        FieldKind kind,
        String caption,
        List<Box> boxes,
        List<Integer> groups,
        List<Choice> choices,
        boolean isMany) {
    public Field {
        boxes = List.copyOf(boxes);
        groups = List.copyOf(groups);
        choices = List.copyOf(choices);
        if (!name.matches("[a-z][a-z0-9_]{0,49}")) {
            throw new IllegalArgumentException("a field is named as a column is: " + name);
        }
        if (boxes.isEmpty()) {
            throw new IllegalArgumentException(name + ": a field without a box");
        }
        if ((kind == FieldKind.CHECK) == choices.isEmpty()) {
            throw new IllegalArgumentException(name + ": choices belong to check fields, and those need them");
        }
        if (kind.isComb() && groups.stream().mapToInt(Integer::intValue).sum() != boxes.size()) {
            throw new IllegalArgumentException(name + ": the groups do not add up to the boxes");
        }
        if (!kind.isComb() && !groups.isEmpty()) {
            throw new IllegalArgumentException(name + ": only combs have groups");
        }
    }

    /** One line or more to write on. */
    public static Field text(String name, FieldKind kind, String caption, List<Box> lines) {
        return new Field(name, kind, caption, lines, List.of(), List.of(), false);
    }

    /**
     * Boxes of one digit each.
     *
     * @param around all of them, with the gaps between the groups
     * @param gap between two groups, in millimetres
     */
    public static Field comb(
            String name, FieldKind kind, String caption, Box around, List<Integer> groups, double gap) {
        int digits = groups.stream().mapToInt(Integer::intValue).sum();
        double width = (around.width() - gap * (groups.size() - 1)) / digits;
        List<Box> boxes = new ArrayList<>();
        double x = around.x();
        for (int size : groups) {
            for (int i = 0; i < size; i++) {
                boxes.add(new Box(x, around.y(), width, around.height()));
                x += width;
            }
            x += gap;
        }
        return new Field(name, kind, caption, boxes, groups, List.of(), false);
    }

    public static Field check(String name, String caption, List<Choice> choices, boolean isMany) {
        return new Field(
                name,
                FieldKind.CHECK,
                caption,
                choices.stream().map(Choice::box).toList(),
                List.of(),
                choices,
                isMany);
    }

    /** The smallest rectangle around all its boxes. */
    public Box area() {
        return boxes.stream().reduce(Box::joined).orElseThrow();
    }
}
