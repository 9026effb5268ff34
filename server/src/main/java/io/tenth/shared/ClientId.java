package io.tenth.shared;

import java.util.UUID;

/** The id of a client. */
public record ClientId(UUID value) {

    public static ClientId next() {
        return new ClientId(Ids.next());
    }
}
