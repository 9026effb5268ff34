package io.tenth.request;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one caller may ask for.
 *
 * @param redisUrl where nodes share their counts; null where each counts for itself
 * @param redisWithin how long a request waits for Redis, after which this node counts by itself for a while
 */
@ConfigurationProperties("tenth.requests")
record RequestSettings(
        Quota auth,
        Quota read,
        Quota write,
        @Nullable String redisUrl,
        @DefaultValue("250ms") Duration redisWithin) {

    Quota of(RequestKind kind) {
        return switch (kind) {
            case AUTH, REGISTRATION -> auth;
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
