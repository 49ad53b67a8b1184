package vn.dancu.bench.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.linkage.Model;
import vn.dancu.linkage.model.ModelFile;

/** The peers and the engine do one and the same task. */
class PeersTest {

    private static final int PEOPLE = 6_000;
    private static final double LEAST = ModelWeights.log2(9);
    private static final Path MODEL = Path.of("models/speed.yaml");

    @TempDir
    Path folder;

    @Test
    void allWaysInSqlWriteTheSamePairsAndWeights() throws Exception {
        RegisterFiles files = files();

        ScoredPairs first = sql(files, "splink.sql", PeerScript.Digits.LEVENSHTEIN);
        ScoredPairs second = sql(files, "splink.sql", PeerScript.Digits.DAMERAU);
        ScoredPairs keyed = sql(files, "keyed.sql", PeerScript.Digits.HAMMING);
        ScoredPairs tuned = sql(files, "tuned.sql", PeerScript.Digits.HAMMING);

        assertThat(first.size()).isGreaterThan(PEOPLE * 8 / 10);
        assertThat(second.from(first)).matches(ScoredPairs.Difference::none);
        assertThat(keyed.from(first)).matches(ScoredPairs.Difference::none);
        assertThat(tuned.from(first)).matches(ScoredPairs.Difference::none);
    }

    @Test
    void theEngineWritesTheSamePairsAndWeightsAsSql() throws Exception {
        RegisterFiles files = files();
        Path out = folder.resolve("engine.csv");

        EngineRun.main(new String[] {
            MODEL.toString(), files.left.toString(), files.right.toString(), out.toString(), ".9", "2", "1"
        });

        ScoredPairs sql = sql(files, "splink.sql", PeerScript.Digits.LEVENSHTEIN);
        assertThat(ScoredPairs.read(out).from(sql)).matches(ScoredPairs.Difference::none);
    }

    private RegisterFiles files() throws IOException {
        return RegisterFiles.in(folder, new RegisterFiles.Plan(PEOPLE, 5, RegisterFiles.Flavour.PERSONS, 1, true));
    }

    private ScoredPairs sql(RegisterFiles files, String script, PeerScript.Digits digits)
            throws IOException, SQLException {
        Path out = folder.resolve("peer.csv");
        Files.deleteIfExists(out);
        Model model = ModelFile.read(MODEL);
        Map<String, Double> weights = ModelWeights.of(model);
        String sql = PeerScript.of(script, digits, files.left, files.right, out, LEAST, .9, weights);
        try (Connection connection = SqlPeer.open(2, folder.toString())) {
            SqlPeer.run(connection, SqlPeer.statements(sql), false);
        }
        return ScoredPairs.read(out);
    }
}
