package vn.dancu.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vn.dancu.reconciliation.CandidateSheet;
import vn.dancu.reconciliation.PairToReview;
import vn.dancu.reconciliation.Source;

/**
 * The candidates of one source beside the form: a row a field, a column a candidate.
 *
 * @param own whether the viewer herself said something of the form and this source, which she may take back
 */
public record CandidateView(Source source, List<CandidateSheet> sheets, List<Row> rows, boolean own) {
    public record Row(String field, String form, List<Cell> cells) {}

    public record Cell(String text, List<CharDiff.Piece> pieces, boolean differs) {}

    static CandidateView of(Source source, List<CandidateSheet> all, String login, Say say) {
        List<CandidateSheet> sheets =
                all.stream().filter(sheet -> sheet.source() == source).toList();
        List<Row> rows = new ArrayList<>();
        int fields = sheets.isEmpty() ? 0 : sheets.get(0).pair().items().size();
        IntStream.range(0, fields).forEach(at -> {
            PairToReview.Item own = sheets.get(0).pair().items().get(at);
            String form = say.value(own.field(), own.form());
            List<Cell> cells = new ArrayList<>();
            for (CandidateSheet sheet : sheets) {
                String text =
                        say.value(own.field(), sheet.pair().items().get(at).entry());
                cells.add(new Cell(text, CharDiff.pieces(text, form), CompareRow.differs(text, form)));
            }
            if (!form.isEmpty() || cells.stream().anyMatch(cell -> !cell.text().isEmpty())) {
                rows.add(new Row(own.field(), form, cells));
            }
        });
        boolean own = sheets.stream()
                .anyMatch(sheet ->
                        sheet.said().stream().anyMatch(one -> one.login().equals(login)));
        return new CandidateView(source, sheets, rows, own);
    }
}
