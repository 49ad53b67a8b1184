package vn.dancu.reporting;

/** Which forms stand behind a figure: each part narrows, an empty one leaves open. */
public record BehindFigure(Measure measure, String commune, String group, String collector) {}
