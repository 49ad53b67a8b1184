package vn.dancu.paper.read;

import java.util.ArrayList;
import java.util.List;
import vn.dancu.paper.Choice;
import vn.dancu.paper.Field;
import vn.dancu.paper.read.FieldReading.Note;

/** What the boxes of a check field say together. A scribbled box counts as marked only when no other is. */
final class CheckField {
    private static final double ACCEPTED = 0.75;

    private CheckField() {}

    static FieldReading read(Grey scan, Homography where, Field field, int black) {
        List<CheckMark> marks = new ArrayList<>();
        for (Choice choice : field.choices()) {
            marks.add(CheckMark.of(scan, where, choice.box(), black));
        }
        return together(field, marks);
    }

    static FieldReading together(Field field, List<CheckMark> marks) {
        List<String> marked = new ArrayList<>();
        List<String> scribbled = new ArrayList<>();
        double confidence = 1;
        for (int i = 0; i < marks.size(); i++) {
            CheckMark mark = marks.get(i);
            confidence = Math.min(confidence, mark.confidence());
            if (mark.state() == CheckMark.State.MARKED) {
                marked.add(field.choices().get(i).code());
            } else if (mark.state() == CheckMark.State.SCRIBBLED) {
                scribbled.add(field.choices().get(i).code());
            }
        }
        if (marked.size() > 1 && !field.isMany()) {
            return new FieldReading(field.name(), String.join("|", marked), 0.3, false, Note.SEVERAL_MARKED);
        }
        if (marked.isEmpty() && !scribbled.isEmpty()) {
            // Marked with zeal, or taken back: one box alone cannot tell.
            String value = scribbled.size() == 1 ? scribbled.get(0) : "";
            return new FieldReading(field.name(), value, 0.4, false, Note.UNSURE);
        }
        boolean accepted = confidence >= ACCEPTED;
        return new FieldReading(
                field.name(), String.join("|", marked), confidence, accepted, accepted ? Note.NONE : Note.UNSURE);
    }
}
