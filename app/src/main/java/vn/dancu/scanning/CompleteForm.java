package vn.dancu.scanning;

import vn.dancu.shared.FormId;

/** A form of which every page was scanned and read, with the line that a scan list has for it. */
public record CompleteForm(FormId form, ScanLine line) {}
