package io.tenth.identity;

import io.tenth.shared.DomainException;
import io.tenth.shared.Line;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks a token for.
 *
 * @param name 1 to 100 characters, by which they recognise it
 * @param scopes at least one
 * @param expiresAt within five years; null for no end
 */
public record NewApiToken(
        String name, Set<Scope> scopes, @Nullable Instant expiresAt) {

    public NewApiToken {
        name = Line.of(name, "name", "The name", 100);
        scopes = Set.copyOf(scopes);
        if (scopes.isEmpty()) {
            throw DomainException.invalid("scopes", "A token needs at least one scope.");
        }
    }
}
