package io.tenth.identity;

import io.tenth.shared.Actor;
import io.tenth.shared.Role;
import io.tenth.shared.UserId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a program was allowed, or asks to be.
 *
 * @param program the id of the program
 * @param resource what its tokens are good for
 * @param scopes what it may do there; while it waits, what it asks for
 * @param challenge of which only the program that asks knows what it was made of (RFC 7636, by SHA-256)
 * @param state what the program wants back; null once it has it
 * @param allowedAt null while it waits for the person
 * @param usedAt not more exact than a minute
 * @param expiresAt when nothing of it is good any more
 */
public record ProgramGrant(
        UserId user,
        UUID id,
        UUID program,
        String resource,
        String redirect,
        Set<Scope> scopes,
        String challenge,
        @Nullable String state,
        boolean codeUsed,
        @Nullable Instant allowedAt,
        @Nullable Instant usedAt,
        Instant expiresAt) {

    public ProgramGrant {
        scopes = Set.copyOf(scopes);
    }

    /** Whom it is of; what they may do besides is not known here, and not needed for their own rows. */
    public Actor.Person person() {
        return new Actor.Person(user, Role.USER);
    }

    @Override
    public String toString() {
        return "ProgramGrant[" + id + "]";
    }
}
