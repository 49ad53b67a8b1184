package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import vn.dancu.shared.document.Document;
import vn.dancu.shared.document.DocxDocument;
import vn.dancu.shared.document.HtmlDocument;
import vn.dancu.shared.document.PdfDocument;
import vn.dancu.shared.document.XlsxDocument;

/** An official document as a file in the form that was asked for. */
final class DocumentFiles {
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private DocumentFiles() {}

    /**
     * @param name of the file, without its ending
     * @throws NoSuchPageException when there is no such form
     */
    static void send(Document document, String format, String name, HttpServletResponse response) throws IOException {
        String type = switch (format) {
            case "pdf" -> "application/pdf";
            case "docx" -> DOCX;
            case "xlsx" -> TableFiles.XLSX;
            case "html" -> "text/html;charset=UTF-8";
            default -> throw new NoSuchPageException();
        };
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + "." + format)
                        .build()
                        .toString());
        OutputStream out = response.getOutputStream();
        switch (format) {
            case "pdf" -> PdfDocument.write(document, out);
            case "docx" -> DocxDocument.write(document, out);
            case "xlsx" -> XlsxDocument.write(document, out);
            default -> out.write(HtmlDocument.write(document).getBytes(StandardCharsets.UTF_8));
        }
    }
}
