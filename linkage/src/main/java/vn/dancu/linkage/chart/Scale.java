package vn.dancu.linkage.chart;

import java.util.ArrayList;
import java.util.List;

/** Values on a stretch of the picture, with round steps to mark. */
record Scale(double least, double most, double from, double to) {

    Scale {
        if (!(least < most)) {
            throw new IllegalArgumentException("a scale goes up");
        }
    }

    double at(double value) {
        return from + (Math.max(least, Math.min(most, value)) - least) / (most - least) * (to - from);
    }

    /** Round values, at most so many. */
    List<Double> marks(int most) {
        double step = 1;
        double[] factors = {2, 2.5, 2};
        for (int n = 0; (this.most - least) / step > most; n++) {
            step *= factors[n % factors.length];
        }
        List<Double> marks = new ArrayList<>();
        for (double mark = Math.ceil(least / step) * step; mark <= this.most + 1e-9; mark += step) {
            marks.add(mark);
        }
        return marks;
    }
}
