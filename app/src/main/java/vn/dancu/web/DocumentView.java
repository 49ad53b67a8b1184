package vn.dancu.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.shared.document.Document;

/** The blocks of a document one by one as a template reads them: of each, only what its kind has is there. */
public final class DocumentView implements Document.Reader {
    private final List<Piece> pieces = new ArrayList<>();

    private DocumentView() {}

    /**
     * @param kind HEADING, PARAGRAPH, ITEMS, TABLE, LINE or PAGE
     * @param lines the text line by line, or the items
     */
    public record Piece(String kind, List<String> lines, boolean emphasised, Document.@Nullable Table table) {}

    public static List<Piece> of(Document document) {
        DocumentView view = new DocumentView();
        document.blocks().forEach(block -> block.tell(view));
        return List.copyOf(view.pieces);
    }

    private void add(String kind, List<String> lines, boolean emphasised) {
        pieces.add(new Piece(kind, lines, emphasised, null));
    }

    @Override
    public void heading(Document.Heading heading) {
        add("HEADING", List.of(heading.text()), true);
    }

    @Override
    public void paragraph(Document.Paragraph paragraph) {
        add("PARAGRAPH", paragraph.text().lines().toList(), paragraph.emphasised());
    }

    @Override
    public void items(Document.Items items) {
        add("ITEMS", items.texts(), false);
    }

    @Override
    public void table(Document.Table table) {
        pieces.add(new Piece("TABLE", List.of(table.caption()), false, table));
    }

    @Override
    public void line(Document.Line line) {
        add("LINE", List.of(line.label()), false);
    }

    @Override
    public void newPage() {
        add("PAGE", List.of(), false);
    }
}
