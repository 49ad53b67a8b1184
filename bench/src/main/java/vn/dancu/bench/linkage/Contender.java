package vn.dancu.bench.linkage;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;

/**
 * One way to do the task.
 *
 * @param command by repeats in one process; 1 is the cold run as a user types it
 * @param out where it writes its pairs
 */
record Contender(String name, IntFunction<List<String>> command, Path out) {}
