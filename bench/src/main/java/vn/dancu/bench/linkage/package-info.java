/**
 * The measurements of record linkage: invented registers with their truth, the same task as SQL on DuckDB, growth and
 * accuracy. Entry: {@link vn.dancu.bench.LinkageBench}.
 */
@NullMarked
package vn.dancu.bench.linkage;

import org.jspecify.annotations.NullMarked;
