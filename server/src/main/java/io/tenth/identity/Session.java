package io.tenth.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in that lasts, as its owner sees it.
 *
 * @param lastUsedAt not more exact than some minutes
 */
public record Session(
        SessionId id,
        Kind kind,
        Device device,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        Instant expiresAt) {

    /** How its owner is recognised: by a browser's cookie, or by the tokens of the API. */
    public enum Kind {
        BROWSER,
        API
    }
}
