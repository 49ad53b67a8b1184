package vn.dancu.reference;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.reference.db.BoundaryStore;

/** The outlines of units as imported from GeoJSON; none are built in. Taken in by {@link BoundaryImport}. */
@Service
public class Boundaries {
    private final BoundaryStore store;

    Boundaries(BoundaryStore store) {
        this.store = store;
    }

    /**
     * The outline of a commune in degrees (WGS 84).
     *
     * @param rings closed lines of (longitude, latitude); holes among them, drawn by the even-odd rule
     * @param x longitude of its middle
     * @param y latitude of its middle
     */
    public record Outline(
            String code,
            List<List<double[]>> rings,
            double west,
            double south,
            double east,
            double north,
            double x,
            double y) {}

    @Transactional(readOnly = true)
    public List<Outline> current() {
        return store.all();
    }
}
