package vn.dancu.shared.document;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/** A document as DOCX, in Times New Roman, to be worked on in an office program. */
public final class DocxDocument implements Document.Reader {
    private static final String FONT = "Times New Roman";
    /** Twentieths of a point in a millimetre. */
    private static final double TWIPS = 56.6929;

    private static final int TEXT = 13;

    private final XWPFDocument docx;
    private final Document document;

    private DocxDocument(XWPFDocument docx, Document document) {
        this.docx = docx;
        this.document = document;
    }

    /**
     * @throws IOException when {@code out} cannot be written
     */
    public static void write(Document document, OutputStream out) throws IOException {
        try (XWPFDocument docx = new XWPFDocument()) {
            new DocxDocument(docx, document).all();
            docx.write(out);
        }
    }

    private void all() {
        page();
        head();
        if (!document.kind().isEmpty()) {
            XWPFParagraph kind = paragraph(ParagraphAlignment.CENTER);
            kind.setSpacingBefore(240);
            run(kind, document.kind(), 14, true, false);
        }
        if (!document.subject().isEmpty() && !document.kind().isEmpty()) {
            XWPFParagraph subject = paragraph(ParagraphAlignment.CENTER);
            subject.setSpacingAfter(200);
            run(subject, document.subject(), 14, true, false);
        }
        document.blocks().forEach(block -> block.tell(this));
        close();
    }

    private void page() {
        CTSectPr section = docx.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(twips(document.landscape() ? 297 : 210));
        size.setH(twips(document.landscape() ? 210 : 297));
        if (document.landscape()) {
            size.setOrient(STPageOrientation.LANDSCAPE);
        }
        CTPageMar margin = section.addNewPgMar();
        margin.setTop(twips(20));
        margin.setBottom(twips(20));
        margin.setLeft(twips(30));
        margin.setRight(twips(15));
        margin.setHeader(twips(10));
        margin.setFooter(twips(10));
        section.addNewTitlePg();
        XWPFHeaderFooterPolicy policy = docx.createHeaderFooterPolicy();
        XWPFParagraph number =
                policy.createHeader(XWPFHeaderFooterPolicy.DEFAULT).createParagraph();
        number.setAlignment(ParagraphAlignment.CENTER);
        number.getCTP().addNewFldSimple().setInstr("PAGE");
        if (document.footer() != null) {
            for (org.openxmlformats.schemas.wordprocessingml.x2006.main.STHdrFtr.Enum kind :
                    List.of(XWPFHeaderFooterPolicy.DEFAULT, XWPFHeaderFooterPolicy.FIRST)) {
                XWPFParagraph foot = policy.createFooter(kind).createParagraph();
                foot.setAlignment(ParagraphAlignment.CENTER);
                run(foot, document.footer(), 9, false, false);
            }
        }
    }

    private static BigInteger twips(double millimetres) {
        return BigInteger.valueOf(Math.round(millimetres * TWIPS));
    }

    /** How wide the text is, in twips. */
    private int width() {
        return (int) Math.round(((document.landscape() ? 297 : 210) - 45) * TWIPS);
    }

    private void head() {
        Document.Letterhead head = document.head();
        XWPFTable table = bare(2, new int[] {42, 58});
        XWPFTableCell left = table.getRow(0).getCell(0);
        XWPFTableCell right = table.getRow(0).getCell(1);
        if (!head.superior().isEmpty()) {
            centred(left, head.superior(), 12, false, false);
        }
        centred(left, head.agency(), 12, true, false);
        rule(left);
        centred(left, "Số: " + (head.number() == null ? "……/……" : head.number()), TEXT, false, false);
        if (document.kind().isEmpty() && !document.subject().isEmpty()) {
            centred(left, document.subject(), 12, false, false);
        }
        centred(right, HtmlDocument.Motto.COUNTRY, 12, true, false);
        centred(right, HtmlDocument.Motto.MOTTO, TEXT, true, false);
        rule(right);
        centred(right, HtmlDocument.Motto.placeAndDate(head), TEXT, false, true);
    }

    private static void rule(XWPFTableCell cell) {
        centred(cell, "―――――――――", 8, false, false);
    }

    private static void centred(XWPFTableCell cell, String text, int size, boolean bold, boolean italic) {
        XWPFParagraph paragraph = next(cell);
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        run(paragraph, text, size, bold, italic);
    }

    /** The cell's own first paragraph while it is empty, then a new one. */
    private static XWPFParagraph next(XWPFTableCell cell) {
        List<XWPFParagraph> there = cell.getParagraphs();
        XWPFParagraph paragraph =
                there.size() == 1 && there.get(0).getRuns().isEmpty() ? there.get(0) : cell.addParagraph();
        paragraph.setSpacingAfter(0);
        return paragraph;
    }

