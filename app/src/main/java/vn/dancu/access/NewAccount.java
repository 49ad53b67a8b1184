package vn.dancu.access;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Role;

/**
 * What an account shall be.
 *
 * @param login 2-64 of {@code a-z 0-9 . _ -}, beginning with a letter or digit
 * @param validTo inclusive; null for no end
 */
public record NewAccount(
        String login,
        String displayName,
        Role role,
        AreaScope scope,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {}
