/** The SQL of jobs. */
@NullMarked
package vn.dancu.job.db;

import org.jspecify.annotations.NullMarked;
