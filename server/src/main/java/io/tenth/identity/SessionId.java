package io.tenth.identity;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** The id of a session. */
public record SessionId(UUID value) {

    static SessionId next() {
        return new SessionId(UuidCreator.getTimeOrderedEpoch());
    }
}
