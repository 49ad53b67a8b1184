/**
 * What is true of the country on a day: administrative units, coded lists, form versions, offices; built in, imported,
 * merged. Entry points: {@link vn.dancu.reference.Units}, {@link vn.dancu.reference.ReferenceLists}.
 */
@ApplicationModule(allowedDependencies = {"shared", "audit"})
@NullMarked
package vn.dancu.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
