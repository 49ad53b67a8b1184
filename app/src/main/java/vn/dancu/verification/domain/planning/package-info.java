/**
 * Who visits whom on which evening: calls at homes laid into rounds of teams by a solver. A {@link
 * vn.dancu.verification.domain.planning.Problem} in, a {@link vn.dancu.verification.domain.planning.Plan} out. Entry point: {@link
 * vn.dancu.verification.domain.planning.Planner}.
 */
@NullMarked
package vn.dancu.verification.domain.planning;

import org.jspecify.annotations.NullMarked;
