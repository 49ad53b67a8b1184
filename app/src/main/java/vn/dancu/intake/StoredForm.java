package vn.dancu.intake;

import vn.dancu.shared.FormId;

/** A form as it lies in the store: its key, and its current version. */
public record StoredForm(FormId id, int version, CollectionForm form) {}
