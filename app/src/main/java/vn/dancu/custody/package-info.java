/** Who holds which paper: batches, counts, hand-over confirmed by giver and taker. */
@ApplicationModule(allowedDependencies = {"shared", "audit", "reference", "access", "intake"})
@NullMarked
package vn.dancu.custody;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
