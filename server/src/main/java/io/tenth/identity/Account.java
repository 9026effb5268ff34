package io.tenth.identity;

import io.tenth.shared.Actor;
import io.tenth.shared.Role;
import io.tenth.shared.UserId;
import io.tenth.shared.Version;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A person who may sign in.
 *
 * @param disabled an administrator has shut the account: it lets nobody in
 */
public record Account(
        UserId id,
        String email,
        String fullName,
        Role role,
        ZoneId zone,
        boolean disabled,
        Version version,
        Instant createdAt,
        @Nullable Instant lastLogin) {

    public Actor.Person person() {
        return new Actor.Person(id, role);
    }
}
