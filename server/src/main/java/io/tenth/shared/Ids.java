package io.tenth.shared;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** New ids: UUIDs of version 7 (RFC 9562), so that rows written together lie together. An id is a name, never a secret. */
public final class Ids {

    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
