/** What the commands ask of several modules at once; reads only. */
@NullMarked
package vn.dancu.cli.db;

import org.jspecify.annotations.NullMarked;
