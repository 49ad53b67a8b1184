package vn.dancu.shared.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A document as one well-formed page without script, for a browser and for {@link PdfDocument}. */
public final class HtmlDocument implements Document.Reader {
    private static final String STYLE = """
            @page { size: A4 %s; margin: 20mm 15mm 20mm 30mm;
              @top-center { content: %s; font-family: 'Times New Roman', 'Liberation Serif', serif; font-size: 13pt; }
              @bottom-center { content: %s; font-family: 'Times New Roman', 'Liberation Serif', serif; font-size: 9pt; } }
            @page :first { @top-center { content: ''; } }
            body { font-family: 'Times New Roman', 'Liberation Serif', serif; font-size: 13pt; line-height: 1.25; color: #000; margin: 0; }
            @media screen { body { max-width: %s; margin: 24px auto; padding: 0 24px; } .foot { display: block; } }
            @media print { .foot { display: none; } }
            .foot { border-top: 1px solid #000; font-size: 9pt; margin-top: 24pt; text-align: center; }
            table { border-collapse: collapse; width: 100%%; }
            table.head td { text-align: center; white-space: nowrap; vertical-align: top; padding: 0; }
            .up { font-size: 12pt; white-space: normal; } .one { white-space: nowrap; } .strong { font-weight: bold; }
            .rule { border-top: 1px solid #000; margin: 3pt auto 5pt; width: 40%%; }
            h1 { font-size: 14pt; margin: 18pt 0 2pt; text-align: center; }
            .subject { font-weight: bold; font-size: 14pt; margin: 0 0 12pt; text-align: center; }
            h2 { font-size: 13pt; margin: 10pt 0 4pt; }
            p { margin: 0 0 6pt; text-align: justify; text-indent: 1cm; }
            p.item { padding-left: 1cm; text-indent: 0; }
            table.data { -fs-table-paginate: paginate; font-size: 11pt; margin: 4pt 0 8pt; page-break-inside: auto; }
            table.data caption { font-style: italic; padding: 0 0 3pt; text-align: left; }
            table.data th, table.data td { border: 1px solid #000; padding: 2pt 3pt; vertical-align: top; }
            table.whole { page-break-inside: avoid; }
            table.dense { font-size: 8pt; } table.dense caption { font-size: 11pt; }
            table.dense th, table.dense td { padding: 1.5pt 1.5pt; } table.dense td.right { white-space: nowrap; }
            table.data th { font-weight: bold; text-align: center; vertical-align: middle; }
            table.data tr { page-break-inside: avoid; }
            table.data tr.total { page-break-before: avoid; }
            table.data tr.total td { font-weight: bold; }
            .left { text-align: left; } .centre { text-align: center; } .right { text-align: right; }
            .dots { border-bottom: 1px dotted #000; height: 16pt; }
            table.close { margin-top: 16pt; page-break-inside: avoid; }
            table.close td { vertical-align: top; padding: 0; }
            .to { font-size: 11pt; } .to b { font-size: 12pt; font-style: italic; }
            .sign { text-align: center; } .room { height: 60pt; }
            .new-page { page-break-before: always; }
            """;

    /** A table of so many rows is not torn: its head would stand alone at the foot of a page. */
    static final int ON_ONE_PAGE = 12;

    private final StringBuilder out = new StringBuilder();
    private final Document document;
    private boolean breakBefore;

    private HtmlDocument(Document document) {
        this.document = document;
    }

    /** The whole page, UTF-8, well-formed as XML. */
    public static String write(Document document) {
        return write(List.of(document));
    }

    /** Documents of one shape one after the other, each on a page of its own; the foot of the first stands under all. */
    public static String write(List<Document> series) {
        HtmlDocument page = new HtmlDocument(series.get(0));
        page.begin();
        for (int i = 0; i < series.size(); i++) {
            HtmlDocument next = new HtmlDocument(series.get(i));
            if (i > 0) {
                page.out.append("<div class=\"new-page\"></div>");
            }
            next.body();
            page.out.append(next.out);
        }
        return page.out.append("</body></html>\n").toString();
    }

