package vn.dancu.paper.scan;

import vn.dancu.paper.read.Verdict;

/** A file that cannot be opened. */
record NoPictures(Verdict problem) implements Pictures {
    @Override
    public int count() {
        return 1;
    }

    @Override
    public Picture read(int index) {
        return Picture.problem(problem);
    }

    @Override
    public void close() {}
}
