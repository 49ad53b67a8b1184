/** What forms are compared with: residence books and the household archive, imported and looked up. Entry points: {@link vn.dancu.sources.ResidenceEntry}, {@link vn.dancu.sources.ArchiveEntry}. */
@ApplicationModule(allowedDependencies = {"shared", "audit", "reference", "access"})
@NullMarked
package vn.dancu.sources;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
