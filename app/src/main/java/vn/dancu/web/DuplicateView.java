package vn.dancu.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.dancu.intake.FormField;
import vn.dancu.journey.FormState;
import vn.dancu.journey.Stage;
import vn.dancu.reconciliation.DuplicateAnswer;
import vn.dancu.reconciliation.DuplicateCluster;

/**
 * A cluster of forms as the page shows it: a column a form, the kept one first; fields that all leave blank are left out.
 *
 * @param rows those that differ first, the others behind
 */
public record DuplicateView(DuplicateCluster cluster, List<Column> columns, List<Row> rows, int agreeing) {
    private static final Set<FormField> LEFT_OUT = EnumSet.of(FormField.FORM_NO, FormField.FORM_VERSION);
    private static final Set<Stage> ANSWERABLE =
            EnumSet.of(Stage.COLLECTED, Stage.CHECKED, Stage.RECONCILED, Stage.RETURNED, Stage.APPROVED);

    /** One form. */
    public record Column(DuplicateCluster.Member member, FormState state) {
        public long id() {
            return member.form().id().value();
        }

        public String formNo() {
            return member.form().form().formNo();
        }

        /** What was said of this form and the kept one, as a word; empty before anybody spoke. */
        public String said() {
            DuplicateAnswer said = member.said();
            return said == null ? "" : said.answer().code();
        }

        public boolean isOpen() {
            return ANSWERABLE.contains(state.stage());
        }
    }

    /** One field of all forms. */
    public record Row(String field, boolean differs, List<Cell> cells) {}

    public record Cell(String text, List<CharDiff.Piece> pieces, boolean differs) {}

    static DuplicateView of(DuplicateCluster cluster, List<FormState> states, Say say) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < cluster.members().size(); i++) {
            columns.add(new Column(cluster.members().get(i), states.get(i)));
        }
        List<Row> differing = new ArrayList<>();
        List<Row> agreeing = new ArrayList<>();
        for (FormField field : FormField.values()) {
            if (LEFT_OUT.contains(field)) {
                continue;
            }
            List<String> texts = columns.stream()
                    .map(column ->
                            say.value(field, column.member().form().form().written(field)))
                    .toList();
            if (texts.stream().allMatch(String::isEmpty)) {
                continue;
            }
            String first = texts.get(0);
            boolean differs = texts.stream().anyMatch(text -> CompareRow.differs(text, first));
            List<Cell> cells = new ArrayList<>();
            for (String text : texts) {
                String against = text.equals(first) ? other(texts, first) : first;
                cells.add(new Cell(
                        text, CharDiff.pieces(text, differs ? against : ""), CompareRow.differs(text, against)));
            }
            (differs ? differing : agreeing).add(new Row(field.column(), differs, cells));
        }
        List<Row> rows = new ArrayList<>(differing);
        rows.addAll(agreeing);
        return new DuplicateView(cluster, columns, rows, agreeing.size());
    }

    private static String other(List<String> texts, String first) {
        return texts.stream()
                .filter(text -> !text.equals(first) && !text.isEmpty())
                .findFirst()
                .orElse(first);
    }

    public List<Row> differing() {
        return rows.stream().filter(Row::differs).toList();
    }

    public List<Row> same() {
        return rows.stream().filter(row -> !row.differs()).toList();
    }
}
