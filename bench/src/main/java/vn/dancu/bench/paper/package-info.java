/** Scans of invented forms, read and compared with their truth. Entry point: {@link vn.dancu.bench.paper.PaperBench}. */
@NullMarked
package vn.dancu.bench.paper;

import org.jspecify.annotations.NullMarked;
