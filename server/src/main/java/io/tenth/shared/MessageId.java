package io.tenth.shared;

import java.util.UUID;

/** The id of a message. */
public record MessageId(UUID value) {

    public static MessageId next() {
        return new MessageId(Ids.next());
    }
}
