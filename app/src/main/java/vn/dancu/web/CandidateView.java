package vn.dancu.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import vn.dancu.intake.FormField;
import vn.dancu.reconciliation.CandidateSheet;
import vn.dancu.reconciliation.PairToReview;
import vn.dancu.reconciliation.Source;

/**
 * The candidates of one source beside the form: a row a field, a column a candidate.
 *
 * @param own whether the viewer herself said something of the form and this source, which she may take back
 */
public record CandidateView(Source source, List<CandidateSheet> sheets, List<Row> rows, boolean own) {
    public record Row(String field, String label, String form, List<Cell> cells) {}

    public record Cell(String text, List<CharDiff.Piece> pieces, boolean differs) {}

    private static Cell same(String text) {
        return new Cell(text, CharDiff.pieces(text, text), false);
    }

    private static Cell against(String text, String form) {
        return new Cell(text, CharDiff.pieces(text, form), CompareRow.differs(text, form));
    }

    /** A sheet of the archive may have several old numbers, of which the form has one. */
    private static boolean isAmong(String form, String text) {
        return !form.isEmpty() && Arrays.asList(text.split("\\|")).contains(form);
    }

    static CandidateView of(Source source, List<CandidateSheet> all, String login, Say say) {
        List<CandidateSheet> sheets =
                all.stream().filter(sheet -> sheet.source() == source).toList();
        List<Row> rows = new ArrayList<>();
        int fields = sheets.isEmpty() ? 0 : sheets.get(0).pair().items().size();
        IntStream.range(0, fields).forEach(at -> {
            PairToReview.Item own = sheets.get(0).pair().items().get(at);
            // The number of an envelope stands where a book has its own: there is nothing on the form to compare it
            // with.
            boolean isEnvelope = source == Source.ARCHIVE && own.field().equals(FormField.HOUSEHOLD_BOOK_NO.column());
            String form = isEnvelope ? "" : say.value(own.field(), own.form());
            List<Cell> cells = new ArrayList<>();
            for (CandidateSheet sheet : sheets) {
                String text =
                        say.value(own.field(), sheet.pair().items().get(at).entry());
                cells.add(isEnvelope || isAmong(form, text) ? same(text) : against(text, form));
            }
            if (!form.isEmpty() || cells.stream().anyMatch(cell -> !cell.text().isEmpty())) {
                String label = isEnvelope ? say.text("archive-field.envelope_no") : say.field(own.field());
                rows.add(new Row(own.field(), label, form, cells));
            }
        });
        boolean own = sheets.stream()
                .anyMatch(sheet ->
                        sheet.said().stream().anyMatch(one -> one.login().equals(login)));
        return new CandidateView(source, sheets, rows, own);
    }
}
