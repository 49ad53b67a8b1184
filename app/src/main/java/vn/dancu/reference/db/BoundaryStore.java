package vn.dancu.reference.db;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.reference.Boundaries;

/** Outlines in PostgreSQL: the numbers of a ring in one array, the lengths of rings beside it. */
@Repository
public class BoundaryStore {
    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    BoundaryStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    public void save(List<Boundaries.Outline> outlines, String login, Instant at) {
        template.batchUpdate(
                """
                insert into reference.boundary
                    (commune_code, ring_lengths, coordinates, west, south, east, north, x, y, imported_by, imported_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (commune_code) do update set
                    ring_lengths = excluded.ring_lengths, coordinates = excluded.coordinates,
                    west = excluded.west, south = excluded.south, east = excluded.east, north = excluded.north,
                    x = excluded.x, y = excluded.y,
                    imported_by = excluded.imported_by, imported_at = excluded.imported_at
                """,
                outlines.stream()
                        .map(outline -> new Object[] {
                            outline.code(),
                            outline.rings().stream()
                                    .mapToInt(List::size)
                                    .boxed()
                                    .toArray(Integer[]::new),
                            outline.rings().stream()
                                    .flatMap(List::stream)
                                    .flatMap(point -> List.of(point[0], point[1]).stream())
                                    .toArray(Double[]::new),
                            outline.west(),
                            outline.south(),
                            outline.east(),
                            outline.north(),
                            outline.x(),
                            outline.y(),
                            login,
                            Timestamp.from(at)
                        })
                        .toList());
    }

    public List<Boundaries.Outline> all() {
        return jdbc.sql("""
                        select commune_code, ring_lengths, coordinates, west, south, east, north, x, y
                        from reference.boundary order by commune_code
                        """)
                .query((row, number) -> new Boundaries.Outline(
                        row.getString(1),
                        rings((Integer[]) row.getArray(2).getArray(), (Double[])
                                row.getArray(3).getArray()),
                        row.getDouble(4),
                        row.getDouble(5),
                        row.getDouble(6),
                        row.getDouble(7),
                        row.getDouble(8),
                        row.getDouble(9)))
                .list();
    }

    private static List<List<double[]>> rings(Integer[] lengths, Double[] numbers) {
        List<List<double[]>> rings = new ArrayList<>();
        int at = 0;
        for (int length : lengths) {
            List<double[]> ring = new ArrayList<>(length);
            for (int i = 0; i < length; i++) {
                ring.add(new double[] {numbers[at], numbers[at + 1]});
                at += 2;
            }
            rings.add(ring);
        }
        return rings;
    }
}