    /** A table without lines, for what stands side by side. */
    private XWPFTable bare(int columns, int[] shares) {
        XWPFTable table = docx.createTable(1, columns);
        table.setTopBorder(XWPFBorderType.NONE, 0, 0, "auto");
        table.setBottomBorder(XWPFBorderType.NONE, 0, 0, "auto");
        table.setLeftBorder(XWPFBorderType.NONE, 0, 0, "auto");
        table.setRightBorder(XWPFBorderType.NONE, 0, 0, "auto");
        table.setInsideVBorder(XWPFBorderType.NONE, 0, 0, "auto");
        table.setInsideHBorder(XWPFBorderType.NONE, 0, 0, "auto");
        widths(table, shares);
        return table;
    }

    private void widths(XWPFTable table, int[] shares) {
        int all = 0;
        for (int share : shares) {
            all += share;
        }
        table.setWidthType(TableWidthType.DXA);
        table.setWidth(width());
        for (XWPFTableRow row : table.getRows()) {
            for (int i = 0; i < Math.min(shares.length, row.getTableCells().size()); i++) {
                row.getCell(i).setWidth(String.valueOf((long) width() * shares[i] / all));
            }
        }
    }

    private XWPFParagraph paragraph(ParagraphAlignment alignment) {
        XWPFParagraph paragraph = docx.createParagraph();
        paragraph.setAlignment(alignment);
        paragraph.setSpacingAfter(0);
        return paragraph;
    }

