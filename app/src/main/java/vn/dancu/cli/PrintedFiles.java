package vn.dancu.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.paper.print.PaperFile;

/** The PDF of a print, and further ones ({@code F-2.pdf} …) when it has more pages than one file holds. */
final class PrintedFiles {
    private final Path first;
    private final Console console;
    private final List<Path> written = new ArrayList<>();
    private @Nullable PaperFile open;
    private String title = "";
    private int pages;

    PrintedFiles(Path first, Console console) {
        this.first = first;
        this.console = console;
    }

    void begin(String documentTitle, int units) {
        title = documentTitle;
        open = new PaperFile(documentTitle);
        console.begin("form-print", units);
    }

    PaperFile current() {
        if (open == null) {
            open = new PaperFile(title);
        }
        return open;
    }

    /** The file that takes so many more pages. */
    PaperFile next(int more) throws IOException {
        console.advance(1);
        if (current().pages() + more > PaperFile.MOST_PAGES) {
            write();
        }
        return current();
    }

    void finish() throws IOException {
        write();
        console.finish();
    }

    private void write() throws IOException {
        Path file = written.isEmpty() ? first : further(written.size() + 1);
        PrivateFiles.create(file);
        written.add(file);
        PaperFile paper = current();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            paper.finish(out);
        }
        pages += paper.pages();
        paper.close();
        open = null;
    }

    private Path further(int part) {
        String name = String.valueOf(first.getFileName());
        int dot = name.lastIndexOf('.');
        return first.resolveSibling(
                dot < 0 ? name + "-" + part : name.substring(0, dot) + "-" + part + name.substring(dot));
    }

    /** Half a print is none: numbers that were taken stay taken. */
    void abandon() {
        console.finish();
        try {
            if (open != null) {
                open.close();
            }
            for (Path file : written) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            console.say("Hãy xóa / please delete: " + written);
        }
    }

    List<Path> written() {
        return List.copyOf(written);
    }

    int pages() {
        return pages;
    }
}
