/** What the screens read across modules: queues, households, progress. Reads only; every answer is of the asker's area. */
@NullMarked
package vn.dancu.web.db;

import org.jspecify.annotations.NullMarked;
