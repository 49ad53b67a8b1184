package vn.dancu.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dancu.linkage.BlockingRule;
import vn.dancu.linkage.Column;
import vn.dancu.linkage.Comparison;
import vn.dancu.linkage.Level;
import vn.dancu.linkage.Measure;
import vn.dancu.linkage.Model;

class ModelWriterTest {

    private static final String[] WORDS = {
        "surname",
        "Họ và tên",
        "true",
        "9",
        "năm sinh",
        "a#b",
        "x, y",
        "\"quoted\"",
        "it's",
        "null",
        "- dash",
        "{b}",
        "Đ",
        "yes",
        "1e5",
        "tab\there",
        "%",
        "@home",
        "~"
    };

    @Test
    void theBuiltInModelComesBackEqual() {
        String yaml = ModelFile.write(Model.personVi());

        assertThat(ModelFile.parse(yaml, "x")).isEqualTo(Model.personVi());
    }

    @Test
    void whatIsUsualIsWrittenShort() {
        Model model = ModelFile.parse("""
                columns: {full_name: person-name, born: {kind: date, header: date_of_birth}, title: free-text}
                comparisons: [full_name, born, {column: title, levels: [exact, cosine 0.5]}]
                blocking: [born, {rule: title:two-words + born:year, then: full_name:surname}]
                """, "short.yaml");

        assertThat(ModelFile.write(model)).isEqualTo("""
                        model: short
                        id: id
                        columns:
                          full_name: person-name
                          born: {kind: date, header: date_of_birth}
                          title: free-text
                        comparisons:
                          - full_name
                          - born
                          - column: title
                            levels:
                              - exact
                              - cosine 0.5
                              - else
                        blocking:
                          - born
                          - {rule: title:two-words + born:year, then: full_name:surname}
                        """);
    }

    @Test
    void everyModelComesBackEqual() {
        for (long seed = 1; seed <= 500; seed++) {
            Model model = new RandomModel(seed).model();
            String yaml = ModelFile.write(model);

            assertThat(ModelFile.parse(yaml, "x.yaml"))
                    .as("seed " + seed + "\n" + yaml)
                    .isEqualTo(model);
        }
    }

    /** Any model that a file may describe. */
    private static final class RandomModel {

        private final Random random;
        private final List<Column> columns = new ArrayList<>();
        private boolean trained;

        RandomModel(long seed) {
            random = new Random(seed);
        }

        Model model() {
            trained = random.nextInt(4) > 0;
            Set<String> names = new HashSet<>();
            for (int i = 1 + random.nextInt(8); i > 0; i--) {
                String name = word().replaceAll("[:+|]", "_");
                if (names.add(name)) {
                    Column.Kind kind = Column.Kind.values()[random.nextInt(Column.Kind.values().length)];
                    columns.add(new Column(name, kind, headers(name), headers(name), format(kind)));
                }
            }
            return new Model(word(), columns, comparisons(), rules(), settings());
        }

        private String word() {
            return WORDS[random.nextInt(WORDS.length)] + (random.nextBoolean() ? "" : random.nextInt(9));
        }

        private List<String> headers(String name) {
            return switch (random.nextInt(3)) {
                case 0 -> List.of(name);
                case 1 -> List.of(word());
                default -> List.of(word(), word());
            };
        }

        private @Nullable String format(Column.Kind kind) {
            List<String> formats = new ArrayList<>(ColumnReader.formats(kind));
            if (kind == Column.Kind.NUMBER || kind == Column.Kind.NUMBERS) {
                formats.add("12");
            }
            return formats.isEmpty() || random.nextBoolean() ? null : formats.get(random.nextInt(formats.size()));
        }

        private List<Comparison> comparisons() {
            List<Comparison> comparisons = new ArrayList<>();
            for (Column column : columns) {
                boolean usual = trained && random.nextBoolean() && column.kind() != Column.Kind.HOUSEHOLD;
                if (usual) {
                    comparisons.addAll(UsualLevels.of(column, ComparisonReader.oneWord(column.name())));
                } else {
                    comparisons.add(free(column));
                }
            }
            List<Comparison> few = new ArrayList<>();
            Set<String> names = new HashSet<>();
            for (Comparison comparison : comparisons) {
                if (few.size() < Model.MOST_COMPARISONS && names.add(comparison.name())) {
                    few.add(comparison);
                }
            }
            return few;
        }

