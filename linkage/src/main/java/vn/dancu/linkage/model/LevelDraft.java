package vn.dancu.linkage.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.linkage.Level;
import vn.dancu.linkage.Test;

/** A level as far as a model file writes it; null is left to {@link Beliefs}. */
record LevelDraft(
        String name,
        List<Test> tests,
        @Nullable Double m,
        @Nullable Double u,
        @Nullable Double family,
        @Nullable Double least,
        @Nullable Double most) {

    /** The name of a last level that has none of its own. */
    static final String LAST = "different";

    static LevelDraft of(Test test) {
        return new LevelDraft(test.toString(), List.of(test), null, null, null, null, null);
    }

    static LevelDraft last() {
        return new LevelDraft(LAST, List.of(), null, null, null, null, null);
    }

    static LevelDraft of(Level level) {
        return new LevelDraft(
                level.name(),
                level.tests(),
                level.m(),
                level.u(),
                level.family(),
                level.leastWeight(),
                level.mostWeight());
    }

    /** What this draft leaves open, taken from a level. */
    LevelDraft or(Level level) {
        return new LevelDraft(
                name,
                tests,
                m == null ? Double.valueOf(level.m()) : m,
                u == null ? Double.valueOf(level.u()) : u,
                family == null ? Double.valueOf(level.family()) : family,
                least == null ? Double.valueOf(level.leastWeight()) : least,
                most == null ? Double.valueOf(level.mostWeight()) : most);
    }
}
