package vn.dancu.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.dancu.audit.AuditLog;
import vn.dancu.reference.db.BoundaryStore;
import vn.dancu.shared.Actor;

/**
 * Takes in outlines of communes from a GeoJSON file (RFC 7946): a FeatureCollection of Polygons and MultiPolygons, each
 * with its code in the property {@code code}, {@code commune_code}, {@code ma_xa} or {@code maXa}. A file with anything
 * wrong in it is refused as a whole, with where it is wrong; nothing is written then.
 */
@Service
public class BoundaryImport {
    private static final long LARGEST_FILE = 50L * 1024 * 1024;
    private static final int MOST_POINTS = 500_000;
    private static final List<String> CODE_PROPERTIES = List.of("code", "commune_code", "ma_xa", "maXa");

    private final BoundaryStore store;
    private final AuditLog audit;
    private final Clock clock;

    BoundaryImport(BoundaryStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** How it ended. */
    public sealed interface Result {
        record Taken(int units, int points) implements Result {}

        /**
         * @param why a word, text {@code boundary.<why>}
         * @param feature the number of the feature, from 1; 0 for the file as a whole
         */
        record Refused(String why, int feature) implements Result {}
    }

    private static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;
        private final String why;

        RefusedException(String why) {
            super(why);
            this.why = why;
        }
    }

    /** Outlines of the same commune are replaced; the others stay. */
    @Transactional
    public Result importGeoJson(Path file, Actor actor) {
        return importGeoJson(file, actor, false);
    }

    /** @param dryRun read and judge, write nothing */
    @Transactional
    public Result importGeoJson(Path file, Actor actor, boolean dryRun) {
        JsonNode root;
        try {
            if (Files.size(file) > LARGEST_FILE) {
                return new Result.Refused("too-large", 0);
            }
            root = JsonMapper.shared().readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            return new Result.Refused("not-readable", 0);
        } catch (JacksonException e) {
            return new Result.Refused("no-json", 0);
        }
        if (!root.path("type").asString("").equals("FeatureCollection")
                || !root.path("features").isArray()) {
            return new Result.Refused("no-collection", 0);
        }
        if (root.has("crs") && !root.path("crs").toString().matches(".*(CRS84|4326).*")) {
            return new Result.Refused("other-crs", 0);
        }
        Map<String, List<List<double[]>>> read = new LinkedHashMap<>();
        int points = 0;
        int number = 0;
        for (JsonNode feature : root.path("features")) {
            number++;
            try {
                String code = code(feature.path("properties"));
                List<List<double[]>> rings = rings(feature.path("geometry"));
                points += rings.stream().mapToInt(List::size).sum();
                if (points > MOST_POINTS) {
                    return new Result.Refused("too-many-points", number);
                }
                if (read.putIfAbsent(code, rings) != null) {
                    return new Result.Refused("code-twice", number);
                }
            } catch (RefusedException e) {
                return new Result.Refused(e.why, number);
            }
        }
        if (read.isEmpty()) {
            return new Result.Refused("empty", 0);
        }
        if (dryRun) {
            return new Result.Taken(read.size(), points);
        }
        List<Boundaries.Outline> outlines = new ArrayList<>();
        read.forEach((code, rings) -> outlines.add(Geometry.outline(code, rings)));
        store.save(outlines, actor.login(), clock.instant());
        audit.act(actor, "IMPORT_BOUNDARIES", "boundaries", String.valueOf(outlines.size()), "", Map.of());
        return new Result.Taken(outlines.size(), points);
    }

    private static String code(JsonNode properties) throws RefusedException {
        for (String name : CODE_PROPERTIES) {
            JsonNode value = properties.path(name);
            if (value.isString() && value.asString().matches("\\d{5}")) {
                return value.asString();
            }
        }
        throw new RefusedException("no-code");
    }

    private static List<List<double[]>> rings(JsonNode geometry) throws RefusedException {
        List<List<double[]>> rings = new ArrayList<>();
        switch (geometry.path("type").asString("")) {
            case "Polygon" -> polygon(geometry.path("coordinates"), rings);
            case "MultiPolygon" -> {
                for (JsonNode polygon : geometry.path("coordinates")) {
                    polygon(polygon, rings);
                }
            }
            default -> throw new RefusedException("no-polygon");
        }
        if (rings.isEmpty()) {
            throw new RefusedException("no-polygon");
        }
        return rings;
    }

    private static void polygon(JsonNode coordinates, List<List<double[]>> rings) throws RefusedException {
        for (JsonNode line : coordinates) {
            List<double[]> ring = new ArrayList<>();
            for (JsonNode position : line) {
                ring.add(point(position));
            }
            if (ring.size() < 4 || !same(ring.get(0), ring.get(ring.size() - 1)) || Geometry.area(ring) == 0) {
                throw new RefusedException("ring-not-closed");
            }
            rings.add(ring);
        }
    }

    private static double[] point(JsonNode position) throws RefusedException {
        @Nullable JsonNode x = position.get(0);
        @Nullable JsonNode y = position.get(1);
        if (x == null || y == null || !x.isNumber() || !y.isNumber()) {
            throw new RefusedException("no-coordinates");
        }
        double[] point = {x.asDouble(), y.asDouble()};
        if (!(Math.abs(point[0]) <= 180 && Math.abs(point[1]) <= 90)) {
            throw new RefusedException("not-degrees");
        }
        return point;
    }

    private static boolean same(double[] one, double[] other) {
        return one[0] == other[0] && one[1] == other[1];
    }
}
