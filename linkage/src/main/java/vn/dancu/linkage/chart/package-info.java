/**
 * Pictures of what the engine decided and why, as SVG text: the waterfall of a pair, the levels of a model, the curve over
 * thresholds. Pure functions; no library, no file. Entry points: {@link vn.dancu.linkage.chart.WaterfallChart}, {@link
 * vn.dancu.linkage.chart.ModelChart}, {@link vn.dancu.linkage.chart.ThresholdCurve}.
 */
@NullMarked
package vn.dancu.linkage.chart;

import org.jspecify.annotations.NullMarked;
