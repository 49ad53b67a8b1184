/** Targets in PostgreSQL. */
@NullMarked
package vn.dancu.campaign.db;

import org.jspecify.annotations.NullMarked;
