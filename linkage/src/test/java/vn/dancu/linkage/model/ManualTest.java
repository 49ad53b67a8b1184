package vn.dancu.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.dancu.linkage.BlockingRule;
import vn.dancu.linkage.Column;
import vn.dancu.linkage.Comparison;
import vn.dancu.linkage.Measure;

/** The manual {@code docs/linkage-model.md} says what the reader does. */
class ManualTest {

    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    private final String manual = Files.readString(Path.of("../docs/linkage-model.md"));

    ManualTest() throws IOException {}

    @Test
    void everyExampleIsReadAndAcceptedByTheSchema() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(ModelFileTest.resource("model.schema.json"));
        List<String> examples = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(manual);
        while (matcher.find()) {
            examples.add(matcher.group(1));
        }

        assertThat(examples).hasSizeGreaterThan(8);
        for (String example : examples) {
            assertThatCode(() -> ModelFile.parse(example, "manual.yaml"))
                    .as(example)
                    .doesNotThrowAnyException();
            assertThat(schema.validate(example, InputFormat.YAML)).as(example).isEmpty();
        }
    }

    @Test
    void everyKeyKindMeasureAndAspectIsExplained() {
        List<String> words = new ArrayList<>();
        words.addAll(ModelReader.KEYS);
        words.addAll(ComparisonReader.KEYS.subList(3, ComparisonReader.KEYS.size()));
        words.addAll(LevelReader.KEYS);
        for (Column.Kind kind : Column.Kind.values()) {
            words.add(kind.written());
        }
        for (Comparison.Kind kind : Comparison.Kind.values()) {
            words.add(kind.written());
        }
        for (Measure measure : Measure.values()) {
            words.add(measure.written());
        }

        assertThat(words).allSatisfy(word -> assertThat(manual).containsPattern("`" + word + "[ `:]"));
        for (BlockingRule.Aspect aspect : BlockingRule.Aspect.values()) {
            assertThat(manual).contains("`:" + aspect.written());
        }
    }

    @Test
    void theUsualLevelsAreThoseOfTheCode() {
        for (Column.Kind kind : Column.Kind.values()) {
            List<vn.dancu.linkage.Test> tests = UsualLevels.tests(kind);
            if (!tests.isEmpty()) {
                String listed = tests.stream()
                        .map(Object::toString)
                        .reduce((a, b) -> a + ", " + b)
                        .orElseThrow();
                assertThat(manual).contains("| `" + kind.written() + "` | " + listed + ", else |");
            }
        }
    }
}
