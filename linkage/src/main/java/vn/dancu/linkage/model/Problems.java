package vn.dancu.linkage.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import vn.dancu.linkage.LinkageException;

/** All that is wrong in one model file, each with its line and column, so that it is put right in one go. */
final class Problems {

    private static final int MOST_LISTED = 25;

    private final String source;
    private final List<String> vietnamese = new ArrayList<>();
    private final List<String> english = new ArrayList<>();
    private int count;

    /** @param source the file, as the user knows it */
    Problems(String source) {
        this.source = source;
    }

    void add(@Nullable Node at, String vi, String en) {
        addAt(at == null ? null : at.getStartMark().orElse(null), vi, en);
    }

    void addAt(@Nullable Mark mark, String vi, String en) {
        if (mark == null) {
            addAtPlace(0, 0, vi, en);
        } else {
            addAtPlace(mark.getLine() + 1, mark.getColumn() + 1, vi, en);
        }
    }

    /** @param line counted from 1, as is the column; 0 for the file as a whole */
    void addAtPlace(int line, int column, String vi, String en) {
        count++;
        if (count <= MOST_LISTED) {
            vietnamese.add(line == 0 ? vi : "dòng " + line + ", cột " + column + ": " + vi);
            english.add(line == 0 ? en : "line " + line + ", column " + column + ": " + en);
        }
    }

    boolean any() {
        return count > 0;
    }

    int count() {
        return count;
    }

    LinkageException exception() {
        return new LinkageException(
                "Không dùng được tệp mô hình " + source + ":" + listed(vietnamese, " lỗi khác"),
                "The model file " + source + " cannot be used:" + listed(english, " more"));
    }

    void throwIfAny() {
        if (any()) {
            throw exception();
        }
    }

    private String listed(List<String> lines, String more) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append("\n  ").append(line);
        }
        if (count > MOST_LISTED) {
            text.append("\n  … + ").append(count - MOST_LISTED).append(more);
        }
        return text.toString();
    }
}
