package vn.dancu.linkage.model;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** YAML text as nodes that know their line and column; what is not YAML is told by its place. */
final class YamlText {

    /** A model nests five deep; whoever nests deeper means no good or mistook the file. */
    private static final int MOST_DEPTH = 40;

    private YamlText() {}

    /**
     * The root of the text.
     *
     * @throws vn.dancu.linkage.LinkageException where the text is empty, not YAML, or more than one document
     */
    static Node compose(String text, Problems problems) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE)
                .setUseMarks(true)
                .setSchema(new FailsafeSchema())
                .build();
        Node root = null;
        try {
            Parser parser = new Shallow(new ParserImpl(settings, new StreamReader(settings, text)), problems);
            root = new Composer(settings, parser).getSingleNode().orElse(null);
        } catch (MarkedYamlEngineException wrong) {
            Mark mark = wrong.getProblemMark().orElse(wrong.getContextMark().orElse(null));
            tell(wrong, mark, text, problems);
        } catch (ReaderException wrong) {
            int line = lineOf(text, wrong.getPosition());
            String code = String.format("U+%04X", wrong.getCodePoint());
            problems.addAtPlace(
                    line,
                    columnOf(text, wrong.getPosition()),
                    "ký tự " + code + " không được có trong YAML; hãy xoá nó (tệp có phải là văn bản UTF-8?)",
                    "the character " + code + " may not stand in YAML; delete it (is the file UTF-8 text?)");
        } catch (YamlEngineException wrong) {
            problems.add(null, "không phải là YAML: " + wrong.getMessage(), "not YAML: " + wrong.getMessage());
        }
        if (root == null && !problems.any()) {
            problems.add(
                    null,
                    "tệp trống; mô hình ngắn nhất gồm columns, comparisons và blocking (xem docs/linkage-model.md)",
                    "the file is empty; the shortest model has columns, comparisons and blocking (see"
                            + " docs/linkage-model.md)");
        }
        problems.throwIfAny();
        if (root == null) {
            throw problems.exception();
        }
        return root;
    }

    private static void tell(MarkedYamlEngineException wrong, @Nullable Mark mark, String text, Problems problems) {
        if (mark != null && text.codePointCount(0, text.length()) > mark.getIndex()) {
            int at = text.offsetByCodePoints(0, mark.getIndex());
            if (text.charAt(at) == '\t') {
                problems.addAt(
                        mark,
                        "dấu tab không được dùng để thụt lề trong YAML; hãy thay bằng dấu cách",
                        "a tab may not indent YAML; put spaces in its place");
                return;
            }
        }
        String said = wrong.getProblem() == null ? String.valueOf(wrong.getMessage()) : wrong.getProblem();
        String context = wrong.getContext() == null ? "" : " (" + wrong.getContext() + ")";
        problems.addAt(mark, "không phải là YAML hợp lệ: " + said + context, "not valid YAML: " + said + context);
    }

    private static int lineOf(String text, int position) {
        int line = 1;
        for (int i = 0; i < Math.min(position, text.length()); i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }

    private static int columnOf(String text, int position) {
        int end = Math.min(position, text.length());
        return end - text.lastIndexOf('\n', end - 1);
    }

    /** Passes on the events of a parser until they nest too deep. */
    private static final class Shallow implements Parser {

        private final Parser parser;
        private final Problems problems;
        private final Deque<Event.ID> open = new ArrayDeque<>();

        Shallow(Parser parser, Problems problems) {
            this.parser = parser;
            this.problems = problems;
        }

        @Override
        public boolean checkEvent(Event.ID choice) {
            return parser.checkEvent(choice);
        }

        @Override
        public Event peekEvent() {
            return parser.peekEvent();
        }

        @Override
        public boolean hasNext() {
            return parser.hasNext();
        }

        @Override
        public Event next() {
            Event event = parser.next();
            Event.ID id = event.getEventId();
            if (id == Event.ID.MappingStart || id == Event.ID.SequenceStart) {
                open.push(id);
            } else if (id == Event.ID.MappingEnd || id == Event.ID.SequenceEnd) {
                open.pop();
            }
            if (open.size() > MOST_DEPTH) {
                problems.addAt(
                        event.getStartMark().orElse(null),
                        "lồng nhau quá sâu; đây không phải là một tệp mô hình",
                        "nested too deep; this is no model file");
                throw problems.exception();
            }
            return event;
        }
    }
}
