package vn.dancu.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.dancu.linkage.BlockingRule;
import vn.dancu.linkage.Column;
import vn.dancu.linkage.Comparison;
import vn.dancu.linkage.Measure;
import vn.dancu.linkage.Model;

/** The schema that editors use says what the reader does. */
class ModelSchemaTest {

    private final JsonNode json = JsonMapper.shared().readTree(ModelFileTest.resource("model.schema.json"));
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(json);

    ModelSchemaTest() throws IOException {}

    private List<Error> errors(String yaml) {
        return schema.validate(yaml, InputFormat.YAML);
    }

    private List<String> keys(String pointer) {
        return new ArrayList<>(json.at(pointer + "/properties").propertyNames());
    }

    private List<String> words(String pointer) {
        List<String> words = new ArrayList<>();
        json.at(pointer + "/enum").forEach(word -> words.add(word.asString()));
        return words;
    }

    @Test
    void everyKeyOfTheReaderIsInTheSchema() {
        assertThat(keys("")).containsExactlyElementsOf(ModelReader.KEYS);
        assertThat(keys("/properties/columns/additionalProperties/anyOf/1"))
                .containsExactlyElementsOf(ColumnReader.KEYS);
        assertThat(keys("/properties/comparisons/items/anyOf/1")).containsExactlyElementsOf(ComparisonReader.KEYS);
        assertThat(keys("/$defs/level/anyOf/3")).containsExactlyElementsOf(LevelReader.KEYS);
        assertThat(keys("/properties/blocking/items/anyOf/1")).containsExactlyElementsOf(RuleReader.KEYS);
    }

    @Test
    void everyKindMeasureAndAspectIsInTheSchema() {
        assertThat(words("/$defs/kind"))
                .containsExactlyElementsOf(Arrays.stream(Column.Kind.values())
                        .map(Column.Kind::written)
                        .toList());
        assertThat(words("/$defs/compare"))
                .containsExactlyElementsOf(Arrays.stream(Comparison.Kind.values())
                        .map(Comparison.Kind::written)
                        .toList());
        String test = json.at("/$defs/test/pattern").asString();
        String measures = Arrays.stream(Measure.values())
                .map(Measure::written)
                .reduce((a, b) -> a + "|" + b)
                .orElseThrow();
        assertThat(test).startsWith("^(" + measures + ")");
        String parts = json.at("/$defs/parts/pattern").asString();
        String aspects = Arrays.stream(BlockingRule.Aspect.values())
                .map(aspect -> switch (aspect) {
                    case FIRST, LAST, ROUND -> aspect.written() + "-[0-9.]+";
                    default -> aspect.written();
                })
                .reduce((a, b) -> a + "|" + b)
                .orElseThrow();
        assertThat(parts.split(java.util.regex.Pattern.quote("(" + aspects + ")"), -1))
                .hasSize(3);
    }

    @Test
    void theSchemaAcceptsWhatTheReaderAccepts() throws IOException {
        assertThat(errors(ModelFileTest.WHOLE)).isEmpty();
        assertThat(errors(ModelFileTest.resource("person-vi.yaml"))).isEmpty();
        assertThat(errors(ModelFile.write(Model.personVi()))).isEmpty();
    }

    @Test
    void theSchemaRefusesUnknownWords() {
        String rest = "comparisons: [a]\nblocking: [a]\n";
        assertThat(errors("columns: {a: text}\n" + rest)).isEmpty();
        assertThat(errors("columns: {a: txt}\n" + rest)).isNotEmpty();
        assertThat(errors("columns: {a: text}\n" + rest + "one-to-on: true")).isNotEmpty();
        assertThat(errors("columns: {a: text}\ncomparisons: [a]\nblocking: ['a:sondex']"))
                .isNotEmpty();
        assertThat(
                        errors(
                                "columns: {a: text}\ncomparisons: [{column: a, levels: [{when: jaro-winkel 1}]}]\nblocking: [a]"))
                .isNotEmpty();
    }
}
