package io.tenth.request;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much one caller may ask for.
 *
 * @param redisUrl where nodes share their counts; null where each counts for itself
 */
@ConfigurationProperties("tenth.requests")
record RequestSettings(
        Quota auth, Quota read, Quota write, @Nullable String redisUrl) {

    Quota of(RequestKind kind) {
        return switch (kind) {
            case AUTH -> auth;
            case READ -> read;
            case WRITE -> write;
        };
    }

    /** The address may hold a password. */
    @Override
    public String toString() {
        return "RequestSettings[auth=" + auth + ", read=" + read + ", write=" + write + "]";
    }
}
