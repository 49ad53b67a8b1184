/** The population register: persons, households, residence, numbers. Knows no forms: the path hands over what a form resolved to. */
@ApplicationModule(allowedDependencies = {"shared", "audit", "reference", "access"})
@NullMarked
package vn.dancu.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
