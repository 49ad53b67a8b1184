/**
 * Who may do what where: accounts, roles, area scopes, deputies, break-glass. Entry points: {@link
 * vn.dancu.access.AccessService} (accounts and actors) and {@link vn.dancu.access.Login} (passwords).
 */
@ApplicationModule(allowedDependencies = {"shared", "audit", "reference"})
@NullMarked
package vn.dancu.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
