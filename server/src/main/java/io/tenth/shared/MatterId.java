package io.tenth.shared;

import java.util.UUID;

/** The id of a matter. */
public record MatterId(UUID value) {

    public static MatterId next() {
        return new MatterId(Ids.next());
    }
}
