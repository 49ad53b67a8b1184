package vn.dancu.scanning;

import vn.dancu.paper.read.FieldReading;

/**
 * What the program read in one field of a scanned page.
 *
 * @param field its name in the layout of the page's version
 * @param value as import files have it; an underscore for a digit that cannot be read; empty when nothing stands there or
 *     nothing is guessed
 * @param confidence that it is right, 0 to 1
 * @param accepted whether it may stand without a person having looked
 */
public record ReadField(String field, String value, double confidence, boolean accepted, FieldReading.Note note) {
    static ReadField of(FieldReading reading) {
        return new ReadField(
                reading.field(), reading.value(), reading.confidence(), reading.accepted(), reading.note());
    }

    /** Without the value: it is somebody's. */
    @Override
    public String toString() {
        return "ReadField[" + field + ", " + confidence + ", " + accepted + ", " + note + "]";
    }
}
