package vn.dancu.paper;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One side of a form.
 *
 * @param number from 1
 * @param width in millimetres
 * @param height in millimetres
 * @param marks null on a page that we did not print
 * @param drawings in the order in which they are drawn
 * @param fields in the order in which they are filled in; no two boxes of a page overlap
 */
public record FormPage(
        int number, double width, double height, @Nullable Marks marks, List<Drawing> drawings, List<Field> fields) {
    public static final double A4_WIDTH = 210;
    public static final double A4_HEIGHT = 297;

    public FormPage {
        drawings = List.copyOf(drawings);
        fields = List.copyOf(fields);
        if (number < 1 || !(width > 0 && height > 0)) {
            throw new IllegalArgumentException("no page: " + number + ", " + width + " × " + height);
        }
        Box sheet = new Box(0, 0, width, height);
        Set<String> names = new HashSet<>();
        for (Field field : fields) {
            if (!names.add(field.name())) {
                throw new IllegalArgumentException("two fields are called " + field.name());
            }
            if (!sheet.contains(field.area())) {
                throw new IllegalArgumentException(field.name() + " does not lie on the page");
            }
        }
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }
}
