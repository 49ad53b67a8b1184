package vn.dancu.scanning;

import vn.dancu.shared.Actor;

/** What follows when the files of a run are in: taken by whoever knows the path; nothing here moves a form. */
@FunctionalInterface
public interface AfterScan {
    /**
     * @param run number of the run
     * @param operator who scanned
     */
    void scanned(long run, Actor operator);
}
