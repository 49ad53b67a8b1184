package vn.dancu.access;

import java.time.Instant;
import vn.dancu.shared.Role;

/**
 * Asked for by one administrator, to be confirmed by another.
 *
 * @param isNew the account was made for this and opens nothing until then; otherwise its role stays what it was
 */
public record RoleRequest(
        long id, String login, String displayName, Role role, boolean isNew, String askedBy, Instant askedAt) {}