    private static void run(XWPFParagraph paragraph, String text, int size, boolean bold, boolean italic) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(FONT);
        run.setFontSize(size);
        run.setBold(bold);
        run.setItalic(italic);
        String[] lines = HtmlDocument.clean(text).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines[i], i);
        }
    }

    @Override
    public void heading(Document.Heading heading) {
        XWPFParagraph paragraph = paragraph(ParagraphAlignment.LEFT);
        paragraph.setSpacingBefore(160);
        paragraph.setKeepNext(true);
        run(paragraph, heading.text(), TEXT, true, false);
    }

    @Override
    public void paragraph(Document.Paragraph written) {
        XWPFParagraph paragraph = paragraph(ParagraphAlignment.BOTH);
        paragraph.setIndentationFirstLine((int) Math.round(10 * TWIPS));
        paragraph.setSpacingAfter(120);
        run(paragraph, written.text(), TEXT, written.emphasised(), false);
    }

    @Override
    public void items(Document.Items items) {
        for (String text : items.texts()) {
            XWPFParagraph paragraph = paragraph(ParagraphAlignment.BOTH);
            paragraph.setIndentationLeft((int) Math.round(10 * TWIPS));
            paragraph.setSpacingAfter(80);
            run(paragraph, "- " + text, TEXT, false, false);
        }
    }

    @Override
    public void line(Document.Line line) {
        run(paragraph(ParagraphAlignment.LEFT), line.label(), TEXT, false, false);
        for (int i = 0; i < line.rows(); i++) {
            run(paragraph(ParagraphAlignment.LEFT), "…".repeat(document.landscape() ? 100 : 62), TEXT, false, false);
        }
    }

    @Override
    public void newPage() {
        paragraph(ParagraphAlignment.LEFT).createRun().addBreak(BreakType.PAGE);
    }

    @Override
    public void table(Document.Table written) {
        if (!written.caption().isEmpty()) {
            XWPFParagraph caption = paragraph(ParagraphAlignment.LEFT);
            caption.setKeepNext(true);
            run(caption, written.caption(), 11, false, true);
        }
        int heads = written.groups().isEmpty() ? 1 : 2;
        int columns = written.columns().size();
        int size = written.hasManyColumns() ? 8 : 11;
        XWPFTable table = docx.createTable(heads, columns);
        lines(table);
        if (written.hasManyColumns()) {
            table.setCellMargins(20, 30, 20, 30);
        }
        for (int i = 0; i < columns; i++) {
            centred(table.getRow(heads - 1).getCell(i), written.columns().get(i).title(), size, true, false);
        }
        for (int i = 0; i < heads; i++) {
            table.getRow(i).setRepeatHeader(true);
        }
        rows(table, written, written.rows(), size, false);
        rows(table, written, written.totals(), size, true);
        int[] shares =
                written.columns().stream().mapToInt(Document.Column::weight).toArray();
        widths(table, shares);
        if (written.rows().size() + written.totals().size() <= HtmlDocument.ON_ONE_PAGE) {
            keepTogether(table);
        }
        if (heads == 2) {
            groups(table.getRow(0), written.groups(), shares, size);
        }
        paragraph(ParagraphAlignment.LEFT);
    }

    private static CTTcPr tcPr(XWPFTableCell cell) {
        CTTcPr there = cell.getCTTc().getTcPr();
        return there == null ? cell.getCTTc().addNewTcPr() : there;
    }

    private static void lines(XWPFTable table) {
        table.setTopBorder(XWPFBorderType.SINGLE, 4, 0, "000000");
        table.setBottomBorder(XWPFBorderType.SINGLE, 4, 0, "000000");
        table.setLeftBorder(XWPFBorderType.SINGLE, 4, 0, "000000");
        table.setRightBorder(XWPFBorderType.SINGLE, 4, 0, "000000");
        table.setInsideHBorder(XWPFBorderType.SINGLE, 4, 0, "000000");
        table.setInsideVBorder(XWPFBorderType.SINGLE, 4, 0, "000000");
    }

    /** Every row stays with the next, so that no head stands alone at the foot of a page. */
    private static void keepTogether(XWPFTable table) {
        List<XWPFTableRow> rows = table.getRows();
        for (XWPFTableRow row : rows.subList(0, rows.size() - 1)) {
            for (XWPFTableCell cell : row.getTableCells()) {
                for (XWPFParagraph paragraph : cell.getParagraphs()) {
                    // Of a paragraph without any property the library cannot set this one.
                    paragraph.setSpacingAfter(0);
                    paragraph.setKeepNext(true);
                }
            }
        }
    }

    /** Last of all, since every other row has as many cells as columns. */
    private void groups(XWPFTableRow row, List<Document.Group> groups, int[] shares, int size) {
        int all = java.util.Arrays.stream(shares).sum();
        int column = 0;
        for (int i = 0; i < groups.size(); i++) {
            XWPFTableCell cell = row.getCell(i);
            int span = groups.get(i).span();
            int share = java.util.Arrays.stream(shares, column, column + span).sum();
            column += span;
            cell.setWidth(String.valueOf((long) width() * share / all));
            if (span > 1) {
                tcPr(cell).addNewGridSpan().setVal(BigInteger.valueOf(span));
            }
            centred(cell, groups.get(i).title(), size, true, false);
        }
        for (int i = row.getTableCells().size() - 1; i >= groups.size(); i--) {
            row.removeCell(i);
        }
    }

    private static void rows(XWPFTable table, Document.Table written, List<List<String>> rows, int size, boolean bold) {
        for (List<String> cells : rows) {
            XWPFTableRow row = table.createRow();
            row.setCantSplitRow(true);
            for (int i = 0; i < cells.size(); i++) {
                XWPFParagraph paragraph = next(row.getCell(i));
                paragraph.setAlignment(
                        switch (written.columns().get(i).align()) {
                            case LEFT -> ParagraphAlignment.LEFT;
                            case CENTRE -> ParagraphAlignment.CENTER;
                            case RIGHT -> ParagraphAlignment.RIGHT;
                        });
                run(paragraph, cells.get(i), size, bold, false);
            }
        }
    }

    private void close() {
        Document.Closing closing = document.closing();
        int columns = closing.signatures().size() + (closing.recipients().isEmpty() ? 0 : 1);
        if (columns == 0) {
            return;
        }
        paragraph(ParagraphAlignment.LEFT);
        int[] shares = new int[columns];
        java.util.Arrays.fill(shares, 1);
        XWPFTable table = bare(columns, shares);
        int at = 0;
        if (!closing.recipients().isEmpty()) {
            XWPFTableCell cell = table.getRow(0).getCell(at++);
            run(next(cell), "Nơi nhận:", 12, true, true);
            for (String recipient : closing.recipients()) {
                run(next(cell), "- " + recipient, 11, false, false);
            }
        }
        for (Document.Signature signature : closing.signatures()) {
            XWPFTableCell cell = table.getRow(0).getCell(at++);
            centred(cell, signature.authority(), TEXT, true, false);
            if (!signature.title().isEmpty()) {
                centred(cell, signature.title(), TEXT, true, false);
            }
            if (!signature.hint().isEmpty()) {
                centred(cell, signature.hint(), TEXT, false, true);
            }
            centred(cell, "\n\n\n", TEXT, false, false);
            centred(cell, signature.name() == null ? "" : signature.name(), TEXT, true, false);
        }
    }
}
