package io.tenth.identity;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How people come in.
 *
 * @param jwtSecretKey at least 32 bytes; null for one that the installation makes and keeps
 * @param accessTokenLife how long an access token of the API is good
 */
@ConfigurationProperties("tenth.identity")
record IdentitySettings(@Nullable String jwtSecretKey, Duration accessTokenLife) {

    private static final int LEAST_BYTES = 32;

    IdentitySettings {
        if (jwtSecretKey != null && jwtSecretKey.getBytes(StandardCharsets.UTF_8).length < LEAST_BYTES) {
            throw new IllegalArgumentException("JWT_SECRET_KEY has fewer than 32 bytes: a shorter key can be guessed.");
        }
    }

    @Override
    public String toString() {
        return "IdentitySettings[accessTokenLife=" + accessTokenLife + "]";
    }
}
