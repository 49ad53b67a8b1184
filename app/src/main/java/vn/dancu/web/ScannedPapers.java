package vn.dancu.web;

import java.util.Map;
import java.util.Optional;
import vn.dancu.shared.Actor;

/** What the scanner saw of a paper that is to be keyed. */
interface ScannedPapers {
    /**
     * A paper of which pages were scanned.
     *
     * @param version of the form; empty when it cannot be told
     * @param readings by field
     */
    record Scanned(String version, Map<String, Reading> readings) {}

    /** What was read in one field of one page. */
    record Reading(long page, String value, double confidence, boolean accepted) {
        /** Without the value: it is somebody's. */
        @Override
        public String toString() {
            return "Reading[" + page + ", " + accepted + "]";
        }
    }

    /** Empty when no page of this number was scanned, or none that the actor may see. */
    Optional<Scanned> ofNumber(String formNo, Actor actor);

    /** The field cut out of the page, PNG; empty when there is no image. */
    Optional<byte[]> strip(long page, String field, Actor actor);
}
