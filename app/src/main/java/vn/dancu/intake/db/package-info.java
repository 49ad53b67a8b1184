/** Forms, versions and drafts in PostgreSQL. */
@NullMarked
package vn.dancu.intake.db;

import org.jspecify.annotations.NullMarked;
