package vn.dancu.campaign;

import java.time.LocalDate;

/**
 * What moved the persons to be counted of a group on a day: births, moves and deaths, and those of whom it was found that they
 * need not be counted. It counts only for figures that were set as of an earlier day.
 *
 * @param persons below nothing where the group lost some
 * @param isFinding found rather than happened: counts whatever day the figure is of
 */
public record TargetMove(String commune, String group, LocalDate day, long persons, boolean isFinding) {}
