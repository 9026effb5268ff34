package io.tenth.shared;

import java.util.UUID;

/** The id of a rate. */
public record RateId(UUID value) {

    public static RateId next() {
        return new RateId(Ids.next());
    }
}
