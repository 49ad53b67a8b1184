package vn.dancu.paper.read;

/**
 * What stands in one field.
 *
 * @param field its name
 * @param value as import files have it; empty when nothing stands there or nothing is guessed; an underscore for a digit that
 *     cannot be read
 * @param confidence that the value is right, 0 to 1
 * @param accepted whether it may stand without a person having looked
 * @param note why it may not
 */
public record FieldReading(String field, String value, double confidence, boolean accepted, Note note) {
    /** Why a person must look. */
    public enum Note {
        NONE,
        /** Handwriting is keyed, not guessed. */
        HANDWRITTEN,
        UNSURE,
        /** A digit struck out, joined to its neighbour or outside its box, or a gap among the digits. */
        UNCLEAN,
        /** No such date, no such place, or other than the rest of the form says. */
        CONTRADICTS,
        /** Two boxes marked where one may be. */
        SEVERAL_MARKED,
        /** The reader of printed text is not installed. */
        NO_READER
    }

    /** Without the value: it is somebody's. */
    @Override
    public String toString() {
        return "FieldReading[" + field + ", " + confidence + ", " + accepted + ", " + note + "]";
    }
}
