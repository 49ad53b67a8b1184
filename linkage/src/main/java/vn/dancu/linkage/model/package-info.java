/**
 * Model files: YAML in, a {@link vn.dancu.linkage.Model} out, and back; and a first model drawn from the data themselves.
 * Entry points: {@link vn.dancu.linkage.model.ModelFile} and {@link vn.dancu.linkage.model.Suggestion}. The manual is
 * {@code docs/linkage-model.md}.
 */
@NullMarked
package vn.dancu.linkage.model;

import org.jspecify.annotations.NullMarked;
