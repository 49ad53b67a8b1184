package vn.dancu.shared;

import java.time.Instant;

/** Figures with the moment they were counted at. */
public record FiguresAsOf<T>(T figures, Instant at) {}