        private Comparison free(Column column) {
            List<List<vn.dancu.linkage.Test>> tests = new ArrayList<>();
            for (Measure measure : Measure.values()) {
                if (measure.fits(column.kind()) && random.nextInt(3) == 0) {
                    tests.add(List.of(test(measure)));
                }
            }
            if (tests.isEmpty()) {
                tests.add(List.of(vn.dancu.linkage.Test.of(Measure.EXACT)));
            }
            if (tests.size() > 2 && random.nextBoolean()) {
                tests.set(0, List.of(tests.get(0).get(0), tests.remove(1).get(0)));
            }
            tests = tests.subList(0, Math.min(tests.size(), Comparison.MOST_LEVELS - 1));
            List<Level> levels = new ArrayList<>();
            double share = 1.0 / (tests.size() + 1);
            for (int v = 0; v < tests.size(); v++) {
                String name = random.nextBoolean() ? LevelReader.joined(tests.get(v)) : "level " + v;
                levels.add(new Level(
                        name,
                        tests.get(v),
                        share,
                        share,
                        random.nextDouble() * .9 + .05,
                        weight(-9, 0),
                        weight(0, 20)));
            }
            levels.add(new Level("the rest", share, share, .5, -random.nextInt(9), 0));
            String name = random.nextBoolean() ? ComparisonReader.oneWord(column.name()) : "c" + random.nextInt(1000);
            return new Comparison(name, Comparison.Kind.LEVELS, List.of(column.name()), levels, random.nextBoolean());
        }

        private double weight(int from, int to) {
            double weight = from + random.nextDouble() * (to - from);
            return random.nextBoolean() ? weight : Math.rint(weight);
        }

        private String swapped() {
            List<Column> texts = columns.stream()
                    .filter(column -> Measure.SWAPPED.fits(column.kind()))
                    .toList();
            return texts.get(random.nextInt(texts.size())).name();
        }

        private vn.dancu.linkage.Test test(Measure measure) {
            return switch (measure.bound()) {
                case NONE -> vn.dancu.linkage.Test.of(measure);
                case COLUMN -> new vn.dancu.linkage.Test(measure, 0, swapped());
                case MOST -> vn.dancu.linkage.Test.of(measure, 1 + random.nextInt(5));
                case LEAST ->
                    measure == Measure.PREFIX || measure == Measure.COMMON
                            ? vn.dancu.linkage.Test.of(measure, 1 + random.nextInt(5))
                            : vn.dancu.linkage.Test.of(measure, (1 + random.nextInt(99)) / 100.0);
            };
        }

        private List<BlockingRule> rules() {
            List<BlockingRule> rules = new ArrayList<>();
            Set<String> names = new HashSet<>();
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                List<BlockingRule.Part> parts = parts(1 + random.nextInt(3));
                List<BlockingRule.Part> then = parts(random.nextInt(3));
                String name = random.nextBoolean() ? ModelWriter.parts(parts) : "rule " + i;
                if (names.add(name)) {
                    rules.add(new BlockingRule(name, parts, then, random.nextBoolean()));
                }
            }
            return rules;
        }

        private List<BlockingRule.Part> parts(int count) {
            List<BlockingRule.Part> parts = new ArrayList<>();
            while (parts.size() < count) {
                Column column = columns.get(random.nextInt(columns.size()));
                BlockingRule.Aspect aspect =
                        BlockingRule.Aspect.values()[random.nextInt(BlockingRule.Aspect.values().length)];
                boolean argued = switch (aspect) {
                    case FIRST, LAST, ROUND -> true;
                    default -> false;
                };
                if (aspect.fits(column.kind())) {
                    parts.add(new BlockingRule.Part(
                            List.of(column.name()),
                            aspect,
                            !argued
                                    ? 0
                                    : aspect == BlockingRule.Aspect.ROUND
                                            ? .5 + random.nextInt(9) * .5
                                            : 1 + random.nextInt(6)));
                }
            }
            return parts;
        }

        private Model.Settings settings() {
            return new Model.Settings(
                    word(),
                    random.nextBoolean(),
                    random.nextBoolean() ? null : Double.valueOf((1 + random.nextInt(100)) / 100.0),
                    2 + random.nextInt(60),
                    random.nextBoolean() ? List.of() : List.of(columns.get(0).name()),
                    trained,
                    random.nextBoolean() ? 30 : 1 + random.nextInt(500));
        }
    }
}
