package vn.dancu.campaign;

import vn.dancu.shared.Finding;

/**
 * A finding where it is.
 *
 * @param group empty for a unit as a whole
 */
public record FindingAt(String commune, String group, Finding finding) {}
