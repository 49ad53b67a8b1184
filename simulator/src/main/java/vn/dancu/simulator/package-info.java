/**
 * A synthetic city: settings and a seed in; collection forms, residence books, archive envelopes and the truth about them out.
 * Every person is invented. Entry point: {@link vn.dancu.simulator.City}.
 */
@NullMarked
package vn.dancu.simulator;

import org.jspecify.annotations.NullMarked;
