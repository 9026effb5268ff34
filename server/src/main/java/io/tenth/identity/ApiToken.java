package io.tenth.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A personal token for a program, without its secret, which is shown once and kept nowhere.
 *
 * @param expiresAt null for one that is good until it is revoked
 * @param lastUsedAt not more exact than a minute; null for one that was never used
 */
public record ApiToken(
        UUID id,
        String name,
        Set<Scope> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    public ApiToken {
        scopes = Set.copyOf(scopes);
    }
}
