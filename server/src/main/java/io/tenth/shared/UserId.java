package io.tenth.shared;

import java.util.UUID;

/** The id of an account. */
public record UserId(UUID value) {

    public static UserId next() {
        return new UserId(Ids.next());
    }
}
