package vn.dancu.paper.scan;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32C;
import vn.dancu.paper.read.FieldReading;
import vn.dancu.paper.read.ReadPage;

/**
 * pages.csv and fields.csv, and beside them how far a run has come: after every picture one line with the lengths of both. A run
 * that goes on cuts them to the lengths of the last whole line, so that a page is in them wholly or not at all.
 */
final class ResultFiles implements ScanResults {
    private static final String PAGES_HEAD = "file,page,form_no,form_version,verdict\n";
    private static final String FIELDS_HEAD = "file,page,form_no,field,value,confidence,accepted\n";
    private static final String PROGRESS = "scan.progress";

    private final List<Path> files;
    private final RandomAccessFile pages;
    private final RandomAccessFile fields;
    private final RandomAccessFile progress;
    private int file;
    private int page;
    private long done;

    private ResultFiles(List<Path> files, RandomAccessFile pages, RandomAccessFile fields, RandomAccessFile progress) {
        this.files = files;
        this.pages = pages;
        this.fields = fields;
        this.progress = progress;
    }

    /** Goes on where an unfinished run on the same files stopped; begins anew otherwise. */
    static ResultFiles open(Path folder, List<Path> files) throws IOException {
        ResultFiles results = new ResultFiles(
                files,
                personal(folder.resolve("pages.csv")),
                personal(folder.resolve("fields.csv")),
                personal(folder.resolve(PROGRESS)));
        String head = fingerprint(files);
        if (!results.resume(head)) {
            results.progress.setLength(0);
            results.progress.write(bytes(head));
            restart(results.pages, PAGES_HEAD);
            restart(results.fields, FIELDS_HEAD);
        }
        return results;
    }

    /** For its owner's eyes only. */
    private static RandomAccessFile personal(Path file) throws IOException {
        if (!Files.exists(file)) {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        }
        return new RandomAccessFile(file.toFile(), "rw");
    }

    private static void restart(RandomAccessFile file, String head) throws IOException {
        file.setLength(0);
        file.write(bytes(head));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The files by name, size and time: other files, another run. */
    private static String fingerprint(List<Path> files) throws IOException {
        CRC32C crc = new CRC32C();
        for (Path file : files) {
            boolean isThere = Files.exists(file);
            String one = file.toAbsolutePath() + "|"
                    + (isThere
                            ? Files.size(file) + "|"
                                    + Files.getLastModifiedTime(file).toMillis()
                            : "gone") + "\n";
            crc.update(bytes(one));
        }
        return "run " + files.size() + " " + Long.toHexString(crc.getValue()) + "\n";
    }

    private boolean resume(String head) throws IOException {
        byte[] all = new byte[(int) Math.min(progress.length(), Integer.MAX_VALUE - 8)];
        progress.seek(0);
        progress.readFully(all);
        String text = new String(all, StandardCharsets.UTF_8);
        if (!text.startsWith(head) || text.endsWith("finished\n")) {
            return false;
        }
        int whole = text.lastIndexOf('\n') + 1;
        long pagesLength = PAGES_HEAD.length();
        long fieldsLength = FIELDS_HEAD.length();
        for (String line : text.substring(head.length(), whole).lines().toList()) {
            String[] parts = line.split(" ", -1);
            if (parts.length != 4) {
                return false;
            }
            file = Integer.parseInt(parts[0]);
            page = Integer.parseInt(parts[1]);
            pagesLength = Long.parseLong(parts[2]);
            fieldsLength = Long.parseLong(parts[3]);
            done++;
        }
        if (pages.length() < pagesLength || fields.length() < fieldsLength || done == 0) {
            return false;
        }
        cut(progress, whole);
        cut(pages, pagesLength);
        cut(fields, fieldsLength);
        return true;
    }

    private static void cut(RandomAccessFile file, long length) throws IOException {
        file.setLength(length);
        file.seek(length);
    }

    @Override
    public long done() {
        return done;
    }

    @Override
    public boolean isFileDone(int index) {
        return index < file;
    }

    @Override
    public int nextPage(int index) {
        return index == file ? page : 0;
    }

    @Override
    public void write(int index, int number, Pictures.Picture picture, List<ReadPage> found) throws IOException {
        StringBuilder pageRows = new StringBuilder();
        StringBuilder fieldRows = new StringBuilder();
        String start = cell(files.get(index).toString()) + "," + number + ",";
        for (ReadPage one : found) {
            pageRows.append(start)
                    .append(cell(one.number()))
                    .append(',')
                    .append(cell(one.version()))
                    .append(',')
                    .append(one.verdict().code())
                    .append('\n');
            for (FieldReading field : one.fields()) {
                fieldRows
                        .append(start)
                        .append(cell(one.number()))
                        .append(',')
                        .append(field.field())
                        .append(',')
                        .append(cell(field.value()))
                        .append(',')
                        .append(String.format(Locale.ROOT, "%.4f", field.confidence()))
                        .append(',')
                        .append(field.accepted())
                        .append('\n');
            }
        }
        fields.write(bytes(fieldRows.toString()));
        pages.write(bytes(pageRows.toString()));
        note(index, number);
    }

    @Override
    public void fileDone(int index) throws IOException {
        note(index + 1, 0);
    }

    private void note(int fileIndex, int nextPage) throws IOException {
        progress.write(bytes(
                fileIndex + " " + nextPage + " " + pages.getFilePointer() + " " + fields.getFilePointer() + "\n"));
    }

    @Override
    public void finish() throws IOException {
        progress.write(bytes("finished\n"));
    }

    private static String cell(String value) {
        // A cell that a spreadsheet would take for a formula is text.
        String safe = value.matches("(?s)[=+@\\t\\r-].*") ? "'" + value : value;
        boolean isPlain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    @Override
    public void close() throws IOException {
        try (pages;
                fields) {
            progress.close();
        }
    }
}
