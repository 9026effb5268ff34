package io.tenth.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program that a person has allowed something.
 *
 * @param name what it calls itself
 * @param usedAt not more exact than a minute; null for one that was never used
 */
public record ConnectedProgram(
        UUID id,
        String name,
        Set<Scope> scopes,
        Instant allowedAt,
        @Nullable Instant usedAt) {

    public ConnectedProgram {
        scopes = Set.copyOf(scopes);
    }
}
