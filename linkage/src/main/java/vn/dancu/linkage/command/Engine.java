package vn.dancu.linkage.command;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import vn.dancu.linkage.Model;
import vn.dancu.linkage.PairScanner;
import vn.dancu.linkage.Progress;

/** Visits the pairs of a run elsewhere than in this program: what {@code --engine} may name beside {@code local}. */
public interface Engine extends AutoCloseable {

    /**
     * Called once, before the files are read.
     *
     * @param name as it stands behind {@code --engine}
     * @param files the left and the right one, or the one that is compared with itself
     * @throws vn.dancu.linkage.LinkageException where there is no such engine
     */
    PairScanner scanner(String name, Model model, List<Path> files, Progress progress, BooleanSupplier stop);

    /** Ends what was begun, also where that failed or is still under way. */
    @Override
    void close();
}
