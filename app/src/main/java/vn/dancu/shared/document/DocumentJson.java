package vn.dancu.shared.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A document as JSON, so that one that was signed can be kept whole and written out again in any form. */
public final class DocumentJson {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private DocumentJson() {}

    /** Any block: what its kind does not have is null, or no rows. */
    private record Piece(
            String kind,
            @Nullable String text,
            boolean emphasised,
            @Nullable List<String> items,
            int rows,
            Document.@Nullable Table table) {}

    private record Kept(
            Document.Letterhead head,
            String kind,
            String subject,
            List<Piece> blocks,
            Document.Closing closing,
            boolean landscape,
            @Nullable String footer) {}

    /** Equal documents give equal text. */
    public static String write(Document document) {
        Pieces pieces = new Pieces();
        document.blocks().forEach(block -> block.tell(pieces));
        return MAPPER.writeValueAsString(new Kept(
                document.head(),
                document.kind(),
                document.subject(),
                pieces.all,
                document.closing(),
                document.landscape(),
                document.footer()));
    }

    /** @throws tools.jackson.core.JacksonException when the text is no document */
    public static Document read(String json) {
        Kept kept = MAPPER.readValue(json, Kept.class);
        return new Document(
                kept.head(),
                kept.kind(),
                kept.subject(),
                kept.blocks().stream().map(DocumentJson::block).toList(),
                kept.closing(),
                kept.landscape(),
                kept.footer());
    }

    private static Document.Block block(Piece piece) {
        String text = piece.text() == null ? "" : piece.text();
        return switch (piece.kind()) {
            case "heading" -> new Document.Heading(text);
            case "paragraph" -> new Document.Paragraph(text, piece.emphasised());
            case "items" -> new Document.Items(piece.items() == null ? List.of() : piece.items());
            case "table" -> {
                if (piece.table() == null) {
                    throw new IllegalArgumentException("a table without its table");
                }
                yield piece.table();
            }
            case "line" -> new Document.Line(text, piece.rows());
            case "page" -> new Document.NewPage();
            default -> throw new IllegalArgumentException("no such block: " + piece.kind());
        };
    }

    /** Blocks in their order. */
    private static final class Pieces implements Document.Reader {
        private final List<Piece> all = new ArrayList<>();

        private void add(
                String kind, @Nullable String text, boolean emphasised, @Nullable List<String> items, int rows) {
            all.add(new Piece(kind, text, emphasised, items, rows, null));
        }

        @Override
        public void heading(Document.Heading heading) {
            add("heading", heading.text(), false, null, 0);
        }

        @Override
        public void paragraph(Document.Paragraph paragraph) {
            add("paragraph", paragraph.text(), paragraph.emphasised(), null, 0);
        }

        @Override
        public void items(Document.Items items) {
            add("items", null, false, items.texts(), 0);
        }

        @Override
        public void table(Document.Table table) {
            all.add(new Piece("table", null, false, null, 0, table));
        }

        @Override
        public void line(Document.Line line) {
            add("line", line.label(), false, null, line.rows());
        }

        @Override
        public void newPage() {
            add("page", null, false, null, 0);
        }
    }
}
