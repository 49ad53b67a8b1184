package vn.dancu.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.TestDatabase;
import vn.dancu.reference.BoundaryImport.Result;
import vn.dancu.shared.Actor;
import vn.dancu.shared.Texts;

class BoundaryImportTest {
    private static final Actor ACTOR = Actor.commandLine("test");
    private static final String SQUARE = "[[[104,22],[106,22],[106,24],[104,24],[104,22]]]";

    private static TestDatabase database;
    private static BoundaryImport imports;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh().with();
        imports = database.get(BoundaryImport.class);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static String feature(String code, String type, String coordinates) {
        return "{\"type\":\"Feature\",\"properties\":{\"code\":" + code + "},\"geometry\":{\"type\":\"" + type
                + "\",\"coordinates\":" + coordinates + "}}";
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private Result of(String text) throws IOException {
        return imports.importGeoJson(Files.writeString(folder.resolve("a.geojson"), text), ACTOR);
    }

    @Test
    void anOutlineHasItsMiddleAndImportingItAgainChangesNothing() throws IOException {
        String file = collection(
                feature("\"00691\"", "Polygon", SQUARE),
                feature("\"00692\"", "MultiPolygon", "[" + SQUARE + ",[[[110,20],[111,20],[111,21],[110,20]]]]"));

        assertThat(of(file)).isEqualTo(new Result.Taken(2, 14));
        assertThat(of(file)).isEqualTo(new Result.Taken(2, 14));

        List<Boundaries.Outline> kept = database.get(Boundaries.class).current();
        assertThat(kept).extracting(Boundaries.Outline::code).containsExactly("00691", "00692");
        // The middle of the square from 104 to 106 east and 22 to 24 north; the small island does not move it.
        for (Boundaries.Outline outline : kept) {
            assertThat(outline.x()).isCloseTo(105, within(1e-9));
            assertThat(outline.y()).isCloseTo(23, within(1e-9));
        }
        assertThat(kept.get(1).rings()).hasSize(2);
    }

    @Test
    void aFaultyFileIsRefusedAsAWholeWithWhereAndWhy() throws IOException {
        int before = database.get(Boundaries.class).current().size();
        String good = feature("\"00700\"", "Polygon", SQUARE);
        Map<String, Result> expected = new TreeMap<>();
        expected.put("no json", new Result.Refused("no-json", 0));
        expected.put("[]", new Result.Refused("no-collection", 0));
        expected.put(good, new Result.Refused("no-collection", 0));
        expected.put(collection(), new Result.Refused("empty", 0));
        expected.put(collection(good, good), new Result.Refused("code-twice", 2));
        expected.put(collection(good, feature("691", "Polygon", SQUARE)), new Result.Refused("no-code", 2));
        expected.put(collection(good, feature("\"00691\"", "Point", "[104,22]")), new Result.Refused("no-polygon", 2));
        expected.put(
                collection(feature("\"00691\"", "Polygon", "[[[104,22],[106,22],[106,24],[104,24]]]")),
                new Result.Refused("ring-not-closed", 1));
        expected.put(
                collection(feature("\"00691\"", "Polygon", "[[[104,22],[106,22],[105,22],[104,22]]]")),
                new Result.Refused("ring-not-closed", 1));
        expected.put(
                collection(feature("\"00691\"", "Polygon", "[[[\"x\",22],[106,22],[106,24],[104,22]]]")),
                new Result.Refused("no-coordinates", 1));
        expected.put(
                collection(feature("\"00691\"", "Polygon", "[[[445000,2500000],[2,3],[3,4],[445000,2500000]]]")),
                new Result.Refused("not-degrees", 1));
        expected.put(
                "{\"crs\":{\"properties\":{\"name\":\"EPSG:3405\"}},"
                        + collection(good).substring(1),
                new Result.Refused("other-crs", 0));

        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Result> file : expected.entrySet()) {
            Result result = of(file.getKey());
            if (!result.equals(file.getValue())) {
                wrong.add(file.getKey() + ": " + result);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(database.get(Boundaries.class).current()).hasSize(before);
        expected.values()
                .forEach(result -> assertThat(
                                Texts.of(Texts.VIETNAMESE).find("boundary." + ((Result.Refused) result).why()))
                        .isPresent());
    }
}
