package vn.dancu.paper.read;

import java.util.List;
import java.util.Optional;

/**
 * One page out of a picture.
 *
 * @param number of the form, of a cover sheet that of the batch; empty when it cannot be told
 * @param version of the form: DC01/41-2019; empty when it cannot be told
 * @param page of the form, 0 when it cannot be told
 * @param where how its millimetres lie in the picture; empty when that cannot be told
 * @param fields in the order of the page; empty unless the verdict is {@link Verdict#GOOD}, or
 *     {@link Verdict#NO_NUMBER} on a learned page
 */
public record ReadPage(
        Verdict verdict,
        String number,
        String version,
        int page,
        Optional<Homography> where,
        List<FieldReading> fields) {
    public ReadPage {
        fields = List.copyOf(fields);
    }

    static ReadPage of(Verdict verdict) {
        return new ReadPage(verdict, "", "", 0, Optional.empty(), List.of());
    }

    /** Without the number: it leads to a person. */
    @Override
    public String toString() {
        return "ReadPage[" + verdict + " " + version + " " + page + "]";
    }
}
