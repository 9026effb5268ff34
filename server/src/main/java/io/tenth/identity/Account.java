package io.tenth.identity;

import io.tenth.shared.Actor;
import io.tenth.shared.Role;
import io.tenth.shared.UserId;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A person who may sign in. */
public record Account(
        UserId id,
        String email,
        String fullName,
        Role role,
        ZoneId zone,
        Instant createdAt,
        @Nullable Instant lastLogin) {

    public Actor.Person person() {
        return new Actor.Person(id, role);
    }
}
