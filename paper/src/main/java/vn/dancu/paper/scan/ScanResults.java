package vn.dancu.paper.scan;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import vn.dancu.paper.read.ReadPage;

/** Where a {@link ScanRun} puts what it reads, and how it knows where to go on. One thread, in the order of files and pictures. */
public interface ScanResults extends Closeable {
    /** Pictures and files that were done before this run. */
    long done();

    /** @param index of the file, from 0 */
    boolean isFileDone(int index);

    /** The first picture of the file that is not done, from 0. */
    int nextPage(int index);

    /**
     * @param number of the picture in its file, from 1
     * @param picture that was read, or why it could not be
     */
    void write(int index, int number, Pictures.Picture picture, List<ReadPage> found) throws IOException;

    void fileDone(int index) throws IOException;

    /** All files are done. */
    void finish() throws IOException;
}
