/**
 * Which form was in force when: a code alone does not say what a form is. Start at {@link FormVersions}.
 */
@NullMarked
package vn.dancu.civil.form;

import org.jspecify.annotations.NullMarked;