    private void begin() {
        String footer = document.footer() == null ? "''" : "'" + cssText(document.footer()) + "'";
        out.append("<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"/><title>")
                .append(escape(title()))
                .append("</title><style>")
                .append(STYLE.formatted(
                        document.landscape() ? "landscape" : "portrait",
                        "counter(page)",
                        footer,
                        document.landscape() ? "297mm" : "210mm"))
                .append("</style></head><body>\n");
    }

    private void body() {
        head();
        if (!document.kind().isEmpty()) {
            out.append("<h1>").append(escape(document.kind())).append("</h1>\n");
        }
        if (!document.subject().isEmpty() && !document.kind().isEmpty()) {
            out.append("<div class=\"subject\">")
                    .append(lines(document.subject()))
                    .append("</div>\n");
        }
        document.blocks().forEach(block -> block.tell(this));
        close();
        if (document.footer() != null) {
            out.append("<div class=\"foot\">").append(escape(document.footer())).append("</div>");
        }
    }

    private String title() {
        return (document.kind() + " " + document.subject()).strip().replace('\n', ' ');
    }

    private void head() {
        Document.Letterhead head = document.head();
        out.append("<table class=\"head\"><tr><td style=\"width:42%\">");
        if (!head.superior().isEmpty()) {
            out.append("<div class=\"up\">").append(escape(head.superior())).append("</div>");
        }
        out.append("<div class=\"up strong\">")
                .append(escape(head.agency()))
                .append("</div><div class=\"rule\"></div><div>Số: ")
                .append(head.number() == null ? "……/……" : escape(head.number()))
                .append("</div>");
        // A letter has no kind; what it is about stands below its number.
        if (document.kind().isEmpty() && !document.subject().isEmpty()) {
            out.append("<div class=\"up\">").append(lines(document.subject())).append("</div>");
        }
        out.append("</td><td><div class=\"up strong one\">")
                .append(Motto.COUNTRY)
                .append("</div><div class=\"strong\">")
                .append(Motto.MOTTO)
                .append("</div><div class=\"rule\"></div><div><i>")
                .append(escape(Motto.placeAndDate(head)))
                .append("</i></div></td></tr></table>\n");
    }

    @Override
    public void heading(Document.Heading heading) {
        out.append("<h2")
                .append(pageBreak())
                .append('>')
                .append(escape(heading.text()))
                .append("</h2>\n");
    }

    @Override
    public void paragraph(Document.Paragraph paragraph) {
        String text = lines(paragraph.text());
        out.append("<p").append(pageBreak()).append('>');
        out.append(paragraph.emphasised() ? "<b>" + text + "</b>" : text).append("</p>\n");
    }

    @Override
    public void items(Document.Items items) {
        emptyBreak();
        for (String text : items.texts()) {
            out.append("<p class=\"item\">- ").append(lines(text)).append("</p>\n");
        }
    }

    @Override
    public void line(Document.Line line) {
        emptyBreak();
        out.append("<p class=\"item\">").append(escape(line.label())).append("</p>\n");
        out.append("<div class=\"dots\"></div>\n".repeat(Math.max(0, line.rows())));
    }

    @Override
    public void newPage() {
        breakBefore = true;
    }

    private void emptyBreak() {
        if (breakBefore) {
            out.append("<div").append(pageBreak()).append("></div>");
        }
    }

    private String pageBreak() {
        String now = breakBefore ? " class=\"new-page\"" : "";
        breakBefore = false;
        return now;
    }

    @Override
    public void table(Document.Table table) {
        emptyBreak();
        int weights = table.columns().stream().mapToInt(Document.Column::weight).sum();
        out.append("<table class=\"data")
                .append(table.hasManyColumns() ? " dense" : "")
                .append(table.rows().size() + table.totals().size() <= ON_ONE_PAGE ? " whole" : "")
                .append("\">");
        if (!table.caption().isEmpty()) {
            out.append("<caption>").append(escape(table.caption())).append("</caption>");
        }
        out.append("<colgroup>");
        for (Document.Column column : table.columns()) {
            out.append(String.format(Locale.ROOT, "<col style=\"width:%.2f%%\"/>", 100.0 * column.weight() / weights));
        }
        out.append("</colgroup><thead>");
        if (!table.groups().isEmpty()) {
            out.append("<tr>");
            for (Document.Group group : table.groups()) {
                out.append("<th colspan=\"")
                        .append(group.span())
                        .append("\">")
                        .append(escape(group.title()))
                        .append("</th>");
            }
            out.append("</tr>");
        }
        out.append("<tr>");
        for (Document.Column column : table.columns()) {
            out.append("<th>").append(lines(column.title())).append("</th>");
        }
        out.append("</tr></thead><tbody>\n");
        rows(table, table.rows(), "");
        rows(table, table.totals(), " class=\"total\"");
        out.append("</tbody></table>\n");
    }

    private void rows(Document.Table table, List<List<String>> rows, String look) {
        for (List<String> row : rows) {
            out.append("<tr").append(look).append('>');
            for (int i = 0; i < row.size(); i++) {
                out.append("<td class=\"")
                        .append(table.columns().get(i).align().name().toLowerCase(Locale.ROOT))
                        .append("\">")
                        .append(lines(row.get(i)))
                        .append("</td>");
            }
            out.append("</tr>\n");
        }
    }

    private void close() {
        Document.Closing closing = document.closing();
        if (closing.recipients().isEmpty() && closing.signatures().isEmpty()) {
            return;
        }
        out.append("<table class=\"close\"><tr>");
        if (!closing.recipients().isEmpty()) {
            out.append("<td class=\"to\" style=\"width:45%\"><b>Nơi nhận:</b>");
            for (String recipient : closing.recipients()) {
                out.append("<br/>- ").append(escape(recipient));
            }
            out.append("</td>");
        }
        for (Document.Signature signature : closing.signatures()) {
            out.append("<td class=\"sign\"><div class=\"strong\">")
                    .append(lines(signature.authority()))
                    .append("</div>");
            if (!signature.title().isEmpty()) {
                out.append("<div class=\"strong\">")
                        .append(lines(signature.title()))
                        .append("</div>");
            }
            if (!signature.hint().isEmpty()) {
                out.append("<div><i>").append(escape(signature.hint())).append("</i></div>");
            }
            out.append("<div class=\"room\"></div><div class=\"strong\">")
                    .append(signature.name() == null ? "&#160;" : escape(signature.name()))
                    .append("</div></td>");
        }
        out.append("</tr></table>\n");
    }

    private static String lines(String text) {
        return escape(text).replace("\n", "<br/>");
    }

    private static String cssText(String text) {
        StringBuilder css = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '\'' || c == '\\' || c == '<' || c < ' ') {
                css.append(String.format(Locale.ROOT, "\\%06x ", c));
            } else {
                css.appendCodePoint(c);
            }
        });
        return css.toString();
    }

    /** Text for XML 1.0, tags and quotes disarmed. */
    static String escape(@Nullable String text) {
        return text == null
                ? ""
                : clean(text)
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;");
    }

    /** What XML 1.0 cannot hold (control characters, half a character) becomes a mark. */
    static String clean(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> safe.appendCodePoint(isXml(c) ? c : 0xFFFD));
        return safe.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    /** What every letterhead says. */
    static final class Motto {
        static final String COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
        static final String MOTTO = "Độc lập - Tự do - Hạnh phúc";

        private Motto() {}

        /** Days below 10 and months 1 and 2 with a leading zero (Decree 30/2020, annex I, II.4). */
        static String placeAndDate(Document.Letterhead head) {
            LocalDate date = head.date();
            return String.format(
                    Locale.ROOT,
                    "%s, ngày %02d tháng %s năm %d",
                    head.place(),
                    date.getDayOfMonth(),
                    date.getMonthValue() <= 2 ? "0" + date.getMonthValue() : String.valueOf(date.getMonthValue()),
                    date.getYear());
        }
    }
}
