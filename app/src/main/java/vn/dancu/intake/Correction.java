package vn.dancu.intake;

import vn.dancu.shared.FormId;

/**
 * What a form shall say from now on.
 *
 * @param expectedVersion the version that the officer had before her
 */
public record Correction(FormId form, int expectedVersion, CollectionForm changed) {}
