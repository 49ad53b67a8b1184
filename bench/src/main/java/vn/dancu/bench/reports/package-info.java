/** How long an official report takes. Entry point: {@link vn.dancu.bench.reports.ReportsBench}. */
@NullMarked
package vn.dancu.bench.reports;

import org.jspecify.annotations.NullMarked;
